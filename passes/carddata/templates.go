package carddata

import (
	"text/template/parse"

	"golang.org/x/tools/go/ssa"
)

// templateItems lists what executing a template shows of its data: the fields that its text
// names. A template whose text is not in view shows nothing that is known.
func (e *engine) templateItems(it item, tmpl, data ssa.Value) []item {
	var out []item
	data = concrete(data)
	for _, text := range e.templateTexts(tmpl, 0) {
		tree := parse.New("t")
		tree.Mode = parse.SkipFuncCheck
		set := map[string]*parse.Tree{}
		if _, err := tree.Parse(text, "", "", set); err != nil || tree.Root == nil {
			continue
		}
		var paths []string
		shownPaths(tree.Root, "", &paths)
		for _, path := range paths {
			el := it
			el.r = ref{data, path, it.r.at}
			if t, _, _, _ := typeAt(data.Type(), path); t != nil {
				out = append(out, el)
			}
		}
	}
	return out
}

// templateTexts follows a template to the constant texts that it is parsed from.
func (e *engine) templateTexts(v ssa.Value, depth int) []string {
	if depth > 6 {
		return nil
	}
	var out []string
	for _, s := range e.resolve(ref{v, "", nil}) {
		switch x := s.v.(type) {
		case *ssa.Global:
			for _, w := range e.writes.of[x] {
				if w.val != nil && w.path == s.path {
					out = append(out, e.templateTexts(w.val, depth+1)...)
				}
			}
		case *ssa.Call:
			args := callArgs(x.Common())
			if len(args) == 0 {
				continue
			}
			if calleeName(x.Common()) == "Parse" && len(args) == 2 {
				if text, ok := constText(args[1]); ok {
					out = append(out, text)
				}
			}
			out = append(out, e.templateTexts(args[0], depth+1)...)
		}
		if f := e.fieldAt(s.ref); f != nil {
			for _, st := range e.stores[f] {
				out = append(out, e.templateTexts(st.v, depth+1)...)
			}
		}
	}
	return out
}

// shownPaths collects the paths of the data that a template writes out; dot is where it stands.
func shownPaths(n parse.Node, dot string, out *[]string) {
	switch n := n.(type) {
	case *parse.ListNode:
		if n != nil {
			for _, c := range n.Nodes {
				shownPaths(c, dot, out)
			}
		}
	case *parse.ActionNode:
		if len(n.Pipe.Decl) == 0 && !hides(n.Pipe) {
			for _, arg := range n.Pipe.Cmds[0].Args {
				if path, ok := pathOf(arg, dot); ok {
					*out = append(*out, path)
				}
			}
		}
	case *parse.IfNode:
		shownPaths(n.List, dot, out)
		shownPaths(n.ElseList, dot, out)
	case *parse.RangeNode:
		if path, ok := pipePath(n.Pipe, dot); ok {
			shownPaths(n.List, path+"[]", out)
		}
	case *parse.WithNode:
		if path, ok := pipePath(n.Pipe, dot); ok {
			shownPaths(n.List, path, out)
		}
	}
}

// hides says whether a pipeline sends its value through a function that is not one of those
// that print it.
func hides(pipe *parse.PipeNode) bool {
	for _, cmd := range pipe.Cmds {
		for _, arg := range cmd.Args {
			if id, ok := arg.(*parse.IdentifierNode); ok {
				switch id.Ident {
				case "print", "printf", "println", "html", "js", "urlquery":
				default:
					return true
				}
			}
		}
	}
	return false
}

func pipePath(pipe *parse.PipeNode, dot string) (string, bool) {
	if len(pipe.Cmds) != 1 || len(pipe.Cmds[0].Args) != 1 {
		return "", false
	}
	return pathOf(pipe.Cmds[0].Args[0], dot)
}

// pathOf is the path of the data that an operand names.
func pathOf(n parse.Node, dot string) (string, bool) {
	switch n := n.(type) {
	case *parse.DotNode:
		return dot, true
	case *parse.FieldNode:
		for _, name := range n.Ident {
			dot += "." + name
		}
		return dot, true
	case *parse.VariableNode:
		if n.Ident[0] != "$" {
			return "", false
		}
		path := ""
		for _, name := range n.Ident[1:] {
			path += "." + name
		}
		return path, true
	}
	return "", false
}
