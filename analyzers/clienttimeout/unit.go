package clienttimeout

import (
	"go/ast"
	"go/token"
	"go/types"
	"strconv"

	"golang.org/x/tools/go/analysis"

	"github.com/auroravet/auroravet/passes/requests"
)

// Numbers that are seconds, or milliseconds, beyond doubt. What is between may be both.
const (
	mostSeconds      = 120
	leastMillisecond = 1000
)

// giveUnit returns the fix for a bare number of nanoseconds in the literal of a client.
func giveUnit(pass *analysis.Pass, c requests.Client) []analysis.SuggestedFix {
	if c.Why != requests.TimeoutTooTiny {
		return nil
	}
	for _, f := range pass.Files {
		if c.Pos < f.FileStart || f.FileEnd <= c.Pos {
			continue
		}
		number := timeoutNumber(f, c.Pos)
		pkg, add, ok := timePackage(pass, f, c.Pos)
		if number == nil || !ok {
			return nil
		}
		n, err := strconv.Atoi(number.Value)
		unit := "Second"
		switch {
		case err != nil, mostSeconds < n && n < leastMillisecond:
			return nil
		case n >= leastMillisecond:
			unit = "Millisecond"
		}
		edits := append(add, analysis.TextEdit{Pos: number.End(), End: number.End(), NewText: []byte(" * " + pkg + "." + unit)})
		return []analysis.SuggestedFix{{Message: "give the timeout its unit", TextEdits: edits}}
	}
	return nil
}

// timeoutNumber returns the number that the literal at pos has for its Timeout.
func timeoutNumber(f *ast.File, pos token.Pos) (number *ast.BasicLit) {
	ast.Inspect(f, func(n ast.Node) bool {
		lit, ok := n.(*ast.CompositeLit)
		if !ok || lit.Pos() != pos {
			return n != nil && n.Pos() <= pos && pos < n.End()
		}
		for _, elt := range lit.Elts {
			if kv, ok := elt.(*ast.KeyValueExpr); ok {
				if key, ok := kv.Key.(*ast.Ident); ok && key.Name == "Timeout" {
					number, _ = kv.Value.(*ast.BasicLit)
				}
			}
		}
		return false
	})
	return number
}

// timePackage returns what package time is called at a place, and the edit that imports
// it when the file does not. False when the name means something else there.
func timePackage(pass *analysis.Pass, f *ast.File, pos token.Pos) (name string, add []analysis.TextEdit, ok bool) {
	name = "time"
	imported := false
	for _, spec := range f.Imports {
		if spec.Path.Value == `"time"` {
			imported = true
			if spec.Name != nil {
				name = spec.Name.Name
			}
		}
	}
	_, obj := pass.Pkg.Scope().Innermost(pos).LookupParent(name, pos)
	if imported {
		_, ok = obj.(*types.PkgName)
		return name, nil, ok
	}
	if obj != nil || len(f.Imports) == 0 {
		return "", nil, false
	}
	last := f.Imports[len(f.Imports)-1]
	text := "\nimport \"time\""
	for _, d := range f.Decls {
		if gd, isGen := d.(*ast.GenDecl); isGen && gd.Lparen.IsValid() && gd.Pos() <= last.Pos() && last.Pos() < gd.End() {
			text = "\n\t\"time\""
		}
	}
	return name, []analysis.TextEdit{{Pos: last.End(), End: last.End(), NewText: []byte(text)}}, true
}
