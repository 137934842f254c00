// Package orders takes orders with a card over HTTP, from a command line and in batches.
package orders

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"log/slog"
	"net/http"
	"os"
	"os/exec"
	"strings"
	"sync"
	"text/template"

	"github.com/go-chi/chi/v5"
	"github.com/gofiber/fiber/v2"
	"github.com/spf13/cobra"
	"go.uber.org/zap"
)

type Order struct {
	ID   string
	Card struct {
		PAN  string `json:"pan"`
		CVV2 string `json:"cvv2"`
	}
	Notes []string
}

func routes(r chi.Router) {
	r.Post("/pay", func(w http.ResponseWriter, req *http.Request) {
		var o Order
		if err := json.NewDecoder(req.Body).Decode(&o); err != nil {
			slog.Warn("bad order", "err", err)
			return
		}
		slog.Info("order", "id", o.ID, "card", o.Card) // want `o.Card shows the card number and security code`
	})
}

func fiberApp(app *fiber.App) {
	app.Post("/pay", func(c *fiber.Ctx) error {
		log.Printf("%s %s", c.Path(), c.Body()) // want `c.Body\(\) shows the card data`
		o := new(Order)
		return c.BodyParser(o)
	})
}

func command() *cobra.Command {
	var o Order
	cmd := &cobra.Command{Use: "charge", RunE: func(cmd *cobra.Command, args []string) error {
		cmd.Printf("charging %s\n", o.ID)
		cmd.Println("card", o.Card.PAN)             // want `o.Card.PAN shows`
		fmt.Fprintln(cmd.ErrOrStderr(), o.Card.PAN) // want `o.Card.PAN shows`
		return nil
	}}
	cmd.Flags().StringVar(&o.Card.PAN, "card-number", "", "the card")
	return cmd
}

func once(o *Order) {
	var one sync.Once
	one.Do(func() { log.Println("first card", o.Card.PAN) }) // want `o.Card.PAN shows`
}

func shell(o Order) error {
	cmd := exec.Command("charge", o.Card.PAN)
	log.Println("run", cmd.Path)
	return cmd.Run()
}

func receipt(w io.Writer, o Order) error {
	return template.Must(template.New("r").Parse("{{.ID}}")).Execute(w, o)
}

type tee struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func (t *tee) Write(p []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.buf.Write(p)
}

func (t *tee) flush() { log.Print(t.buf.String()) }

func batch(orders map[string]*Order) {
	var failed []string
	for id, o := range orders {
		if o.Card.PAN == "" {
			failed = append(failed, id)
		}
	}
	log.Println("failed", failed)
	var pans []string
	for _, o := range orders {
		pans = append(pans, o.Card.PAN)
	}
	log.Println("cards", strings.Join(pans, ",")) // want `strings.Join\(pans, ","\) shows the card number`
}

func group(l *slog.Logger, o Order) {
	g := l.WithGroup("order").With(slog.String("id", o.ID))
	g.Info("paid")
	g = g.With("code", o.Card.CVV2) // want `o.Card.CVV2 shows`
	g.Info("paid")
}

func ternary(o Order, full bool) {
	shown := o.Card.PAN
	if !full {
		shown = shown[len(shown)-4:]
	}
	log.Println(shown) // want `shown shows`
}

func first6last4(o Order) {
	pan := o.Card.PAN
	log.Println(pan[0:6] + "******" + pan[len(pan)-4:])
	log.Println(pan[:6], pan[len(pan)-4:])
	log.Println(fmt.Sprintf("%s-%s", pan[:4], pan[len(pan)-2:]))
}

func lengths(o Order) {
	switch n := len(o.Card.CVV2); {
	case n < 3:
		log.Printf("code has %d digits", n)
	}
	zap.L().Info("card", zap.Int("cvv_length", len(o.Card.CVV2)), zap.Bool("cvv", o.Card.CVV2 != ""))
}

func environment() {
	pan := os.Getenv("TEST_CARD_NUMBER")
	fmt.Println("using", pan) // want `pan shows the card number`
	fmt.Println("using", os.Getenv("CARD_API_URL"))
}

type Masker interface{ Mask(s string) string }

func masked(m Masker, o Order) {
	slog.Info("card", "card_number", m.Mask(o.Card.PAN))
	f := strings.ToUpper
	slog.Info("card", "x", f(o.Card.PAN)) // want `f\(o.Card.PAN\) shows`
}

func goroutines(orders []Order) {
	var wg sync.WaitGroup
	for _, o := range orders {
		wg.Go(func() {
			log.Println("start", o.ID)
			log.Printf("%+v", o.Card) // want `o.Card shows`
		})
	}
	wg.Wait()
}

func compare(a, b Order) {
	log.Println(a.Card == b.Card, a.Card.PAN < b.Card.PAN, strings.Contains(a.Card.PAN, "4"))
	log.Println(min(a.Card.PAN, b.Card.PAN)) // want `min\(a.Card.PAN, b.Card.PAN\) shows`
}

func diff(o Order) {
	notes := append([]string{}, o.Notes...)
	notes = append(notes, "paid with "+o.Card.PAN[:1])
	log.Println(notes)
	o.Notes = append(o.Notes, "card "+o.Card.PAN)
	log.Println(o.Notes) // want `o.Notes shows the card number`
}
