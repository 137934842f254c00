// Package named has pages under names, and addresses that functions of templates write.
package named

import (
	"cmp"
	"embed"
	"fmt"
	"html/template"
	"io"
	"net/http"
	"os"
	"path"
	"strings"
)

//go:embed pages/slip.gohtml
var slip string // want `embedded file pages/slip.gohtml loads the Elements script from the page's own site on line 3`

//go:embed pages/stamp.gohtml
var stamps embed.FS

var hashes = map[string]string{}

func hashed(name string) string { return "/static/" + hashes[name] }

var funcs = template.FuncMap{
	"static": func(name string) string { return "/static/" + name },
	"vendor": func(name string) string { return path.Join("https://public.flute.com/lib/v1.0", name) },
	"hashed": hashed,
	"cdn":    mirrorOf,
}

func mirrorOf() string { return "https://cdn.shop.example/js" }

var receipt = template.Must(template.New("receipt").Funcs(funcs).Parse(`<script type="module" src="{{cdn}}/flute.mjs"></script>`)) // want `the Elements script is loaded from cdn.shop.example`

var bill = template.Must(template.New("bill").Funcs(funcs).Parse(`<script type="module" src="{{hashed "flute.mjs"}}"></script>`))

var parts = template.Must(template.New("parts").Funcs(funcs).Parse(`<script type="module">import {Card} from "{{"flute.mjs" | static}}"</script>`)) // want `the Elements script is loaded from the page's own site`

const form = `<!doctype html><script type="module" src="/js/flute.mjs"></script>` // want `the Elements script is loaded from the page's own site`

// Form writes the page under its name: it is said once.
func Form(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, form) }

// Footed has more after it.
func Footed(w io.Writer) { io.WriteString(w, form+"<footer></footer>") }

// Marked has other text in it.
func Marked(w io.Writer, session string) {
	fmt.Fprintf(w, "%s<i data-session=%q></i>", strings.TrimSpace(form), session)
}

func page() string {
	return `<!doctype html><script type="module" src="/js/arise.mjs"></script>` // want `the Elements script is loaded from the page's own site`
}

// Paged has it from a function.
func Paged(w io.Writer) { fmt.Fprint(w, page()) }

const frame = `<!doctype html><script type="module" src="%s/flute.mjs"></script>`

// Framed says where the page has it from.
func Framed(w io.Writer) {
	fmt.Fprintf(w, frame, "https://cdn.shop.example/js") // want `the Elements script is loaded from cdn.shop.example`
}

// FramedRight does too.
func FramedRight(w io.Writer) { fmt.Fprintf(w, frame, "https://public.flute.com/lib/v1.0") }

// Settings of a shop.
type Settings struct {
	ElementsURL string
	Refused     string
}

// Load has a path when nothing is set, which others read.
func Load() Settings {
	return Settings{
		ElementsURL: cmp.Or(os.Getenv("SHOP_ELEMENTS"), "/static/flute.mjs"), // want `the Elements script is loaded from the page's own site`
		Refused:     "/old/flute.mjs",
	}
}

// Check looks at the address.
func (s Settings) Check() bool { return strings.HasPrefix(s.ElementsURL, "https://") }

// Refuse looks for the old one.
func (s Settings) Refuse(r *http.Request) bool { return r.URL.Path == s.Refused }

// Old is an address that is no more.
type Old struct{ URL string }

// Olds are refused.
var Olds = []Old{{URL: "/static/flute.mjs"}}

// IsOld looks for one.
func IsOld(r *http.Request) bool {
	for _, o := range Olds {
		if o.URL == r.URL.Path {
			return true
		}
	}
	return false
}
