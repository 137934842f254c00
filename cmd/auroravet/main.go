package main

import (
	"flag"
	"log"
	"os"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis/multichecker"

	"github.com/auroravet/auroravet/analyzers"
)

func main() {
	// x/tools names the program by its first argument, which for a vet tool is a long path.
	os.Args[0] = "auroravet"
	log.SetFlags(0)
	log.SetPrefix("auroravet: ")

	args := os.Args[1:]
	if len(args) > 0 && slices.Contains([]string{"-h", "-help", "--help", "help"}, args[0]) {
		help(os.Stdout, args[1:])
		if len(args) == 1 {
			return
		}
		args[0] = "help"
	}
	if u := readUnit(args); u != nil {
		u.run()
	}
	if isProtocol(args) {
		registerShared(flag.CommandLine)
		flag.CommandLine.SetOutput(logWriter{})
		flag.Usage = func() {}
		multichecker.Main(analyzers.Suite...)
	}
	os.Exit(runPatterns(args))
}

// isProtocol reports whether args are what the go command says to a vet tool, or
// a call for help: both are answered by x/tools.
func isProtocol(args []string) bool {
	if len(args) == 0 {
		return false
	}
	return args[0] == "help" || strings.HasSuffix(args[len(args)-1], ".cfg") ||
		slices.Contains(args, "-flags") || slices.Contains(args, "-V=full")
}
