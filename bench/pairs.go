package main

import (
	"context"
	"fmt"
	"log"
	"os"
	"reflect"
	"slices"
	"strings"

	"github.com/auroravet/auroravet/bench/measure"
)

// The states of what is known before a run.
var states = []string{"cold", "warm", "after an edit"}

// entrant is a tool in one module, with what its runs cost, by state.
type entrant struct {
	tool
	name  string
	costs map[string][]measure.Cost
	unit  int64 // memory of the largest unit of go vet
}

// contest is the suite beside a rival. Rivals beside which the suite runs in one way share
// its runs.
type contest struct {
	rival
	suite, other *entrant
}

// field is all that run in a round.
type field struct {
	entrants []*entrant
	contests []contest
}

// enter finds the tools of the rivals.
func enter(ctx context.Context, w *workshop, chosen []rival) (*field, error) {
	f := new(field)
	for _, r := range chosen {
		suite, other, err := r.tools(ctx, w)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", r.name, err)
		}
		f.contests = append(f.contests, contest{r, f.entrant("auroravet beside "+r.name, suite), f.entrant(r.name, other)})
	}
	return f, nil
}

// entrant returns the entrant of a tool, one for equal tools.
func (f *field) entrant(name string, t tool) *entrant {
	for _, e := range f.entrants {
		if reflect.DeepEqual(e.tool, t) {
			return e
		}
	}
	e := &entrant{tool: t, name: name, costs: map[string][]measure.Cost{}}
	f.entrants = append(f.entrants, e)
	return e
}

// compare measures the suite and its rivals in a module.
func compare(ctx context.Context, w *workshop, j job, chosen []rival, m *module) (table, error) {
	f, err := enter(ctx, w, chosen)
	if err != nil {
		return table{}, err
	}
	noop, err := w.build(ctx, "bench/noop")
	if err != nil {
		return table{}, err
	}
	if err := m.compile(ctx, w, noop); err != nil {
		return table{}, err
	}
	if err := f.weigh(ctx, w, m); err != nil {
		return table{}, err
	}
	for round := range j.pairs {
		if err := f.round(ctx, w, m, noop, round); err != nil && (ctx.Err() == nil || round == 0) {
			return table{}, err
		} else if err != nil {
			break // stopped by hand: the table tells of what there is
		}
		m.rounds++
		log.Printf("%s: run %d of %d", m.name, m.rounds, j.pairs)
	}
	return pairTable(m, f.contests), nil
}

// round runs all tools in each state, starting with another one each time.
func (f *field) round(ctx context.Context, w *workshop, m *module, noop string, round int) error {
	n := len(f.entrants)
	runs := make([]*prepared, n)
	for i, e := range f.entrants {
		var err error
		if runs[i], err = e.prepare(w); err != nil {
			return err
		}
		defer runs[i].forget()
	}
	for _, state := range states {
		if state == "after an edit" {
			if err := m.edit(); err != nil {
				return err
			}
			if err := m.compile(ctx, w, noop); err != nil {
				return err
			}
		}
		for k := range n {
			i := (round + k) % n
			e := f.entrants[i]
			if e.uncached && state != states[0] { // it takes what it took before
				e.costs[state] = append(e.costs[state], e.costs[states[0]][round])
				continue
			}
			cost, err := runs[i].run(ctx, w, m)
			if err != nil {
				return err
			}
			e.costs[state] = append(e.costs[state], cost)
			log.Printf("%s: %s, %s: %.1f s of CPU", m.name, e.name, state, cost.CPU.Seconds())
		}
	}
	return nil
}

// weigh finds the largest units of the vet tools that are compared.
func (f *field) weigh(ctx context.Context, w *workshop, m *module) error {
	recorder, err := w.build(ctx, "bench/recorder")
	if err != nil {
		return err
	}
	for _, c := range f.contests {
		for _, e := range []*entrant{c.suite, c.other} {
			if c.suite.vettool == "" || c.other.vettool == "" || e.unit > 0 {
				continue
			}
			fresh, err := w.freshCopy(e.vettool)
			if err != nil {
				return err
			}
			units, err := vetUnits(ctx, w, m.dir, recorder, fresh, 0, "./...")
			os.Remove(fresh)
			if err != nil {
				return err
			}
			for _, u := range units {
				e.unit = max(e.unit, u.Cost.Peak)
			}
		}
	}
	return nil
}

// prepared is a tool that has no results yet.
type prepared struct {
	tool
	env     []string
	folders []string // to remove
}

func (t tool) prepare(w *workshop) (*prepared, error) {
	p := &prepared{tool: t}
	if t.vettool != "" {
		fresh, err := w.freshCopy(t.vettool)
		if err != nil {
			return nil, err
		}
		p.folders = append(p.folders, fresh)
		p.args = []string{"go", "vet", "-vettool=" + fresh, "./..."}
	}
	if t.cache != "" {
		dir, err := w.newFolder()
		if err != nil {
			return nil, err
		}
		p.folders = append(p.folders, dir)
		p.env = []string{t.cache + "=" + dir}
	}
	return p, nil
}

func (p *prepared) forget() {
	for _, f := range p.folders {
		os.RemoveAll(f)
	}
}

func (p *prepared) run(ctx context.Context, w *workshop, m *module) (measure.Cost, error) {
	out, err := w.command(ctx, m.dir, p.env, p.args[0], p.args[1:]...)
	if err == nil && !slices.Contains(p.codes, out.code) {
		err = fmt.Errorf("%s: exit %d\n%s%s", strings.Join(p.args, " "), out.code, out.stdout, out.stderr)
	}
	return out.cost, err
}

// pairTable has a line for each rival and state.
func pairTable(m *module, contests []contest) table {
	t := table{name: m.name, head: []string{"auroravet takes, times", "", "min", "median", "max", "peak memory"}}
	for _, c := range contests {
		for i, state := range states {
			if i > 0 && c.suite.uncached && c.other.uncached {
				break // neither keeps anything
			}
			row := []string{c.title, state}
			row = append(row, ratios(c, state, func(c measure.Cost) float64 { return c.CPU.Seconds() })...)
			memory := ratios(c, state, func(c measure.Cost) float64 { return float64(c.Peak) })[1]
			if c.other.unit > 0 {
				memory = ""
				if state == states[0] {
					memory = times(float64(c.suite.unit) / float64(c.other.unit))
				}
			}
			t.rows = append(t.rows, append(row, memory))
			if c.wall {
				row := []string{c.title, state + ", on the wall"}
				t.rows = append(t.rows, append(append(row, ratios(c, state, func(c measure.Cost) float64 { return c.Wall.Seconds() })...), ""))
			}
		}
	}
	return t
}

// ratios are the least, middle and greatest of the quotients of each round.
func ratios(c contest, state string, of func(measure.Cost) float64) []string {
	var all []float64
	suite, other := c.suite.costs[state], c.other.costs[state]
	for round := range min(len(suite), len(other)) {
		all = append(all, of(suite[round])/of(other[round]))
	}
	s := spreadOf(all)
	return []string{times(s.min), times(s.median), times(s.max)}
}
