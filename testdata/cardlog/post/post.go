// Package post sends parcels that are paid by card; its logger is three packages away.
package post

import (
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net/http"

	"github.com/sirupsen/logrus"

	"github.com/auroravet/auroravet/testdata/cardlog/post/note"
	"github.com/auroravet/auroravet/testdata/cardlog/post/trail"
)

// Card pays for a parcel.
type Card struct {
	PAN    string `json:"pan"`
	CVV    string `json:"cvv"`
	Holder string `json:"holder"`
}

// Parcel has the card that pays for it.
type Parcel struct {
	ID string
	Card
}

type counter struct {
	w     note.Writer
	steps *trail.Trail
	put   func(string, ...any)
	count func(string, int)
}

func newCounter(w note.Writer) *counter {
	return &counter{w: w, steps: trail.New(w), put: w.Put, count: w.Count}
}

func (c *counter) behindInterface(p Parcel) {
	c.w.Put("parcel", "parcel", p) // want `p shows the card number and security code`
	c.w.Put("parcel", "id", p.ID, "holder", p.Holder)
	c.w.Count("digits", len(p.PAN))
}

func (c *counter) methodOfInterfaceInAField(p Parcel) {
	c.put("paid", "id", p.ID, "with", p.PAN) // want `p.PAN shows the card number`
	c.put("paid", "id", p.ID)
	c.count("digits", len(p.PAN))
}

func (c *counter) mapOneByOne(p Parcel) {
	c.steps.Tell("paid", "cvv", p.CVV) // want `p.CVV shows the security code`
	c.steps.Tell("paid", "holder", p.Holder)
	c.steps.Add(trail.Step{Name: "paid", Facts: map[string]string{"pan": p.PAN}}) // want `trail.Step`
	c.steps.Add(trail.Step{Name: "paid", Facts: map[string]string{"last": p.PAN[len(p.PAN)-4:]}})
	c.steps.Tally(trail.Step{Name: "paid", Facts: map[string]string{"pan": p.PAN}})
}

func oneByOne(form map[string]string, card Card) {
	form["card_number"] = card.PAN
	for k, v := range form {
		log.Println(k, v) // want `shows the card number`
	}
}

func namesOnly(form map[string]string, card Card) {
	form["card_number"] = card.PAN
	for k, v := range form {
		log.Println(k, len(v))
	}
}

// Message is what a generator made of a schema.
type Message struct{ CardNumber, MaskedCardNumber string }

func (m *Message) String() string {
	return fmt.Sprintf("card_number:%q masked_card_number:%q", m.CardNumber, m.MaskedCardNumber)
}

// Covered has a format with stars in it.
type Covered struct{ CardNumber string }

func (m *Covered) String() string {
	return fmt.Sprintf("card:****%s", m.CardNumber[len(m.CardNumber)-4:])
}

func generated(m *Message, c *Covered) {
	log.Printf("got %v", m) // want `m shows the card number`
	log.Printf("got %s", m.MaskedCardNumber)
	log.Printf("got %v", c)
	log.Println(fmt.Sprintf("**** %s", m.CardNumber)) // want `shows the card number`
}

type dashed struct {
	CardNumber string `json:"-,"`
	Kept       string
}

type left struct {
	CardNumber string `json:"-"`
	Kept       string
}

func dashes(d dashed, l left) {
	a, _ := json.Marshal(d)
	b, _ := json.Marshal(l)
	log.Printf("%s", a) // want `a shows the card number`
	log.Printf("%s", b)
}

func readAll(w http.ResponseWriter, r *http.Request) {
	b, err := io.ReadAll(r.Body)
	if err != nil {
		log.Printf("no body: %v", err)
		return
	}
	var c Card
	if err := json.Unmarshal(b, &c); err != nil {
		log.Printf("bad body: %v", err)
		log.Printf("bad body: %s", b) // want `b shows the card data`
	}
}

type eraser struct{}

func (eraser) Levels() []logrus.Level { return logrus.AllLevels }

func (eraser) Fire(e *logrus.Entry) error {
	for _, k := range []string{"pan", "cvv"} {
		if _, ok := e.Data[k]; ok {
			e.Data[k] = "[removed]"
		}
	}
	return nil
}

func hooked(c Card) {
	l := logrus.New()
	l.AddHook(eraser{})
	l.WithField("cvv", c.CVV).Info("read")
	l.WithField("code", c.CVV).Info("read") // want `c.CVV shows the security code`
}
