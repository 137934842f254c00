// Package shapes writes Go code of any size, in the shapes that make analyzers slow.
// Most of it calls the API, with faults, so that there is work to do.
package shapes

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
)

// Shape is code that grows with one number.
type Shape struct {
	Name string
	Unit string // what is counted, in the plural
	// Sizes go from small to as large as such code gets.
	Sizes []int
	// Apart is whether each unit is a package of its own.
	Apart bool
	// Clean is whether nothing in it is a fault.
	Clean bool
	write func(b *bytes.Buffer, n int)
	apart func(b *bytes.Buffer, i int, root string)
}

// All are the shapes in the order of the manual.
var All = []Shape{
	{Name: "client", Unit: "endpoints", Sizes: []int{36, 110, 360, 1100, 3600, 7200}, write: func(b *bytes.Buffer, n int) { client(b, n, "/pay-api/v1") }},
	{Name: "foreign", Unit: "endpoints of another API", Sizes: []int{36, 110, 360, 1100, 3600, 7200}, Clean: true, write: func(b *bytes.Buffer, n int) { client(b, n, "/accounts") }},
	{Name: "table", Unit: "literals", Sizes: []int{500, 1500, 5000, 15000, 50000}, write: table},
	{Name: "settings", Unit: "settings", Sizes: []int{50, 150, 500, 1500, 5000}, write: settings},
	{Name: "statements", Unit: "statements", Sizes: []int{200, 600, 2000, 6000, 20000}, write: statements},
	{Name: "cases", Unit: "cases", Sizes: []int{50, 150, 500, 1500, 5000}, write: cases},
	{Name: "fields", Unit: "fields", Sizes: []int{50, 150, 500, 1500, 5000}, write: fields},
	{Name: "cards", Unit: "functions", Sizes: []int{50, 150, 500, 1500, 5000}, write: cards},
	{Name: "chain", Unit: "wrappers deep", Sizes: []int{16, 50, 160, 500}, write: chain},
	{Name: "recursion", Unit: "recursive wrappers", Sizes: []int{16, 50, 160, 500}, write: recursion},
	{Name: "fanin", Unit: "callers", Sizes: []int{50, 150, 500, 1500, 5000}, write: fanin},
	{Name: "layers", Unit: "layers of ten that all call ten", Sizes: []int{2, 5, 16, 50, 160, 500}, write: layers},
	{Name: "implementations", Unit: "implementations", Sizes: []int{16, 50, 160, 500, 1600}, write: implementations},
	{Name: "options", Unit: "options", Sizes: []int{16, 50, 160, 500, 1600}, write: options},
	{Name: "tree", Unit: "packages", Sizes: []int{10, 100, 1000}, Apart: true, apart: tree},
	{Name: "tower", Unit: "packages", Sizes: []int{10, 30, 100, 300}, Apart: true, apart: tower},
}

// Module is the path of the module that Write makes.
const Module = "example.com/growth"

// Write makes the code of s in n units in the module in dir, below a folder that has
// its name and size, and returns its lines.
func (s Shape) Write(dir string, n int) (lines int, err error) {
	name := s.Folder(n)
	if !s.Apart {
		var b bytes.Buffer
		fmt.Fprintf(&b, "// Package %s has %d %s.\npackage %[1]s\n\n", s.Name, n, s.Unit)
		s.write(&b, n)
		return writeFile(filepath.Join(dir, name, s.Name+".go"), b.Bytes())
	}
	for i := range n {
		var b bytes.Buffer
		fmt.Fprintf(&b, "// Package p%d is one of %d.\npackage p%[1]d\n\n", i, n)
		s.apart(&b, i, Module+"/"+name)
		more, err := writeFile(filepath.Join(dir, name, "p"+strconv.Itoa(i), "p.go"), b.Bytes())
		if err != nil {
			return 0, err
		}
		lines += more
	}
	return lines, nil
}

// Folder is where Write puts n units, below the module.
func (s Shape) Folder(n int) string { return s.Name + "/n" + strconv.Itoa(n) }

// WriteModule makes the module in dir that the shapes stand in.
func WriteModule(dir string) error {
	_, err := writeFile(filepath.Join(dir, "go.mod"), []byte("module "+Module+"\n\ngo 1.26.0\n"))
	return err
}

func writeFile(path string, text []byte) (lines int, err error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return 0, err
	}
	return bytes.Count(text, []byte("\n")), os.WriteFile(path, text, 0o666)
}
