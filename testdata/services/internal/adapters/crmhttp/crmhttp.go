// Package crmhttp keeps contacts in the CRM of the sales team.
package crmhttp

import (
	"context"
	"net/http"
	"strings"

	"github.com/auroravet/auroravet/testdata/services/internal/core/ports"
	"github.com/auroravet/auroravet/testdata/services/internal/envx"
)

// CRM implements ports.Contacts.
type CRM struct {
	base string
	http http.Client
}

var _ ports.Contacts = (*CRM)(nil)

// New returns the CRM.
func New() *CRM { return &CRM{base: envx.Must("CRM_URL")} } // clienttimeout: fine, another service

// Add implements the port.
func (c *CRM) Add(ctx context.Context, name string) error {
	// idempotencykey: fine, v2 path alone, base is another service
	// clienttimeout: fine, another service
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, c.base+"/v2/customers", strings.NewReader(name))
	if err != nil {
		return err
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
