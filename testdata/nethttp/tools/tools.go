// Package tools has functions that make commands: what a command does stands in a field.
package tools

import (
	"context"
	"io"
	"net/http"
	"strings"
	"time"

	"github.com/auroravet/auroravet/testdata/nethttp/toolbox"
)

const seconds = 20

func listing(l *toolbox.Line) toolbox.Tool {
	quick := &http.Client{Timeout: seconds} // want `has a timeout of nanoseconds`
	return toolbox.Tool{Name: "list", Do: func(ctx context.Context, out io.Writer, _ []string) error {
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, l.Base+"/pos-api/v1/terminals", nil)
		if err != nil {
			return err
		}
		resp, err := quick.Do(req)
		if err != nil {
			return err
		}
		defer resp.Body.Close()
		_, err = io.Copy(out, resp.Body)
		return err
	}}
}

func all(l *toolbox.Line) []*toolbox.Tool {
	hasty := &http.Client{} // want `has no timeout`
	calm := &http.Client{Timeout: time.Minute}
	return []*toolbox.Tool{
		{Name: "void", Do: func(ctx context.Context, _ io.Writer, args []string) error {
			return send(ctx, hasty, l, "/pay-api/v1/transactions/void", args[0]) // want `leaves without an idempotency key`
		}},
		{Name: "refund", Do: func(ctx context.Context, _ io.Writer, args []string) error {
			return keyed(ctx, calm, l, args[0])
		}},
	}
}

func byName(l *toolbox.Line) map[string]toolbox.Tool {
	hasty := &http.Client{} // want `has no timeout`
	return map[string]toolbox.Tool{"settle": {Do: func(ctx context.Context, _ io.Writer, args []string) error {
		return keyed(ctx, hasty, l, args[0])
	}}}
}

func send(ctx context.Context, hc *http.Client, l *toolbox.Line, path, body string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, l.Base+path, strings.NewReader(body))
	if err != nil {
		return err
	}
	resp, err := hc.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func keyed(ctx context.Context, hc *http.Client, l *toolbox.Line, id string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, l.Base+"/v2/settlements/settle", nil)
	if err != nil {
		return err
	}
	req.Header.Set("Idempotency-Key", "settle-"+id)
	resp, err := hc.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
