package literals

import (
	"fmt"
	"go/types"

	"golang.org/x/tools/go/analysis"

	"github.com/auroravet/auroravet/internal/aurora"
)

// paramRoles is the fact of a function that gives a string parameter back, or does
// nothing with it but compare or show it.
type paramRoles struct {
	Version int
	Roles   []uint8 // one per parameter
}

func (*paramRoles) AFact()           {}
func (r *paramRoles) String() string { return fmt.Sprint("roles", r.Roles) }

// Tells is false: it matters to an importer that has a text of its own.
func (*paramRoles) Tells() bool { return false }

// format is the fact of a function that returns a text of which it fixes a part.
type format struct {
	Version int
	Parts   []Part
}

func (*format) AFact()           {}
func (f *format) String() string { return fmt.Sprintf("returns %q", Text(f.Parts).String()) }

// Tells is true: the text has a host of the API.
func (*format) Tells() bool { return true }

const factVersion = 1

// importedFacts looks up what other packages say of their functions.
type importedFacts struct {
	roles  func(*types.Func) *paramRoles
	format func(*types.Func) Text
	told   bool // there is a format
}

// readFacts takes the facts out of the pass, which is not to be used once it is over.
func readFacts(pass *analysis.Pass) importedFacts {
	roles := make(map[types.Object]*paramRoles)
	formats := make(map[types.Object]*format)
	for _, f := range pass.AllObjectFacts() {
		switch fact := f.Fact.(type) {
		case *paramRoles:
			roles[f.Object] = fact
		case *format:
			formats[f.Object] = fact
		}
	}
	return importedFacts{
		told:  len(formats) > 0,
		roles: func(fn *types.Func) *paramRoles { return roles[fn] },
		format: func(fn *types.Func) Text {
			if f := formats[fn]; f != nil && f.Version == factVersion {
				return f.Parts
			}
			return nil
		},
	}
}

// exportFacts says of each function what callers in other packages need to know.
func exportFacts(pass *analysis.Pass, p *Package, words *aurora.Vocabulary) {
	scope := pass.Pkg.Scope()
	export := func(fn *types.Func) {
		if _, ok := p.Body(fn); !ok || !fn.Exported() {
			return
		}
		if r := p.paramRolesOf(fn); r != nil {
			pass.ExportObjectFact(fn, r)
		}
		if t := p.Returned(fn); t != nil && len(words.HostsIn(t.String())) > 0 {
			pass.ExportObjectFact(fn, &format{factVersion, t})
		}
	}
	for _, name := range scope.Names() {
		switch obj := scope.Lookup(name).(type) {
		case *types.Func:
			export(obj)
		case *types.TypeName:
			if named, ok := obj.Type().(*types.Named); ok && !obj.IsAlias() {
				for m := range named.Methods() {
					export(m)
				}
			}
		}
	}
}

// paramRole returns what a function of the module does with a parameter.
func (p *Package) paramRole(fn *types.Func, index int) role {
	params := fn.Signature().Params()
	i := min(index, params.Len()-1)
	if i < 0 || !textual(params.At(i).Type()) {
		return used
	}
	if fn.Pkg() != p.Types {
		if r := p.imported.roles(fn); r != nil && r.Version == factVersion && i < len(r.Roles) {
			return role(r.Roles[i])
		}
		return used
	}
	return p.bodyRole(fn, i)
}

// bodyRole looks at the uses of a parameter.
func (p *Package) bodyRole(fn *types.Func, i int) role {
	v := fn.Signature().Params().At(i)
	if r, ok := p.roles[v]; ok {
		return r
	}
	if _, ok := p.Body(fn); !ok || p.busy[v] {
		return used
	}
	p.busy[v] = true
	r := p.roleInBody(fn, v)
	delete(p.busy, v)
	p.roles[v] = r
	return r
}

func (p *Package) roleInBody(fn *types.Func, v *types.Var) role {
	out, seen := used, false
	for _, use := range p.Uses(v) {
		for _, a := range p.Flow(use) {
			switch {
			case a.Kind == Returned && a.Obj == fn && len(a.Inside) == 0:
				return carried
			case !a.Last:
			case !a.Idle():
				return used
			default:
				out, seen = roleOf[a.Kind], true
			}
		}
	}
	if !seen {
		return used
	}
	return out
}

var roleOf = map[Kind]role{Compared: compared, Shown: shown, Named: named}

func (p *Package) paramRolesOf(fn *types.Func) *paramRoles {
	r := &paramRoles{Version: factVersion}
	idle := false
	for i := range fn.Signature().Params().Len() {
		x := used
		if textual(fn.Signature().Params().At(i).Type()) {
			x = p.bodyRole(fn, i)
		}
		idle = idle || x != used
		r.Roles = append(r.Roles, uint8(x))
	}
	if !idle {
		return nil
	}
	return r
}

// textual reports whether a type is a string, bytes, a list of them, or any type that is chosen.
func textual(t types.Type) bool {
	if _, ok := types.Unalias(t).(*types.TypeParam); ok {
		return true // its underlying type is its constraint
	}
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return u.Info()&types.IsString != 0
	case *types.Slice:
		if b, ok := u.Elem().Underlying().(*types.Basic); ok {
			return b.Info()&types.IsString != 0 || b.Kind() == types.Byte
		}
	}
	return false
}
