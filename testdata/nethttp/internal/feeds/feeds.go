// Package feeds captures what comes in one by one.
package feeds

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"os"
	"time"
)

var client = &http.Client{Timeout: 20 * time.Second}

func capture(ctx context.Context, tx, key string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, os.Getenv("AURORA_BASE_URL")+"/v2/transactions/"+tx+"/capture", nil)
	if err != nil {
		return err
	}
	req.Header.Set("Idempotency-Key", key)
	resp, err := client.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

type line struct{ Tx string }

// Stream captures each line of a stream, until its end.
func Stream(ctx context.Context, r io.Reader) error {
	dec := json.NewDecoder(r)
	for {
		var l line
		if err := dec.Decode(&l); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
		if err := capture(ctx, l.Tx, rand.Text()); err != nil {
			return err
		}
	}
}

// Again captures one line, until that works.
func Again(ctx context.Context, r io.Reader) error {
	var l line
	if err := json.NewDecoder(r).Decode(&l); err != nil {
		return err
	}
	for {
		err := capture(ctx, l.Tx, rand.Text()) // want `another idempotency key for each attempt`
		if err == nil || ctx.Err() != nil {
			return err
		}
	}
}

// Drain captures what a channel brings: the next item is asked for at the end of a turn.
func Drain(ctx context.Context, lines <-chan line) error {
	for l, ok := <-lines; ok; l, ok = <-lines {
		if err := capture(ctx, l.Tx, rand.Text()); err != nil {
			return err
		}
	}
	return nil
}

// Held captures the first item of a channel.
func Held(ctx context.Context, lines <-chan line) (err error) {
	l := <-lines
	for ok := true; ok; ok = err != nil {
		err = capture(ctx, l.Tx, rand.Text()) // want `another idempotency key for each attempt`
	}
	return err
}

type node struct {
	tx       string
	next     *node
	children []*node
}

// Chain captures what hangs together.
func Chain(ctx context.Context, first *node) error {
	for n := first; n != nil; n = n.next {
		if err := capture(ctx, n.tx, rand.Text()); err != nil {
			return err
		}
	}
	return nil
}

// Tree captures the parts before the whole.
func Tree(ctx context.Context, n *node) error {
	for _, c := range n.children {
		if err := Tree(ctx, c); err != nil {
			return err
		}
	}
	return capture(ctx, n.tx, rand.Text())
}

// Whole captures the whole before its parts.
func Whole(ctx context.Context, n *node) error {
	if err := capture(ctx, n.tx, rand.Text()); err != nil {
		return err
	}
	for _, c := range n.children {
		if err := Whole(ctx, c); err != nil {
			return err
		}
	}
	return nil
}

// Persist captures a node, and calls itself when that fails.
func Persist(ctx context.Context, n *node, left int) error {
	b, err := json.Marshal(n.tx)
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, os.Getenv("AURORA_BASE_URL")+"/pay-api/v1/transactions/capture", bytes.NewReader(b))
	if err != nil {
		return err
	}
	req.Header.Set("Idempotency-Key", rand.Text())
	resp, err := client.Do(req)
	if err != nil {
		if left == 0 {
			return err
		}
		return Persist(ctx, n, left-1) // want `another idempotency key for each attempt`
	}
	return resp.Body.Close()
}
