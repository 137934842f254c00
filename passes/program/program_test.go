package program_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/auroravet/auroravet/internal/ir"
	"github.com/auroravet/auroravet/passes/program"
)

// programs runs the pass over packages given by path and text, and returns that of the last.
func programs(t *testing.T, texts ...string) *program.Source {
	t.Helper()
	files, last := map[string]string{}, ""
	for _, text := range texts {
		path, _, _ := strings.Cut(strings.TrimPrefix(text, "package "), "\n")
		files[path+"/"+path+".go"], last = text, path
	}
	dir, clean, err := analysistest.WriteFiles(files)
	if err != nil {
		t.Fatal(err)
	}
	defer clean()
	for _, r := range analysistest.Run(quiet{t}, dir, program.Analyzer, last) {
		return r.Result.(*program.Source)
	}
	t.Fatal("no result")
	return nil
}

// quiet takes the place of a test where facts are not matched with comments.
type quiet struct{ t *testing.T }

func (q quiet) Errorf(format string, args ...any) {
	if text := fmt.Sprintf(format, args...); !strings.Contains(text, "unexpected fact") {
		q.t.Error(text)
	}
}

// TestLoops says of the call of mark in each function how many loops hold it, and what the
// innermost goes over.
func TestLoops(t *testing.T) {
	p := programs(t, `package loops
import "time"
func mark(any) {}
func keep(f func()) { f() }
func once() { mark(0) }
func items(s []string) { for _, x := range s { mark(x) } }
func table(m map[string]int) { for k := range m { mark(k) } }
func queue(c chan string) { for x := range c { mark(x) } }
func below(s []string) { for i := 0; i < len(s); i++ { mark(s[i]) } }
func tries() { for i := 0; i < 3; i++ { mark(i) } }
func number() { for i := range 3 { mark(i) } }
func forever() { for { mark(0) } }
func jumps(n int) { again: mark(0); if n--; n > 0 { goto again } }
func nested(s []string) { for _, x := range s { for i := 0; i < 3; i++ { mark(x) } } }
func delays(d []time.Duration) { for _, x := range d { mark(0); time.Sleep(x) } }
func ticks(c *time.Ticker, n int) { for range c.C { mark(0); if n > 0 { return } } }
func after(s []string) { for range s { keep(nil) }; mark(0) }
`)
	want := map[string]string{
		"once": "0", "items": "1 counted", "table": "1 counted", "queue": "1 counted", "below": "1 counted", "tries": "1", "number": "1",
		"forever": "1", "jumps": "1", "nested": "2", "delays": "1 counted delays", "ticks": "1 counted delays", "after": "0",
	}
	for name, want := range want {
		fn := p.Program().Func("loops." + name)
		if fn == nil {
			t.Errorf("%s is not in view", name)
			continue
		}
		if got := loopOf(fn, "loops.mark"); got != want {
			t.Errorf("%s: mark stands in %q loops, want %q", name, got, want)
		}
	}
}

// loopOf describes the loops around the call of a function.
func loopOf(fn *ir.Func, callee string) string {
	for _, b := range fn.Blocks {
		if !slices.ContainsFunc(b.Instrs, func(in ir.Instr) bool { return in.Op == ir.Call && in.Sym == callee }) {
			continue
		}
		out := fmt.Sprint(len(b.Loops))
		if len(b.Loops) > 0 {
			h := fn.Blocks[b.Loops[len(b.Loops)-1]]
			if h.Counted {
				out += " counted"
			}
			if h.Delays {
				out += " delays"
			}
		}
		return out
	}
	return "no call"
}

// TestTravel holds that the packages further away which a package names come along in its
// fact, with their types; one that it does not name stays behind, and so does a function that nobody can come to.
func TestTravel(t *testing.T) {
	p := programs(t, `package far
import "net/http"
type Sender struct { Client *http.Client; next *link }
type link struct { name string }
func (s *Sender) Send(r *http.Request) error { _, err := s.Client.Do(r); return err }
func Reached() string { return "far" }
`, `package left
import "net/http"
func Left(r *http.Request) string { return "behind" }
`, `package near
import ( "far"; _ "left"; "net/http" )
type Client struct { s *far.Sender }
func (c *Client) Go(r *http.Request) error { _ = far.Reached(); return c.s.Send(r) }
func Named() { named() }
func named() {}
func unused() {}
`, `package here
import "near"
import "net/http"
func Call(c *near.Client, r *http.Request) error { return c.Go(r) }
`)
	for name, want := range map[string]bool{
		"here.Call": true, "(*near.Client).Go": true, "near.named": true, "near.unused": false,
		"(*far.Sender).Send": true, "far.Reached": true, "left.Left": false,
	} {
		if fn := p.Program().Func(name); (fn != nil) != want {
			t.Errorf("%s in view: %v, want %v", name, fn != nil, want)
		}
	}
	if p.Program().Method("*far.Sender", "Send") == nil {
		t.Error("the method of a type two packages away is not found by its type")
	}
	if typ := p.Program().Type("*far.Sender"); typ == nil || len(typ.Fields) != 2 {
		t.Errorf("far.Sender is %v, want a struct of two fields", typ)
	}
	for _, fn := range p.Program().Own {
		if fn.Pkg != "here" {
			t.Errorf("%s counts as a function of the package", fn.Name)
		}
	}
}

// TestEvidence says of which packages the API is known to be meant.
func TestEvidence(t *testing.T) {
	client := "package client\nimport \"net/http\"\nfunc Get(c *http.Client) { c.Get(`https://api.flute.com/v2/transactions`) }\n"
	for name, test := range map[string]struct {
		texts []string
		want  bool
	}{
		"a host":      {[]string{client}, true},
		"an import":   {[]string{client, "package user\nimport ( \"client\"; \"net/http\" )\nfunc F() { client.Get(http.DefaultClient) }\n"}, true},
		"another API": {[]string{"package other\nimport \"net/http\"\nfunc Get(c *http.Client) { c.Get(`https://api.example.com/v2/things`) }\n"}, false},
		"a comment":   {[]string{"package note\n// See https://api.flute.com.\nfunc F(f func()) { f() }\n"}, false},
	} {
		if got := programs(t, test.texts...).Evidence; got != test.want {
			t.Errorf("%s: evidence is %v, want %v", name, got, test.want)
		}
	}
}

// TestSpared holds that a package in which nobody could wrap a request has no residual program.
func TestSpared(t *testing.T) {
	if p := programs(t, "package sums\nfunc Add(a, b int) int { return a + b }\n"); len(p.Program().Own) != 0 {
		t.Errorf("%d functions are lowered of a package that only adds", len(p.Program().Own))
	}
	if p := programs(t, "package wraps\nfunc Try(f func() error) error { return f() }\n"); p.Program().Func("wraps.Try") == nil {
		t.Error("a function that tries again what it is given is not in view")
	}
}
