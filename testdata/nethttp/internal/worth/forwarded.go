package worth

import (
	"net/http"
	"strings"

	"github.com/google/uuid"
)

// reverse hands the key on that a shop may send.
func (o *Office) reverse(w http.ResponseWriter, r *http.Request) {
	req, err := http.NewRequestWithContext(r.Context(), http.MethodPost, o.base+"/v2/transactions/"+r.PathValue("id")+"/reversal", http.NoBody) // want `POST .*/reversal leaves without an idempotency key on some path`
	if err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	if key := r.Header.Get("Idempotency-Key"); key != "" {
		req.Header.Set("Idempotency-Key", "shop-"+key)
	}
	o.pass(w, req)
}

// settle refuses what has none.
func (o *Office) settle(w http.ResponseWriter, r *http.Request) {
	key := r.Header.Get("Idempotency-Key")
	if key == "" {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	req, err := http.NewRequestWithContext(r.Context(), http.MethodPost, o.base+"/v2/settlements/settle", http.NoBody)
	if err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	req.Header.Set("Idempotency-Key", key)
	o.pass(w, req)
}

// tip makes one when there is none.
func (o *Office) tip(w http.ResponseWriter, r *http.Request) {
	req, err := http.NewRequestWithContext(r.Context(), http.MethodPost, o.base+"/v2/transactions/"+r.PathValue("id")+"/tip-adjustment", strings.NewReader("{}"))
	if err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	if key := r.Header.Get("Idempotency-Key"); key != "" {
		req.Header.Set("Idempotency-Key", key)
	} else {
		req.Header.Set("Idempotency-Key", uuid.NewString())
	}
	o.pass(w, req)
}

func (o *Office) pass(w http.ResponseWriter, req *http.Request) {
	resp, err := o.hc.Do(req)
	if err != nil {
		w.WriteHeader(http.StatusBadGateway)
		return
	}
	defer resp.Body.Close()
	w.WriteHeader(resp.StatusCode)
}

// Routes mounts them.
func (o *Office) Routes(mux *http.ServeMux) {
	mux.HandleFunc("POST /reverse/{id}", o.reverse)
	mux.HandleFunc("POST /settle", o.settle)
	mux.HandleFunc("POST /tip/{id}", o.tip)
}
