// Package given gives its templates the hosts that scripts come from.
package given

import (
	"html/template"
	"net/http"
	"os"
)

const (
	shelf  = "https://files.agency.example"
	fields = "https://public.flute.com"
)

var autopay = template.Must(template.New("autopay").Parse(`{{define "head"}}<script type="module" src="{{.Shelf}}/lib/v1.0/arise.mjs"></script>{{end}}<title>Pay</title>{{template "head" .}}`)) // want `the Elements script is loaded from files.agency.example`

var moving = template.Must(template.New("moving").Parse(`<script type="module" src="{{ .Fields }}/lib/v1.0/flute.mjs"></script>`))

var either = template.Must(template.New("either").Parse(`<script type="module" src="{{.Either}}/lib/v1.0/flute.mjs"></script>`))

var read = template.Must(template.New("read").Parse(`<script type="module" src="{{.Read}}/lib/v1.0/flute.mjs"></script>`))

var mapped = template.Must(template.New("mapped").Parse(`<script type="module" src="{{.mapped}}/lib/v1.0/flute.mjs"></script>`)) // want `the Elements script is loaded from files.agency.example`

type page struct{ Fields, Either, Read string }

func show(w http.ResponseWriter, r *http.Request) {
	autopay.Execute(w, struct{ Shelf string }{shelf})
	p := page{Fields: fields, Either: shelf, Read: os.Getenv("SCRIPTS")}
	moving.Execute(w, p)
	if r.URL.Path == "/" {
		p.Either = fields
	}
	either.Execute(w, p)
	read.Execute(w, p)
	mapped.Execute(w, map[string]any{"mapped": shelf})
}
