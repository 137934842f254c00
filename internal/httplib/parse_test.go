package httplib

import (
	"strings"
	"testing"
	"testing/fstest"
)

func parseText(text string) (*table, error) {
	return parseAll(fstest.MapFS{"rows/x.txt": {Data: []byte(text)}})
}

// TestParserRefuses has what a row file may get wrong, each with what the parser says.
func TestParserRefuses(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"http.Get send method=GET url=0", "rows/x.txt:1: a row before the first package line"},
		{"package http", "a package line is"},
		{"package http net/http\nhttp.Get", "a row is"},
		{"package http net/http\n\nhttp.Get fetch url=0", "rows/x.txt:3: unknown operation"},
		{"package http net/http\nhttp.Get send url", "has no ="},
		{"package http net/http\nhttp.Get send =0", "has no ="},
		{"package http net/http\nhttp.Get send uri=0", "the operation send has no operand uri"},
		{"package http net/http\nhttp.Get send url=0 url=1", "operand url is given twice"},
		{"package http net/http\nhttp.Get header on=0 name=1", "the operation header needs value="},
		{"package http net/http\nhttp.Get send client=recv url=0", "has no receiver"},
		{"package http net/http\nhttp.Get none\nhttp.Get none", "a second row for net/http.Get"},
		{"package http net/http\nhttp.{Get,Head none", "unbalanced braces"},
		{"package http net/http\nhttp.Get} none", "unbalanced braces"},
		{"package http net/http\nhttp.{Get,} none", "an empty alternative"},
		{"package http net/http\nhtp.Get none", "does not begin with the package's name"},
		{"package http net/http\nskip http.Get", "a skip line is"},
		{"package http net/http\ntype http.Client large", "a type line is"},
	} {
		_, err := parseText(c.text)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: got %v, want %q", c.text, err, c.want)
		}
	}
}

// TestParserReads has what a row file may say.
func TestParserReads(t *testing.T) {
	tab, err := parseText(`
# a comment
package kit example.com/kit example.com/kit/v2   # another one
(*kit.Client).{Get,Fetch}  send client=recv method=GET url=0
(*kit.Client).With*        same of=recv
skip (*kit.Client).WithSocket opens a socket
type kit.{Token,Grant}     token source=kit
kit.Join                   concat join=0 sep=#`)
	if err != nil {
		t.Fatal(err)
	}
	for name, op := range map[string]string{
		"(*example.com/kit.Client).Get":              "send",
		"(*example.com/kit/v2.Client).Fetch":         "send",
		"(*example.com/kit/v2.Client[T]).Fetch":      "send",
		"(*example.com/kit.Client).WithTimeout":      "same",
		"(*example.com/kit.Client).WithSocket":       "",
		"(*example.com/kit.Client).Post":             "",
		"(*example.com/kit/v3.Client).Get":           "",
		"example.com/kit.Join[map[string]int, bool]": "concat",
	} {
		got := ""
		if r := tab.lookupName(name); r != nil {
			got = r.Op
		}
		if got != op {
			t.Errorf("%s: got %q, want %q", name, got, op)
		}
	}
	if typ := tab.types["example.com/kit/v2.Grant"]; !typ.Token || typ.Open || typ.Props["source"] != "kit" {
		t.Errorf("a type line gives %+v", typ)
	}
	if sep := tab.lookupName("example.com/kit.Join").Text("sep"); sep != "#" {
		t.Errorf("a # inside a word begins no comment: sep is %q", sep)
	}
}

// TestLibraryOfTenLines adds a library by the lines that the documentation shows.
func TestLibraryOfTenLines(t *testing.T) {
	tab, err := parseText(docExample(t))
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		"example.com/courier.New":                     "client",
		"(*example.com/courier.Client).SetTimeout":    "set",
		"(*example.com/courier.Client).NewRequest":    "request",
		"(*example.com/courier.Request).Header":       "header",
		"(*example.com/courier.Request).Debug":        "same",
		"(*example.com/courier.Request).Send":         "send",
		"(*example.com/courier.Client).BeforeAttempt": "hook",
	} {
		if r := tab.lookupName(name); r == nil || r.Op != want {
			t.Errorf("%s: got %v, want %s", name, r, want)
		}
	}
	if o, ok := tab.lookupName("(*example.com/courier.Client).SetTimeout").Get("Timeout"); !ok || o.Arg != 1 {
		t.Errorf("the timeout is argument %d of the call, want 1: the receiver is argument 0", o.Arg)
	}
}
