// Package clients answers with what other HTTP libraries bring back.
package clients

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httputil"
	"time"

	"github.com/carlmjohnson/requests"
	"github.com/dghubble/sling"
	"github.com/hashicorp/go-retryablehttp"
	"github.com/imroc/req/v3"
	"github.com/valyala/fasthttp"
	resty3 "resty.dev/v3"

	"github.com/auroravet/auroravet/testdata/clients/oapi/pay"
)

const base = "https://api.flute.com"

type fault struct {
	ErrorCode string `json:"errorCode"`
	Details   string `json:"details"`
}

func restyError(w http.ResponseWriter, c *resty3.Client) {
	resp, err := c.R().SetResultError(&fault{}).Get(base + "/v2/transactions/1")
	if err != nil {
		http.Error(w, "please try again", http.StatusBadGateway)
		return
	}
	if e, ok := resp.ResultError().(*fault); ok && resp.IsStatusFailure() {
		http.Error(w, e.Details, resp.StatusCode()) // want `http.Error shows the customer an error`
	}
}

func reqBody(w http.ResponseWriter, c *req.Client) {
	resp, err := c.R().Get(base + "/v2/transactions/1")
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway) // want `http.Error shows the customer an error`
		return
	}
	if resp.IsErrorState() {
		_, _ = io.WriteString(w, resp.String()) // want `io.WriteString shows the customer an error`
		return
	}
	_, _ = w.Write(resp.Bytes())
}

func fast(w http.ResponseWriter) {
	q, a := fasthttp.AcquireRequest(), fasthttp.AcquireResponse()
	q.SetRequestURI(base + "/v2/transactions/1")
	if err := fasthttp.DoTimeout(q, a, time.Second); err != nil {
		http.Error(w, "please try again", http.StatusBadGateway)
		return
	}
	if a.StatusCode() >= 400 {
		http.Error(w, string(a.Body()), a.StatusCode()) // want `http.Error shows the customer an error`
	}
}

func slung(w http.ResponseWriter, c *http.Client) {
	var ok struct{ ID string }
	var bad fault
	resp, err := sling.New().Client(c).Base(base).Get("/v2/transactions/1").Receive(&ok, &bad)
	if err != nil {
		http.Error(w, "please try again", http.StatusBadGateway)
		return
	}
	if resp.StatusCode >= 400 {
		http.Error(w, bad.ErrorCode, resp.StatusCode) // want `http.Error shows the customer an error`
		return
	}
	_ = json.NewEncoder(w).Encode(ok)
}

func retried(w http.ResponseWriter, c *retryablehttp.Client) {
	q, err := retryablehttp.NewRequest(http.MethodGet, base+"/v2/transactions/1", nil)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	resp, err := c.Do(q)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway) // want `http.Error shows the customer an error`
		return
	}
	defer resp.Body.Close()
}

func fetched(w http.ResponseWriter, r *http.Request) {
	var text string
	err := requests.URL(base + "/v2/transactions/1").ToString(&text).Fetch(r.Context())
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway) // want `http.Error shows the customer an error`
		return
	}
	_, _ = io.WriteString(w, text)
}

func dumped(w http.ResponseWriter, c *http.Client) {
	resp, err := c.Get(base + "/v2/transactions/1")
	if err != nil {
		return
	}
	defer resp.Body.Close()
	if resp.StatusCode/100 != 2 {
		text, _ := httputil.DumpResponse(resp, true)
		_, _ = w.Write(text) // want `ResponseWriter.Write shows the customer an error`
	}
}

func generated(w http.ResponseWriter, r *http.Request, c *pay.ClientWithResponses) {
	resp, err := c.TakeSaleWithResponse(r.Context(), pay.TakeSaleJSONRequestBody{})
	if err != nil {
		http.Error(w, "please try again", http.StatusBadGateway)
		return
	}
	if resp.StatusCode() != http.StatusOK {
		_, _ = w.Write(resp.Body) // want `ResponseWriter.Write shows the customer an error`
		return
	}
	_, _ = w.Write(resp.Body)
}

func generatedError(w http.ResponseWriter, r *http.Request, c *pay.ClientWithResponses) {
	_, err := c.TakeSaleWithResponse(r.Context(), pay.TakeSaleJSONRequestBody{})
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway) // want `http.Error shows the customer an error`
	}
}
