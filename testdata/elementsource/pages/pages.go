// Package pages has pages that load the script of Elements from somewhere.
package pages

import (
	"embed"
	"fmt"
	"html/template"
	"io"
	"net/http"
	"net/url"
	"os"
)

//go:embed templates
var templates embed.FS // want `embedded file templates/pay.html loads the Elements script from the page's own site on line 4; a copy`

//go:embed assets
var assets embed.FS // want `the Elements script assets/js/flute.mjs is embedded in the program; a copy misses`

//go:embed assets/js/loader.js
var loader string // want `embedded file assets/js/loader.js loads the Elements script from unpkg.com on line 2; a copy`

const mirror = "https://assets.shop.example/js"

const page = `<!doctype html>
<script type="module" src="/static/arise.mjs"></script>` // want `the Elements script is loaded from the page's own site; a copy`

// Inline imports the script in a page.
func Inline(w http.ResponseWriter, r *http.Request) {
	io.WriteString(w, "<script type=\"module\">\n"+"import { AriseElements } from './vendor/arise.mjs';\n</script>") // want `the Elements script is loaded from the page's own site`
}

// Joined puts the tag together.
func Joined(w io.Writer) {
	fmt.Fprint(w, "<script type=\"module\" src=\""+mirror+"/flute.mjs\"></script>") // want `the Elements script is loaded from assets.shop.example; a copy`
}

// Formatted formats the tag.
func Formatted() template.HTML {
	return template.HTML(fmt.Sprintf(`<script src="%s/arise.mjs"></script>`, mirror)) // want `the Elements script is loaded from assets.shop.example`
}

// Written formats it into the answer.
func Written(w io.Writer, session string) {
	fmt.Fprintf(w, `<script type="module" src="%s/flute.mjs" data-session="%s"></script>`, mirror, session) // want `the Elements script is loaded from assets.shop.example`
}

// Config has a default.
type Config struct {
	Script string `env:"ELEMENTS_SCRIPT" envDefault:"https://cdn.shop.example/arise.mjs"` // want `the Elements script is loaded from cdn.shop.example`
}

// Choose takes its own copy when it is told so.
func Choose(local bool) string {
	if local {
		return "/assets/flute.mjs" // want `the Elements script is loaded from the page's own site`
	}
	return "https://public.flute.com/lib/v1.0/flute.mjs"
}

// Dynamic makes the tag in the browser.
const Dynamic = `const s = document.createElement("script"); s.type = "module"; s.src = "//cdn.shop.example/flute.mjs"; document.head.append(s);` // want `the Elements script is loaded from cdn.shop.example`

// Preload tells the browser early.
func Preload(w http.ResponseWriter) {
	w.Header().Add("Link", "</static/flute.mjs>; rel=modulepreload") // want `the Elements script is loaded from the page's own site`
}

type data struct {
	ScriptURL string
	Session   string
}

var tmpl = template.Must(template.New("").Parse(`<script type="module" src="{{.ScriptURL}}"></script>`))

// Filled gives the address to a template.
func Filled(w io.Writer, session string) error {
	return tmpl.Execute(w, data{ScriptURL: "/js/arise.mjs", Session: session}) // want `the Elements script is loaded from the page's own site`
}

const elementsURL = "https://cdn.jsdelivr.net/npm/shop-vendor/arise.mjs" // want `the Elements script is loaded from cdn.jsdelivr.net`

// Mapped gives it under a key.
func Mapped(w io.Writer) error { return tmpl.Execute(w, map[string]any{"ScriptURL": elementsURL}) }

// ImportMap names the module.
const ImportMap = `<script type="importmap">{"imports": {"flute": "/modules/flute.mjs"}}</script>` // want `the Elements script is loaded from the page's own site`

var manifest = map[string]string{
	"shop": "/modules/shop.mjs",
	"card": "/modules/flute.mjs", // want `the Elements script is loaded from the page's own site`
}

// Manifest writes the map of the modules.
func Manifest(w io.Writer) {
	for name, file := range manifest {
		fmt.Fprintf(w, "%q:%q,", name, file)
	}
}

// NotPublic is a host of the API that has no scripts.
const NotPublic = `<script src="https://api.flute.com/lib/v1.0/flute.mjs"></script>` // want `the Elements script is loaded from api.flute.com`

// LookAlike is another company's host.
const LookAlike = `<script src="https://public.myflute.com/lib/v1.0/flute.mjs"></script>` // want `the Elements script is loaded from public.myflute.com`

// Mirrored lets the operator say where the script is; without a word it is the wrong host.
func Mirrored(w io.Writer) {
	src := os.Getenv("ELEMENTS_URL")
	if src == "" {
		src = "https://api.flute.com/lib/v1.0/flute.mjs" // want `the Elements script is loaded from api.flute.com`
	}
	io.WriteString(w, `<main></main><script type="module" src="`+src+`"></script>`)
}

// Told is right without a word.
func Told(w io.Writer) {
	src := os.Getenv("ELEMENTS_URL")
	if src == "" {
		src = "https://public.flute.com/lib/v1.0/flute.mjs"
	}
	io.WriteString(w, `<main></main><script type="module" src="`+src+`"></script>`)
}

// Themed has a path that no host of the API has.
func Themed(theme string) string {
	return "<head><script type='module' src='" + theme + "/js/v3/flute.mjs'></script></head>" // want `the Elements script is loaded from a path that Aurora's hosts do not have`
}

// Based may be right: that depends on the base.
func Based(base string) string {
	return "<head><script type='module' src='" + base + "/lib/v1.0/flute.mjs'></script></head>"
}

// Import quotes the address.
func Import() string {
	return fmt.Sprintf("import { Flute } from %q;", "https://esm.example/@shop/elements/flute.mjs") // want `the Elements script is loaded from esm.example`
}

// Pinned joins a path that may fail.
func Pinned(version string) (string, error) {
	return url.JoinPath("https://assets.shop.example", "elements", version, "flute.mjs") // want `the Elements script is loaded from assets.shop.example`
}
