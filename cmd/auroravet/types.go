package main

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"fmt"
	"go/types"
	"io"
	"os"

	"golang.org/x/tools/go/gcexportdata"
)

// What a unit tells those that import it stands in a file of the form that package unitchecker
// of the x/tools release in go.mod has: "vetx", the lengths of types and facts, types, facts. There
// are no types where the compiler has written them (see compiled), and the facts are those of
// internal/facts.

// Import returns an import of the unit.
func (u *vetUnit) Import(path string) (*types.Package, error) {
	path, ok := u.ImportMap[path]
	if path == "unsafe" {
		return types.Unsafe, nil
	}
	if pkg := u.loaded[path]; pkg != nil && pkg.Complete() {
		return pkg, nil
	}
	text, _, err := readVetx(u.PackageVetx[path])
	if !ok || err != nil {
		return nil, fmt.Errorf("no types of %q", path)
	}
	if len(text) == 0 {
		return u.readCompiled(path)
	}
	// Package gcexportdata wants the letter of the format.
	return gcexportdata.Read(io.MultiReader(bytes.NewReader([]byte("i")), bytes.NewReader(text)), u.fset, u.loaded, path)
}

// readCompiled returns the types of an import from what the compiler has written.
func (u *vetUnit) readCompiled(path string) (*types.Package, error) {
	f, err := os.Open(u.PackageFile[path])
	if err != nil {
		return nil, err
	}
	defer f.Close()
	r, err := gcexportdata.NewReader(bufio.NewReader(f))
	if err != nil {
		return nil, err
	}
	return gcexportdata.Read(r, u.fset, u.loaded, path)
}

// encode returns the types of a package for those that import it.
func (u *vetUnit) encode(pkg *types.Package) ([]byte, error) {
	var buf bytes.Buffer
	if err := gcexportdata.Write(&buf, u.fset, pkg); err != nil {
		return nil, err
	}
	return buf.Bytes()[1:], nil // without the letter, which package unitchecker leaves out
}

const header = 12 // magic, length of types, length of facts

// vetx returns a file with types and facts.
func vetx(types, facts []byte) []byte {
	out := make([]byte, header, header+len(types)+len(facts))
	copy(out, "vetx")
	binary.LittleEndian.PutUint32(out[4:], uint32(len(types)))
	binary.LittleEndian.PutUint32(out[8:], uint32(len(facts)))
	return append(append(out, types...), facts...)
}

// readVetx returns the types and facts in a file. It refuses what is no such file.
func readVetx(name string) (types, facts []byte, err error) {
	text, err := mapped(name)
	if err != nil {
		return nil, nil, err
	}
	n, ok := lengthsIn(text, int64(len(text)))
	if !ok {
		return nil, nil, fmt.Errorf("%s is no file of a vet tool; type \"go clean -cache\" and try again", name)
	}
	types, facts = text[header:header+n.types], text[header+n.types:header+n.types+n.facts]
	return types, facts, nil
}

// lengths are how much a file has of types and of facts.
type lengths struct{ types, facts int64 }

func lengthsIn(head []byte, size int64) (lengths, bool) {
	if len(head) < header || string(head[:4]) != "vetx" {
		return lengths{}, false
	}
	n := lengths{int64(binary.LittleEndian.Uint32(head[4:])), int64(binary.LittleEndian.Uint32(head[8:]))}
	return n, header+n.types+n.facts <= size
}

// vetxLengths returns how much a file has of types and of facts, less than nothing for
// what is no such file.
func vetxLengths(name string) (types, facts int64) {
	f, err := os.Open(name)
	if err != nil {
		return -1, -1
	}
	defer f.Close()
	head := make([]byte, header)
	info, err := f.Stat()
	if _, errRead := io.ReadFull(f, head); err != nil || errRead != nil {
		return -1, -1
	}
	n, ok := lengthsIn(head, info.Size())
	if !ok {
		return -1, -1
	}
	return n.types, n.facts
}
