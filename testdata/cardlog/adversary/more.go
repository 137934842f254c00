package adversary

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/base64"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"expvar"
	"fmt"
	"io"
	"iter"
	"log"
	"log/slog"
	"maps"
	"net/http"
	"net/http/httputil"
	"net/url"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/labstack/echo/v4"
	"github.com/rs/zerolog"
	"github.com/sirupsen/logrus"
	"go.uber.org/zap"
)

type Address struct{ Line1, Zip string }

type CreditCard struct {
	Num, Cvv2 string
	Exp       string
	Billing   Address
}

type ChargeRequest struct {
	Amount      int64      `json:"amount"`
	Source      CreditCard `json:"source"`
	Description string     `json:"description"`
}

type ChargeResponse struct {
	ID               string `json:"id"`
	CardMask         string `json:"card_mask"`
	CardBrand        string `json:"card_brand"`
	CvvResult        string `json:"cvv_result"`
	AvsResult        string `json:"avs_result"`
	Last4            string `json:"last4"`
	ExpMonth         int    `json:"exp_month"`
	CardToken        string `json:"card_token"`
	AuthCode         string `json:"auth_code"`
	PanHash          string `json:"pan_hash"`
	CardNumberLength int
}

func responses(r ChargeResponse, p *ChargeResponse) {
	log.Printf("%+v", r)
	log.Println(r.ID, r.CardMask, r.CardBrand, r.CvvResult, r.Last4, r.ExpMonth, r.CardToken, r.PanHash, r.CardNumberLength)
	slog.Info("x", "resp", p)
	b, _ := json.Marshal(p)
	log.Println(string(b))
}

func requests(r *ChargeRequest) {
	log.Printf("amount %d to %s", r.Amount, r.Source.Billing.Zip)
	log.Printf("req %+v", r)                // want `shows|puts`
	slog.Debug("req", slog.Any("body", *r)) // want `shows|puts`
	log.Printf("%v", r.Source.Billing)
	log.Println(r.Source.Num)  // want `shows|puts`
	log.Println(r.Source.Cvv2) // want `shows|puts`
	log.Println(&r.Source)     // want `shows|puts`
	log.Println(&r)
}

type client struct {
	hc    *http.Client
	log   *slog.Logger
	debug bool
}

func (c *client) do(ctx context.Context, method, path string, in, out any) error {
	body, err := json.Marshal(in)
	if err != nil {
		return fmt.Errorf("marshal: %w", err)
	}
	if c.debug {
		c.log.Debug("request", "method", method, "path", path, "body", string(body))
	}
	req, err := http.NewRequestWithContext(ctx, method, path, bytes.NewReader(body))
	if err != nil {
		return err
	}
	resp, err := c.hc.Do(req)
	if err != nil {
		return fmt.Errorf("%s %s: %w", method, path, err)
	}
	defer resp.Body.Close()
	data, _ := io.ReadAll(resp.Body)
	if resp.StatusCode >= 400 {
		return fmt.Errorf("status %d: %s", resp.StatusCode, data)
	}
	c.log.Debug("response", "status", resp.StatusCode, "body", string(data))
	return json.Unmarshal(data, out)
}

func (c *client) Charge(ctx context.Context, r *ChargeRequest) (*ChargeResponse, error) {
	var out ChargeResponse
	return &out, c.do(ctx, "POST", "/v2/charges", r, &out) // want `shows|puts`
}

func (c *client) Refund(ctx context.Context, id string) error {
	return c.do(ctx, "POST", "/v2/refunds", map[string]string{"id": id}, nil)
}

func (c *client) Tokenize(ctx context.Context, pan, cvc string) error {
	return c.do(ctx, "POST", "/v2/tokens", map[string]any{"pan": pan, "cvc": cvc}, nil) // want `shows|puts`
}

type clean struct{ log *slog.Logger }

func (c *clean) do(in any) {
	body, _ := json.Marshal(in)
	c.log.Debug("request", "bytes", len(body))
}

func (c *clean) Charge(r *ChargeRequest) { c.do(r) }

func ginHandler(log *zap.Logger) gin.HandlerFunc {
	return func(c *gin.Context) {
		var r ChargeRequest
		if err := c.ShouldBindJSON(&r); err != nil {
			log.Warn("bad", zap.Error(err))
			c.AbortWithStatusJSON(400, gin.H{"error": "bad"})
			return
		}
		log.Info("charge", zap.Any("req", r), zap.String("ip", c.ClientIP())) // want `shows|puts`
		log.Info("charge", zap.Int64("amount", r.Amount))
		fmt.Fprintf(gin.DefaultWriter, "charge %s\n", r.Source.Num) // want `shows|puts`
		c.JSON(200, r)
	}
}

func ginFormat() gin.HandlerFunc {
	return gin.LoggerWithFormatter(func(p gin.LogFormatterParams) string { // want `shows|puts`
		return fmt.Sprintf("%s %s %v", p.Method, p.Path, p.Keys["cvv"])
	})
}

func ginBody(c *gin.Context) {
	b, _ := io.ReadAll(c.Request.Body)
	c.Request.Body = io.NopCloser(bytes.NewReader(b))
	log.Printf("body %s", b) // want `shows|puts`
	var r ChargeRequest
	c.BindJSON(&r)
}

func echoHandler(c echo.Context) error {
	var r ChargeRequest
	if err := c.Bind(&r); err != nil {
		c.Logger().Errorf("bind: %v", err)
		return echo.NewHTTPError(400, "bad")
	}
	c.Logger().Infof("charge %+v", r) // want `shows|puts`
	c.Logger().Info(r.Amount)
	return c.JSON(200, r)
}

func xmlOut(r ChargeRequest) {
	b, _ := xml.Marshal(r)
	log.Println(string(b)) // want `shows|puts`
	b, _ = xml.Marshal(r.Source.Billing)
	log.Println(string(b))
}

func csvOut(cs []CreditCard) {
	w := csv.NewWriter(os.Stdout)
	for _, c := range cs {
		w.Write([]string{c.Num, c.Exp}) // want `shows|puts`
	}
	v := csv.NewWriter(io.Discard)
	for _, c := range cs {
		v.Write([]string{c.Num, c.Exp})
	}
}

func b64(c CreditCard) {
	log.Println(base64.StdEncoding.EncodeToString([]byte(c.Num + ":" + c.Cvv2))) // want `shows|puts`
}

func query(c CreditCard) {
	u, _ := url.Parse("https://x.example/pay")
	q := u.Query()
	q.Set("card_number", c.Num)
	u.RawQuery = q.Encode()
	log.Println(u.String()) // want `shows|puts`
	log.Println(u.Path)
	log.Println(u.Redacted()) // want `shows|puts`
}

func dump(r *http.Request) {
	var in ChargeRequest
	b, _ := httputil.DumpRequest(r, true)
	log.Printf("%s", b) // want `shows|puts`
	h, _ := httputil.DumpRequest(r, false)
	log.Printf("%s", h)
	json.NewDecoder(r.Body).Decode(&in)
}

func seqs(cs []CreditCard) iter.Seq2[string, CreditCard] {
	return func(yield func(string, CreditCard) bool) {
		for _, c := range cs {
			if !yield(c.Exp, c) {
				return
			}
		}
	}
}

func rangeFunc(cs []CreditCard) {
	for _, c := range seqs(cs) {
		log.Println(c.Num) // want `shows|puts`
		log.Println(c.Billing.Zip)
	}
	nums := slices.Collect(maps.Keys(map[string]int{"a": 1}))
	log.Println(nums)
}

type Secret[T any] struct{ v T }

func (Secret[T]) String() string               { return "[secret]" }
func (Secret[T]) GoString() string             { return "[secret]" }
func (Secret[T]) MarshalJSON() ([]byte, error) { return []byte(`"[secret]"`), nil }
func (s Secret[T]) Reveal() T                  { return s.v }

type SafeCard struct {
	CardNumber Secret[string]
	Cvv        Secret[string]
}

func secrets(c SafeCard, p *SafeCard) {
	log.Printf("%+v", c)
	log.Printf("%#v", c)
	slog.Info("x", "card", p)
	b, _ := json.Marshal(c)
	log.Println(string(b))
	log.Println(c.CardNumber)
	log.Println(c.CardNumber.Reveal()) // want `shows|puts`
}

type scanCard struct {
	CardNumber sql.NullString
	PinBlock   []byte
}

func scan(rows *sql.Rows) {
	var c scanCard
	rows.Scan(&c.CardNumber, &c.PinBlock)
	log.Println(c.CardNumber.String) // want `shows|puts`
	log.Printf("%x", c.PinBlock)     // want `shows|puts`
	log.Println(c.CardNumber.Valid, len(c.PinBlock))
}

func scan2(db *sql.DB) {
	var cardNumber, id string
	db.QueryRow("select number, id from cards").Scan(&cardNumber, &id)
	log.Println("card", cardNumber) // want `shows|puts`
	log.Println("card", id)
}

func number(cardNumber int64, cvv int) {
	log.Println(strconv.FormatInt(cardNumber, 10)) // want `shows|puts`
	log.Printf("%03d", cvv)                        // want `shows|puts`
	log.Println(cardNumber % 10000)
	log.Println(cvv > 99, cardNumber == 0)
}

type Option func(*cfg)
type cfg struct{ logf func(string, ...any) }

func WithLogf(f func(string, ...any)) Option { return func(c *cfg) { c.logf = f } }

func newCfg(opts ...Option) *cfg {
	c := &cfg{logf: func(string, ...any) {}}
	for _, o := range opts {
		o(c)
	}
	return c
}

func (c *cfg) pay(card CreditCard) { c.logf("paying with %s", card.Num) } // want `shows|puts`

var _ = newCfg(WithLogf(log.Printf))

func zero(l zerolog.Logger, c CreditCard) {
	l.UpdateContext(func(z zerolog.Context) zerolog.Context { return z.Str("cvv2", c.Cvv2) }) // want `shows|puts`
	l.Info().Func(func(e *zerolog.Event) { e.Str("num", c.Num) }).Send()                      // want `shows|puts`
	l.Info().Str("exp_known", strconv.FormatBool(c.Exp != "")).Send()
	l.Info().Dict("card", zerolog.Dict().Str("zip", c.Billing.Zip)).Send()
}

func rus(c CreditCard) {
	f := logrus.Fields{}
	f["zip"] = c.Billing.Zip
	logrus.WithFields(f).Info("a")
	f["num"] = c.Num
	logrus.WithFields(f).Info("b") // want `shows|puts`
}

func errWrap(c CreditCard) error {
	if err := validate(c.Num); err != nil { // want `shows|puts`
		return fmt.Errorf("validate: %w", err)
	}
	return nil
}

func validate(num string) error {
	if len(num) < 13 {
		return fmt.Errorf("short number %q", num)
	}
	return nil
}

func joinedErrs(c CreditCard) error {
	e := validate(c.Num) // want `shows|puts`
	return errors.Join(e, errors.New("x"))
}

type once struct {
	mu   sync.Mutex
	last *ChargeRequest
}

func (o *once) set(r *ChargeRequest) { o.mu.Lock(); o.last = r; o.mu.Unlock() }
func (o *once) dump()                { log.Printf("%+v", o.last) } // want `shows|puts`

var global ChargeRequest

func globals() {
	log.Println(global) // want `shows|puts`
	expvar.Publish("last", expvar.Func(func() any { return global }))
}

func timers(c CreditCard) {
	time.AfterFunc(time.Second, func() { log.Println(c.Num) }) // want `shows|puts`
	go log.Println(c.Cvv2)                                     // want `shows|puts`
	go func(n string) { log.Println(n) }(c.Num)                // want `shows|puts`
}

func builder(c CreditCard) string {
	var sb strings.Builder
	fmt.Fprintf(&sb, "card=%s", c.Num)
	log.Println(sb.Len())
	log.Println(sb.String()) // want `shows|puts`
	sb.Reset()
	return sb.String()
}

func replace(c CreditCard) {
	s := fmt.Sprintf("%+v", c)
	s = strings.ReplaceAll(s, c.Num, "****")
	s = strings.ReplaceAll(s, c.Cvv2, "***")
	log.Println(s)
}

func labels(panel, pinned, company string, expand bool, spanID, tracking string, accountID int, pin int) {
	log.Println(panel, pinned, company, expand, spanID, tracking, accountID, pin)
}

type gpio struct{ Pin int }
type camera struct{ Pan, Tilt, Zoom int }
type song struct{ Track1, Track2 string }
type cache struct {
	Expiry time.Time
	Key    string
}
type bankAccount struct{ AccountNumber, RoutingNumber string }
type dashboardCard struct {
	Number int
	Title  string
}
type kyc struct {
	PAN     string
	Aadhaar string
}
type door struct {
	PinCode string
	CardID  string
}

func trades(g gpio, c camera, s song, k cache, b bankAccount, d dashboardCard, y kyc, o door) {
	log.Println(g, c, s, k, b, d, y)
	log.Println(g.Pin, c.Pan, s.Track1, k.Expiry, b.AccountNumber, d.Number, y.PAN)
}
