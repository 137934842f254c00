// Command desk uses what another package makes, which is reported there.
package main

import (
	"context"
	"log"

	"github.com/auroravet/auroravet/testdata/insecuretransport/lent"
)

func main() {
	if resp, err := lent.Refunds(context.Background(), lent.Old()); err == nil {
		resp.Body.Close()
	}
	resp, err := lent.Refunds(context.Background(), lent.Current())
	if err != nil {
		log.Fatal(err)
	}
	resp.Body.Close()
}
