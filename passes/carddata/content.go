package carddata

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// content is what is known of a value: the card data in it, what a caller decides,
// and whether anything of it is not known. The zero content is clean.
type content struct {
	atoms []atom
	// open: something that is not known may be in it.
	open bool
}

// undecided says whether a name can say what c is: something in it is not known here.
func (c content) undecided() bool {
	for _, a := range c.atoms {
		if a.kinds == 0 {
			return true
		}
	}
	return c.open
}

// atom is one thing that a value may show.
type atom struct {
	kinds kinds  // card data, or 0 for a hole
	what  string // its name
	part  bool   // only a piece of it, such as one digit
	// stored: not its name says so but what the package stores there.
	stored bool
	hole   hole
}

// hole is what a value takes from a parameter, and in which way.
type hole struct {
	fn    *ssa.Function // whose parameter; nil in a fact, where it is the function's own
	param int
	path  string
	shape shape
	mode  mode
	aux   int    // the parameter that is the format or the key; -1 for none
	key   string // the fixed key
	not   string // the rules of the keys that are left out, in lines
	when  string // what other parameters have to be, in lines
}

// shape is how a sink takes a parameter apart.
type shape uint8

const (
	raw    shape = iota // the text of the parameter itself
	shown               // the parameter is printed
	list                // each element of the slice is printed
	pairs               // the elements are keys and values
	format              // the elements are printed by the format aux
	called              // the parameter is a function, and what it returns is printed
	asked               // a method of the parameter is called, and what it returns is printed
	typed               // a value of the type parameter is printed that the function never has itself
	sent                // the text at path, the body of a request, where that is sent
)

var clean = content{}

func unknown() content { return content{open: true} }

func card(k kinds, what string) content {
	return content{atoms: []atom{{kinds: k, what: what}}}
}

// add joins d into c and says whether c grew. Contents share their atoms until one of them grows.
func (c *content) add(d content) bool {
	grew := d.open && !c.open
	c.open = c.open || d.open
	switch {
	case len(d.atoms) == 0:
		return grew
	case len(c.atoms) == 0:
		c.atoms = d.atoms
		return true
	case len(c.atoms) == len(d.atoms) && &c.atoms[0] == &d.atoms[0]:
		return grew
	}
	shared := true
	for _, a := range d.atoms {
		if !c.takes(a) {
			continue
		}
		if shared {
			c.atoms = slices.Grow(slices.Clip(c.atoms), len(d.atoms))
			shared = false
		}
		c.put(a)
		grew = true
	}
	return grew
}

// takes says whether an atom says something new in c.
func (c *content) takes(a atom) bool {
	for i := range c.atoms {
		b := &c.atoms[i]
		if a == *b {
			return false
		}
		if a.hole.when != b.hole.when {
			if wide, ok := a.merge(*b); ok {
				return wide != *b
			}
		}
	}
	return len(c.atoms) < maxAtoms
}

// put adds an atom that is new to the atoms that c shares with nobody, or widens the condition
// of one that is there.
func (c *content) put(a atom) {
	for i, b := range c.atoms {
		if a.hole.when == b.hole.when {
			continue
		}
		if wide, ok := a.merge(b); ok {
			c.atoms = slices.Delete(c.atoms, i, i+1)
			if c.takes(wide) {
				c.put(wide)
			}
			return
		}
	}
	c.atoms = append(c.atoms, a)
}

// maxAtoms bounds a content: past it nothing new is told to a reader.
const maxAtoms = 24

// kinds returns the card data that is shown whole.
func (c content) kinds() kinds {
	var k kinds
	for _, a := range c.atoms {
		if !a.part {
			k |= a.kinds
		}
	}
	return k
}

// clean says that nothing in it matters or can come to matter.
func (c content) clean() bool { return len(c.atoms) == 0 && !c.open }

// hasParts says whether a piece of card data is in it, and none whole.
func (c content) hasParts() bool {
	for _, a := range c.atoms {
		if a.kinds != 0 && a.part {
			return c.kinds() == 0
		}
	}
	return false
}

// parts returns c with every atom turned into a piece.
func (c content) parts() content {
	out := content{open: c.open}
	for _, a := range c.atoms {
		a.part = true
		out.add(content{atoms: []atom{a}})
	}
	return out
}

// whole puts pieces together again.
func (c content) whole() content {
	out := content{open: c.open}
	for _, a := range c.atoms {
		a.part = false
		out.add(content{atoms: []atom{a}})
	}
	return out
}

// dropParts returns c without the pieces.
func (c content) dropParts() content {
	out := content{open: c.open}
	for _, a := range c.atoms {
		if !a.part {
			out.add(content{atoms: []atom{a}})
		}
	}
	return out
}

// byName returns only the card data of c that its own names tell of.
func (c content) byName() content {
	var out content
	for _, a := range c.atoms {
		if a.kinds != 0 && !a.stored {
			out.add(content{atoms: []atom{a}})
		}
	}
	return out
}

// asStored returns the card data of c as what is stored somewhere.
func (c content) asStored() content {
	var out content
	for _, a := range c.atoms {
		if a.kinds != 0 {
			a.stored = true
			out.add(content{atoms: []atom{a}})
		}
	}
	return out
}

// known returns only the card data of c.
func (c content) known() content {
	var out content
	for _, a := range c.atoms {
		if a.kinds != 0 {
			out.add(content{atoms: []atom{a}})
		}
	}
	return out
}

// ref names a value, or what is at a path inside of it, as seen at an instruction.
// The path goes through pointers without a step of its own: .Field, [] for any element,
// [3], [k:name] for the element of a map under a constant key.
type ref struct {
	v    ssa.Value
	path string
	at   ssa.Instruction
}

// in is what is at a step inside of r. A question about a type alone keeps only the last
// field of its path, so that types that hold themselves come to an end.
func (r ref) in(step string) ref {
	if r.v == nil {
		if step[0] != '.' {
			return r
		}
		return ref{path: step[strings.LastIndexByte(step, '.'):]}
	}
	return ref{r.v, r.path + step, r.at}
}

// mode is a way of printing at one depth of a value.
type mode struct {
	style uint8 // a loglib.Style
	verb  byte  // of fmt, 'v' for the print functions
	flags modeFlags
}

type modeFlags uint8

const (
	nested    modeFlags = 1 << iota // inside of a value, where fmt prints pointers as addresses
	noMethods                       // below an unexported field, whose methods fmt cannot call
	pointed                         // reached through a pointer, so that methods with pointer receivers count
	mute                            // an embedded struct of an unexported type: its fields' methods can be called, its own not
)

func (m mode) with(f modeFlags) mode { m.flags |= f; return m }

func (m mode) is(f modeFlags) bool { return m.flags&f != 0 }

// deref returns the element type of a pointer, or t.
func deref(t types.Type) types.Type {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		return p.Elem()
	}
	return t
}
