// Package settings loads what the tills need. The packages that call the API see no more
// of it than its types.
package settings

import (
	"errors"
	"fmt"
	"net/url"
	"os"
	"strings"
)

// Settings is the configuration of a till.
type Settings struct {
	// APIURL is where payments go, LedgerURL where they are booked.
	APIURL    string
	LedgerURL string
	Push      Endpoint
	Books     Books
	Either    Either
}

// Endpoint is the address that notices are sent to.
type Endpoint struct {
	URL  *url.URL
	Name string
}

// Books is the address of the accountants.
type Books struct{ URL *url.URL }

// Either is a service of which there are two.
type Either struct{ Root string }

// Filled is a configuration that a method fills.
type Filled struct{ Root, Other string }

// Parsed is read from a file.
type Parsed struct {
	Root  string `yaml:"root" env:"ARISE_ROOT"`
	Other string `yaml:"other" env:"BOOKS_ROOT"`
}

type pair struct{ api, ledger string }

var places = map[string]pair{
	"live":  {api: "https://api.flute.com", ledger: "https://ledger.example.com"},
	"trial": {api: "https://uat.api.flute.com", ledger: "https://ledger-trial.example.com"},
}

// Load reads the environment.
func Load() (*Settings, error) {
	at, ok := places[os.Getenv("PLACE")]
	if !ok {
		return nil, errors.New("settings: no PLACE")
	}
	s := &Settings{APIURL: or("AURORA_BASE_URL", at.api), LedgerURL: or("LEDGER_BASE_URL", at.ledger)}
	push, err := url.Parse(or("FLUTE_PUSH_URL", ""))
	if err != nil {
		return nil, err
	}
	s.Push = Endpoint{URL: push, Name: "push"}
	if s.Books.URL, err = url.Parse(or("BOOKS_URL", at.ledger)); err != nil {
		return nil, err
	}
	s.Either = Either{Root: os.Getenv("LEDGER_ROOT")}
	return s, s.check()
}

// Kiosk is the configuration of a stand without a till.
func Kiosk() *Settings {
	s := &Settings{APIURL: os.Getenv("AURORA_KIOSK_URL")}
	s.Either.Root = os.Getenv("AURORA_ROOT")
	return s
}

func (s *Settings) check() error {
	if !strings.HasPrefix(s.APIURL, "https://") || s.LedgerURL == "" {
		return fmt.Errorf("settings: %q is no address", s.APIURL)
	}
	return nil
}

// Fill reads the environment into what is there already.
func (f *Filled) Fill() {
	f.Root = strings.TrimRight(os.Getenv("ARISE_URL"), "/")
	f.Other = strings.TrimRight(os.Getenv("BOOKS_URL"), "/")
}

// Base is where the night's work goes, Depot where its papers go.
var (
	Base  = or("FLUTE_NIGHT_URL", "https://api.flute.com")
	Depot = or("DEPOT_URL", "https://depot.example.com")
)

func or(key, otherwise string) string {
	if v, ok := os.LookupEnv(key); ok {
		return v
	}
	return otherwise
}
