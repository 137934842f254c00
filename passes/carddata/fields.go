package carddata

import (
	"go/types"
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/aurora"
)

// fieldTable remembers the classes of the fields of struct types.
type fieldTable struct {
	structs map[structKey][]class
	hints   map[*types.Struct]string // names that unnamed struct types go by
	proven  func(*types.Var) proof   // what the code tells of a field; nil where nobody was asked
}

type structKey struct {
	st   *types.Struct
	name string
}

// of returns the class of field i of a struct type that goes by a name.
func (t *fieldTable) of(st *types.Struct, i int, typeName string) class {
	if typeName == "" {
		typeName = t.hints[st]
	}
	key := structKey{st, typeName}
	classes, ok := t.structs[key]
	if !ok {
		classes = t.classify(st, typeName)
		t.structs[key] = classes
	}
	return classes[i]
}

// answers says whether a field is the expiry of a struct that shows what an API does: the last
// digits of a number, and neither the number nor the code. Such a struct decides what it shows.
func (t *fieldTable) answers(st *types.Struct, i int, typeName string) bool {
	if !slices.ContainsFunc(fieldNames(st, i), func(n string) bool { return factsOf(n).Kind == aurora.Expiry }) {
		return false
	}
	names := make([][]string, st.NumFields())
	for j := range names {
		names[j] = fieldNames(st, j)
		if t.of(st, j, typeName).kind.has(panKind | cvvKind) {
			return false
		}
	}
	return hasMasked(names)
}

// typeName returns the name of a type without its package, or "".
func typeName(t types.Type) string {
	switch t := types.Unalias(t).(type) {
	case *types.Named:
		return t.Obj().Name()
	case *types.Pointer:
		return typeName(t.Elem())
	}
	return ""
}

func (t *fieldTable) classify(st *types.Struct, typeName string) []class {
	classes := make([]class, st.NumFields())
	names := make([][]string, st.NumFields())
	for i := range classes {
		names[i] = fieldNames(st, i)
	}
	for i := range classes {
		classes[i] = t.classifyField(st, i, typeName, names)
	}
	// Expiry comes last: it counts beside a number or code that the struct was found to hold.
	var found kinds
	for _, c := range classes {
		found |= c.kind
	}
	for i, c := range classes {
		if c.kind == expiryKind && !found.has(panKind|cvvKind) && (!cardExpiry(names[i]) || hasMasked(names)) {
			classes[i] = class{}
		}
	}
	return classes
}

// hasMasked says whether a field stands for a number that is not there, as its last four digits do.
func hasMasked(names [][]string) bool {
	return slices.ContainsFunc(names, func(ns []string) bool { return slices.ContainsFunc(ns, maskedName) })
}

// cardExpiry says whether a name of an expiry has a card word of its own.
func cardExpiry(names []string) bool {
	return slices.ContainsFunc(names, func(n string) bool { return factsOf(n).Clear() })
}

// classifyField judges one field; an expiry is let through for the caller to judge.
func (t *fieldTable) classifyField(st *types.Struct, i int, typeName string, names [][]string) class {
	company := func() context {
		ctx := siblings(st, i, names)
		ctx.add(typeName)
		if f := factsOf(names[i][0]); f.NeedsContext && plainText(st.Field(i).Type()) {
			ctx.text |= one(f.Kind)
		}
		return ctx
	}
	what := names[i][0]
	if typeName != "" {
		what = typeName + "." + what
	}
	var found class
	for _, name := range names[i] {
		n := factsOf(name)
		k := one(n.Kind)
		if n.Safe || maskedName(name) {
			return class{safe: true, what: what}
		}
		if k != 0 && found.kind == 0 && textType(st.Field(i).Type(), k) &&
			(k == expiryKind || !n.NeedsContext || company().supports(k, aurora.Words(name)) || swipedTrack(k, st.Field(i).Type(), typeName) || t.provenPAN(st, i, name, names)) {
			found = class{kind: k, what: what}
		}
	}
	if found.kind == 0 {
		found.kind = joinedKind(st, i, typeName, names)
		found.what = what
	}
	if found.kind == 0 {
		return class{}
	}
	return found
}

// swipedTrack says whether a field of kind k is a track in a type that is named for a swipe.
func swipedTrack(k kinds, t types.Type, typeName string) bool {
	return k == trackKind && plainText(t) && aurora.SwipeWord(typeName)
}

// siblings is the company of field i: the other fields.
func siblings(st *types.Struct, i int, names [][]string) context {
	var ctx context
	for j, ns := range names {
		if j == i {
			continue
		}
		for _, n := range ns {
			ctx.addTyped(n, st.Field(j).Type())
		}
	}
	return ctx
}

// joinedKind judges type word and field word as one name (Card.Number), where another
// field shows that the type is a payment card and not one of another trade.
func joinedKind(st *types.Struct, i int, typeName string, names [][]string) kinds {
	words := headWords(typeName)
	field := aurora.Words(names[i][0])
	if len(words) == 0 || len(field) > 1 || !factsOf(typeName).word || maskedName(typeName) {
		return 0
	}
	n := factsOf(strings.Join(words, " ") + " " + names[i][0])
	if n.Kind == aurora.NotCard && hasCode(i, names) {
		n = factsOf("card " + names[i][0]) // the number beside a code is the card's (GuestCardEntry.Number)
	}
	k := one(n.Kind)
	if k == 0 || n.NeedsContext || n.Safe || !textType(st.Field(i).Type(), k) || k == expiryKind {
		return 0
	}
	if paymentType(words) {
		return k
	}
	for j, ns := range names {
		for _, name := range ns {
			if j != i && cardCompanion(name) {
				return k
			}
		}
	}
	return 0
}

// headWords are the words of a type name that say what a value is, without those after a
// preposition, which say where it is or whose (CardOnFile, CardForGuest).
func headWords(typeName string) []string {
	words := aurora.Words(typeName)
	if i := slices.IndexFunc(words, func(w string) bool { return slices.Contains(prepositions, w) }); i > 0 {
		words = words[:i]
	}
	return slices.DeleteFunc(slices.Clone(words), func(w string) bool { return slices.Contains(fillerWords, w) })
}

var prepositions = []string{"on", "for", "from", "of", "by", "at", "with", "to"}

// hasCode says whether a field other than i is a card's code or its stripe.
func hasCode(i int, names [][]string) bool {
	for j, ns := range names {
		for _, name := range ns {
			if n := factsOf(name); j != i && !n.Safe && one(n.Kind).has(cvvKind|trackKind) {
				return true
			}
		}
	}
	return false
}

// paymentType says whether the words of a type name mean a payment card by themselves.
func paymentType(words []string) bool {
	for _, w := range words {
		if slices.Contains([]string{"credit", "debit", "payment", "bank", "creditcard", "debitcard", "bankcard"}, w) {
			return true
		}
	}
	return false
}

// cardCompanion says whether a field name is one that payment cards have.
func cardCompanion(name string) bool {
	n := factsOf(name)
	if n.Kind != aurora.NotCard {
		return n.Kind != aurora.Expiry || len(aurora.Words(name)) > 1 || strings.HasPrefix(strings.ToLower(name), "exp")
	}
	return slices.ContainsFunc(aurora.Words(name), func(w string) bool { return slices.Contains(companions, w) })
}

var (
	fillerWords = []string{
		"details", "detail", "data", "info", "input", "request", "req", "payload", "params", "form", "dto", "model", "entity", "record", "body", "new",
		"create", "add", "store", "raw", "response", "resp", "create", "update", "in", "message", "msg", "event",
	}
	companions = []string{"holder", "cardholder", "brand", "bin", "iin", "last4", "issuer", "exp", "expmonth", "expyear", "cvv", "cvc", "network", "scheme", "month", "year", "expires"}
)
