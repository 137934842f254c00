package carddata

import (
	"go/types"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/auroravet/auroravet/internal/aurora"
)

// class is what the name of a variable, field or key says about its value.
type class struct {
	kind kinds
	// safe: the name says that the value is masked, a token, or only about a card.
	safe bool
	what string // the name, for messages
}

// context is the company in which a common name (pan, pin, expiry) counts.
type context struct {
	clear kinds // kinds of the names around that need no company
	weak  kinds // kinds of the common names around
	text  kinds // those of them that are names of text
	word  bool  // a card word in a name around
	bank  bool  // a bank word in a name around
	sec   bool  // a security code that beside a bank's words is the class of a transfer (secCode)
}

func (c *context) add(name string) {
	f := factsOf(name)
	switch {
	case f.Kind == aurora.NotCard || f.Safe:
	case f.sec:
		c.sec = true
	case f.NeedsContext:
		c.weak |= one(f.Kind)
	default:
		c.clear |= one(f.Kind)
	}
	c.word = c.word || f.word
	c.bank = c.bank || f.bank
}

// addTyped is add for the name of a value of type t.
func (c *context) addTyped(name string, t types.Type) {
	c.add(name)
	if f := factsOf(name); f.NeedsContext && !f.Safe && plainText(t) {
		c.text |= one(f.Kind)
	}
}

// plainText says whether t is text, which a camera's pan or the volume of a track is not.
func plainText(t types.Type) bool {
	switch u := deref(t).Underlying().(type) {
	case *types.Basic:
		return u.Info()&types.IsString != 0
	case *types.Slice:
		return isText(u)
	}
	return false
}

// nameFacts is what the tables say about a name.
type nameFacts struct {
	aurora.CardName
	word, bank, masked, sec bool
}

// judgedNames remembers the names that were looked up: programs use the same ones again and again.
var judgedNames sync.Map

func factsOf(name string) nameFacts {
	if f, ok := judgedNames.Load(name); ok {
		return f.(nameFacts)
	}
	words := aurora.Words(name)
	f := nameFacts{
		CardName: aurora.CardNameOf(name),
		word:     aurora.CardWord(name),
		bank:     slices.ContainsFunc(words, func(w string) bool { return slices.Contains(bankWords, w) }),
		sec:      strings.Join(words, "") == "seccode",
		masked:   slices.ContainsFunc(words, func(w string) bool { return slices.Contains(maskedWords, w) }),
	}
	judgedNames.Store(name, f)
	return f
}

var bankWords = []string{"bank", "routing", "iban", "swift", "bic", "ach", "sort", "aba", "payee"}

// supports says whether a common name of kind k is card data in this company.
func (c context) supports(k kinds, words []string) bool {
	if c.sec && !c.bank {
		c.weak |= cvvKind
	}
	strong := c.clear &^ expiryKind
	switch {
	case k == expiryKind:
		return (c.clear | c.weak&^expiryKind).has(panKind|cvvKind) && (strong != 0 || c.word || c.pair())
	case k == pinKind:
		return strong != 0 || c.word && c.weak.has(panKind)
	case slices.Contains(words, "account") || slices.Contains(words, "acct"):
		if c.bank {
			return strong != 0 || c.weak.has(cvvKind)
		}
		return strong != 0 || c.word || c.weak.has(cvvKind) || c.pair()
	}
	return strong != 0 || c.word || c.pair() || k == cvvKind && c.weak.has(panKind) && !c.bank || k == panKind && c.weak.has(cvvKind)
}

// pair says whether two different common names stand together as they do on a card
// only: a number with a code, or stripe data with either.
func (c context) pair() bool {
	return c.weak.has(cvvKind) && c.weak.has(panKind) ||
		c.weak.has(cvvKind) && c.weak.has(trackKind) ||
		c.text.has(panKind) && c.text.has(trackKind)
}

// nameClass judges the name of a variable or key that stands in the company ctx. A common
// name of an expiry is card data only as a field of a struct that says so.
func nameClass(name string, ctx context) class {
	n := factsOf(name)
	switch {
	case n.Safe || n.masked:
		return class{safe: true, what: name}
	case n.Kind == aurora.NotCard:
		return class{}
	case !n.NeedsContext || n.Kind != aurora.Expiry && ctx.supports(one(n.Kind), aurora.Words(name)):
		return class{kind: one(n.Kind), what: name}
	}
	return class{}
}

// maskedName says whether a name tells that its value is masked or stands for something else,
// whatever it is a value of (masked, last4, token).
func maskedName(name string) bool { return factsOf(name).masked }

var maskedWords = []string{
	"mask", "masked", "redacted", "redact", "obfuscated", "sanitized", "scrubbed", "truncated", "last4", "last2", "lastfour", "hash", "hashed",
	"token", "tokenized", "fingerprint", "digest", "encrypted", "ciphertext", "hmac", "censored", "anonymized", "hidden", "tail", "suffix",
}

// textType says whether values of t can hold card data of kind k as text or as a number.
func textType(t types.Type, k kinds) bool { return textTypeIn(t, k, 0) }

func textTypeIn(t types.Type, k kinds, depth int) bool {
	if depth > 4 {
		return false // a type that holds itself
	}
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return u.Info()&(types.IsString|types.IsInteger) != 0 || u.Kind() == types.UntypedNil
	case *types.Pointer:
		return textTypeIn(u.Elem(), k, depth+1)
	case *types.Slice:
		return textTypeIn(u.Elem(), k, depth+1)
	case *types.Array:
		return textTypeIn(u.Elem(), k, depth+1)
	case *types.Map:
		return k == emvKind && textTypeIn(u.Elem(), k, depth+1) // by tag
	case *types.Interface:
		return u.NumMethods() == 0
	case *types.TypeParam:
		return true
	case *types.Struct:
		return k == expiryKind && isNamed(t, "time", "Time") || k == emvKind && holdsText(u) || nullWrapper(t)
	}
	return false
}

// holdsText says whether a field of a struct is text, as the value of a tag is.
func holdsText(st *types.Struct) bool {
	for f := range st.Fields() {
		if plainText(f.Type()) {
			return true
		}
	}
	return false
}

func isNamed(t types.Type, pkg, name string) bool {
	named, ok := types.Unalias(t).(*types.Named)
	return ok && named.Obj().Name() == name && named.Obj().Pkg() != nil && named.Obj().Pkg().Path() == pkg
}

// fullType is the full name of a named type; "" for others.
func fullType(t types.Type) string {
	named, ok := types.Unalias(t).(*types.Named)
	if !ok || named.Obj().Pkg() == nil {
		return ""
	}
	return named.Obj().Pkg().Path() + "." + named.Obj().Name()
}

// fieldNames returns the Go name of a field and the names that its tag gives it.
func fieldNames(st *types.Struct, i int) []string {
	names := []string{st.Field(i).Name()}
	tag := st.Tag(i)
	for tag != "" {
		tag = strings.TrimLeft(tag, " ")
		key, rest, ok := strings.Cut(tag, ":\"")
		if !ok {
			break
		}
		quoted, err := strconv.QuotedPrefix("\"" + rest)
		if err != nil {
			break
		}
		value := reflect.StructTag(tag).Get(key)
		tag = rest[len(quoted)-1:]
		if !slices.Contains(nameTags, key) {
			continue
		}
		if name, _, _ := strings.Cut(value, ","); name != "" && name != "-" {
			names = append(names, name)
		}
	}
	return names
}

// nameTags are the keys of struct tags whose value is a name of the field.
var nameTags = []string{"json", "xml", "yaml", "form", "schema", "query", "bson", "db", "mapstructure", "url", "param", "gorm", "csv"}
