package ir

import "testing"

func TestPlainName(t *testing.T) {
	for name, want := range map[string]string{
		"p.F":                               "p.F",
		"p.F[int]":                          "p.F",
		"(*a.b/c.T[K, V]).M":                "(*a.b/c.T).M",
		"(p.T[map[string]q.U[int]]).M$1":    "(p.T).M$1",
		"p.F[p.T[int]](p.U[string])":        "p.F(p.U)",
		"p.F[":                              "p.F[",
		"(*p.Executor[R]).Run[S]$bound":     "(*p.Executor).Run$bound",
		"github.com/x/y/v2.G[[]byte,error]": "github.com/x/y/v2.G",
	} {
		if got := PlainName(name); got != want {
			t.Errorf("PlainName(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestReturns(t *testing.T) {
	call := &Instr{Op: Call, Type: "(int, error)"}
	invoke := &Instr{Op: Invoke, Type: "p.Doer", Result: "error"}
	if call.Returns() != "(int, error)" || invoke.Returns() != "error" {
		t.Errorf("a call returns %q and an invoked method %q", call.Returns(), invoke.Returns())
	}
}
