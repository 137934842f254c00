// Package plugins keeps tokens in what requests begin with.
package plugins

import (
	"context"
	"encoding/json"
	"net/http"
	"os"
	"strings"
	"time"

	"gopkg.in/h2non/gentleman.v2"
	"gopkg.in/h2non/gentleman.v2/plugins/auth"
	"gopkg.in/h2non/gentleman.v2/plugins/timeout"
)

func perCall(ctx context.Context) (string, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, os.Getenv("FLUTE_OAUTH_URL")+"/oauth2/token", strings.NewReader("grant_type=client_credentials"))
	if err != nil {
		return "", err
	}
	resp, err := (&http.Client{Timeout: 10 * time.Second}).Do(req)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	var out struct {
		AccessToken string `json:"access_token"`
	}
	err = json.NewDecoder(resp.Body).Decode(&out)
	return out.AccessToken, err
}

// Robot has a token in a header.
type Robot struct {
	Name   string
	header http.Header
}

// NewRobot signs in.
func NewRobot(ctx context.Context, name string) (*Robot, error) {
	r := &Robot{Name: name, header: make(http.Header)}
	t, err := perCall(ctx)
	if err != nil {
		return nil, err
	}
	r.header.Set("Authorization", "Bearer "+t) // want `Robot.header keeps an access token`
	return r, nil
}

// Plans lists what is sold.
func (b *Robot) Plans(ctx context.Context) (*http.Response, error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, os.Getenv("FLUTE_API_URL")+"/sub-api/v1/subscriptions", nil)
	if err != nil {
		return nil, err
	}
	r.Header = b.header.Clone()
	return (&http.Client{Timeout: 20 * time.Second}).Do(r)
}

// Robot2 is made with one.
type Robot2 struct {
	Name   string
	header http.Header
}

// NewRobot2 signs in.
func NewRobot2(ctx context.Context, name string) (*Robot2, error) {
	t, err := perCall(ctx)
	if err != nil {
		return nil, err
	}
	return &Robot2{Name: name, header: http.Header{"Authorization": {"Bearer " + t}}}, nil // want `Robot2.header keeps`
}

// Plans lists what is sold.
func (b *Robot2) Plans(ctx context.Context) (*http.Response, error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, os.Getenv("FLUTE_API_URL")+"/sub-api/v1/subscriptions", nil)
	if err != nil {
		return nil, err
	}
	r.Header = b.header.Clone()
	return (&http.Client{Timeout: 20 * time.Second}).Do(r)
}

// Robot3 signs in again when it is refused.
type Robot3 struct {
	header http.Header
}

func (b *Robot3) signIn(ctx context.Context) error {
	t, err := perCall(ctx)
	if err != nil {
		return err
	}
	b.header.Set("Authorization", "Bearer "+t)
	return nil
}

// NewRobot3 signs in.
func NewRobot3(ctx context.Context) (*Robot3, error) {
	r := &Robot3{header: make(http.Header)}
	r.header.Set("User-Agent", "robot")
	return r, r.signIn(ctx)
}

// Plans lists what is sold.
func (b *Robot3) Plans(ctx context.Context) (*http.Response, error) {
	for range 2 {
		r, err := http.NewRequestWithContext(ctx, http.MethodGet, os.Getenv("FLUTE_API_URL")+"/sub-api/v1/subscriptions", nil)
		if err != nil {
			return nil, err
		}
		r.Header = b.header.Clone()
		resp, err := (&http.Client{Timeout: 20 * time.Second}).Do(r)
		if err != nil || resp.StatusCode != http.StatusUnauthorized {
			return resp, err
		}
		resp.Body.Close()
		if err := b.signIn(ctx); err != nil {
			return nil, err
		}
	}
	return nil, context.Canceled
}

// Robot4 never does.
type Robot4 struct {
	header http.Header
}

func (b *Robot4) signIn(ctx context.Context) error {
	t, err := perCall(ctx)
	if err != nil {
		return err
	}
	b.header.Set("Authorization", "Bearer "+t) // want `Robot4.header keeps`
	return nil
}

// NewRobot4 signs in.
func NewRobot4(ctx context.Context) (*Robot4, error) {
	r := &Robot4{header: make(http.Header)}
	r.header.Set("User-Agent", "robot")
	return r, r.signIn(ctx)
}

// Plans lists what is sold.
func (b *Robot4) Plans(ctx context.Context) (*http.Response, error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, os.Getenv("FLUTE_API_URL")+"/sub-api/v1/subscriptions", nil)
	if err != nil {
		return nil, err
	}
	r.Header = b.header.Clone()
	return (&http.Client{Timeout: 20 * time.Second}).Do(r)
}

// Gentle has a token in its client.
type Gentle struct{ cli *gentleman.Client }

// NewGentle signs in.
func NewGentle(ctx context.Context) (*Gentle, error) {
	t, err := perCall(ctx)
	if err != nil {
		return nil, err
	}
	cli := gentleman.New().URL(os.Getenv("FLUTE_API_URL"))
	cli.Use(timeout.Request(20 * time.Second))
	cli.Use(auth.Bearer(t)) // want `sends an access token that is fetched once`
	return &Gentle{cli: cli}, nil
}

// Payment reads a payment.
func (g *Gentle) Payment(id string) error {
	_, err := g.cli.Get().Path("/v2/transactions/" + id).Send()
	return err
}
