package sandboxhost_test

import (
	"os"
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/auroravet/auroravet/analyzers/sandboxhost"
)

const corpus = "../../testdata"

func TestSandboxhost(t *testing.T) {
	folders, err := os.ReadDir(corpus + "/sandboxhost")
	if err != nil {
		t.Fatal(err)
	}
	var patterns []string
	for _, f := range folders {
		if f.Name() != "strict" {
			patterns = append(patterns, "./sandboxhost/"+f.Name()+"/...")
		}
	}
	analysistest.Run(t, corpus, sandboxhost.Analyzer, patterns...)
}

func TestStrict(t *testing.T) {
	flag := sandboxhost.Analyzer.Flags.Lookup("strict")
	if err := flag.Value.Set("true"); err != nil {
		t.Fatal(err)
	}
	defer flag.Value.Set("false")
	analysistest.Run(t, corpus, sandboxhost.Analyzer, "./sandboxhost/strict")
}
