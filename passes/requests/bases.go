package requests

import (
	"maps"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/auroravet/auroravet/internal/aurora"
	"github.com/auroravet/auroravet/internal/eval"
	"github.com/auroravet/auroravet/internal/ir"
)

// A loader of the configuration is seldom a function that the client's package calls: the
// client gets the settings, and knows no more than their type. So each package says in a
// fact in which fields and variables, its own and those of the packages that it imports,
// an address of the API is kept.

// basesVersion is the version of the fact. A fact of another version is not read.
const basesVersion = 1

// bases are the fields ("pkg.Type.Field") and variables ("pkg.Name") that hold an
// address of the API, sorted.
type bases struct {
	Version int
	Places  []string
}

func (*bases) AFact() {}

// Tells is true: an importer may read an address there.
func (*bases) Tells() bool { return true }

func (b *bases) String() string { return "bases " + strings.Join(b.Places, " ") }

// importBases gathers what the imported packages say.
func importBases(pass *analysis.Pass) map[string]bool {
	out := map[string]bool{}
	for _, imp := range pass.Pkg.Imports() {
		var b bases
		if pass.ImportPackageFact(imp, &b) && b.Version == basesVersion {
			for _, p := range b.Places {
				out[p] = true
			}
		}
	}
	return out
}

// exportBases adds the places of this package, and hands all to its importers.
func (a *analyzer) exportBases(pass *analysis.Pass) {
	own := pass.Pkg.Path() + "."
	kept := a.store.kept()
	for _, place := range sorted(kept) {
		if strings.HasPrefix(place, own) && a.address(kept[place]) {
			a.bases[place] = true
		}
	}
	for _, name := range sorted(a.store.globals) {
		if strings.HasPrefix(name, own) && a.address(a.store.globals[name]) {
			a.bases[name] = true
		}
	}
	if len(a.bases) > 0 {
		pass.ExportPackageFact(&bases{Version: basesVersion, Places: slices.Sorted(maps.Keys(a.bases))})
	}
}

// kept returns what is set in the fields of the types in view, by type and field.
func (s *store) kept() map[string][]eval.Value {
	out := map[string][]eval.Value{}
	for typ, list := range s.instances {
		for _, in := range list {
			for f, v := range s.heap[in.id].Fields {
				out[typ+"."+f] = append(out[typ+"."+f], v)
			}
		}
	}
	for place, vals := range s.lateFields {
		out[place] = append(out[place], vals...)
	}
	return out
}

// address says whether the values kept at one place are addresses of the API: one is,
// and none is known to be another's.
func (a *analyzer) address(kept []eval.Value) bool {
	yes := false
	for _, v := range kept {
		var sg signs
		elsewhere := false
		for _, x := range eval.Values(v) {
			if r, ok := x.(*eval.Ref); ok {
				x = urlParsed(a.store.heap[r.ID])
			}
			if x == nil || eval.IsEmpty(x) {
				continue
			}
			a.look(x, &sg, 0)
			elsewhere = elsewhere || named(x)
		}
		yes = yes || sg.strong
		if !sg.strong && (sg.otherHost || elsewhere) {
			return false
		}
	}
	return yes
}

// named says whether a value begins with a setting under a name that is known.
func named(v eval.Value) bool {
	sym, ok := eval.Parts(v)[0].(*eval.Sym)
	return ok && sym.Origin == eval.Env && sym.Name != ""
}

// urlParsed is what a URL object was parsed from or its host, nil for another object.
func urlParsed(o *eval.Object) eval.Value {
	if o == nil || o.Type != "net/url.URL" {
		return nil
	}
	if raw := o.Fields["raw"]; raw != nil {
		return raw
	}
	return o.Fields["Host"]
}

// tells says whether a function names a setting or a host of the API.
func (a *analyzer) tells(fn *ir.Func) bool {
	for _, c := range fn.Consts {
		if c.Kind == ir.KindString && a.voc.Mentions(c.Str) && (a.voc.EnvName(c.Str) || hasHost(a.voc.HostsIn(c.Str))) {
			return true
		}
	}
	return false
}

func hasHost(hosts []aurora.HostRef) bool {
	return slices.ContainsFunc(hosts, func(h aurora.HostRef) bool {
		return h.Class == aurora.Production || h.Class == aurora.Sandbox
	})
}
