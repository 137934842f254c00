// Package observed logs and traces its requests.
package observed

import (
	"context"
	"net/http"
	"net/http/httputil"
	"time"

	"github.com/rs/zerolog"
	"github.com/sirupsen/logrus"
	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/propagation"
	"go.uber.org/zap"
)

var client = &http.Client{Timeout: time.Minute}

const transactions = "https://api.flute.com/v2/transactions"

func send(req *http.Request) error {
	resp, err := client.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func traced(ctx context.Context) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, transactions, nil) // want `POST https://api.flute.com/v2/transactions leaves without an idempotency key`
	if err != nil {
		return err
	}
	otel.GetTextMapPropagator().Inject(ctx, propagation.HeaderCarrier(req.Header))
	return send(req)
}

func tracedKeyed(ctx context.Context, order string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, transactions, nil)
	if err != nil {
		return err
	}
	req.Header.Set("Idempotency-Key", "order-"+order)
	otel.GetTextMapPropagator().Inject(ctx, propagation.HeaderCarrier(req.Header))
	return send(req)
}

func logged(ctx context.Context, z *zap.Logger, l zerolog.Logger, r *logrus.Logger) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, transactions, nil) // want `POST https://api.flute.com/v2/transactions leaves without an idempotency key`
	if err != nil {
		return err
	}
	dump, err := httputil.DumpRequestOut(req, false)
	if err != nil {
		return err
	}
	z.Debug("out", zap.Any("headers", req.Header), zap.Stringer("url", req.URL))
	l.Debug().Interface("headers", req.Header).Bytes("dump", dump).Send()
	r.WithField("headers", req.Header).Debug("out")
	return send(req)
}

func decorated(ctx context.Context, decorate func(http.Header)) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, transactions, nil)
	if err != nil {
		return err
	}
	decorate(req.Header)
	return send(req)
}
