package driver

import (
	"fmt"
	"strings"
	"sync"

	"golang.org/x/tools/go/analysis"
)

// Facts are what is known when a package is analyzed. They let a pass read and write facts.
type Facts interface {
	Serve(*analysis.Pass)
}

// Run is one run of analyzers over a package.
type Run struct {
	pass    analysis.Pass // what is the same for all
	facts   Facts
	mu      sync.Mutex
	actions map[*analysis.Analyzer]*Action
}

// Action is what became of one analyzer in a run.
type Action struct {
	once   sync.Once
	Result any
	Err    error
	Found  []analysis.Diagnostic
}

// NewRun returns a run over the package of a pass, of which all is set that is the same for all analyzers.
func NewRun(pass analysis.Pass, facts Facts) *Run {
	return &Run{pass: pass, facts: facts, actions: make(map[*analysis.Analyzer]*Action)}
}

// All runs analyzers side by side, each after those that it requires.
func (r *Run) All(list []*analysis.Analyzer) {
	var wg sync.WaitGroup
	for _, a := range list {
		wg.Go(func() { r.One(a) })
	}
	wg.Wait()
}

// One runs an analyzer once, and returns what became of it.
func (r *Run) One(a *analysis.Analyzer) *Action {
	r.mu.Lock()
	act := r.actions[a]
	if act == nil {
		act = new(Action)
		r.actions[a] = act
	}
	r.mu.Unlock()
	act.once.Do(func() {
		r.All(a.Requires)
		pass := r.pass
		pass.Analyzer, pass.ResultOf = a, make(map[*analysis.Analyzer]any)
		pass.Report = func(d analysis.Diagnostic) { act.Found = append(act.Found, d) }
		r.facts.Serve(&pass)
		var failed []string
		for _, req := range a.Requires {
			of := r.One(req)
			if of.Err != nil {
				failed = append(failed, req.Name)
			}
			pass.ResultOf[req] = of.Result
		}
		if len(failed) > 0 {
			act.Err = fmt.Errorf("failed prerequisites: %s", strings.Join(failed, ", "))
			return
		}
		act.Result, act.Err = a.Run(&pass)
	})
	return act
}

// Tellers returns the analyzers that tell the importers of a package something: those below
// the given ones that have facts.
func Tellers(suite []*analysis.Analyzer) []*analysis.Analyzer {
	var out []*analysis.Analyzer
	seen := make(map[*analysis.Analyzer]bool)
	var visit func(a *analysis.Analyzer)
	visit = func(a *analysis.Analyzer) {
		if seen[a] {
			return
		}
		seen[a] = true
		if len(a.FactTypes) > 0 {
			out = append(out, a)
		}
		for _, r := range a.Requires {
			visit(r)
		}
	}
	for _, a := range suite {
		visit(a)
	}
	return out
}
