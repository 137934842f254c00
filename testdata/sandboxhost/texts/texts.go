// Package texts has hosts inside longer texts.
package texts

import (
	"fmt"
	"html/template"
	"net/http"
)

const script = `<script type="module" src="https://public.uat.arise.risewithaurora.com/lib/v1.0/arise.mjs"></script>` // want `public.uat.arise`

var page = template.Must(template.New("").Parse(`<!doctype html>
{{if .Test}}<script src="https://public.uat.arise.risewithaurora.com/lib/v1.0/arise.mjs"></script>
{{else}}<script src="https://public.arise.risewithaurora.com/lib/v1.0/arise.mjs"></script>{{end}}`))

var commented = template.Must(template.New("").Parse(`<!doctype html>
<!-- <script src="https://public.uat.arise.risewithaurora.com/lib/v1.0/arise.mjs"></script> -->
<p>Pay</p>`))

func headers(w http.ResponseWriter) {
	w.Header().Set("Content-Security-Policy", "script-src https://public.arise.risewithaurora.com; connect-src https://sandbox.api.flute.com") // want `sandbox.api.flute.com`
}

func formatted(w http.ResponseWriter, live bool) {
	fmt.Fprintf(w, "<script src=%q></script>", "https://public.uat.arise.risewithaurora.com/lib/v1.0/arise.mjs") // want `public.uat.arise`
	fmt.Fprintf(w, `<script>fetch("https://sandbox.api.flute.com/v2/ping")</script>`)                            // want `sandbox.api.flute.com`
	w.Write([]byte(`{"base": "https://sandbox.api.flute.com"}`))                                                 // want `sandbox.api.flute.com`
}

const js = `const base = location.hostname === "shop.example" ? "https://api.flute.com" : "https://sandbox.api.flute.com";`

const both = "https://api.flute.com,https://sandbox.api.flute.com"

const yaml = `
aurora:
  # base_url: https://api.uat.arise.risewithaurora.com
  base_url: https://api.flute.com
environments:
  sandbox:
    base_url: https://sandbox.api.flute.com
`

const env = "AURORA_BASE_URL=https://sandbox.api.flute.com" // want `sandbox.api.flute.com`

func show(s string) { sink = s }

var sink string

func all() {
	show(script)
	show(js)
	show(both)
	show(yaml)
	show(env)
}
