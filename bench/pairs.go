package main

import (
	"context"
	"fmt"
	"log"
	"os"
	"slices"
	"strings"

	"github.com/auroravet/auroravet/bench/measure"
)

// The states of what is known before a run.
var states = []string{"cold", "warm", "after an edit"}

// contest is one rival in one module, with the costs of all rounds by state.
type contest struct {
	rival
	sides [2]tool // the suite and the rival
	costs [2]map[string][]measure.Cost
	units [2]int64 // memory of the largest unit of go vet
}

// compare measures the suite and its rivals in a module.
func compare(ctx context.Context, w *workshop, j job, chosen []rival, m *module) (table, error) {
	var contests []*contest
	for _, r := range chosen {
		c := &contest{rival: r, costs: [2]map[string][]measure.Cost{{}, {}}}
		var err error
		if c.sides[0], c.sides[1], err = r.tools(ctx, w); err != nil {
			return table{}, fmt.Errorf("%s: %w", r.name, err)
		}
		contests = append(contests, c)
	}
	noop, err := w.build(ctx, "bench/noop")
	if err != nil {
		return table{}, err
	}
	if err := m.compile(ctx, w, noop); err != nil {
		return table{}, err
	}
	for _, c := range contests {
		if err := c.weigh(ctx, w, m); err != nil {
			return table{}, err
		}
		for round := range j.pairs {
			if err := c.round(ctx, w, m, noop, round); err != nil {
				return table{}, fmt.Errorf("%s: %w", c.name, err)
			}
			log.Printf("%s: run %d of %d against %s", m.name, round+1, j.pairs, c.name)
		}
	}
	return pairTable(m, contests), nil
}

// round runs both sides in each state, in another order each time.
func (c *contest) round(ctx context.Context, w *workshop, m *module, noop string, round int) error {
	order := []int{0, 1}
	if round%2 == 1 {
		slices.Reverse(order)
	}
	var runs [2]*prepared
	for i, t := range c.sides {
		var err error
		if runs[i], err = t.prepare(w); err != nil {
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
		for _, i := range order {
			cost, err := runs[i].run(ctx, w, m)
			if err != nil {
				return err
			}
			c.costs[i][state] = append(c.costs[i][state], cost)
		}
	}
	return nil
}

// weigh finds the largest unit of the vet tools.
func (c *contest) weigh(ctx context.Context, w *workshop, m *module) error {
	if c.sides[0].vettool == "" || c.sides[1].vettool == "" {
		return nil
	}
	recorder, err := w.build(ctx, "bench/recorder")
	if err != nil {
		return err
	}
	for i, t := range c.sides {
		fresh, err := w.freshCopy(t.vettool)
		if err != nil {
			return err
		}
		units, err := vetUnits(ctx, w, m.dir, recorder, fresh, 0, "./...")
		os.Remove(fresh)
		if err != nil {
			return err
		}
		for _, u := range units {
			c.units[i] = max(c.units[i], u.Cost.Peak)
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
		if t.args == nil {
			p.args = []string{"go", "vet", "-vettool=" + fresh, "./..."}
		} else {
			p.args = append([]string{fresh}, t.args[1:]...)
		}
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
func pairTable(m *module, contests []*contest) table {
	t := table{name: m.name, head: []string{"auroravet takes, times", "", "min", "median", "max", "peak memory"}}
	for _, c := range contests {
		for _, state := range states {
			row := []string{c.title, state}
			row = append(row, ratios(c, state, func(c measure.Cost) float64 { return c.CPU.Seconds() })...)
			memory := ratios(c, state, func(c measure.Cost) float64 { return float64(c.Peak) })[1]
			if c.units[1] > 0 {
				memory = ""
				if state == states[0] {
					memory = times(float64(c.units[0]) / float64(c.units[1]))
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
func ratios(c *contest, state string, of func(measure.Cost) float64) []string {
	var all []float64
	for round, suite := range c.costs[0][state] {
		all = append(all, of(suite)/of(c.costs[1][state][round]))
	}
	s := spreadOf(all)
	return []string{times(s.min), times(s.median), times(s.max)}
}
