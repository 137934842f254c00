// Package tokens makes strings that name an operation.
package tokens

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"sync"
	"time"

	"github.com/google/uuid"
)

// Maker makes tokens.
type Maker interface{ Make() string }

type random struct{}

// Make returns a random token.
func (random) Make() string { return uuid.NewString() }

// Random returns a maker of random tokens.
func Random() Maker { return random{} }

// Stamp is the clock in a short form.
func Stamp() string {
	// idempotencykey: a fault, the clock alone
	return time.Now().UTC().Format("060102-150405.000")
}

// Sortable is a token that sorts by time and is random besides.
func Sortable() string {
	// idempotencykey: fine, clock plus eighty random bits
	var b [16]byte
	binary.BigEndian.PutUint64(b[:8], uint64(time.Now().UnixMilli())<<16)
	rand.Read(b[6:])
	return hex.EncodeToString(b[:])
}

// Digest names a payload by what is in it.
func Digest(payload []byte) string {
	sum := sha256.Sum256(payload)
	return base64.RawURLEncoding.EncodeToString(sum[:])
}

// Namespace is where names of payments live.
var Namespace = uuid.MustParse("9b2f0cf3-0f0a-4b62-9f4d-2b4a6a9d5d11")

// Named returns the same token for the same parts.
func Named(parts ...any) string {
	return uuid.NewSHA1(Namespace, fmt.Append(nil, parts...)).String()
}

// Book remembers the token of each order.
type Book struct {
	mu sync.Mutex
	m  map[string]string
}

// For returns the token of an order, and makes it the first time.
func (b *Book) For(order string) string {
	b.mu.Lock()
	defer b.mu.Unlock()
	if t, ok := b.m[order]; ok {
		return t
	}
	if b.m == nil {
		b.m = make(map[string]string)
	}
	t := uuid.NewString()
	b.m[order] = t
	return t
}
