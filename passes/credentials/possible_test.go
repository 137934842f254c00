package credentials

import (
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"strings"
	"testing"
)

func parsed(t *testing.T, text string) (*token.FileSet, *ast.File) {
	t.Helper()
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, "a.go", text, 0)
	if err != nil {
		t.Fatalf("%v: %s", err, text)
	}
	return fset, f
}

// TestPossible holds that a file in which a credential can be found without a word of the API
// is not taken for one without, in whichever pieces it is written.
func TestPossible(t *testing.T) {
	const imports = "package a\n\nimport (\n\t\"fmt\"\n\t\"strings\"\n)\n\nvar _, _ = fmt.Sprint, strings.Join\n\n"
	for name, test := range map[string]struct {
		text string
		want bool
	}{
		"a constant":              {`const Password = "kJ8xQz2mPq4rTn7vWb1A"`, true},
		"in base64":               {`const Password = "kJ8/x+Qz2mPq4rTn7vWb1A=="`, true},
		"in hex":                  {`var secret = "bc5390f7069632585fbd0b48"`, true},
		"capitals and letters":    {`var secret = "kJxQzmPqrTnvWbAfDsLoKeYgHu"`, true},
		"a known form":            {`var x = f("sk_live_v58ya83bd1j98jc1mtwcn74giguk58y7")`, true},
		"in a setting":            {`var x = f("host=db password=kJ8xQz2mPq4rTn7vWb1A sslmode=off")`, true},
		"in JSON":                 {"var x = f(`{\"secret\":\"kJ8xQz2mPq4rTn7vWb1A\"}`)", true},
		"in a URL":                {`var x = f("https://u:kJ8xQz2mPq4rTn7vWb1A@example.org/path")`, true},
		"in a query":              {`var x = f("https://example.org/a/b/c/d/e/f/g/h/i/j/k/l?m=n&o=p&token=kJ8xQz2mPq4rTn7vWb1A")`, true},
		"in a tag":                {"type T struct{ F string `env:\"SECRET\" envDefault:\"kJ8xQz2mPq4rTn7vWb1A\"` }", true},
		"in a header":             {`var x = f("authorization: basic dXNlcjpzM2NyM3QtcGFzcw==")`, true},
		"a sum":                   {`var x = "kJ8xQz2" + "mPq4rTn" + "7vWb1A"`, true},
		"a sum in parentheses":    {`var x = "kJ8xQz2" + ("mPq4rTn") + y`, true},
		"a sum on the right":      {`var x = "kJ8x" + ("Qz2" + "mPq")`, true},
		"two variables":           {`func g() { a := "kJ8xQz2m"; b := "Pq4rTn7v"; h(a + b) }`, true},
		"two constants":           {`const a, b = "9f8e7d6c", "5b4a3f2e"`, true},
		"the arguments of a call": {`var x = fmt.Sprintf("%s%s", "kJ8xQz2mPq", "4rTn7vWb1A")`, true},
		"a short list":            {`var x = strings.Join([]string{"kJ8xQz", "2mPq4r", "Tn7vWb"}, "")`, true},
		"bytes":                   {`var key = []byte{1, 2, 3, 4, 5, 6, 7, 8, 90, 10, 110, 12, 13, 14, 15, 16}`, true},
		"bytes of a type":         {`var k = Key{'a', 2, 3, 4, 5, 6, 7, 8, 90, 10, 110, 12, 13, 14, 15, 16}`, true},
		"words":                   {`const a, b, c = "the password is missing", "client_secret", "AES-256-GCM and SHA-256"`, false},
		"a format":                {`var x = fmt.Errorf("%s: cannot read %d of %d bytes from %q", "kind", 1, 2, "x")`, false},
		"a path":                  {`var x = f("github.com/prometheus/prometheus/model/labels/v2")`, false},
		"numbers":                 {`var x = []uint16{1, 2, 3, 4, 5, 6, 7, 8, 90, 10, 110, 12, 13, 14, 15, 16}`, false},
		"short numbers":           {`var x = []byte{1, 2, 3}`, false},
		"a long list of names":    {`var x = []string{"iso-8859-1", "iso-8859-2", "iso-8859-3", "iso-8859-4", "iso-8859-5", "iso-8859-6", "koi8-r", "koi8-u", "cp866"}`, false},
	} {
		if _, f := parsed(t, imports+test.text); Possible(f) != test.want {
			t.Errorf("%s: %v", name, !test.want)
		}
	}
	for _, path := range []string{"encoding/base64", "encoding/hex"} {
		if _, f := parsed(t, "package a\n\nimport \""+path+"\"\n"); !Possible(f) {
			t.Errorf("a package that encodes with %s", path)
		}
	}
}

// TestPossibleJudged holds that what is judged to be random or of a known form is possible.
func TestPossibleJudged(t *testing.T) {
	for _, s := range strings.Fields(`bc5390f7069632585fbd0b48 N3QxeHKBbNIvhzCxqbfCK3HjdhwXYR1C 2ac4e89c4526a16f2b94479050de9876d33a695f9aead4d178c09764962c8322
		aur_live_8fK2mQx9Lp3RtV7w kJ8/x+Qz2mPq4rTn7vWb1A== whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw KdajYHIBfU7tCgFEL9bu30sMNXv35lcY4Z48jyDt`) {
		if judge(s) < random {
			t.Errorf("%s is not judged to be random", s)
		}
		for _, text := range []string{s, "Bearer " + s, "key=" + s + "&a=b", "'" + s + "',", "https://example.org/" + s} {
			if !whole.in(text) || !piece.in(text) {
				t.Errorf("%s is not possible", text)
			}
		}
	}
}

func TestPossibleIn(t *testing.T) {
	fset, f := parsed(t, "package keys\n\nconst Default = \"kJ8xQz2mPq4rTn7vWb1A\"\n")
	conf := types.Config{Importer: importer.Default()}
	keys, err := conf.Check("example.org/shop/keys", fset, []*ast.File{f}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if !PossibleIn("example.org/shop", keys) || PossibleIn("example.com/shop", keys) {
		t.Error("a constant counts for the packages of its module")
	}
}
