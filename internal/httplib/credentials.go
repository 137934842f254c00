package httplib

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/auroravet/auroravet/internal/ir"
	"github.com/auroravet/auroravet/internal/rows"
)

// Credential says which parameter of a function takes a credential.
type Credential struct {
	// Param is the index of the parameter, the receiver not counted.
	Param int
	// Name is what a message calls it: "HMAC key".
	Name string
	// Soft says that what stands there is often no credential itself: the name of one.
	Soft bool
}

// CredentialOf returns what credential a function takes, by its full name. These rows stand apart
// from those of [Lookup]: they are asked for in packages that send no requests.
func CredentialOf(name string) (Credential, bool) {
	c, ok := credentials()[ir.PlainName(name)]
	return c, ok
}

// Credentials returns the full names of the functions that take a credential, in order.
func Credentials() []string {
	var out []string
	for name := range credentials() {
		out = append(out, name)
	}
	slices.Sort(out)
	return out
}

var credentials = sync.OnceValue(func() map[string]Credential {
	out := map[string]Credential{}
	err := rows.Lines(files, "credentials/*.txt", func(words []string, _ string, _ int) error {
		if len(words) < 3 {
			return fmt.Errorf("%q names no parameter and credential", words)
		}
		param, err := strconv.Atoi(words[1])
		if err != nil {
			return fmt.Errorf("%q is no index of a parameter", words[1])
		}
		c := Credential{Param: param, Soft: words[len(words)-1] == "soft"}
		if c.Soft {
			words = words[:len(words)-1]
		}
		c.Name = strings.Join(words[2:], " ")
		names, err := rows.Expand(words[0])
		for _, name := range names {
			out[name] = c
		}
		return err
	})
	if err != nil {
		panic(err) // a line of the program itself is malformed; a test reads them all
	}
	return out
})
