// Package profiles keeps the TLS settings of the shops in tables.
package profiles

import (
	"crypto/tls"
	"net/http"
	"time"

	"github.com/auroravet/auroravet/testdata/insecuretransport/profiles/tillapi"
)

// Harbour is for the shops at the harbour: what it makes is kept for others, with the table that stands below.
func Harbour(shop string) *tillapi.Tills {
	return tillapi.For(shop, carried(table["old"]))
}

// Centre is for the others.
func Centre(shop string) *tillapi.Tills {
	return tillapi.For(shop, carried(table["new"]))
}

// Chosen is told by who runs it.
func Chosen(shop, profile string) *tillapi.Tills {
	return tillapi.For(shop, carried(table[profile]))
}

// Island takes one of a list.
func Island(shop string) *tillapi.Tills {
	return tillapi.For(shop, carried(steps[1]))
}

// Hills takes another one.
func Hills(shop string) *tillapi.Tills {
	return tillapi.For(shop, carried(steps[0]))
}

// Ferry has its settings in a table of shops.
func Ferry(shop string) *tillapi.Tills {
	return tillapi.For(shop, carried(shops["ferry"].tls))
}

// Depot asks its neighbour, who has no certificate.
func Depot() *http.Client { return carried(table["neighbour"]) }

// Missing has no settings of its own.
func Missing(shop string) *tillapi.Tills {
	return tillapi.For(shop, carried(table["none"]))
}

func carried(cfg *tls.Config) *http.Client {
	return &http.Client{Timeout: time.Minute, Transport: &http.Transport{TLSClientConfig: cfg, MaxIdleConns: 2}}
}

var table = map[string]*tls.Config{
	"new":       {MinVersion: tls.VersionTLS13},
	"old":       {MinVersion: tls.VersionTLS10, MaxVersion: tls.VersionTLS11}, // want `MaxVersion lets`
	"neighbour": {InsecureSkipVerify: true},
}

var steps = []*tls.Config{
	{MinVersion: tls.VersionTLS12},
	{InsecureSkipVerify: true}, // want `InsecureSkipVerify turns off`
}

type shop struct {
	name string
	tls  *tls.Config
}

var shops = map[string]shop{
	"ferry": {"ferry", &tls.Config{MinVersion: tls.VersionTLS11}}, // want `MinVersion lets`
	"depot": {"depot", &tls.Config{MinVersion: tls.VersionTLS12}},
}
