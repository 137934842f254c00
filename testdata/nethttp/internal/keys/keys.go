// Package keys tries one kind of key per call.
package keys

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math/rand"
	randv2 "math/rand/v2"
	"net/http"
	"os"
	"strconv"
	"strings"
	"time"

	"github.com/google/uuid"
)

const importKey = "nightly-import"

var limited = &http.Client{Timeout: 12 * time.Second}

func push(ctx context.Context, path, key string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, os.Getenv("ARISE_BASE_URL")+path, nil)
	if err != nil {
		return err
	}
	req.Header.Set("Idempotency-Key", key)
	resp, err := limited.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Order is an order.
type Order struct {
	ID      string
	Version int
	Cents   int64
}

// Hash is a key from what the order is.
func (o Order) Hash() string {
	h := sha256.New()
	fmt.Fprintf(h, "%s|%d|%d", o.ID, o.Version, o.Cents)
	return hex.EncodeToString(h.Sum(nil))
}

// Hashed voids with a hash of the order.
func Hashed(ctx context.Context, o Order) error {
	// idempotencykey: fine, digest of the order's own fields
	return push(ctx, "/pay-api/v1/transactions/void", o.Hash())
}

// Digest is Hashed in one line.
func Digest(ctx context.Context, o Order) error {
	// idempotencykey: fine, sha256 of the order's identity
	sum := sha256.Sum256([]byte("capture:" + o.ID + ":" + strconv.Itoa(o.Version)))
	return push(ctx, "/pay-api/v1/transactions/capture", hex.EncodeToString(sum[:16]))
}

// Clock uses the time of day.
func Clock(ctx context.Context) error {
	// idempotencykey: a fault, formatted clock time alone
	return push(ctx, "/pay-api/v1/transactions/settle", time.Now().UTC().Format("20060102T150405")) // want `POST ./pay-api/v1/transactions/settle has clock time alone for an idempotency key; two requests can share it and a retry cannot find it again \(idempotencykey\)`
}

// Nanos uses the clock as a number.
func Nanos(ctx context.Context) error {
	// idempotencykey: a fault, clock time alone, as a number
	return push(ctx, "/pay-api/v1/transactions/settle", strconv.FormatInt(time.Now().UnixNano(), 36)) // want `POST ./pay-api/v1/transactions/settle has clock time alone for an idempotency key; two requests can share it and a retry cannot find it again \(idempotencykey\)`
}

// Dated joins the order and its day.
func Dated(ctx context.Context, o Order, placed time.Time) error {
	// idempotencykey: fine, the order's own date, not the clock
	return push(ctx, "/pay-api/v1/transactions/capture", o.ID+"@"+placed.Format(time.DateOnly))
}

// Small uses a small random number.
func Small(ctx context.Context) error {
	// idempotencykey: a fault, math/rand below a million
	return push(ctx, "/pay-api/v1/transactions/void", fmt.Sprintf("%06d", rand.Intn(1_000_000))) // want `POST ./pay-api/v1/transactions/void has a small random number for an idempotency key; two payments can share it \(idempotencykey\)`
}

// Small2 uses the newer package.
func Small2(ctx context.Context, id string) error {
	// idempotencykey: a fault, math/rand/v2 below ten thousand
	n := randv2.IntN(9999)
	return push(ctx, "/pay-api/v1/transactions/ach/"+id+"/void", "void-"+strconv.Itoa(n)) // want `POST ./pay-api/v1/transactions/ach/./void has a small random number for an idempotency key; two payments can share it \(idempotencykey\)`
}

// Pause jitters, then uses a real key.
func Pause(ctx context.Context, id string) error {
	// idempotencykey: fine, math/rand only makes the pause
	time.Sleep(time.Duration(rand.Intn(50)) * time.Millisecond)
	return push(ctx, "/pay-api/v1/transactions/ach/"+id+"/void", uuid.Must(uuid.NewRandom()).String())
}

// Fixed uses a package constant.
func Fixed(ctx context.Context) error {
	// idempotencykey: a fault, package constant as key
	return push(ctx, "/pay-api/v1/customers", importKey) // want `POST ./pay-api/v1/customers has the same idempotency key for every request; the second payment is taken for a repeat of the first \(idempotencykey\)`
}

// Prefixed uses the constant as a prefix.
func Prefixed(ctx context.Context, row int) error {
	// idempotencykey: fine, constant prefix, row number makes it unique
	return push(ctx, "/pay-api/v1/customers", importKey+"-"+strconv.Itoa(row))
}

// Unset never fills its key.
func Unset(ctx context.Context, id string) error {
	// idempotencykey: a fault, key variable keeps its zero value
	var key string
	if id == "" {
		return nil
	}
	return push(ctx, "/pay-api/v1/transactions/ach/"+id+"/refund", key) // want `POST ./pay-api/v1/transactions/ach/./refund leaves with an empty idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
}

// Half fills its key on one branch.
func Half(ctx context.Context, o Order, cautious bool) error {
	// idempotencykey: a fault, empty key when not cautious
	key := ""
	if cautious {
		key = o.Hash()
	}
	return push(ctx, "/pay-api/v1/transactions/return", key) // want `POST ./pay-api/v1/transactions/return leaves without an idempotency key on some path; a repeated request is taken for a new one \(idempotencykey\)`
}

// Either fills its key on both branches.
func Either(ctx context.Context, o Order, given string) error {
	// idempotencykey: fine, falls back to a key of its own
	key := given
	if key == "" {
		key = o.Hash()
	}
	return push(ctx, "/pay-api/v1/transactions/return", key)
}

// Joined joins parts.
func Joined(ctx context.Context, parts ...string) error {
	// idempotencykey: fine, parts are the caller's
	return push(ctx, "/pay-api/v1/transactions/return", strings.Join(parts, ":"))
}

// Rows pays many back and counts.
func Rows(ctx context.Context, batch string, ids []string) error {
	// idempotencykey: fine, index and batch name each item
	for i, id := range ids {
		if err := push(ctx, "/pay-api/v1/transactions/ach/"+id+"/refund", fmt.Sprintf("%s/%d", batch, i)); err != nil {
			return err
		}
	}
	return nil
}

// Same pays many back under one name.
func Same(ctx context.Context, ids []string) error {
	// idempotencykey: a fault, every item shares one constant key
	const key = "ach-refund-run"
	for _, id := range ids {
		if err := push(ctx, "/pay-api/v1/transactions/ach/"+id+"/refund", key); err != nil { // want `POST ./pay-api/v1/transactions/ach/./refund has the same idempotency key for every request; the second payment is taken for a repeat of the first \(idempotencykey\)`
			return err
		}
	}
	return nil
}
