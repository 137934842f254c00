package webhooks

import (
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/aurora"
	"github.com/auroravet/auroravet/internal/ir"
	"github.com/auroravet/auroravet/internal/weblib"
)

// This file holds the signatures that a handler stores. Who reads them later can verify an event if the body is
// stored as it came, too: beside what was made of it a signature says nothing.

// filing is what a handler stores, and what else it hands to code that is not in view.
type filing struct {
	// fields are those of structs in which the signature is kept.
	fields map[string]bool
	// stored says that the signature is handed to what stores it, bodied that the body as it came, or what it
	// is read from, is handed to whatever may keep it.
	stored, bodied bool
}

// storeWords are words in the names of functions that store what they are given.
var storeWords = []string{"insert", "upsert", "save", "store", "persist", "append", "add", "put", "create", "record", "keep", "enqueue", "exec"}

// file notes that the signature is kept in a field.
func (s *filing) file(fr *frame, addr ir.Ref) {
	if s.fields == nil {
		s.fields = map[string]bool{}
	}
	s.fields[fieldName(fr, fr.fn.Def(addr))] = true
}

// given notes what a call that is not in view is given, and says whether it only stores the signature.
func (s *filing) given(fr *frame, name string, args []ir.Ref, of marks) bool {
	s.bodied = s.bodied || of&(rawBody|notKnown) != 0 || slices.ContainsFunc(args, func(a ir.Ref) bool { return a != ir.None && weblib.RequestType(fr.typ(a)) })
	last := name[strings.LastIndexByte(name, '.')+1:]
	if of&signature == 0 || verifying(name) || !slices.ContainsFunc(aurora.Words(last), func(w string) bool { return slices.Contains(storeWords, w) }) {
		return false
	}
	s.stored = true
	return true
}

// verifiable says whether who has what is stored may verify it later: the body as it came is there too, or
// something in view reads the signature again.
func (s *filing) verifiable(v *verdict) bool {
	if !s.stored || s.bodied || !v.takesBody {
		return s.stored
	}
	found := false
	v.flow.prog.Funcs(func(fn *ir.Func) {
		if found {
			return
		}
		types := fn.Types()
		for _, in := range fn.Instrs() {
			if in.Op != ir.FieldAddr && in.Op != ir.FieldOf || !s.fields[strings.TrimLeft(types.Of(in.Args[0]), "*")+"."+in.Sym] {
				continue
			}
			found = found || in.Op == ir.FieldOf || slices.ContainsFunc(fn.Instrs(), func(u *ir.Instr) bool {
				return (u.Op != ir.Store || u.Args[0] != ir.Ref(in.Dst)) && slices.Contains(u.Args, ir.Ref(in.Dst))
			})
		}
	})
	return found
}
