//go:build unix

package main

import (
	"os"
	"syscall"
)

// mapped returns the text of a file for the life of the program. What of it nobody looks at is
// not read: imports hand on a lot that a package has from another import too.
func mapped(name string) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil || info.Size() == 0 {
		return nil, err
	}
	text, err := syscall.Mmap(int(f.Fd()), 0, int(info.Size()), syscall.PROT_READ, syscall.MAP_PRIVATE)
	if err != nil {
		return os.ReadFile(name) // a file system may not know how
	}
	return text, nil
}
