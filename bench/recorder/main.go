// Command recorder runs a tool of the go command and writes down what it cost:
//
//	go vet -toolexec="recorder limit log" ...
//
// Each run over a vet configuration adds a line of JSON to the file log. One that takes
// more CPU time than limit, if that is not 0s, is stopped.
package main

import (
	"errors"
	"log"
	"os"
	"os/exec"
	"strings"
	"time"

	"github.com/auroravet/auroravet/bench/measure"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("recorder: ")
	if len(os.Args) < 4 {
		log.Fatal("usage: recorder limit log tool [argument...]")
	}
	limit, err := time.ParseDuration(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	logFile, args := os.Args[2], os.Args[3:]
	config := args[len(args)-1]
	isUnit := strings.HasSuffix(config, ".cfg")
	if isUnit && limit > 0 {
		if err := measure.LimitCPU(limit); err != nil {
			log.Fatal(err)
		}
	}
	cmd := exec.Command(args[0], args[1:]...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, os.Stdout, os.Stderr
	err = cmd.Run()
	if exit := new(exec.ExitError); err != nil && !errors.As(err, &exit) {
		log.Fatal(err)
	}
	if isUnit {
		if err := measure.Record(logFile, config, cmd.ProcessState); err != nil {
			log.Fatal(err)
		}
	}
	if !cmd.ProcessState.Exited() {
		log.Fatal(cmd.ProcessState)
	}
	os.Exit(cmd.ProcessState.ExitCode())
}
