// Command shop serves the checkout of a small shop.
package main

import (
	"context"
	"errors"
	"flag"
	"log/slog"
	"net/http"
	"os"
	"os/signal"
	"time"

	"github.com/auroravet/auroravet/testdata/example/config"
	"github.com/auroravet/auroravet/testdata/example/gateway"
	"github.com/auroravet/auroravet/testdata/example/orders"
	"github.com/auroravet/auroravet/testdata/example/reports"
	"github.com/auroravet/auroravet/testdata/example/web"
	"github.com/auroravet/auroravet/testdata/example/webhook"
)

func main() {
	demo := flag.Bool("demo", false, "serve the stand at the trade fair")
	flag.Parse()
	if err := run(*demo); err != nil {
		slog.Error("shop stopped", "err", err)
		os.Exit(1)
	}
}

func run(demo bool) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()

	cfg := config.Demo()
	if !demo {
		var err error
		if cfg, err = config.Load(); err != nil {
			return err
		}
	}
	pay := gateway.New(ctx, cfg)
	store := orders.NewStore()
	nightly := reports.New(cfg.APIURL)
	go nightly.Loop(ctx, func(r reports.Batch) {
		slog.Info("batch closed", "id", r.ID, "total", r.Total)
	})

	mux := http.NewServeMux()
	shop := web.New(pay, store)
	mux.HandleFunc("POST /orders/{id}/pay", shop.Pay)
	mux.HandleFunc("POST /orders/{id}/ship", shop.Ship)
	mux.HandleFunc("POST /orders/{id}/refund", shop.Refund)
	mux.Handle("POST /hooks/payments", webhook.New(cfg.WebhookSecret, store))

	srv := &http.Server{Addr: cfg.Listen, Handler: mux, ReadHeaderTimeout: 5 * time.Second}
	go func() {
		<-ctx.Done()
		down, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		_ = srv.Shutdown(down)
	}()
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}
