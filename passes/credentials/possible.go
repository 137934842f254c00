package credentials

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/auroravet/auroravet/internal/ownership"
	"github.com/auroravet/auroravet/passes/literals"
	"github.com/auroravet/auroravet/passes/mention"
	"github.com/auroravet/auroravet/passes/vocabulary"
)

// nothing reports whether there is nothing to find, and nothing that importers need to know.
func (p *pkg) nothing() bool {
	tests := p.pass.ResultOf[vocabulary.Analyzer].(*vocabulary.Result).Tests
	return !ownership.Imported(p.pass, tests) && !slices.ContainsFunc(p.Files, literals.Embeds) &&
		!p.pass.ResultOf[mention.Analyzer].(*mention.Source).Any() &&
		!slices.ContainsFunc(p.Files, func(f *ast.File) bool { return p.Source(f) && Possible(f) }) &&
		!slices.ContainsFunc(p.Types.Imports(), func(imp *types.Package) bool { return PossibleIn(p.Types.Path(), imp) }) &&
		!slices.ContainsFunc(slices.Collect(maps.Values(p.holds)), (*holds).Tells)
}

// Possible reports whether a package without a word of the API may write a credential in this
// file: a text that looks random or has a known form. It looks at the syntax alone and says
// yes too often: what is put together of several texts counts by the look of the pieces.
func Possible(f *ast.File) bool {
	if slices.ContainsFunc(f.Imports, func(i *ast.ImportSpec) bool { return encoded(i.Path.Value) }) {
		return true
	}
	found := false
	inner := make(map[ast.Node]bool) // sums in sums
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BasicLit:
			found = found || whole.in(literal(n))
		case *ast.ValueSpec:
			found = found || piece.inAny(n.Values)
		case *ast.AssignStmt:
			found = found || piece.inAny(n.Rhs)
		case *ast.BinaryExpr:
			if n.Op == token.ADD && !inner[n] {
				found = found || piece.in(sum(n, inner))
			}
		case *ast.CallExpr:
			found = found || whole.in(joined(n.Args))
		case *ast.CompositeLit:
			found = found || whole.in(joined(n.Elts)) || possibleBytes(n)
		}
		return !found
	})
	return found
}

// encoded reports whether an import is of a package that makes a random text of a plain one.
func encoded(path string) bool { return path == `"encoding/base64"` || path == `"encoding/hex"` }

// PossibleIn is [Possible] for the constants that a package gives to one at path.
func PossibleIn(path string, imported *types.Package) bool {
	if !related(path, imported.Path()) {
		return false
	}
	scope := imported.Scope()
	return slices.ContainsFunc(scope.Names(), func(name string) bool {
		c, ok := scope.Lookup(name).(*types.Const)
		return ok && c.Exported() && c.Val().Kind() == constant.String && piece.in(constant.StringVal(c.Val()))
	})
}

// literal returns the text of a string literal, "" for another expression.
func literal(e ast.Expr) string {
	if lit, ok := ast.Unparen(e).(*ast.BasicLit); ok && lit.Kind == token.STRING {
		text, _ := strconv.Unquote(lit.Value)
		return text
	}
	return ""
}

// sum returns the literals of a sum in one text, and notes the sums in it.
func sum(top *ast.BinaryExpr, inner map[ast.Node]bool) string {
	var text strings.Builder
	ast.Inspect(top, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BinaryExpr:
			inner[n] = true
		case *ast.BasicLit:
			text.WriteString(literal(n))
		case *ast.CallExpr, *ast.CompositeLit, *ast.FuncLit, *ast.IndexExpr:
			return false
		}
		return true
	})
	return text.String()
}

// joined returns the literals of a list in one text when there are a few.
func joined(list []ast.Expr) string {
	if len(list) < 2 || len(list) > 8 {
		return ""
	}
	parts := make([]string, len(list))
	for i, e := range list {
		parts[i] = literal(e)
	}
	return strings.Join(parts, "")
}

// possibleBytes is byteList without types.
func possibleBytes(lit *ast.CompositeLit) bool {
	if list, ok := lit.Type.(*ast.ArrayType); ok {
		if id, ok := list.Elt.(*ast.Ident); ok && id.Name != "byte" && id.Name != "uint8" && types.Universe.Lookup(id.Name) != nil {
			return false
		}
	}
	if len(lit.Elts) < 16 || len(lit.Elts) > 128 {
		return false
	}
	return !slices.ContainsFunc(lit.Elts, func(e ast.Expr) bool {
		switch e := e.(type) {
		case *ast.KeyValueExpr, *ast.CompositeLit, *ast.FuncLit:
			return true
		case *ast.BasicLit:
			return e.Kind != token.INT && e.Kind != token.CHAR
		}
		return false
	})
}

// What ends a text that looks random for certain, and what may.
const (
	firmEnds = " \t\r\n<>(){}[]\"'`,;\\"
	softEnds = "=:&?@|/"
)

// look is how a random text looks: how long it is, of how many characters.
type look struct{ length, different int }

var (
	whole = look{shortestRandom, differentRandom}
	piece = look{8, 5} // of what is put together elsewhere
)

func (l look) inAny(list []ast.Expr) bool {
	return slices.ContainsFunc(list, func(e ast.Expr) bool { return l.in(literal(e)) })
}

// in reports whether a part of a text has the look.
func (l look) in(text string) bool {
	if len(text) < l.length || len(text) > 1<<16 {
		return false
	}
	if name, _ := shape(text); name != "" || header(text) != nil {
		return true
	}
	return slices.ContainsFunc(strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(firmEnds, r) }), l.inRun)
}

// inRun tries all that stands between two soft ends of a run; of a run with many, what stands
// between two that follow each other.
func (l look) inRun(run string) bool {
	if len(run) < l.length {
		return false
	}
	ends := []int{-1}
	for i := range len(run) {
		if strings.IndexByte(softEnds, run[i]) >= 0 {
			ends = append(ends, i)
		}
	}
	ends = append(ends, len(run))
	for i, from := range ends[:len(ends)-1] {
		for j, to := range ends[i+1:] {
			if (j == 0 || len(ends) < 16) && l.has(run[from+1:to]) {
				return true
			}
		}
	}
	return len(ends) >= 16 && l.has(run)
}

func (l look) has(s string) bool {
	return uneven(s, l.length, l.different) && !strings.ContainsFunc(s, notASCII)
}
