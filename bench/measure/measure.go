// Package measure says what a process cost.
package measure

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"time"
)

// Cost is what a process and those that it waited for took.
type Cost struct {
	Wall time.Duration `json:",omitempty"` // zero where nobody held a watch
	CPU  time.Duration // in user and system mode
	Peak int64         // bytes of memory of the largest of the processes; zero where the system does not say
}

// Of returns the cost of a process that has ended.
func Of(p *os.ProcessState) Cost {
	return Cost{CPU: p.UserTime() + p.SystemTime(), Peak: peak(p)}
}

// Unit is one package that go vet gave to its tool. A package with tests has two
// or three units of the same path.
type Unit struct {
	ID, ImportPath string
	VetxOnly       bool // the package is only a dependency
	Killed         bool // the tool met the limit of CPU time
	Cost           Cost
}

// Units reads the log that Record wrote.
func Units(file string) ([]Unit, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []Unit
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		var u Unit
		if err := json.Unmarshal(lines.Bytes(), &u); err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		out = append(out, u)
	}
	return out, lines.Err()
}

// Record adds the unit that a vet configuration describes, and what its process cost, to the log.
func Record(file, config string, process *os.ProcessState) error {
	text, err := os.ReadFile(config)
	if err != nil {
		return err
	}
	unit := Unit{Cost: Of(process), Killed: !process.Exited()}
	if err := json.Unmarshal(text, &unit); err != nil {
		return err
	}
	line, err := json.Marshal(unit)
	if err != nil {
		return err
	}
	f, err := os.OpenFile(file, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o666)
	if err != nil {
		return err
	}
	if _, err := f.Write(append(line, '\n')); err != nil {
		return err
	}
	return f.Close()
}
