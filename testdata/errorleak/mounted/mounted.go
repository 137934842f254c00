// Package mounted hands its handlers to a mux in a method, and starts a server with that.
package mounted

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"strings"
	"time"

	"golang.org/x/sync/singleflight"
)

type client struct {
	hc     *http.Client
	logins singleflight.Group
}

func (c *client) token(ctx context.Context) (string, error) {
	v, err, _ := c.logins.Do("login", func() (any, error) {
		req, err := http.NewRequestWithContext(ctx, http.MethodPost, "https://oauth.flute.com/oauth2/token", strings.NewReader("grant_type=client_credentials"))
		if err != nil {
			return "", err
		}
		resp, err := c.hc.Do(req)
		if err != nil {
			return "", err
		}
		defer resp.Body.Close()
		text, err := io.ReadAll(resp.Body)
		if resp.StatusCode != http.StatusOK {
			return "", fmt.Errorf("login: %s", text)
		}
		return string(text), err
	})
	if err != nil {
		return "", err
	}
	return v.(string), nil
}

type shop struct{ pay *client }

type view func(w http.ResponseWriter, r *http.Request) error

func (v view) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var u *uiError
	if err := v(w, r); errors.As(err, &u) {
		http.Error(w, u.text, http.StatusBadGateway) // want `shows the customer an error of the payment API`
	}
}

type uiError struct {
	text  string
	cause error
}

func (u *uiError) Error() string { return u.cause.Error() }

func (s *shop) cancel(w http.ResponseWriter, r *http.Request) error {
	if _, err := s.pay.token(r.Context()); err != nil {
		return &uiError{"We could not do that: " + err.Error(), err}
	}
	return nil
}

func (s *shop) resume(w http.ResponseWriter, r *http.Request) error {
	if _, err := s.pay.token(r.Context()); err != nil {
		return &uiError{"We could not do that.", err}
	}
	return nil
}

func (s *shop) book(w http.ResponseWriter, r *http.Request) {
	if _, err := s.pay.token(r.Context()); err != nil {
		fmt.Fprintf(w, "not booked: %v", err) // want `shows the customer an error of the payment API`
	}
}

func (s *shop) routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /book", s.book)
	mux.Handle("POST /cancel", view(s.cancel))
	mux.Handle("POST /resume", view(s.resume))
	return mux
}

func (s *shop) renewals(ctx context.Context, tick <-chan time.Time) {
	for range tick {
		if _, err := s.pay.token(ctx); err != nil {
			log.Print(err)
		}
	}
}

func serve() error {
	s := &shop{pay: &client{hc: &http.Client{Timeout: 20 * time.Second}}}
	go s.renewals(context.Background(), time.Tick(time.Hour))
	srv := &http.Server{Addr: ":8080", Handler: s.routes(), ReadHeaderTimeout: 5 * time.Second}
	return srv.ListenAndServe()
}
