// Command noop is a vet tool that does nothing: what it costs is what go vet itself
// costs. With package patterns it loads them as any checker without facts does.
package main

import (
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/multichecker"
)

func main() {
	multichecker.Main(&analysis.Analyzer{
		Name: "noop",
		Doc:  "do nothing",
		Run:  func(*analysis.Pass) (any, error) { return nil, nil },
	})
}
