package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"time"
)

// job is what the command line asks for.
type job struct {
	growth  bool
	shapes  []string
	limit   time.Duration
	against []string
	pairs   int
	suite   string
	page    string
	modules []string
}

// run measures, and prints each table when it is ready.
func run(ctx context.Context, j job) error {
	chosen, err := chooseRivals(j.against)
	if err != nil {
		return err
	}
	w, err := newWorkshop(ctx, j.suite)
	if err != nil {
		return err
	}
	defer w.close()
	if j.growth {
		t, err := growth(ctx, w, j)
		if err != nil {
			return err
		}
		if err := publish(t, j, growthCaption(j)); err != nil {
			return err
		}
	}
	for _, arg := range j.modules {
		m, err := openModule(ctx, w, arg)
		if err != nil {
			return err
		}
		t, err := compare(ctx, w, j, chosen, m)
		if err != nil {
			return err
		}
		if err := publish(t, j, pairsCaption(m)); err != nil {
			return err
		}
	}
	return nil
}

func publish(t table, j job, caption string) error {
	text := caption + "\n\n" + t.markdown()
	fmt.Println(text)
	if j.page == "" {
		return nil
	}
	return t.into(j.page, text)
}

func growthCaption(j job) string {
	return fmt.Sprintf("Least of %d runs, %s.", j.pairs, conditions())
}

func pairsCaption(m *module) string {
	return fmt.Sprintf("%s, %d lines of Go; %d pairs of runs, %s.", m.name, m.lines, m.rounds, conditions())
}

// conditions are what the numbers depend on, and are worth as much as.
func conditions() string {
	version := "(unknown)"
	if out, err := exec.Command("go", "env", "GOVERSION").Output(); err == nil {
		version = strings.TrimSpace(string(out))
	}
	cores := fmt.Sprintf("%d cores", runtime.NumCPU())
	if load := busy(); load != "" {
		cores += ", load " + load + " at the end"
	}
	return fmt.Sprintf("%s, %s, %s/%s, %s", time.Now().Format(time.DateOnly), version, runtime.GOOS, runtime.GOARCH, cores)
}

// busy returns how many processes want a core, where the system says so.
func busy() string {
	text, err := os.ReadFile("/proc/loadavg")
	if err != nil {
		return ""
	}
	load, _, _ := strings.Cut(string(text), " ")
	return load
}
