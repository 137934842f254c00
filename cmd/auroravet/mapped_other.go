//go:build !unix

package main

import "os"

// mapped returns the text of a file.
func mapped(name string) ([]byte, error) { return os.ReadFile(name) }
