// Package hasty has handlers that send an event on its way, before and after they verify it.
package hasty

import (
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"sync"

	"github.com/auroravet/auroravet/testdata/webhookverify/signing"
)

type event struct {
	Kind  string `json:"kind"`
	Order string `json:"order"`
}

type ledger interface {
	Settle(ev event) error
	Load(order []byte) (string, error)
	Archive(body []byte) error
}

type counts interface{ Bump(kind string) }

type post struct {
	v     *signing.Verifier
	seals interface {
		Check(sig string, body []byte) error
	}
	ledger ledger
	counts counts
	events chan event
	bodies chan<- []byte
	audit  chan<- []byte
}

// sent puts the event into the queue first.
func (p *post) sent(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	p.bodies <- body
	if err := p.v.Check(r.Header, body); err != nil { // want `the webhook signature is checked when the event is already on its way; anyone can send`
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	w.WriteHeader(http.StatusAccepted)
}

// queued does it at last.
func (p *post) queued(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if err := p.v.Check(r.Header, body); err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	p.bodies <- body
}

// audited keeps all that comes.
func (p *post) audited(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	p.audit <- body
	if err := p.v.Check(r.Header, body); err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	p.bodies <- body
}

func (p *post) settle(ev event) {
	if err := p.ledger.Settle(ev); err != nil {
		slog.Error("settle", "err", err)
	}
}

// started starts the work first.
func (p *post) started(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	var ev event
	if json.Unmarshal(body, &ev) != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	go p.settle(ev)
	if p.seals.Check(r.Header.Get("Flute-Webhook-Signature"), body) != nil { // want `the webhook signature is checked when the event is already on its way`
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	w.WriteHeader(http.StatusAccepted)
}

// literal does it in a literal.
func (p *post) literal(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	go func() {
		var ev event
		if json.Unmarshal(body, &ev) == nil {
			p.events <- ev
		}
	}()
	if p.v.Check(r.Header, body) != nil { // want `the webhook signature is checked when the event is already on its way`
		w.WriteHeader(http.StatusUnauthorized)
	}
}

// after starts it when all is well.
func (p *post) after(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	var ev event
	if json.Unmarshal(body, &ev) != nil || p.seals.Check(r.Header.Get("Flute-Webhook-Signature"), body) != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	go p.settle(ev)
	w.WriteHeader(http.StatusAccepted)
}

// waiting has a goroutine that waits for the answer.
func (p *post) waiting(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	right := make(chan bool, 1)
	go func() {
		var ev event
		if json.Unmarshal(body, &ev) == nil && <-right {
			p.settle(ev)
		}
	}()
	err := p.v.Check(r.Header, body)
	right <- err == nil
	if err != nil {
		w.WriteHeader(http.StatusUnauthorized)
	}
}

// inside verifies in the goroutine.
func (p *post) inside(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	h := r.Header.Clone()
	go func() {
		var ev event
		if p.v.Check(h, body) == nil && json.Unmarshal(body, &ev) == nil {
			p.settle(ev)
		}
	}()
	w.WriteHeader(http.StatusAccepted)
}

// counted only counts before, and archives.
func (p *post) counted(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	var ev event
	_ = json.Unmarshal(body, &ev)
	go p.counts.Bump(ev.Kind)
	go p.ledger.Archive(body)
	if p.v.Check(r.Header, body) != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	go p.settle(ev)
}

// meanwhile looks up what it needs while it verifies.
func (p *post) meanwhile(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	var wg sync.WaitGroup
	var name string
	wg.Add(1)
	go func() {
		defer wg.Done()
		name, _ = p.ledger.Load(body)
	}()
	err := p.v.Check(r.Header, body)
	wg.Wait()
	if err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	p.ledger.Settle(event{Order: name})
}

// again tries another way when the first one does not hold.
func (p *post) again(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	err := p.v.Check(r.Header, body)
	if err == nil {
		p.bodies <- body
	}
	if err != nil && p.seals.Check(r.Header.Get("Flute-Webhook-Signature"), body) != nil {
		w.WriteHeader(http.StatusUnauthorized)
	}
}

// pinged answers what needs no signature.
func (p *post) pinged(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if r.URL.Query().Has("ping") {
		p.audit <- body
		return
	}
	if p.v.Check(r.Header, body) != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	p.bodies <- body
}

// Routes wires them.
func Routes(mux *http.ServeMux, p *post) {
	mux.HandleFunc("/sent", p.sent)
	mux.HandleFunc("/queued", p.queued)
	mux.HandleFunc("/started", p.started)
	mux.HandleFunc("/literal", p.literal)
	mux.HandleFunc("/after", p.after)
	mux.HandleFunc("/waiting", p.waiting)
	mux.HandleFunc("/inside", p.inside)
	mux.HandleFunc("/counted", p.counted)
}
