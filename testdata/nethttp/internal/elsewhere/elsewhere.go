// Package elsewhere calls everybody who is not the payment API.
package elsewhere

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"strings"
)

// Stripe charges the old accounts.
type Stripe struct{ client http.Client }

// Charge charges.
func (s *Stripe) Charge(ctx context.Context, customer string, cents int) error {
	// idempotencykey: fine, Stripe's host
	// clienttimeout: fine, Stripe's host
	form := url.Values{"customer": {customer}, "amount": {fmt.Sprint(cents)}}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, "https://api.stripe.com/v1/charges", strings.NewReader(form.Encode()))
	if err != nil {
		return err
	}
	resp, err := s.client.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// AuroraCluster restarts our Aurora database through the RDS API.
type AuroraCluster struct {
	Endpoint string // https://rds.eu-west-1.amazonaws.com
	HTTP     *http.Client
}

// Reboot restarts a node.
func (a *AuroraCluster) Reboot(ctx context.Context, node string) error {
	// idempotencykey: fine, AWS Aurora, a database
	u := a.Endpoint + "/?Action=RebootDBInstance&DBInstanceIdentifier=" + url.QueryEscape(node)
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, u, nil)
	if err != nil {
		return err
	}
	resp, err := a.HTTP.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Failover asks the RDS host of a region.
func Failover(ctx context.Context, auroraCluster string) error {
	// idempotencykey: fine, amazonaws host, aurora is a database name
	// clienttimeout: fine, amazonaws host
	u := fmt.Sprintf("https://rds.%s.amazonaws.com/?Action=FailoverDBCluster&DBClusterIdentifier=%s", os.Getenv("AWS_REGION"), auroraCluster)
	resp, err := http.Post(u, "application/x-www-form-urlencoded", nil)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Lights asks whether the northern lights can be seen.
func Lights(ctx context.Context) (kp float64, err error) {
	// clienttimeout: fine, a weather service, not the API
	resp, err := http.Get("https://services.swpc.noaa.gov/products/aurora-forecast.json")
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return kp, json.NewDecoder(resp.Body).Decode(&kp)
}

// Invite stores a customer in the loyalty program.
func Invite(ctx context.Context, loyaltyURL, name string) error {
	// idempotencykey: fine, generic v2 path alone is a weak sign
	// clienttimeout: fine, generic v2 path alone is a weak sign
	b, err := json.Marshal(map[string]string{"name": name})
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, loyaltyURL+"/v2/customers", bytes.NewReader(b))
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// MyFlute orders sheet music.
func MyFlute(ctx context.Context, title string) error {
	// idempotencykey: fine, myflute.com is another domain
	// clienttimeout: fine, myflute.com is another domain
	resp, err := http.Post("https://api.myflute.com/orders", "text/plain", strings.NewReader(title))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Docs looks whether the manual is up.
func Docs() bool {
	// clienttimeout: fine, documentation host is no endpoint
	resp, err := http.Head("https://developer.flute.com/docs/launch/go-live")
	return err == nil && resp.StatusCode == http.StatusOK
}

// AuroraWatch sends alarms of the database cluster.
type AuroraWatch struct{ hook string }

// NewAuroraWatch reads where alarms go.
func NewAuroraWatch() *AuroraWatch { return &AuroraWatch{hook: os.Getenv("ALARM_HOOK_URL")} }

// Alarm posts an alarm.
func (w *AuroraWatch) Alarm(text string) error {
	// idempotencykey: fine, type name alone is a weak sign
	// clienttimeout: fine, type name alone is a weak sign
	resp, err := http.Post(w.hook, "text/plain", strings.NewReader(text))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
