package carddata

import (
	"go/types"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// A hole counts only for calls whose arguments meet its conditions. They stand in lines, in
// order: the parameter, the path inside of it, "=" or "!", and the constants.

func (g condition) line() string {
	op := "="
	if g.not {
		op = "!"
	}
	return strings.Join(append([]string{strconv.Itoa(paramIndex(g.p)), g.path, op}, g.values...), "\t")
}

// under returns c as it is where guards hold: they are conditions of the holes that take
// something from the same call.
func (c content) under(guards []condition) content {
	if len(guards) == 0 || !slices.ContainsFunc(c.atoms, func(a atom) bool { return a.kinds == 0 }) {
		return c
	}
	out := content{open: c.open}
	for _, a := range c.atoms {
		out.add(content{atoms: []atom{a.under(guards)}})
	}
	return out
}

func (a atom) under(guards []condition) atom {
	if a.kinds != 0 {
		return a
	}
	for _, g := range guards {
		if g.p.Parent() == a.hole.fn {
			a.hole.when = withLine(a.hole.when, g.line())
		}
	}
	return a
}

func withLine(when, line string) string {
	lines := linesOf(when)
	i, found := slices.BinarySearch(lines, line)
	if found || len(lines) >= maxGuards {
		return when
	}
	return strings.Join(slices.Insert(lines, i, line), "\n")
}

func linesOf(when string) []string {
	if when == "" {
		return nil
	}
	return strings.Split(when, "\n")
}

// either is what has to hold for one of two conditions to hold, if conditions can say so: the
// weaker one, or what is left of two that differ in one thing alone, which one of them denies.
func either(a, b string) (when string, ok bool) {
	switch {
	case a == b || a == "" || b == "":
		return a[:min(len(a), len(b))], true
	}
	var common, onlyA []string
	onlyB := linesOf(b)
	for _, line := range linesOf(a) {
		if i := slices.Index(onlyB, line); i >= 0 {
			common, onlyB = append(common, line), slices.Delete(onlyB, i, i+1)
		} else {
			onlyA = append(onlyA, line)
		}
	}
	if len(onlyA) == 0 || len(onlyB) == 0 || len(onlyA) == 1 && len(onlyB) == 1 && opposite(onlyA[0], onlyB[0]) {
		return strings.Join(common, "\n"), true
	}
	return "", false
}

func opposite(a, b string) bool {
	x, y := strings.Split(a, "\t"), strings.Split(b, "\t")
	return len(x) == len(y) && x[2] != y[2] && x[0] == y[0] && x[1] == y[1] && slices.Equal(x[3:], y[3:])
}

// merge returns a with the condition under which it or b holds, when they are the same but for
// that and one condition can say it.
func (a atom) merge(b atom) (atom, bool) {
	if a.kinds != b.kinds || a.hole.fn != b.hole.fn || a.hole.param != b.hole.param {
		return a, false // most of them, without a look at the texts
	}
	when := b.hole.when
	b.hole.when = a.hole.when
	if a != b {
		return a, false
	}
	joined, ok := either(a.hole.when, when)
	a.hole.when = joined
	return a, ok
}

// met judges the conditions of a hole with the arguments of a call: whether they can be met, and
// what the caller's own parameters have to be for that.
func (e *engine) met(when string, args func(int) (ref, bool)) (rest []condition, possible bool) {
	for _, line := range linesOf(when) {
		f := strings.Split(line, "\t")
		param, err := strconv.Atoi(f[0])
		arg, ok := args(param)
		if err != nil || !ok || arg.v == nil || len(f) < 4 {
			continue
		}
		g := condition{path: f[1], not: f[2] == "!", values: f[3:]}
		of, possible := e.meets(arg.in(g.path), g)
		if !possible {
			return nil, false
		}
		if of.p != nil {
			rest = joinGuards(rest, of)
		}
	}
	return rest, true
}

// sourceValue is the constant that a source is, or the zero value of a variable.
func sourceValue(s source) (string, bool) {
	if !s.zero {
		return constValue(underTypes(s.v))
	}
	_, local := s.v.(*ssa.Alloc)
	b, basic := s.typ().Underlying().(*types.Basic)
	switch {
	case !local || s.path == "":
		return "", false
	case !basic:
		return "nil", pointsOn(s.typ())
	case b.Info()&types.IsString != 0:
		return `""`, true
	case b.Info()&types.IsBoolean != 0:
		return "false", true
	}
	return "0", b.Info()&types.IsInteger != 0
}

// meets says whether a value can be what a guard says; when it is a parameter, what the guard
// says of it.
func (e *engine) meets(r ref, g condition) (of condition, possible bool) {
	sources := []source{{ref: r}}
	if _, fixed := r.v.(*ssa.Const); !fixed || r.path != "" {
		sources = e.resolve(r)
	}
	for _, s := range sources {
		if s.char || s.callee != nil || s.v == nil {
			return condition{}, true
		}
		if p, ok := s.v.(*ssa.Parameter); ok && len(sources) == 1 && !s.zero {
			g.p, g.path = p, s.path
			return g, depth(s.path) <= wrapDepth
		}
		value, ok := sourceValue(s)
		if !ok || slices.Contains(g.values, value) != g.not {
			return condition{}, true
		}
	}
	return condition{}, len(sources) == 0
}
