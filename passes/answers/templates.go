package answers

import (
	"slices"
	"strings"
	"text/template/parse"

	"github.com/auroravet/auroravet/internal/ir"
	"github.com/auroravet/auroravet/internal/loglib"
)

// This file holds what templates print of the data that they are executed with.

// printing is what a template prints: the fields of these names, with all that is in them, or everything.
type printing struct {
	names map[string]bool
	all   bool
	// dotted are the templates that print all that they are given.
	dotted map[string]bool
	index  string // the variable that counts the elements, which says nothing of them
}

// printedBy is what the template prints that a call executes; nil where its text is not in view.
func (f *frame) printedBy(in *ir.Instr, row *loglib.Row) *printing {
	if !slices.ContainsFunc(row.Takes, func(t loglib.Take) bool { return t.As == "template" }) || len(in.Args) < 2 {
		return nil
	}
	text, ok := f.a.templateText(f.fn, in.Args[1], 0)
	if !ok {
		return nil
	}
	trees := map[string]*parse.Tree{}
	tree := parse.New(rootTemplate)
	tree.Mode = parse.SkipFuncCheck
	if _, err := tree.Parse(text, "", "", trees); err != nil {
		return nil
	}
	out := &printing{names: map[string]bool{}, dotted: map[string]bool{}}
	for range 2 { // templates that pass on what they are given
		for name, t := range trees {
			p := &printing{names: map[string]bool{}, dotted: out.dotted}
			p.list(t.Root, true)
			out.dotted[name] = p.all
		}
	}
	for name, t := range trees {
		out.list(t.Root, name == rootTemplate || trees[rootTemplate] == nil)
	}
	return out
}

// rootTemplate is the name here of the template that is executed, among those that its text defines.
const rootTemplate = "the page"

// list notes what the nodes of a list print; whole says that the dot is all of the data.
func (p *printing) list(l *parse.ListNode, whole bool) {
	if l == nil {
		return
	}
	for _, n := range l.Nodes {
		switch n := n.(type) {
		case *parse.ActionNode:
			if len(n.Pipe.Decl) == 0 {
				p.pipe(n.Pipe, whole)
			}
		case *parse.IfNode:
			p.list(n.List, whole)
			p.list(n.ElseList, whole)
		case *parse.WithNode:
			p.within(&n.BranchNode, whole)
		case *parse.RangeNode:
			p.within(&n.BranchNode, whole)
		case *parse.TemplateNode:
			if n.Pipe != nil && p.dotted[n.Name] {
				p.pipe(n.Pipe, whole)
			}
		}
	}
}

// within notes what is printed where the dot is a part of the data: all of that part when it prints the dot.
func (p *printing) within(b *parse.BranchNode, whole bool) {
	inner := &printing{names: p.names, dotted: p.dotted, index: p.index}
	if len(b.Pipe.Decl) == 2 {
		inner.index = b.Pipe.Decl[0].Ident[0]
	}
	inner.list(b.List, true)
	if inner.all {
		p.pipe(b.Pipe, whole)
	}
	p.list(b.ElseList, whole)
}

// pipe notes the fields that a pipeline prints. A variable is what it was set to, of which nothing is known.
func (p *printing) pipe(pipe *parse.PipeNode, whole bool) {
	for _, cmd := range pipe.Cmds {
		for _, arg := range cmd.Args {
			switch arg := arg.(type) {
			case *parse.DotNode:
				p.all = p.all || whole
			case *parse.FieldNode:
				p.fields(arg.Ident)
			case *parse.VariableNode:
				p.all = p.all || len(arg.Ident) == 1 && arg.Ident[0] != p.index && (whole || arg.Ident[0] == "$")
				p.fields(arg.Ident[1:])
			case *parse.ChainNode:
				p.fields(arg.Field)
			case *parse.PipeNode:
				p.pipe(arg, whole)
			}
		}
	}
}

// fields notes the field that a chain of names leads to, and the one before it where the last is a method of
// an error or of what has a text.
func (p *printing) fields(chain []string) {
	n := len(chain)
	if n == 0 {
		return
	}
	p.names[chain[n-1]] = true
	if last := chain[n-1]; n > 1 && (last == "Error" || last == "String") {
		p.names[chain[n-2]] = true
	}
}

// rendered returns the labels of what a template prints of some data.
func (f *frame) rendered(p *printing, v *value, printed bool, depth int) []label {
	if p.all || printed {
		return f.whole(v, nil, depth)
	}
	if v == nil || depth > 2*maxFields {
		return nil
	}
	var out []label
	if depth == 0 {
		out = append(out, keys(v)...)
	}
	for name, field := range v.fields {
		switch {
		case name == element:
			out = append(out, f.rendered(p, field, strings.HasPrefix(v.typ, "map[") || v.typ == "", depth+1)...)
		case !strings.HasPrefix(name, heldAs):
			out = append(out, f.rendered(p, field, p.names[name] || name == "*" && depth == 0, depth+1)...)
		}
	}
	return out
}

// maxTemplate bounds the calls by which a template is made.
const maxTemplate = 8

// templateText is the text that a template was parsed from, where it is a constant of the program.
func (a *analyzer) templateText(fn *ir.Func, r ir.Ref, depth int) (string, bool) {
	if depth > maxTemplate {
		return "", false
	}
	in := fn.Def(r)
	switch {
	case r < 0 || in == nil:
		return "", false
	case in.Op == ir.Load && in.Args[0] < 0:
		c := fn.Const(in.Args[0])
		if c == nil || c.Kind != ir.KindGlobal {
			return "", false
		}
		return a.globalTemplate(c.Str, depth)
	case in.Op == ir.Extract:
		return a.templateText(fn, in.Args[0], depth+1)
	case in.Op == ir.Call && strings.HasSuffix(in.Sym, "/template.Must") && len(in.Args) > 1:
		return a.templateText(fn, in.Args[1], depth+1)
	case in.Op == ir.Call && strings.HasSuffix(in.Sym, "/template.Template).Parse") && len(in.Args) > 2:
		if c := fn.Const(in.Args[2]); c != nil && c.Kind == ir.KindString {
			return c.Str, true
		}
	}
	return "", false
}

// globalTemplate is the text of a template that is kept in a variable which is set once.
func (a *analyzer) globalTemplate(name string, depth int) (string, bool) {
	text, stores := "", 0
	for _, fn := range a.prog.Own {
		for _, in := range fn.Instrs() {
			if in.Op != ir.Store || in.Args[0] >= 0 {
				continue
			}
			if c := fn.Const(in.Args[0]); c == nil || c.Kind != ir.KindGlobal || c.Str != name {
				continue
			}
			if stores++; stores > 1 {
				return "", false
			}
			t, ok := a.templateText(fn, in.Args[1], depth+1)
			if !ok {
				return "", false
			}
			text = t
		}
	}
	return text, stores == 1
}
