// Command storefront serves the shop.
package main

import (
	"context"
	"log"
	"net/http"
	"net/url"
	"os"
	"time"

	"github.com/auroravet/auroravet/testdata/nethttp/internal/deadlines"
	"github.com/auroravet/auroravet/testdata/nethttp/internal/front"
	"github.com/auroravet/auroravet/testdata/nethttp/internal/gateway"
	"github.com/auroravet/auroravet/testdata/nethttp/internal/ledger"
	"github.com/auroravet/auroravet/testdata/nethttp/internal/reads"
	"github.com/auroravet/auroravet/testdata/nethttp/internal/refundsvc"
	"github.com/auroravet/auroravet/testdata/nethttp/internal/shopfront"
	"github.com/auroravet/auroravet/testdata/nethttp/internal/typed"
)

func main() {
	ctx := context.Background()
	house, err := shopfront.NewWarehouse()
	if err != nil {
		log.Fatal(err)
	}
	kiosk, err := shopfront.NewKiosk()
	if err != nil {
		log.Fatal(err)
	}
	if err := house.Shipped(ctx, shopfront.Order{Number: os.Getenv("ORDER"), HoldID: os.Getenv("HOLD")}); err != nil {
		log.Print("shipping failed")
	}
	if err := kiosk.Gift(ctx, shopfront.Order{Number: os.Getenv("GIFT_ORDER")}); err != nil {
		log.Print("gift failed")
	}
	f := front.New(front.FromEnv())
	if err := f.Capture(ctx, os.Getenv("TX")); err != nil {
		log.Print("capture failed")
	}
	if err := front.NewKeyed().Drop(ctx, os.Getenv("CUSTOMER")); err != nil {
		log.Print("drop failed")
	}
	svc := refundsvc.New(gateway.New("m1"))
	if err := svc.Fraud(ctx, os.Getenv("TX")); err != nil {
		log.Print("void failed")
	}
	if _, err := ledger.Open(os.Getenv("AURORA_TOKEN")).Batches(ctx); err != nil {
		log.Print("ledger failed")
	}
	if _, err := reads.Fallback(nil); err != nil {
		log.Print("tokens failed")
	}
	u, err := url.Parse(os.Getenv("FLUTE_BASE_URL"))
	if err != nil {
		log.Fatal(err)
	}
	if _, err := typed.Reverse(ctx, typed.Dial(u), os.Getenv("TX")); err != nil {
		log.Print("reversal failed")
	}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /devices", deadlines.Handler)
	mux.HandleFunc("GET /devices/brief", deadlines.Brief)
	srv := &http.Server{Addr: ":8080", Handler: mux, ReadHeaderTimeout: 5 * time.Second}
	log.Fatal(srv.ListenAndServe())
}
