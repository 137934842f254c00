// Package names has the header names of the house.
package names

// Headers that our services understand.
const (
	Request     = "X-Request-Id"
	Replay      = "X-Replay-Token"
	Once        = "X-Idempotency-Key"
	Correlation = "X-Correlation-Id"
)

var lower = map[string]string{"once": "idempotency-key", "trace": "traceparent"}

// Of returns the wire name of a header.
func Of(short string) string { return lower[short] }
