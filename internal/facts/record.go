package facts

import (
	"bytes"
	"encoding"
	"encoding/binary"
	"encoding/gob"
	"errors"
	"fmt"
	"reflect"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/types/objectpath"
)

// record is a fact as it is written. Its texts stand one after the other, each behind its length:
// package, object, kind, marks, data.
type record struct {
	pkg    string
	object objectpath.Path // "" for the package itself
	kind   string
	tells  bool
	handOn bool // those who import an importer see it too
	data   []byte
}

func (r record) name() [3]string { return [3]string{r.pkg, string(r.object), r.kind} }

// fact decodes the fact. It refuses one of no kind in kinds.
func (r record) fact(kinds Kinds) (analysis.Fact, error) {
	t := kinds[r.kind]
	if t == nil {
		return nil, fmt.Errorf("no analyzer has facts %s", r.kind)
	}
	v := reflect.New(t.Elem())
	if p, ok := v.Interface().(Plain); ok {
		return p, p.Keep(r.data)
	}
	err := gob.NewDecoder(bytes.NewReader(r.data)).DecodeValue(v)
	f, _ := v.Interface().(analysis.Fact)
	return f, err
}

// Plain is a fact that is written without package gob, for it is so large that copies of it count.
type Plain interface {
	analysis.Fact
	encoding.BinaryAppender
	// Keep reads what AppendBinary has written. It may keep data, which does not change.
	Keep(data []byte) error
}

// data returns a fact as it is written.
func data(f analysis.Fact) ([]byte, error) {
	if p, ok := f.(Plain); ok {
		return p.AppendBinary(nil)
	}
	var buf bytes.Buffer
	err := gob.NewEncoder(&buf).EncodeValue(reflect.ValueOf(f))
	return buf.Bytes(), err
}

const (
	markTells = 1 << iota
	markHandOn
)

func write(records []record) []byte {
	size := 0
	for _, r := range records {
		size += len(r.data) + len(r.pkg) + len(r.object) + len(r.kind) + 16
	}
	out := make([]byte, 0, size)
	for _, r := range records {
		marks := byte(0)
		if r.tells {
			marks |= markTells
		}
		if r.handOn {
			marks |= markHandOn
		}
		for _, text := range [][]byte{[]byte(r.pkg), []byte(r.object), []byte(r.kind), {marks}, r.data} {
			out = append(binary.AppendUvarint(out, uint64(len(text))), text...)
		}
	}
	return out
}

var errNoFacts = errors.New("this is no text of facts")

func read(text []byte) ([]record, error) {
	var out []record
	for len(text) > 0 {
		var parts [5][]byte
		for i := range parts {
			size, n := binary.Uvarint(text)
			if n <= 0 || size > uint64(len(text)-n) {
				return nil, errNoFacts
			}
			text = text[n:]
			parts[i], text = text[:size], text[size:]
		}
		if len(parts[3]) != 1 {
			return nil, errNoFacts
		}
		marks := parts[3][0]
		out = append(out, record{
			string(parts[0]), objectpath.Path(parts[1]), string(parts[2]),
			marks&markTells != 0, marks&markHandOn != 0, parts[4],
		})
	}
	return out, nil
}

// Tell reports whether a fact in a text can make an importer speak that says nothing itself.
// It returns an error for what is no text of facts.
func Tell(text []byte) (bool, error) {
	records, err := read(text)
	return slices.ContainsFunc(records, func(r record) bool { return r.tells }), err
}

// unitFact is a fact in the form that package unitchecker of x/tools reads (its package
// internal/facts).
type unitFact struct {
	PkgPath string
	Object  objectpath.Path
	Fact    analysis.Fact
}

// ForUnitchecker returns a text of facts in the form that package unitchecker of the x/tools
// release in go.mod reads.
func ForUnitchecker(text []byte, kinds Kinds) ([]byte, error) {
	records, err := read(text)
	if err != nil || len(records) == 0 {
		return nil, err
	}
	for _, t := range kinds {
		gob.Register(reflect.Zero(t).Interface())
	}
	var facts []unitFact
	for _, r := range records {
		f, err := r.fact(kinds)
		if err != nil {
			return nil, err
		}
		facts = append(facts, unitFact{r.pkg, r.object, f})
	}
	var buf bytes.Buffer
	err = gob.NewEncoder(&buf).Encode(facts)
	return buf.Bytes(), err
}
