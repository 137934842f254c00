// Package bodies writes down what requests carry.
package bodies

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"log/slog"
	"net/http"
	"net/http/httputil"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/labstack/echo/v4"
)

// Checkout is what the page posts.
type Checkout struct {
	Order      string `json:"order"`
	CardNumber string `json:"cardNumber"`
	CVV        string `json:"cvv"`
}

// Feedback has nothing to do with cards.
type Feedback struct {
	Stars int    `json:"stars"`
	Text  string `json:"text"`
}

func decoded(w http.ResponseWriter, r *http.Request) {
	b, err := io.ReadAll(r.Body)
	if err != nil {
		return
	}
	log.Printf("got %s", b) // want `b shows the card data`
	var c Checkout
	json.Unmarshal(b, &c)
}

func feedback(w http.ResponseWriter, r *http.Request) {
	b, _ := io.ReadAll(r.Body)
	log.Printf("got %s", b)
	var f Feedback
	json.Unmarshal(b, &f)
}

func restored(w http.ResponseWriter, r *http.Request) {
	b, _ := io.ReadAll(r.Body)
	r.Body = io.NopCloser(bytes.NewReader(b))
	slog.Debug("request", "body", string(b)) // want `string\(b\) shows the card data`
	var c Checkout
	if err := json.NewDecoder(r.Body).Decode(&c); err != nil {
		http.Error(w, "bad", 400)
	}
}

func parse(b []byte) (*Checkout, error) {
	c := new(Checkout)
	if err := json.Unmarshal(b, c); err != nil {
		log.Printf("bad body %q", b) // want `b shows the card data`
		return nil, err
	}
	return c, nil
}

func helper(w http.ResponseWriter, r *http.Request) {
	b, _ := io.ReadAll(r.Body)
	log.Println(string(b)) // want `string\(b\) shows`
	if _, err := parse(b); err != nil {
		return
	}
}

func decodeJSON(r *http.Request, v any) error { return json.NewDecoder(r.Body).Decode(v) }

func logged(w http.ResponseWriter, r *http.Request) {
	var c Checkout
	if err := decodeJSON(r, &c); err != nil {
		return
	}
	log.Println(c.Order)
	log.Println(c) // want `c shows`
}

func middleware(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		dump, _ := httputil.DumpRequest(r, true)
		log.Printf("%s", dump) // want `dump shows the card data`
		head, _ := httputil.DumpRequest(r, false)
		log.Printf("%s", head)
		next.ServeHTTP(w, r)
	})
}

type transport struct{ next http.RoundTripper }

func (t transport) RoundTrip(r *http.Request) (*http.Response, error) {
	b, _ := io.ReadAll(r.Body)
	r.Body = io.NopCloser(bytes.NewReader(b))
	log.Printf("> %s", b) // want `b shows the card data`
	resp, err := t.next.RoundTrip(r)
	if err != nil {
		return nil, err
	}
	answer, _ := httputil.DumpResponse(resp, true)
	log.Printf("< %s", answer)
	return resp, nil
}

func send(c Checkout) error {
	b, err := json.Marshal(c)
	if err != nil {
		return err
	}
	req, _ := http.NewRequest("POST", "https://api.flute.com/v2/transactions", bytes.NewReader(b))
	dump, _ := httputil.DumpRequestOut(req, true)
	log.Printf("%s", dump) // want `dump shows`
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	answer, _ := io.ReadAll(resp.Body)
	if resp.StatusCode > 299 {
		return fmt.Errorf("status %d: %s", resp.StatusCode, answer)
	}
	return nil
}

func token(secret string) {
	req, _ := http.NewRequest("POST", "https://oauth.api.flute.com/oauth2/token", strings.NewReader("grant_type=client_credentials"))
	dump, _ := httputil.DumpRequestOut(req, true)
	log.Printf("%s", dump)
}

func form(w http.ResponseWriter, r *http.Request) {
	r.ParseForm()
	n := r.FormValue("cardNumber")
	log.Println(r.FormValue("order"))
	log.Println(n)      // want `n shows the card number`
	log.Println(r.Form) // want `r.Form shows the card data`
}

func ginBody(c *gin.Context) {
	b, _ := c.GetRawData()
	log.Println(string(b)) // want `string\(b\) shows`
	var in Checkout
	json.Unmarshal(b, &in)
}

func ginBind(c *gin.Context) {
	var in Checkout
	if err := c.ShouldBindJSON(&in); err != nil {
		log.Printf("bad request: %v", err)
		return
	}
	log.Printf("%+v", in) // want `in shows`
}

func echoBind(c echo.Context) error {
	in := new(Checkout)
	if err := c.Bind(in); err != nil {
		return err
	}
	c.Logger().Infof("checkout %v", in) // want `in shows`
	return c.NoContent(204)
}

func consume(messages <-chan []byte) {
	for m := range messages {
		var c Checkout
		if err := json.Unmarshal(m, &c); err != nil {
			log.Printf("drop %s: %v", m, err) // want `m shows the card data`
			continue
		}
		log.Println(c.Order)
	}
}

// delivery is a message of a queue that the package was given.
type delivery interface {
	Topic() string
	Data() []byte
	Next() []byte
}

func delivered(m delivery) {
	var c Checkout
	if err := json.Unmarshal(m.Data(), &c); err != nil {
		log.Printf("%s: cannot read %s", m.Topic(), m.Data()) // want `m.Data\(\) shows the card data`
		return
	}
	log.Printf("%s: %d bytes", m.Topic(), len(m.Data()))
}

func others(m, other delivery) {
	var c Checkout
	if json.Unmarshal(m.Data(), &c) == nil {
		log.Printf("beside %s", other.Data())
	}
}

func queued(m delivery) {
	var c Checkout
	if json.Unmarshal(m.Next(), &c) == nil {
		log.Printf("the next is %s", m.Next())
	}
}

func rated(m delivery) {
	var f Feedback
	if json.Unmarshal(m.Data(), &f) != nil {
		log.Printf("cannot read %s", m.Data())
	}
}
