// Package shapes has the ways in which programs hand errors on.
package shapes

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"runtime"
	"strings"
	"sync"

	"github.com/gin-gonic/gin"
	"github.com/google/uuid"
	pkgerrors "github.com/pkg/errors"

	"github.com/auroravet/auroravet/testdata/errorleak/pay"
)

// charger is what the handlers need of the client.
type charger interface {
	Charge(ctx context.Context, key string, amount int) (*pay.Sale, error)
}

type shop struct {
	pay  charger
	mu   sync.Mutex
	jobs map[string]job
}

func newShop() *shop { return &shop{pay: pay.New(), jobs: map[string]job{}} }

type job struct {
	State string `json:"state"`
	Error string `json:"error,omitempty"`
}

func (s *shop) byInterface(w http.ResponseWriter, r *http.Request) {
	if _, err := s.pay.Charge(r.Context(), "k", 1); err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway) // want `http.Error shows the customer an error`
	}
}

func (s *shop) start(w http.ResponseWriter, r *http.Request) {
	id := uuid.NewString()
	_, err := s.pay.Charge(r.Context(), id, 1)
	s.mu.Lock()
	defer s.mu.Unlock()
	if err != nil {
		s.jobs[id] = job{State: "failed", Error: err.Error()}
	}
	fmt.Fprintln(w, id)
}

func (s *shop) job(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	_ = json.NewEncoder(w).Encode(s.jobs[r.PathValue("id")]) // want `json.Encoder.Encode shows the customer an error`
}

// outcome is what the service says of an order.
type outcome struct {
	Paid   bool   `json:"paid"`
	Reason string `json:"reason"`
	cause  error
}

func (s *shop) settle(ctx context.Context) outcome {
	if _, err := s.pay.Charge(ctx, "k", 1); err != nil {
		return outcome{Reason: err.Error()}
	}
	return outcome{Paid: true}
}

func (s *shop) settleQuietly(ctx context.Context) outcome {
	if _, err := s.pay.Charge(ctx, "k", 1); err != nil {
		return outcome{Reason: "the payment failed", cause: err}
	}
	return outcome{Paid: true}
}

func (s *shop) settled(c *gin.Context) {
	c.JSON(http.StatusOK, s.settle(c.Request.Context())) // want `gin.Context.JSON shows the customer an error`
}

func (s *shop) settledQuietly(c *gin.Context) {
	out := s.settleQuietly(c.Request.Context())
	if out.cause != nil {
		_ = c.Error(out.cause)
	}
	c.JSON(http.StatusOK, out)
}

func (s *shop) inBackground(w http.ResponseWriter, r *http.Request) {
	done := make(chan error, 1)
	go func() {
		_, err := s.pay.Charge(r.Context(), "k", 1)
		done <- err
	}()
	select {
	case err := <-done:
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway) // want `http.Error shows the customer an error`
		}
	case <-r.Context().Done():
		http.Error(w, r.Context().Err().Error(), http.StatusGatewayTimeout)
	}
}

func (s *shop) many(c *gin.Context) {
	type line struct {
		Key   string `json:"key"`
		Error string `json:"error"`
	}
	var lines []line
	for _, key := range c.QueryArray("key") {
		if _, err := s.pay.Charge(c.Request.Context(), key, 1); err != nil {
			lines = append(lines, line{Key: key, Error: err.Error()})
		}
	}
	c.JSON(http.StatusMultiStatus, lines) // want `gin.Context.JSON shows the customer an error`
}

var errUpstream = errors.New("the payment service does not work")

func (s *shop) mixed(w http.ResponseWriter, r *http.Request) {
	_, err := s.pay.Charge(r.Context(), "k", 1)
	if err != nil {
		err = fmt.Errorf("%w: %v", errUpstream, err)
	}
	if errors.Is(err, errUpstream) {
		http.Error(w, err.Error(), http.StatusBadGateway) // want `http.Error shows the customer an error`
	}
}

func (s *shop) deferred(w http.ResponseWriter, r *http.Request) {
	var err error
	defer func() {
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway) // want `http.Error shows the customer an error`
		}
	}()
	_, err = s.pay.Charge(r.Context(), "k", 1)
}

func (s *shop) stacked(w http.ResponseWriter, r *http.Request) {
	_, err := s.pay.Charge(r.Context(), "k", 1)
	fmt.Fprintf(w, "%+v", pkgerrors.Wrap(err, "charge")) // want `fmt.Fprintf shows the customer an error`
}

func (s *shop) header(w http.ResponseWriter, r *http.Request) {
	_, err := s.pay.Charge(r.Context(), "k", 1)
	if err != nil {
		w.Header().Set("X-Error", err.Error()) // want `http.Header.Set shows the customer an error`
		w.WriteHeader(http.StatusBadGateway)
	}
}

func (s *shop) redirected(w http.ResponseWriter, r *http.Request) {
	_, err := s.pay.Charge(r.Context(), "k", 1)
	if err != nil {
		http.Redirect(w, r, "/failed?why="+url.QueryEscape(err.Error()), http.StatusSeeOther) // want `http.Redirect shows the customer an error`
	}
}

func (s *shop) reference(w http.ResponseWriter, r *http.Request) {
	_, err := s.pay.Charge(r.Context(), "k", 1)
	if err != nil {
		ref := uuid.NewString()
		fmt.Println(ref, err)
		http.Error(w, "the payment failed; our reference is "+ref, http.StatusBadGateway)
	}
}

func (s *shop) status(w http.ResponseWriter, r *http.Request) {
	_, err := s.pay.Charge(r.Context(), "k", 1)
	if e, ok := errors.AsType[*pay.Error](err); ok {
		http.Error(w, http.StatusText(e.StatusCode), e.StatusCode)
	}
}

func (s *shop) coded(w http.ResponseWriter, r *http.Request) {
	_, err := s.pay.Charge(r.Context(), "k", 1)
	if e, ok := errors.AsType[*pay.Error](err); ok {
		http.Error(w, "code "+e.ErrorCode, e.StatusCode) // want `http.Error shows the customer an error`
	}
}

// served is a handler that returns its error.
type served func(w http.ResponseWriter, r *http.Request) error

// ServeHTTP implements http.Handler.
func (f served) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if err := f(w, r); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError) // want `http.Error shows the customer an error`
	}
}

func (s *shop) returned(w http.ResponseWriter, r *http.Request) error {
	_, err := s.pay.Charge(r.Context(), "k", 1)
	return err
}

// quiet is one that answers with a text of its own.
type quiet func(w http.ResponseWriter, r *http.Request) error

// ServeHTTP implements http.Handler.
func (f quiet) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if err := f(w, r); err != nil {
		fmt.Println(err)
		http.Error(w, "please try again", http.StatusInternalServerError)
	}
}

func (s *shop) routes(mux *http.ServeMux) {
	mux.Handle("/returned", served(s.returned))
	mux.Handle("/quiet", quiet(s.returned))
	mux.Handle("/wrapped", wrap(s.returned))
}

// wrap makes a handler of one that returns its error.
func wrap(f func(w http.ResponseWriter, r *http.Request) error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if err := f(w, r); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError) // want `http.Error shows the customer an error`
		}
	}
}

func (s *shop) noted(c *gin.Context) {
	if _, err := s.pay.Charge(c.Request.Context(), "k", 1); err != nil {
		_ = c.Error(err)
		c.Abort()
	}
}

// answered answers with the errors that the handlers noted.
func answered(c *gin.Context) {
	c.Next()
	if len(c.Errors) > 0 {
		c.JSON(http.StatusBadGateway, gin.H{"error": c.Errors.Last().Error()}) // want `gin.Context.JSON shows the customer an error`
	}
}

// counted says only how many there are.
func counted(c *gin.Context) {
	c.Next()
	if n := len(c.Errors); n > 0 {
		c.JSON(http.StatusBadGateway, gin.H{"errors": n})
	}
}

func dump(w http.ResponseWriter, r *http.Request) {
	buf := make([]byte, 1<<16)
	n := runtime.Stack(buf, true)
	_, _ = w.Write(buf[:n]) // want `ResponseWriter.Write shows the customer a stack trace`
}

func (s *shop) listed(w http.ResponseWriter, r *http.Request) {
	var b strings.Builder
	for i := range 3 {
		if _, err := s.pay.Charge(r.Context(), "k", i); err != nil {
			fmt.Fprintf(&b, "%d: %s\n", i, err)
		}
	}
	_, _ = w.Write([]byte(b.String())) // want `ResponseWriter.Write shows the customer an error`
}

func (s *shop) loose(w http.ResponseWriter, r *http.Request) {
	resp, err := pay.New().Receipt(r.Context(), "1")
	if err != nil {
		http.Error(w, "please try again", http.StatusBadGateway)
		return
	}
	defer resp.Body.Close()
	var answer map[string]any
	_ = json.NewDecoder(resp.Body).Decode(&answer)
	if resp.StatusCode >= 400 {
		http.Error(w, fmt.Sprint("failed with ", answer["errorCode"]), http.StatusBadGateway) // want `http.Error shows the customer an error`
		return
	}
	fmt.Fprintln(w, answer["receiptUrl"])
}

func (s *shop) replacedHere(w http.ResponseWriter, r *http.Request) {
	var in struct{ Amount int }
	err := json.NewDecoder(r.Body).Decode(&in)
	if err == nil {
		_, err = s.pay.Charge(r.Context(), "k", in.Amount)
		if err != nil {
			fmt.Println(err)
			err = errors.New("the payment failed")
		}
	}
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
	}
}

func (s *shop) notReplaced(w http.ResponseWriter, r *http.Request) {
	var in struct{ Amount int }
	err := json.NewDecoder(r.Body).Decode(&in)
	if err == nil {
		_, err = s.pay.Charge(r.Context(), "k", in.Amount)
	}
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest) // want `http.Error shows the customer an error`
	}
}

func (s *shop) unseen(w http.ResponseWriter, r *http.Request) {
	type attempt struct {
		Key  string `json:"key"`
		Paid bool   `json:"paid"`
		Err  error  `json:"-"`
	}
	var lines []attempt
	for _, key := range r.URL.Query()["key"] {
		_, err := s.pay.Charge(r.Context(), key, 1)
		lines = append(lines, attempt{key, err == nil, err})
	}
	_ = json.NewEncoder(w).Encode(lines)
}

// whole hands on what is no error, and has its writer from around it.
func whole(w http.ResponseWriter) func(*http.Response, error) {
	return func(resp *http.Response, err error) {
		if err != nil {
			http.Error(w, "later", http.StatusBadGateway)
			return
		}
		defer resp.Body.Close()
		if resp.StatusCode != http.StatusOK {
			http.Error(w, "later", http.StatusBadGateway)
			return
		}
		_, _ = io.Copy(w, resp.Body)
	}
}

// anyAnswer hands on errors too.
func anyAnswer(w http.ResponseWriter) func(*http.Response, error) {
	return func(resp *http.Response, err error) {
		if err != nil {
			http.Error(w, "later", http.StatusBadGateway)
			return
		}
		defer resp.Body.Close()
		_, _ = io.Copy(w, resp.Body) // want `io.Copy passes on the body of whatever the payment API answers`
	}
}

// refused hands on nothing but errors.
func refused(w http.ResponseWriter, resp *http.Response) {
	if resp.StatusCode >= 400 {
		_, _ = io.Copy(w, resp.Body)
	}
}

type kept struct {
	resp *http.Response
	note string
}

// fine says of one field what it has asked of that one.
func (k kept) fine(w http.ResponseWriter) {
	if k.resp.StatusCode != http.StatusOK {
		http.Error(w, k.note, http.StatusBadGateway)
		return
	}
	_, _ = io.Copy(w, k.resp.Body)
}

func devices(ctx context.Context) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, os.Getenv("AURORA_BASE_URL")+"/pay-api/v1/devices", nil)
	if err != nil {
		return nil, err
	}
	return http.DefaultClient.Do(req)
}

func handedOn(w http.ResponseWriter, r *http.Request) {
	whole(w)(devices(r.Context()))
	anyAnswer(w)(devices(r.Context()))
	resp, err := devices(r.Context())
	if err != nil {
		return
	}
	refused(w, resp) // want `shapes.refused shows the customer an error`
	kept{resp: resp, note: "later"}.fine(w)
}
