package main

import (
	"io"
	"log"
	"os"
	"slices"

	"github.com/auroravet/auroravet/internal/driver"
)

const program = "aurora-golive"

func main() {
	log.SetFlags(0)
	log.SetPrefix(program + ": ")
	args := os.Args[1:]
	if len(args) > 0 && slices.Contains([]string{"-h", "-help", "--help", "help"}, args[0]) {
		help(os.Stdout)
		return
	}
	os.Exit(run(args))
}

// run writes the report that a command line asks for and returns the exit status.
func run(args []string) int {
	line, err := parse(args)
	if err != nil {
		log.Print(err)
		return 2
	}
	r, err := line.report()
	if err != nil {
		log.Print(driver.NoGo(err))
		return 2
	}
	for _, o := range r.LeftOut {
		log.Printf("%s could not be looked at: %s", o.Package, placed(o))
	}
	if err := line.write(func(w io.Writer) error { return r.Write(w, line.format) }); err != nil {
		log.Printf("the report cannot be written: %v; type -o and a file in a folder that exists", err)
		return 2
	}
	if len(r.LeftOut) > 0 {
		return 1
	}
	return 0
}
