package aurora

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/lazyregexp"
)

// List names one table of the vocabulary that a flag can extend or replace.
type List uint8

const (
	Hosts          List = iota // production hosts and host suffixes
	SandboxHosts               // hosts and suffixes that are not production
	Paths                      // path prefixes that only this API has
	ReadOnly                   // paths whose POST changes nothing
	EnvWords                   // words that mark an environment name as this API's
	ClientPackages             // import paths whose functions call this API
	KeyHeaders                 // headers that carry the idempotency key
	KeyFields                  // body fields that are a key

	listCount
)

var (
	hostSyntax    = lazyregexp.New(`^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$`)
	pathSyntax    = lazyregexp.New(`^(/[^/\s?#*]+)+/?$`)
	patternSyntax = lazyregexp.New(`^(/(\*|\{\w+\}|[^/\s?#*{}]+))+/?$`)
	wordSyntax    = lazyregexp.New(`^[a-z][a-z0-9]*$`)
	packageSyntax = lazyregexp.New(`^[\w~-][\w.~-]*(/[\w.~-]+)*$`)
	tokenSyntax   = lazyregexp.New(`^[a-z0-9!#$%&'*+.^_|~-]+$`)
	fieldSyntax   = lazyregexp.New(`^[a-z_][a-z0-9_.-]*$`)
)

// lists has one row per List: what is built in, how one item is written, and what to
// type when it is not. Only paths keep the case they are written in.
var lists = [listCount]struct {
	builtin []string
	syntax  func() *regexp.Regexp
	fold    bool
	want    string
}{
	Hosts:          {[]string{"risewithaurora.com", "flute.com", "rwaapps.net"}, hostSyntax, true, "a host name such as api.example.com"},
	SandboxHosts:   {nil, hostSyntax, true, "a host name such as sandbox.example.com"},
	Paths:          {[]string{"/pay-api", "/pay-int-api", "/pos-api", "/sub-api"}, pathSyntax, false, "a path prefix such as /pay-api/"},
	ReadOnly:       {nil, patternSyntax, false, "a path such as /v2/reports/*/run"},
	EnvWords:       {[]string{"aurora", "arise", "flute"}, wordSyntax, true, "a word such as AURORA"},
	ClientPackages: {nil, packageSyntax, false, "an import path such as example.com/shop/payments"},
	KeyHeaders:     {[]string{"idempotency-key", "x-idempotency-key"}, tokenSyntax, true, "a header name such as Idempotency-Key"},
	KeyFields:      {[]string{"referenceid"}, fieldSyntax, true, "a field name such as referenceId"},
}

// Extend adds the comma-separated items of text to a list; a text that begins with "="
// replaces the list. It refuses an item that the list cannot hold, with a line that
// says what to type, and then leaves the vocabulary as it was.
func (v *Vocabulary) Extend(list List, text string) error {
	text, replace := strings.CutPrefix(strings.TrimSpace(text), "=")
	var items []string
	if strings.TrimSpace(text) != "" {
		for item := range strings.SplitSeq(text, ",") {
			item, err := list.item(strings.TrimSpace(item))
			if err != nil {
				return err
			}
			items = append(items, item)
		}
	}
	if replace {
		v.lists[list], v.replaced[list] = nil, true
	}
	v.lists[list] = append(v.lists[list], items...)
	v.index()
	return nil
}

// item returns s as the list stores it.
func (l List) item(s string) (string, error) {
	row, kept := lists[l], s
	if row.fold {
		kept = strings.ToLower(s)
	}
	switch l {
	case Hosts, SandboxHosts: // *.example.com and .example.com say suffix in other tools
		kept = strings.TrimPrefix(strings.TrimPrefix(kept, "*"), ".")
	case ClientPackages:
		kept = strings.TrimSuffix(kept, "/...")
		if kept != s {
			if row.syntax().MatchString(kept) {
				return s, nil
			}
		}
	}
	if s == "" {
		return "", fmt.Errorf("empty item between commas; write %s", row.want)
	}
	if !row.syntax().MatchString(kept) {
		return "", fmt.Errorf("%q is not %s", s, row.want)
	}
	return kept, nil
}

// ClientPackage says whether the user named the package as one whose functions call
// this API. An item that ends in /... covers the packages below it.
func (v *Vocabulary) ClientPackage(path string) bool {
	return slices.ContainsFunc(v.lists[ClientPackages], func(item string) bool {
		base, tree := strings.CutSuffix(item, "/...")
		return path == base || tree && strings.HasPrefix(path, base+"/")
	})
}

func containsFold(list []string, s string) bool {
	return slices.ContainsFunc(list, func(item string) bool { return strings.EqualFold(item, s) })
}
