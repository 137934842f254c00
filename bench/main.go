package main

import (
	"context"
	"flag"
	"fmt"
	"log"
	"os"
	"os/signal"
	"strings"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("bench: ")
	growth := flag.Bool("growth", false, "measure how the cost grows with the code")
	only := flag.String("shapes", "", "the shapes of -growth (comma-separated; default all)")
	limit := flag.Duration("limit", defaultLimit, "stop a unit of -growth that takes more CPU")
	against := flag.String("against", strings.Join(rivalNames(), ","), "what the modules are measured against")
	pairs := flag.Int("pairs", 5, "runs of each, in turn")
	suite := flag.String("suite", "", "measure this auroravet (default: built from the source here)")
	page := flag.String("write", "", "write the tables into this page too")
	flag.Usage = usage
	flag.Parse()
	if !*growth && flag.NArg() == 0 || *pairs < 1 {
		flag.Usage()
		os.Exit(2)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, job{*growth, list(*only), *limit, list(*against), *pairs, *suite, *page, flag.Args()}); err != nil {
		log.Print(err)
		stop()
		os.Exit(1)
	}
}

func usage() {
	fmt.Fprint(flag.CommandLine.Output(), `usage: go run ./bench -growth [-shapes=client,table]
       go run ./bench [-pairs=5] [-against=noop,vet] module@version|folder ...

`)
	flag.PrintDefaults()
}

func list(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return r == ',' })
}
