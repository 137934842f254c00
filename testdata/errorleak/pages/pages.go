// Package pages shows what happened in pages, sheets and messages of several languages.
package pages

import (
	"bytes"
	"context"
	"encoding/csv"
	"html/template"
	"io"
	"log/slog"
	"net/http"
	"net/http/httputil"
	"net/url"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/gorilla/sessions"
	"golang.org/x/text/language"
	"golang.org/x/text/message"

	"github.com/auroravet/auroravet/testdata/errorleak/pay"
)

type office struct {
	api   *pay.Client
	store sessions.Store
	mail  func(to string, sheet []byte) error
}

type closing struct {
	Path string `path:"id"`
}

// settle answers with the error among the details of the problem.
func (o *office) settle(ctx context.Context, in *closing) (*struct{}, error) {
	if _, err := o.api.Charge(ctx, in.Path, 100); err != nil {
		return nil, huma.Error502BadGateway("not settled", err) // want `huma.Error502BadGateway shows the customer an error of the payment API`
	}
	return nil, nil
}

// release keeps it to itself.
func (o *office) release(ctx context.Context, in *closing) (*struct{}, error) {
	if _, err := o.api.Charge(ctx, in.Path, 100); err != nil {
		slog.ErrorContext(ctx, "release", "err", err)
		return nil, huma.NewError(http.StatusBadGateway, "not released yet")
	}
	return nil, nil
}

func (o *office) spoken(w http.ResponseWriter, r *http.Request) {
	p := message.NewPrinter(language.German)
	if _, err := o.api.Charge(r.Context(), r.PathValue("id"), 100); err != nil {
		p.Fprintf(w, "cancel.failed", err) // want `Printer.Fprintf shows the customer an error of the payment API`
		return
	}
	p.Fprintln(w, "cancel.done")
}

func (o *office) sheet(w http.ResponseWriter, r *http.Request) {
	rows := [][]string{{"sale", "remark"}}
	for _, id := range r.URL.Query()["sale"] {
		row := []string{id, ""}
		if _, err := o.api.Charge(r.Context(), id, 100); err != nil {
			row[1] = err.Error()
		}
		rows = append(rows, row)
	}
	csv.NewWriter(w).WriteAll(rows) // want `csv.Writer.WriteAll shows the customer an error of the payment API`
}

func (o *office) mailed(w http.ResponseWriter, r *http.Request) {
	var sheet bytes.Buffer
	out := csv.NewWriter(&sheet)
	for _, id := range r.URL.Query()["sale"] {
		if _, err := o.api.Charge(r.Context(), id, 100); err != nil {
			out.Write([]string{id, err.Error()})
		}
	}
	out.Flush()
	o.mail("books@example.org", sheet.Bytes())
	w.WriteHeader(http.StatusNoContent)
}

func (o *office) flashed(w http.ResponseWriter, r *http.Request) {
	s, _ := o.store.Get(r, "office")
	if _, err := o.api.Charge(r.Context(), r.PathValue("id"), 100); err != nil {
		s.AddFlash("Not paid: " + err.Error()) // want `sessions.Session.AddFlash shows the customer an error of the payment API`
	} else {
		s.AddFlash("Thank you.")
	}
	s.Save(r, w)
	http.Redirect(w, r, "/sales", http.StatusSeeOther)
}

// trouble has a hint for the customer and a cause for the log.
type trouble struct {
	Hint  string
	Cause error
}

type result struct {
	Sale    string
	Trouble *trouble
	Rows    []trouble
}

var (
	hinting = template.Must(template.New("hint").Parse(`<p>{{.Sale}}</p>{{with .Trouble}}<p>{{.Hint}}</p>{{else}}done{{end}}`))
	telling = template.Must(template.New("tell").Parse(`<p>{{.Sale}}</p>{{if .Trouble}}<p>{{.Trouble.Cause}}</p>{{end}}`))
	dumping = template.Must(template.New("dump").Parse(`<p>{{.Sale}}</p>{{with .Trouble}}<pre>{{printf "%v" .}}</pre>{{end}}`))
	listing = template.Must(template.New("list").Parse(`{{range .Rows}}<li>{{.Hint}}</li>{{end}}`))
	causing = template.Must(template.New("cause").Parse(`{{range $i, $t := .Rows}}<li>{{$i}} {{$t.Cause}}</li>{{end}}`))
	asking  = template.Must(template.New("ask").Parse(`{{with .Trouble}}<p>{{.Cause.Error}}</p>{{end}}`))
	quietly = template.Must(template.New("quiet").Parse(`{{range $i, $t := .Rows}}<li>{{$i}} {{$t.Hint}}</li>{{end}}`))
	parts   = template.Must(template.New("parts").Parse(`{{define "row"}}<p>{{.Hint}}</p>{{end}}{{template "row" .Trouble}}`))
)

func (o *office) hints(w http.ResponseWriter, r *http.Request) {
	data := result{Sale: r.PathValue("id")}
	if _, err := o.api.Charge(r.Context(), data.Sale, 100); err != nil {
		data.Trouble = &trouble{"Please try again.", err}
		data.Rows = append(data.Rows, trouble{"Please try again.", err})
	}
	hinting.Execute(w, data)
	listing.Execute(w, data)
	quietly.Execute(w, data)
	parts.Execute(w, data)
}

func (o *office) asks(w http.ResponseWriter, r *http.Request) {
	data := result{Sale: r.PathValue("id")}
	if _, err := o.api.Charge(r.Context(), data.Sale, 100); err != nil {
		data.Trouble = &trouble{"Please try again.", err}
	}
	asking.Execute(w, data) // want `template.Template.Execute shows the customer an error of the payment API`
}

func (o *office) tells(w http.ResponseWriter, r *http.Request) {
	data := result{Sale: r.PathValue("id")}
	if _, err := o.api.Charge(r.Context(), data.Sale, 100); err != nil {
		data.Trouble = &trouble{"Please try again.", err}
	}
	telling.Execute(w, data) // want `template.Template.Execute shows the customer an error of the payment API`
}

func (o *office) dumps(w http.ResponseWriter, r *http.Request) {
	data := result{Sale: r.PathValue("id")}
	if _, err := o.api.Charge(r.Context(), data.Sale, 100); err != nil {
		data.Trouble = &trouble{"Please try again.", err}
	}
	dumping.Execute(w, data) // want `template.Template.Execute shows the customer an error of the payment API`
}

func (o *office) causes(w http.ResponseWriter, r *http.Request) {
	var data result
	if _, err := o.api.Charge(r.Context(), r.PathValue("id"), 100); err != nil {
		data.Rows = append(data.Rows, trouble{"Please try again.", err})
	}
	causing.Execute(w, data) // want `template.Template.Execute shows the customer an error of the payment API`
}

// relay passes on what the API says.
func relay() http.Handler {
	return httputil.NewSingleHostReverseProxy(&url.URL{Scheme: "https", Host: "api.flute.com", Path: "/v2"}) // want `the reverse proxy passes on the body of whatever the payment API answers`
}

// rewritten does so too.
func rewritten(token func() string) *httputil.ReverseProxy {
	up := &url.URL{Scheme: "https", Host: "api.flute.com"}
	return &httputil.ReverseProxy{Rewrite: func(pr *httputil.ProxyRequest) { // want `the reverse proxy passes on the body of whatever the payment API answers`
		pr.SetURL(up)
		pr.Out.Header.Set("Authorization", "Bearer "+token())
	}}
}

// guarded looks at the answers.
func guarded() *httputil.ReverseProxy {
	p := httputil.NewSingleHostReverseProxy(&url.URL{Scheme: "https", Host: "api.flute.com", Path: "/v2"})
	p.ModifyResponse = func(resp *http.Response) error {
		if resp.StatusCode >= 400 {
			resp.Body = io.NopCloser(strings.NewReader(`{"message":"not possible"}`))
		}
		return nil
	}
	return p
}

// scripts serves the script of the fields.
func scripts() http.Handler {
	return httputil.NewSingleHostReverseProxy(&url.URL{Scheme: "https", Host: "public.flute.com"})
}

// pictures is for another host.
func pictures() http.Handler {
	return httputil.NewSingleHostReverseProxy(&url.URL{Scheme: "https", Host: "pictures.example.org"})
}
