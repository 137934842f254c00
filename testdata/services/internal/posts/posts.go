// Package posts builds requests as values: each method gives another one.
package posts

import (
	"bytes"
	"context"
	"encoding/json"
	"maps"
	"net/http"
	"os"
	"time"
)

// Office sends.
type Office struct {
	base string
	hc   *http.Client
}

// Open returns an office.
func Open() *Office {
	return &Office{os.Getenv("FLUTE_BASE_URL"), &http.Client{Timeout: 30 * time.Second}}
}

// Post is a request whose answer is an In.
type Post[In any] struct {
	office       *Office
	method, path string
	marks        map[string]string
	content      any
}

// To begins a request.
func To[In any](o *Office, method, path string) Post[In] {
	return Post[In]{office: o, method: method, path: path}
}

// Mark gives one with one more header.
func (p Post[In]) Mark(name, value string) Post[In] {
	marks := maps.Clone(p.marks)
	if marks == nil {
		marks = map[string]string{}
	}
	marks[name] = value
	p.marks = marks
	return p
}

// Only gives one that is done once for a key.
func (p Post[In]) Only(key string) Post[In] { return p.Mark("Idempotency-Key", key) }

// With gives one with a body.
func (p Post[In]) With(content any) Post[In] { p.content = content; return p }

// Go sends it.
func (p Post[In]) Go(ctx context.Context) (in In, err error) {
	var buf bytes.Buffer
	if p.content != nil {
		if err = json.NewEncoder(&buf).Encode(p.content); err != nil {
			return in, err
		}
	}
	req, err := http.NewRequestWithContext(ctx, p.method, p.office.base+p.path, &buf)
	if err != nil {
		return in, err
	}
	for name, value := range p.marks {
		req.Header.Set(name, value)
	}
	resp, err := p.office.hc.Do(req)
	if err != nil {
		return in, err
	}
	defer resp.Body.Close()
	err = json.NewDecoder(resp.Body).Decode(&in)
	return in, err
}
