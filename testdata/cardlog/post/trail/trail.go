// Package trail is a layer above note.
package trail

import "github.com/auroravet/auroravet/testdata/cardlog/post/note"

// Step is something that happened.
type Step struct {
	Name  string
	Facts map[string]string
}

// Trail writes steps down.
type Trail struct{ w note.Writer }

// New returns a trail that ends in w.
func New(w note.Writer) *Trail { return &Trail{w} }

// Add writes every fact of a step.
func (t *Trail) Add(s Step) {
	for name, fact := range s.Facts {
		t.w.Put(s.Name, name, fact)
	}
}

// Tell writes one fact.
func (t *Trail) Tell(step, name, fact string) {
	t.Add(Step{step, map[string]string{name: fact}})
}

// Tally writes how many facts there are.
func (t *Trail) Tally(s Step) { t.w.Count(s.Name, len(s.Facts)) }
