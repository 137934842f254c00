// Package meters looks at parking meters, and shows what it saw.
package meters

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"sync"

	"github.com/auroravet/auroravet/testdata/errorleak/pay"
)

// Meter remembers what a payment came to.
type Meter struct {
	pay *pay.Client

	mu    sync.Mutex
	fault string
	lost  bool
	// Note is for those that wire it.
	Note string
}

// New returns a meter.
func New() *Meter { return &Meter{pay: pay.New()} }

// Watch makes payments.
func (m *Meter) Watch(ctx context.Context) {
	for ctx.Err() == nil {
		_, err := m.pay.Charge(ctx, "1", 1)
		m.mu.Lock()
		if m.lost = err != nil; m.lost {
			m.fault = err.Error()
		}
		m.mu.Unlock()
	}
}

// Last is the text for who asks.
func (m *Meter) Last() string { return m.fault }

// Health shows the text.
func (m *Meter) Health(w http.ResponseWriter, r *http.Request) {
	m.mu.Lock()
	defer m.mu.Unlock()
	_ = json.NewEncoder(w).Encode(map[string]any{"lost": m.lost, "last": m.fault}) // want `json.Encoder.Encode shows the customer an error`
}

// Page makes a handler that shows the text.
func (m *Meter) Page() http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, m.fault) // want `fmt.Fprintln shows the customer an error`
	}
}

// Ready shows no text.
func (m *Meter) Ready(w http.ResponseWriter, r *http.Request) {
	_ = json.NewEncoder(w).Encode(map[string]any{"lost": m.lost})
}

// Noted shows what others have noted.
func (m *Meter) Noted(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintln(w, m.Note)
}
