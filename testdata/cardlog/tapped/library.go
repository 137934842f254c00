package tapped

import (
	"net/http"

	"github.com/go-resty/resty/v2"

	"github.com/auroravet/auroravet/testdata/cardlog/tapped/outlet"
	"github.com/auroravet/auroravet/testdata/cardlog/tapped/probe"
)

// clients of a library that are given a transport or a client
func library(k Keyed) error {
	c := resty.New()
	c.SetTransport(probe.Around(http.DefaultTransport)) // want `c shows the card number and security code in clear to probe.reel.RoundTrip`
	if _, err := c.R().SetBody(k).Post(sales); err != nil {
		return err
	}
	c = resty.NewWithClient(outlet.Watched()) // want `outlet.Watched\(\) shows`
	if _, err := c.R().SetBody(k).Post(sales); err != nil {
		return err
	}
	return nil
}

func libraryDiscreet(k Keyed) error {
	c := resty.New().SetTransport(probe.Timed(http.DefaultTransport))
	if _, err := c.R().SetBody(k).Post(sales); err != nil {
		return err
	}
	list := resty.NewWithClient(outlet.Watched())
	_, err := list.R().SetBody(map[string]string{"order": k.Order}).Post(sales)
	return err
}
