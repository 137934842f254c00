package rows

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

func TestLines(t *testing.T) {
	files := fstest.MapFS{
		"rows/b.txt":  {Data: []byte("net/http.Get send\n\n# a comment\n(T).M#x op # another\n")},
		"rows/a.txt":  {Data: []byte("first row")},
		"rows/c.json": {Data: []byte("{}")},
	}
	var got []string
	err := Lines(files, "rows/*.txt", func(words []string, file string, line int) error {
		got = append(got, fmt.Sprintf("%s:%d %s", file, line, strings.Join(words, "|")))
		return nil
	})
	if want := []string{"rows/a.txt:1 first|row", "rows/b.txt:1 net/http.Get|send", "rows/b.txt:4 (T).M#x|op"}; err != nil || !slices.Equal(got, want) {
		t.Errorf("%q, %v; want %q", got, err, want)
	}
	err = Lines(files, "rows/*.txt", func(words []string, _ string, _ int) error { return fmt.Errorf("no %s", words[0]) })
	if err == nil || err.Error() != "rows/a.txt:1: no first" {
		t.Errorf("an error is told as %v", err)
	}
}

func TestExpand(t *testing.T) {
	for name, want := range map[string]string{
		"a.F":          "a.F",
		"(*a.T).{A,B}": "(*a.T).A (*a.T).B",
		"{a,b}.{F,G}":  "a.F a.G b.F b.G",
		"a.{F":         "", "a.F}": "", "a.{F,}": "", "a.{F,{G}": "",
	} {
		got, err := Expand(name)
		if strings.Join(got, " ") != want || (err != nil) != (want == "") {
			t.Errorf("Expand(%q) = %q, %v", name, got, err)
		}
	}
}

func TestPackageOf(t *testing.T) {
	for name, want := range map[string]string{
		"net/http.Get":                               "net/http",
		"(*net/http.Client).Do":                      "net/http",
		"(gopkg.in/yaml.v3.Node).Decode":             "gopkg.in/yaml.v3",
		"(*example.com/a.Pool[example.com/b.T]).Get": "example.com/a",
		"log.Print":                                  "log",
		"gopkg.in/yaml.v3.Marshal":                   "gopkg.in/yaml.v3",
		"(*gopkg.in/yaml.v3.Encoder).Encode":         "gopkg.in/yaml.v3",
		"(github.com/a/b/v2.Option[T]).Or":           "github.com/a/b/v2",
		"(*github.com/rs/zerolog.Event).Send":        "github.com/rs/zerolog",
		"slices.Contains[[]example.com/a.T]":         "slices",
		"nothing":                                    "",
	} {
		if got := PackageOf(name); got != want {
			t.Errorf("PackageOf(%q) = %q, want %q", name, got, want)
		}
	}
}
