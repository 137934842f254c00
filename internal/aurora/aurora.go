// Package aurora holds what is known about the Aurora (ARISE, now Flute) payments
// API as tables: its hosts, endpoints, header and field names, environment names,
// and the names of card data and secrets. It looks at strings only.
//
// The facts come from the published go-live guide, the OpenAPI documents of v2 and
// the official clients. Answers are three-valued where a string can leave a
// question open, and say yes only where that is sure.
package aurora

import "slices"

// Hole stands for an unknown run of text in a path or URL.
const Hole = "\x00"

// Answer is a three-valued answer; the zero value says that it is not known.
type Answer uint8

const (
	Unknown Answer = iota // report nothing
	No
	Yes
)

// String returns "unknown", "no" or "yes".
func (a Answer) String() string { return [...]string{"unknown", "no", "yes"}[a] }

// Vocabulary is the built-in tables together with what the flags add to them.
// Once it is built it is only read, so that all passes can share one.
type Vocabulary struct {
	lists    [listCount][]string
	replaced [listCount]bool

	families   [][]string // Paths, split at the slashes
	exempt     []row      // the endpoints whose POST changes nothing, from the flag
	hostBases  []hostBase // Hosts and SandboxHosts
	hostLabels []string   // a text without one of these holds no host of ours
	hostStart  [256]bool  // the first bytes of hostLabels

	mentions     []string // pieces of names, lower case
	mentionPairs []bool   // by two bytes: the first and the second two of the pieces, in any casing
}

// NewVocabulary returns the built-in vocabulary, a fresh copy.
func NewVocabulary() *Vocabulary {
	v := &Vocabulary{}
	for i := range lists {
		v.lists[i] = slices.Clone(lists[i].builtin)
	}
	v.index()
	return v
}

// index derives what the questions need from the lists.
func (v *Vocabulary) index() {
	v.families = nil
	for _, p := range v.lists[Paths] {
		v.families = append(v.families, splitPath(p))
	}
	v.exempt = nil
	for _, p := range v.lists[ReadOnly] {
		v.exempt = append(v.exempt, newRow(Endpoint{Surface: "flag", Method: "POST", Path: p, Class: Read}))
	}
	v.indexHosts()
	v.indexMentions()
}

// KeyHeader says whether name is a header that carries the idempotency key. Case
// does not matter, as in HTTP.
func (v *Vocabulary) KeyHeader(name string) bool { return containsFold(v.lists[KeyHeaders], name) }

// KeyField says whether name is a body field that the API takes for a duplicate
// check, as the wire or a Go struct writes it (referenceId, ReferenceID).
func (v *Vocabulary) KeyField(name string) bool { return containsFold(v.lists[KeyFields], name) }
