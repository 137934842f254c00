package credentials

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ast/edge"

	"github.com/auroravet/auroravet/internal/aurora"
	"github.com/auroravet/auroravet/passes/literals"
)

// secretParams is the fact of a function whose parameters become credentials though
// their names do not say so: what each becomes, or "".
type secretParams struct {
	Version int
	Names   []string
}

func (*secretParams) AFact()           {}
func (s *secretParams) String() string { return "secrets " + strings.Join(s.Names, ",") }

// Tells is false: it matters to an importer that writes a credential itself (see Possible).
func (*secretParams) Tells() bool { return false }

// holds is the fact of a constant or variable that holds a text like a credential.
// Reported says that it is reported where it is declared.
type holds struct {
	Version  int
	Reported bool
	Length   int
}

func (*holds) AFact()           {}
func (h *holds) String() string { return fmt.Sprintf("holds %d %v", h.Length, h.Reported) }

// Tells is true for what is not reported where it is declared: its use is.
func (h *holds) Tells() bool { return !h.Reported }

const factVersion = 1

func (p *pkg) readFacts() {
	for _, f := range p.pass.AllObjectFacts() {
		switch fact := f.Fact.(type) {
		case *holds:
			p.holds[f.Object] = fact
		case *secretParams:
			p.params[f.Object] = fact
		}
	}
}

// foreign reports whether an identifier is a constant or variable of another package
// that holds a text like a credential, which is not reported there.
func (p *pkg) foreign(id *ast.Ident) bool {
	obj := p.Info.Uses[id]
	if obj == nil || obj.Pkg() == nil || obj.Pkg() == p.Types || !literals.PackageLevel(obj) {
		return false
	}
	if h := p.holds[obj]; h != nil {
		return !h.Reported && h.Version == factVersion
	}
	c, ok := obj.(*types.Const)
	return ok && c.Val().Kind() == constant.String && judge(constant.StringVal(c.Val())) == random && p.module(obj.Pkg().Path())
}

// module reports whether a path looks like one of the same module or company: it
// shares the first elements. Constants of the standard library are no credentials.
func (p *pkg) module(path string) bool { return related(p.Types.Path(), path) }

func related(path, other string) bool {
	own, _, _ := strings.Cut(path, "/")
	first, _, _ := strings.Cut(other, "/")
	return own == first
}

// foreignValue returns the text of such a constant; of a variable no more than its
// length is known.
func (p *pkg) foreignValue(obj types.Object) string {
	if c, ok := obj.(*types.Const); ok {
		return constant.StringVal(c.Val())
	}
	return strings.Repeat("*", p.holds[obj].Length)
}

// paramSecret returns what a parameter becomes in the body of its function, or "".
func (p *pkg) paramSecret(fn *types.Func, i int) string {
	params := fn.Signature().Params()
	if i < 0 || i >= params.Len() {
		return ""
	}
	if fn.Pkg() != p.Types {
		if s := p.params[fn]; s != nil && s.Version == factVersion && i < len(s.Names) {
			return s.Names[i]
		}
		return ""
	}
	v := params.At(i)
	if name, ok := p.becomes[v]; ok {
		return name
	}
	if _, ok := p.Body(fn); !ok {
		return ""
	}
	p.becomes[v] = "" // the answer while it is sought, for functions that call each other
	p.becomes[v] = p.secretOf(v)
	return p.becomes[v]
}

// fieldSecret returns what a field of this package becomes where it is read, or "".
func (p *pkg) fieldSecret(v *types.Var) string {
	if v.Pkg() != p.Types || aurora.SecretName(v.Name()) != aurora.NotSecret {
		return ""
	}
	name, ok := p.becomes[v]
	if !ok {
		p.becomes[v] = ""
		p.becomes[v] = p.secretOf(v)
		name = p.becomes[v]
	}
	return name
}

// secretOf returns the name of a credential that a parameter or field becomes, "" for none.
func (p *pkg) secretOf(v *types.Var) string {
	for _, use := range p.Uses(v) {
		if use.ParentEdgeKind() == edge.SelectorExpr_Sel {
			use = use.Parent()
		} else if v.IsField() {
			continue // a literal gives it its value
		}
		if use.ParentEdgeKind() == edge.AssignStmt_Lhs {
			continue
		}
		for _, a := range p.Flow(use) {
			if a.Kind == literals.Compared || a.Part && a.Before == "" {
				continue // what stands at the front of a text is no more than its scheme
			}
			for _, s := range p.sinks(a) {
				if s.name != "" && !s.strict && (s.sure || aurora.SecretName(s.name) == aurora.Secret) {
					return s.name
				}
			}
		}
	}
	return ""
}

// exportFacts says to other packages which parameters and variables are about credentials.
func (p *pkg) exportFacts() {
	scope := p.Types.Scope()
	for _, name := range scope.Names() {
		switch obj := scope.Lookup(name).(type) {
		case *types.Func:
			p.exportParams(obj)
		case *types.TypeName:
			if named, ok := obj.Type().(*types.Named); ok && !obj.IsAlias() {
				for m := range named.Methods() {
					p.exportParams(m)
				}
			}
		case *types.Var:
			if !obj.Exported() {
				continue
			}
			if value := p.OnlyValue(obj); value != nil {
				if s, ok := p.Fold(value).Whole(); ok && judge(s) >= random {
					p.pass.ExportObjectFact(obj, &holds{factVersion, p.declared[obj], len(s)})
				}
			}
		case *types.Const:
			if obj.Exported() && p.declared[obj] {
				p.pass.ExportObjectFact(obj, &holds{factVersion, true, len(constant.StringVal(obj.Val()))})
			}
		}
	}
}

func (p *pkg) exportParams(fn *types.Func) {
	if !fn.Exported() {
		return
	}
	params := fn.Signature().Params()
	s := &secretParams{Version: factVersion, Names: make([]string, params.Len())}
	any := false
	for i := range params.Len() {
		if !givesText(params.At(i).Type()) || aurora.SecretName(params.At(i).Name()) != aurora.NotSecret {
			continue
		}
		s.Names[i] = p.paramSecret(fn, i)
		any = any || s.Names[i] != ""
	}
	if any {
		p.pass.ExportObjectFact(fn, s)
	}
}

// givesText says whether t is text, or a function that returns one.
func givesText(t types.Type) bool {
	if sig, ok := t.Underlying().(*types.Signature); ok && sig.Results().Len() > 0 {
		t = sig.Results().At(0).Type()
	}
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}
