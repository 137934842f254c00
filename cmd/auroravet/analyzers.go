package main

import (
	"fmt"
	"strings"
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/auroravet/auroravet/internal/facts"
)

// run is one run of analyzers over a package.
type run struct {
	pass    analysis.Pass // what is the same for all
	facts   *facts.Set
	mu      sync.Mutex
	actions map[*analysis.Analyzer]*action
}

// action is one analyzer in a run.
type action struct {
	once   sync.Once
	result any
	err    error
	found  []analysis.Diagnostic
}

func newRun(pass analysis.Pass, set *facts.Set) *run {
	return &run{pass: pass, facts: set, actions: make(map[*analysis.Analyzer]*action)}
}

// all runs analyzers side by side, each after those that it requires.
func (r *run) all(list []*analysis.Analyzer) {
	var wg sync.WaitGroup
	for _, a := range list {
		wg.Go(func() { r.one(a) })
	}
	wg.Wait()
}

// one runs an analyzer once, and returns what became of it.
func (r *run) one(a *analysis.Analyzer) *action {
	r.mu.Lock()
	act := r.actions[a]
	if act == nil {
		act = new(action)
		r.actions[a] = act
	}
	r.mu.Unlock()
	act.once.Do(func() {
		r.all(a.Requires)
		pass := r.pass
		pass.Analyzer, pass.ResultOf = a, make(map[*analysis.Analyzer]any)
		pass.Report = func(d analysis.Diagnostic) { act.found = append(act.found, d) }
		r.facts.Serve(&pass)
		var failed []string
		for _, req := range a.Requires {
			of := r.one(req)
			if of.err != nil {
				failed = append(failed, req.Name)
			}
			pass.ResultOf[req] = of.result
		}
		if len(failed) > 0 {
			act.err = fmt.Errorf("failed prerequisites: %s", strings.Join(failed, ", "))
			return
		}
		act.result, act.err = a.Run(&pass)
	})
	return act
}
