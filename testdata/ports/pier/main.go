// Command pier brings an app and its client together, and knows no library of servers.
package main

import (
	"log"
	"os"

	"github.com/auroravet/auroravet/testdata/ports/kiosk"
)

func main() {
	log.Fatal(kiosk.App(kiosk.Dial()).Listen(os.Getenv("ADDR")))
}
