// Package keys makes keys by the libraries that make identifiers.
package keys

import (
	"net/http"
	"os"
	"time"

	gofrs "github.com/gofrs/uuid/v5"
	"github.com/google/uuid"
	jaevor "github.com/jaevor/go-nanoid"
	matoous "github.com/matoous/go-nanoid/v2"
	"github.com/oklog/ulid/v2"
	"github.com/rs/xid"
	satori "github.com/satori/go.uuid"
	"github.com/segmentio/ksuid"
	"github.com/teris-io/shortid"
)

var hc = &http.Client{Timeout: 10 * time.Second}

// void gives a hold back three times with keys of its own making.
func void(newKey func() string) error {
	var err error
	for range 3 {
		if err = send(newKey()); err == nil {
			break
		}
	}
	return err
}

func send(key string) error {
	r, err := http.NewRequest(http.MethodPost, os.Getenv("AURORA_BASE_URL")+"/pay-api/v1/transactions/void", nil)
	if err != nil {
		return err
	}
	r.Header.Set("Idempotency-Key", key)
	resp, err := hc.Do(r)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Repeated makes a key of each kind for each attempt.
func Repeated() error {
	canonic, err := jaevor.Standard(21)
	if err != nil {
		return err
	}
	for _, err := range []error{
		void(uuid.NewString), // want `gets another idempotency key for each attempt`
		void(func() string { return uuid.New().String() }),                // want `gets another idempotency key for each attempt`
		void(func() string { return uuid.Must(uuid.NewV7()).String() }),   // want `gets another idempotency key for each attempt`
		void(func() string { return gofrs.Must(gofrs.NewV4()).String() }), // want `gets another idempotency key for each attempt`
		void(func() string { return satori.NewV4().String() }),            // want `gets another idempotency key for each attempt`
		void(func() string { return ulid.Make().String() }),               // want `gets another idempotency key for each attempt`
		void(func() string { return xid.New().String() }),                 // want `gets another idempotency key for each attempt`
		void(func() string { return ksuid.New().String() }),               // want `gets another idempotency key for each attempt`
		void(func() string { return matoous.Must() }),                     // want `gets another idempotency key for each attempt`
		void(shortid.MustGenerate),                                        // want `gets another idempotency key for each attempt`
		void(canonic),                                                     // want `gets another idempotency key for each attempt`
	} {
		if err != nil {
			return err
		}
	}
	return nil
}

// Once makes one before the attempts.
func Once() error {
	key := "void_" + ulid.Make().String()
	return void(func() string { return key })
}

// Derived makes the same key of the same order.
func Derived(order string) error {
	return void(func() string { return uuid.NewSHA1(uuid.NameSpaceURL, []byte(order)).String() })
}

// Bytes takes the bytes of a variable.
func Bytes() error {
	return void(func() string {
		id := uuid.New()
		return string(id[:])
	})
}

// Nobody uses identifiers that are the same for everybody.
func Nobody() error {
	if err := send(uuid.Nil.String()); err != nil { // want `has the same idempotency key for every request`
		return err
	}
	var none uuid.UUID
	if err := send(none.String()); err != nil { // want `has the same idempotency key for every request`
		return err
	}
	if err := send("void-" + uuid.Nil.String()); err != nil { // want `has the same idempotency key for every request`
		return err
	}
	if err := send(uuid.NameSpaceURL.String()); err != nil { // want `has the same idempotency key for every request`
		return err
	}
	if err := send(gofrs.Nil.String()); err != nil { // want `has the same idempotency key for every request`
		return err
	}
	return send(ksuid.Nil.String()) // want `has the same idempotency key for every request`
}

// Given uses the identifier of a payment, or makes one when there is none.
func Given(id uuid.UUID) error {
	if id == uuid.Nil {
		id = uuid.New()
	}
	if err := send(id.String()); err != nil {
		return err
	}
	return send(uuid.NewSHA1(uuid.NameSpaceURL, []byte(id.String())).String())
}
