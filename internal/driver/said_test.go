package driver

import (
	"errors"
	"strings"
	"testing"

	"golang.org/x/tools/go/packages"
)

// What the go command and the compiler say, by hand.
func TestTold(t *testing.T) {
	for name, test := range map[string]struct {
		err              Error
		pkg, place, text string
	}{
		"a type error": {
			Error{"example.com/a", packages.Error{Pos: "/m/a.go:3:4", Msg: "undefined: x", Kind: packages.TypeError}},
			"example.com/a", "/m/a.go:3:4", `it does not compile: undefined: x; type "go vet example.com/a" to see all of it`,
		},
		"what the compiler says": {
			Error{"example.com/b", packages.Error{Pos: "-", Msg: "# example.com/a [example.com/a.test]\n./a.go:3:4: undefined: x\n./a.go:5: undefined: y", Kind: packages.ListError}},
			"example.com/a", "./a.go:3:4", `it does not compile: undefined: x; type "go vet example.com/a" to see all of it`,
		},
		"no such folder": {
			Error{"./x", packages.Error{Msg: "stat /m/x: directory not found", Kind: packages.ListError}},
			"./x", "", `stat /m/x: directory not found; type "go list ./..." for the packages that there are`,
		},
		"several lines": {
			Error{"example.com/c", packages.Error{Pos: "c.go:1:2", Msg: "no required module provides it:\n\tgo get example.com/d", Kind: packages.ListError}},
			"example.com/c", "c.go:1:2", "no required module provides it: go get example.com/d",
		},
	} {
		pkg, place, text := test.err.Told()
		if pkg != test.pkg || place != test.place || text != test.text {
			t.Errorf("%s: %q, %q, %q", name, pkg, place, text)
		}
	}
}

func TestWords(t *testing.T) {
	if got := GoSaid(errors.New("err: exit status 1: stderr: go: no module \n")); got != "go: no module" {
		t.Errorf("the go command said %q", got)
	}
	if got := NoGo(errors.New(`exec: "go": executable file not found in $PATH`)); !strings.Contains(got.Error(), "install Go") {
		t.Error(got)
	}
	if got := WithHint("something; type this"); got != "something; type this" {
		t.Errorf("a hint too many: %q", got)
	}
}
