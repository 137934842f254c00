// Package frames gets cards from the handlers of web frameworks.
package frames

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"
	"github.com/gofiber/fiber/v2"
	fiber3 "github.com/gofiber/fiber/v3"
	"github.com/labstack/echo/v4"
	"github.com/valyala/fasthttp"
)

type payment struct {
	Order      string `json:"order" form:"order"`
	CardNumber string `json:"cardNumber" form:"card_number"`
	CVV        string `json:"cvv" form:"cvv"`
}

type method struct {
	Order           string `json:"order"`
	PaymentMethodID string `json:"paymentMethodId"`
	CardLast4       string `json:"cardLast4"`
	CardNumberMask  string `json:"cardNumberMask"`
	CardNumber      string `json:"-"`
}

// digits hides itself in every text, and is a card number all the same.
type digits string

func (digits) String() string               { return "****" }
func (digits) MarshalJSON() ([]byte, error) { return []byte(`"****"`), nil }

type hidden struct {
	Order string
	Card  struct {
		CardNumber digits
		Holder     string
	}
}

func stdlib(w http.ResponseWriter, r *http.Request) {
	var p payment
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, 1<<16)).Decode(&p); err != nil { // want `Decoder.Decode takes the card number and security code out of a request`
		http.Error(w, "bad", http.StatusBadRequest)
	}
}

func hides(w http.ResponseWriter, r *http.Request) {
	var p []*hidden
	body, _ := io.ReadAll(r.Body)
	if err := json.Unmarshal(body, &p); err != nil { // want `json.Unmarshal takes the card number out of a request`
		http.Error(w, "bad", http.StatusBadRequest)
	}
}

func twice(w http.ResponseWriter, r *http.Request) {
	var raw json.RawMessage
	if err := json.NewDecoder(r.Body).Decode(&raw); err != nil {
		return
	}
	var p payment
	_ = json.Unmarshal(raw, &p) // want `json.Unmarshal takes the card number and security code out of a request`
}

func token(w http.ResponseWriter, r *http.Request) {
	var m method
	if err := json.NewDecoder(r.Body).Decode(&m); err != nil {
		http.Error(w, "bad", http.StatusBadRequest)
	}
}

func loose(w http.ResponseWriter, r *http.Request) {
	var m map[string]any
	if err := json.NewDecoder(r.Body).Decode(&m); err != nil { // want `json.NewDecoder\(r.Body\).Decode takes the card number out of a request`
		return
	}
	number, _ := m["cardNumber"].(string)
	w.Header().Set("X-Length", strings.Repeat("1", len(number)))
}

// asks only sees whether somebody sent a card.
func asks(w http.ResponseWriter, r *http.Request) {
	var m map[string]any
	if err := json.NewDecoder(r.Body).Decode(&m); err != nil {
		return
	}
	if _, ok := m["cardNumber"]; ok {
		http.Error(w, "send no card data", http.StatusBadRequest)
	}
}

func fields(w http.ResponseWriter, r *http.Request) {
	if err := r.ParseForm(); err != nil {
		return
	}
	use(r.PostForm.Get("card_number"), r.PostFormValue("cvv")) // want `r.PostForm.Get takes the card number and security code out of a request`
}

func entries(w http.ResponseWriter, r *http.Request) {
	_ = r.ParseForm()
	if v := r.Form["cardNumber"]; len(v) > 0 { // want `takes the card number out of a request`
		use(v...)
	}
}

// refuse sees to it that nobody posts a card.
func refuse(w http.ResponseWriter, r *http.Request) {
	if r.FormValue("card_number") != "" || len(r.FormValue("cvv")) > 0 {
		http.Error(w, "send no card data", http.StatusBadRequest)
		return
	}
	use(r.FormValue("payment_method_id"), r.FormValue("last4"), r.FormValue("card_type"))
}

// short reads the code, if only to count its digits.
func short(w http.ResponseWriter, r *http.Request) {
	if len(r.FormValue("cvv")) != 3 { // want `r.FormValue takes the security code out of a request`
		http.Error(w, "bad code", http.StatusBadRequest)
	}
}

func inGin(c *gin.Context) {
	var p payment
	if err := c.ShouldBindJSON(&p); err != nil { // want `c.ShouldBindJSON takes the card number and security code out of a request`
		c.AbortWithStatus(http.StatusBadRequest)
	}
}

func inGinForm(c *gin.Context) {
	use(c.PostForm("card_number"), c.DefaultPostForm("cvv", "")) // want `c.PostForm takes the card number and security code out of a request`
}

func inGinMethod(c *gin.Context) {
	var m method
	if err := c.ShouldBind(&m); err != nil {
		c.AbortWithStatus(http.StatusBadRequest)
	}
	use(c.GetString("cardNumber"), c.Param("cardId"))
}

func inEcho(c echo.Context) error {
	var p payment
	if err := c.Bind(&p); err != nil { // want `c.Bind takes the card number and security code out of a request`
		return err
	}
	return c.NoContent(http.StatusNoContent)
}

func inEchoBody(c echo.Context) error {
	p := new(payment)
	if err := json.NewDecoder(c.Request().Body).Decode(p); err != nil { // want `takes the card number and security code out of a request`
		return err
	}
	use(c.FormValue("order"))
	return c.NoContent(http.StatusNoContent)
}

func inFiber(c *fiber.Ctx) error {
	var p payment
	if err := c.BodyParser(&p); err != nil { // want `c.BodyParser takes the card number and security code out of a request`
		return err
	}
	return c.SendStatus(http.StatusNoContent)
}

func inFiberBytes(c *fiber.Ctx) error {
	var p payment
	return json.Unmarshal(c.Body(), &p) // want `json.Unmarshal takes the card number and security code out of a request`
}

func inFiber3(c fiber3.Ctx) error {
	var p payment
	return c.Bind().JSON(&p) // want `c.Bind\(\).JSON takes the card number and security code out of a request`
}

func inFast(ctx *fasthttp.RequestCtx) {
	var p payment
	_ = json.Unmarshal(ctx.PostBody(), &p) // want `json.Unmarshal takes the card number and security code out of a request`
}

func inFastForm(ctx *fasthttp.RequestCtx) {
	use(string(ctx.FormValue("card_number")), string(ctx.PostArgs().Peek("cvv"))) // want `ctx.FormValue takes the card number and security code out of a request`
}

func inChi(w http.ResponseWriter, r *http.Request) {
	use(chi.URLParam(r, "cardNumber")) // want `chi.URLParam takes the card number out of a request`
}

// read is a helper that knows no type.
func read(r *http.Request, into any) error {
	if r.Header.Get("Content-Type") != "application/json" {
		return errors.New("want JSON")
	}
	return json.NewDecoder(r.Body).Decode(into)
}

func withRead(w http.ResponseWriter, r *http.Request) {
	var p payment
	if err := read(r, &p); err != nil { // want `read takes the card number and security code out of a request`
		http.Error(w, "bad", http.StatusBadRequest)
	}
}

func withReadMethod(w http.ResponseWriter, r *http.Request) {
	var m method
	if err := read(r, &m); err != nil {
		http.Error(w, "bad", http.StatusBadRequest)
	}
}

func decode[T any](r *http.Request) (T, error) {
	var v T
	return v, json.NewDecoder(r.Body).Decode(&v)
}

func withDecode(w http.ResponseWriter, r *http.Request) {
	p, err := decode[payment](r) // want `decode takes the card number and security code out of a request`
	if err != nil {
		http.Error(w, "bad", http.StatusBadRequest)
	}
	use(p.Order)
}

// readPayment is told of at once, and its callers are not.
func readPayment(r *http.Request) (payment, error) {
	var p payment
	return p, json.NewDecoder(r.Body).Decode(&p) // want `takes the card number and security code out of a request`
}

func withReadPayment(w http.ResponseWriter, r *http.Request) {
	if _, err := readPayment(r); err != nil {
		http.Error(w, "bad", http.StatusBadRequest)
	}
}

// parse does not know where its text comes from.
func parse(b []byte) (p payment, err error) {
	err = json.Unmarshal(b, &p)
	return p, err
}

func withParse(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	p, err := parse(body) // want `parse takes the card number and security code out of a request`
	if err != nil {
		http.Error(w, "bad", http.StatusBadRequest)
	}
	use(p.Order)
}

// answer reads what the API answers, which is no request.
func answer(resp *http.Response) (p payment, err error) {
	err = json.NewDecoder(resp.Body).Decode(&p)
	return p, err
}

func fromFile(b []byte) (payment, error) { return parse(b) }

// tripper looks at what the program itself sends.
type tripper struct{ next http.RoundTripper }

func (t tripper) RoundTrip(req *http.Request) (*http.Response, error) {
	body, _ := io.ReadAll(req.Body)
	var p payment
	if json.Unmarshal(body, &p) == nil && p.Order == "" {
		return nil, errors.New("no order")
	}
	req.Body = io.NopCloser(bytes.NewReader(body))
	return t.next.RoundTrip(req)
}

// keeper keeps what was sent, without the card.
type keeper struct{ next http.RoundTripper }

func (k keeper) RoundTrip(req *http.Request) (*http.Response, error) {
	use(orderOf(req))
	return k.next.RoundTrip(req)
}

func orderOf(req *http.Request) string {
	rc, err := req.GetBody()
	if err != nil {
		return ""
	}
	defer rc.Close()
	var p payment
	_ = json.NewDecoder(rc).Decode(&p)
	return p.Order
}

func bodyOf(req *http.Request) string {
	var p payment
	_ = json.NewDecoder(req.Body).Decode(&p)
	return p.Order
}

func (k keeper) again(req *http.Request) (*http.Response, error) {
	use(bodyOf(req))
	return k.next.RoundTrip(req)
}

func use(...string) {}
