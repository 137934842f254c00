// Package testmodule finds the test programs that call real libraries: the nested
// module testdata. Tests resolve it offline, so its libraries are downloaded here first.
package testmodule

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
)

// Dir returns the absolute folder of the nested module, with every library that
// it needs in the module cache.
func Dir(tb testing.TB) string {
	tb.Helper()
	dir, err := prepare()
	if err != nil {
		tb.Fatal(err)
	}
	return dir
}

// Root returns the absolute folder of the project.
func Root(tb testing.TB) string {
	tb.Helper()
	root, err := findRoot()
	if err != nil {
		tb.Fatal(err)
	}
	return root
}

var prepare = sync.OnceValues(func() (string, error) {
	root, err := findRoot()
	if err != nil {
		return "", err
	}
	dir := filepath.Join(root, "testdata")
	// Listing what the test programs import downloads that, and not the whole graph of modules.
	cmd := exec.Command("go", "list", "-deps", "-test", "./...")
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("cannot load the libraries of %s; type \"go -C testdata mod download\" with a network: %v\n%s", dir, err, lastLines(out))
	}
	return dir, nil
})

func findRoot() (string, error) {
	dir, err := os.Getwd()
	for err == nil {
		// The project is the folder whose testdata is a module.
		if _, err := os.Stat(filepath.Join(dir, "testdata", "go.mod")); err == nil {
			return dir, nil
		}
		if filepath.Dir(dir) == dir {
			return "", fmt.Errorf("no testdata/go.mod in a folder above")
		}
		dir = filepath.Dir(dir)
	}
	return "", err
}

func lastLines(out []byte) []byte {
	return out[max(0, len(out)-1000):]
}
