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
	c := &coder{buf: data}
	var n uint64
	c.uint(&n)
	if n > uint64(len(data)) {
		return nil, errCode
	}
	lengths, total := make([]uint64, n), uint64(0)
	for i := range lengths {
		c.uint(&lengths[i])
		if total += min(lengths[i], uint64(len(data))+1); total > uint64(len(data)) {
			return nil, errCode
		}
	}
	if total > uint64(len(c.buf)) {
		return nil, errCode
	}
	text := string(c.buf[:total])
	c.buf = c.buf[total:]
	for _, l := range lengths {
		c.table = append(c.table, text[:l])
		text = text[l:]
	}
	p := new(Package)
	c.program(p)
	if c.bad || len(c.buf) > 0 {
		return nil, errCode
	}
	return p, nil
}

var errCode = errors.New("not the code of a package")

// coder goes over a package once, in either direction, so that both know one form.
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
	*v = T(int64(u>>1) ^ -int64(u&1))
}

func small[T ~uint8](c *coder, v *T) {
	u := uint64(*v)
	c.uint(&u)
	*v = T(u)
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
		*f = u>>i&1 != 0
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

func (c *coder) program(p *Package) {
	c.str(&p.Path)
	list(c, &p.Funcs, func(f **Func) {
		if !c.write {
			*f = new(Func)
		}
		c.fn(*f)
	})
	list(c, &p.Types, func(t **Type) {
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

func (c *coder) fn(f *Func) {
	vars := func(v *Var) {
		c.str(&v.Name)
		c.str(&v.Type)
	}
	c.str(&f.Name)
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
	c.bool(&b.Counted, &b.Delays)
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
