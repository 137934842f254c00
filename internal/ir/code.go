package ir

import (
	"encoding/binary"
	"errors"
	"slices"
	"strings"
)

// Encode writes a package in few bytes: the strings, each once, and then numbers. The
// source positions are left out, which mean nothing in another package. Equal packages
// give equal bytes.
func Encode(p *Package) []byte {
	c := &coder{write: true, index: map[string]uint64{}}
	c.program(p)
	body := c.buf
	out := binary.AppendUvarint(nil, uint64(len(c.table)))
	for _, s := range c.table {
		out = binary.AppendUvarint(out, uint64(len(s)))
	}
	for _, s := range c.table {
		out = append(out, s...)
	}
	return append(out, body...)
}

// Decode reads what Encode wrote. It refuses what is cut off or makes no sense.
func Decode(data []byte) (*Package, error) {
	r, err := Open(data)
	if err != nil {
		return nil, err
	}
	p := &Package{Path: r.Path, Types: r.Types}
	for i := range r.Names {
		f := r.Func(i)
		if f == nil {
			return nil, errCode
		}
		p.Funcs = append(p.Funcs, f)
	}
	return p, nil
}

// Reader reads the functions of an encoded package one by one: of what a package carries
// along, those who import it need little.
type Reader struct {
	Path  string
	Types []*Type
	Names []string // of the functions
	codes [][]byte
	coder coder
}

// Open reads all but the functions. It refuses what is cut off or makes no sense.
func Open(data []byte) (*Reader, error) {
	r := &Reader{coder: coder{buf: data}}
	c := &r.coder
	if !c.readTable() {
		return nil, errCode
	}
	c.str(&r.Path)
	c.types(&r.Types)
	n := c.length(0)
	r.Names, r.codes = make([]string, n), make([][]byte, n)
	for i := range n {
		c.str(&r.Names[i])
		size := c.length(0)
		r.codes[i], c.buf = c.buf[:size], c.buf[size:]
	}
	if c.bad || len(c.buf) > 0 {
		return nil, errCode
	}
	return r, nil
}

// Func reads a function by the index of its name, nil when that makes no sense. Each call reads it again.
func (r *Reader) Func(i int) *Func {
	c := &r.coder
	c.buf, c.bad = r.codes[i], false
	f := &Func{Name: r.Names[i]}
	c.fn(f)
	if c.bad || len(c.buf) > 0 {
		return nil
	}
	return f
}

// readTable reads the strings.
func (c *coder) readTable() bool {
	size := uint64(len(c.buf))
	var n uint64
	c.uint(&n)
	if n > size {
		return false
	}
	lengths, total := make([]uint64, n), uint64(0)
	for i := range lengths {
		c.uint(&lengths[i])
		if total += min(lengths[i], size+1); total > size {
			return false
		}
	}
	if total > uint64(len(c.buf)) {
		return false
	}
	text := string(c.buf[:total])
	c.buf = c.buf[total:]
	for _, l := range lengths {
		c.table = append(c.table, text[:l])
		text = text[l:]
	}
	return true
}

var errCode = errors.New("not the code of a package")

// coder goes over a package once, in either direction, so that both know one form. In writing it
// changes nothing of the package, which others may read meanwhile.
type coder struct {
	write bool
	buf   []byte // what is written, or what is left to read
	table []string
	index map[string]uint64 // of the table, in writing
	refs  []Ref             // room for operands, in reading
	bad   bool              // what is read makes no sense
}

func (c *coder) uint(v *uint64) {
	if c.write {
		c.buf = binary.AppendUvarint(c.buf, *v)
		return
	}
	x, n := binary.Uvarint(c.buf)
	if n <= 0 {
		*v, c.bad, c.buf = 0, true, nil
		return
	}
	*v, c.buf = x, c.buf[n:]
}

// number codes a signed number of any size.
func number[T ~int | ~int64](c *coder, v *T) {
	u := uint64(*v)<<1 ^ uint64(int64(*v)>>63)
	c.uint(&u)
	if !c.write {
		*v = T(int64(u>>1) ^ -int64(u&1))
	}
}

func small[T ~uint8](c *coder, v *T) {
	u := uint64(*v)
	c.uint(&u)
	if !c.write {
		*v = T(u)
	}
}

func (c *coder) bool(flags ...*bool) {
	var u uint64
	for i, f := range flags {
		if *f {
			u |= 1 << i
		}
	}
	c.uint(&u)
	for i, f := range flags {
		if !c.write {
			*f = u>>i&1 != 0
		}
	}
}

func (c *coder) str(s *string) {
	var i uint64
	if c.write {
		known := false
		if i, known = c.index[*s]; !known {
			i = uint64(len(c.table))
			key := strings.Clone(*s)
			c.index[key], c.table = i, append(c.table, key)
		}
	}
	c.uint(&i)
	if c.write {
		return
	}
	if i >= uint64(len(c.table)) {
		c.bad = true
		return
	}
	*s = c.table[i]
}

// length codes the length of a list; each of its elements takes a byte at least.
func (c *coder) length(n int) int {
	u := uint64(n)
	c.uint(&u)
	if !c.write && u > uint64(len(c.buf)) {
		c.bad = true
		return 0
	}
	return int(u)
}

func list[T any](c *coder, s *[]T, each func(*T)) {
	n := c.length(len(*s))
	if !c.write && n > 0 {
		*s = make([]T, n)
	}
	for i := range n {
		each(&(*s)[i])
	}
}

// program writes a package; Open reads it.
func (c *coder) program(p *Package) {
	c.str(&p.Path)
	c.types(&p.Types)
	c.length(len(p.Funcs))
	for _, f := range p.Funcs {
		c.str(&f.Name)
		before := c.buf
		c.buf = nil
		c.fn(f)
		code := c.buf
		c.buf = before
		c.length(len(code))
		c.buf = append(c.buf, code...)
	}
}

func (c *coder) types(types *[]*Type) {
	list(c, types, func(t **Type) {
		if !c.write {
			*t = new(Type)
		}
		c.str(&(*t).Name)
		list(c, &(*t).Fields, func(f *Field) {
			c.str(&f.Name)
			c.str(&f.Type)
			c.str(&f.Tag)
			c.bool(&f.Embedded)
		})
	})
}

// fn codes what comes after the name of a function.
func (c *coder) fn(f *Func) {
	vars := func(v *Var) {
		c.str(&v.Name)
		c.str(&v.Type)
	}
	c.str(&f.Pkg)
	list(c, &f.Params, vars)
	list(c, &f.Free, vars)
	list(c, &f.Consts, func(k *Const) {
		small(c, &k.Kind)
		c.str(&k.Str)
		number(c, &k.Int)
		c.str(&k.Type)
	})
	list(c, &f.Blocks, c.block)
	number(c, &f.Regs)
	number(c, &f.Results)
	c.bool(&f.ErrResult, &f.Recv, &f.Generated, &f.Client, &f.Exported)
}

func (c *coder) block(b *Block) {
	index := func(i *int) { number(c, i) }
	list(c, &b.Instrs, c.instr)
	list(c, &b.Preds, index)
	list(c, &b.Succs, index)
	list(c, &b.Loops, index)
	c.bool(&b.Counted, &b.Delays, &b.Heedless)
}

// instr codes the fields of an instruction that are in use.
func (c *coder) instr(in *Instr) {
	small(c, &in.Op)
	sym, typ, n, result, names := in.Sym != "", in.Type != "", in.N != 0, in.Result != "", in.Names != nil
	c.bool(&sym, &typ, &n, &result, &names)
	number(c, &in.Dst)
	c.operands(&in.Args)
	if sym {
		c.str(&in.Sym)
	}
	if typ {
		c.str(&in.Type)
	}
	if n {
		number(c, &in.N)
	}
	if result {
		c.str(&in.Result)
	}
	if names {
		list(c, &in.Names, c.str)
	}
}

// operands are most of the lists there are: they share their room.
func (c *coder) operands(args *[]Ref) {
	n := c.length(len(*args))
	if !c.write && n > 0 {
		if len(c.refs)+n > cap(c.refs) {
			c.refs = make([]Ref, 0, max(n, 1024))
		}
		c.refs = c.refs[:len(c.refs)+n]
		*args = slices.Clip(c.refs[len(c.refs)-n:])
	}
	for i := range n {
		number(c, &(*args)[i])
	}
}
