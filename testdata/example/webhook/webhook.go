// Package webhook takes the notices that the Aurora API sends.
package webhook

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"strconv"
	"time"

	"github.com/auroravet/auroravet/testdata/example/orders"
)

// tolerance is how old a notice may be.
const tolerance = 5 * time.Minute

// Handler checks a notice and notes the new state of its transaction.
type Handler struct {
	secret []byte
	store  *orders.Store
}

// New returns a handler that verifies with secret.
func New(secret []byte, store *orders.Store) *Handler {
	return &Handler{secret: secret, store: store}
}

type notice struct {
	Type string `json:"type"`
	Data struct {
		TransactionID string `json:"transactionId"`
		Status        string `json:"transactionStatus"`
	} `json:"data"`
}

// ServeHTTP implements http.Handler.
func (h *Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 1<<20))
	if err != nil {
		http.Error(w, "unreadable", http.StatusBadRequest)
		return
	}
	if !verify(h.secret, r.Header, body) {
		http.Error(w, "bad signature", http.StatusUnauthorized)
		return
	}
	var n notice
	if err := json.Unmarshal(body, &n); err != nil {
		http.Error(w, "unreadable", http.StatusBadRequest)
		return
	}
	if err := h.store.SetState(n.Data.TransactionID, n.Data.Status); err != nil {
		slog.Warn("notice of an unknown transaction", "type", n.Type)
	}
	w.WriteHeader(http.StatusNoContent)
}

// verify reports whether header signs the body, at a time that is not long past:
// "v1," and the base64 of HMAC-SHA256 over "id.timestamp.body".
func verify(secret []byte, header http.Header, body []byte) bool {
	timestamp := header.Get("Flute-Webhook-Timestamp")
	sec, err := strconv.ParseInt(timestamp, 10, 64)
	if err != nil || time.Since(time.Unix(sec, 0)).Abs() > tolerance {
		return false
	}
	mac := hmac.New(sha256.New, secret)
	mac.Write([]byte(header.Get("Flute-Webhook-Id") + "." + timestamp + "."))
	mac.Write(body)
	want := "v1," + base64.StdEncoding.EncodeToString(mac.Sum(nil))
	return hmac.Equal([]byte(want), []byte(header.Get("Flute-Webhook-Signature")))
}
