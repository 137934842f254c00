// Command shop brings those that serve and what calls the API together.
package main

import (
	"context"
	"errors"
	"net/http"
	"os"

	"github.com/gin-gonic/gin"

	"github.com/auroravet/auroravet/testdata/ports/board"
	"github.com/auroravet/auroravet/testdata/ports/counter"
	"github.com/auroravet/auroravet/testdata/ports/gateway"
	"github.com/auroravet/auroravet/testdata/ports/office"
	"github.com/auroravet/auroravet/testdata/ports/round"
	"github.com/auroravet/auroravet/testdata/ports/rounds"
	"github.com/auroravet/auroravet/testdata/ports/till"
)

type shelf struct{ left int }

func (s *shelf) Take(context.Context, string) error {
	if s.left--; s.left < 0 {
		return errors.New("the shelf is empty")
	}
	return nil
}

func main() {
	pay := gateway.New()
	c := counter.New(pay, &shelf{left: 3})
	mux := c.Routes()
	mux.HandleFunc("/till", till.Drop(gateway.Hidden{Client: pay}))
	var either till.Either = pay
	if os.Getenv("PUBLIC") != "" {
		either = gateway.Hidden{Client: pay}
	}
	mux.HandleFunc("/either", till.DropEither(either))
	g := gin.New()
	office.Routes(g, &office.Service{Pay: office.Logged(pay)})
	mux.Handle("/office/", g)
	r := round.New(pay, &shelf{left: 3})
	mux.HandleFunc("/round", func(w http.ResponseWriter, req *http.Request) {
		if err := r.Patient(req.Context(), req.URL.Query().Get("id")); err != nil {
			w.WriteHeader(http.StatusBadGateway)
		}
	})
	(&board.Board{Rounds: &rounds.Rounds{Pay: pay}}).Mount(mux)
	srv := &http.Server{Addr: os.Getenv("ADDR"), Handler: mux}
	if err := srv.ListenAndServe(); err != nil {
		os.Exit(1)
	}
}
