package hosts

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/auroravet/auroravet/internal/aurora"
	"github.com/auroravet/auroravet/passes/literals"
)

// offeredFile reports whether an embedded file with a sandbox host is one that the program chooses at
// run time: by what it is named for, or by how it is read.
func (p *pkg) offeredFile(f literals.File, files []literals.File) bool {
	siblings := slices.DeleteFunc(slices.Clone(files), func(g literals.File) bool { return !p.liveSibling(f, g) })
	named := (trial(f.Name) || trial(f.Var.Name)) && (len(p.prods) > 0 || len(siblings) > 0)
	siblings = slices.DeleteFunc(siblings, func(g literals.File) bool { return g.Name == f.Name || !p.onlyLive(g) })
	obj := p.Info.Defs[f.Var]
	if obj == nil || types.TypeString(obj.Type(), nil) != "embed.FS" {
		return named || obj != nil && p.pickedVariable(obj, siblings)
	}
	siblings = slices.DeleteFunc(siblings, func(g literals.File) bool { return g.Var != f.Var })
	found := slices.DeleteFunc(p.Readings(obj), func(r literals.Reading) bool { return !r.Covers(f.Name) })
	for _, r := range found {
		if r.Name != f.Name {
			continue
		}
		switch p.context(r.At) {
		case fallback:
			return false
		case always:
			return slices.ContainsFunc(siblings, func(g literals.File) bool { return p.readByName(obj, g) }) // to choose from
		}
	}
	switch {
	case named:
		return true
	case len(found) == 0:
		return slices.ContainsFunc(siblings, func(g literals.File) bool { return live(g.Name) })
	}
	return !slices.ContainsFunc(found, func(r literals.Reading) bool {
		return r.Name != f.Name && !(r.Open() && slices.ContainsFunc(siblings, func(g literals.File) bool { return r.Covers(g.Name) }))
	})
}

// onlyLive reports whether a file names production hosts and no sandbox.
func (p *pkg) onlyLive(f literals.File) bool {
	refs := p.words.HostsIn(f.Text)
	return len(refs) > 0 && !slices.ContainsFunc(refs, func(r aurora.HostRef) bool { return r.Class == aurora.Sandbox })
}

// readByName reports whether a file is read by a name that is written down.
func (p *pkg) readByName(files types.Object, f literals.File) bool {
	return slices.ContainsFunc(p.Readings(files), func(r literals.Reading) bool { return r.Name == f.Name })
}

// pickedVariable reports whether each use of a variable that holds one file is chosen at run time, by a branch or
// out of a table, from those of its siblings.
func (p *pkg) pickedVariable(v types.Object, siblings []literals.File) bool {
	uses := p.Uses(v)
	return len(uses) > 0 && len(siblings) > 0 && !slices.ContainsFunc(uses, func(c inspector.Cursor) bool {
		if p.context(c) == chosen {
			return false
		}
		for lit := range c.Enclosing((*ast.CompositeLit)(nil)) {
			e := lit.Node().(*ast.CompositeLit)
			if _, ok := p.Info.TypeOf(e).Underlying().(*types.Map); ok {
				return !slices.ContainsFunc(siblings, func(g literals.File) bool { return p.names(e, p.Info.Defs[g.Var]) })
			}
		}
		return true
	})
}
