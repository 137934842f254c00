// Package counter answers with notices.
package counter

import (
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"

	"github.com/auroravet/auroravet/testdata/errorleak/notices"
	"github.com/auroravet/auroravet/testdata/errorleak/pay"
)

type counter struct{ pay *pay.Client }

func (c *counter) option(w http.ResponseWriter, r *http.Request) {
	if _, err := c.pay.Charge(r.Context(), "k", 5); err != nil {
		notices.New(http.StatusBadGateway, "failed", notices.Text(err.Error())).Send(w) // want `notices.Notice.Send shows the customer an error`
	}
}

func (c *counter) code(w http.ResponseWriter, r *http.Request) {
	_, err := c.pay.Charge(r.Context(), "k", 5)
	var ae *pay.Error
	if errors.As(err, &ae) {
		n := notices.New(http.StatusBadGateway, "failed", notices.Support(ae.CorrelationID), notices.Text(ae.ErrorCode))
		n.Send(w) // want `notices.Notice.Send shows the customer an error`
	}
}

func (c *counter) support(w http.ResponseWriter, r *http.Request) {
	_, err := c.pay.Charge(r.Context(), "k", 5)
	var ae *pay.Error
	if errors.As(err, &ae) {
		notices.New(http.StatusBadGateway, "failed", notices.Support(ae.CorrelationID), notices.Text("declined")).Send(w)
	}
}

func (c *counter) second(w http.ResponseWriter, r *http.Request) {
	if _, err := c.pay.Charge(r.Context(), "k", 5); err != nil {
		notices.New(http.StatusBadGateway, "failed",
			notices.With("order", r.FormValue("order")), notices.With("reason", err.Error())).Send(w) // want `notices.Notice.Send shows the customer an error`
	}
}

func (c *counter) cause(w http.ResponseWriter, r *http.Request) {
	if _, err := c.pay.Charge(r.Context(), "k", 5); err != nil {
		notices.New(http.StatusBadGateway, "failed", notices.Cause(err), notices.Text("declined")).Send(w)
	}
}

func (c *counter) list(w http.ResponseWriter, r *http.Request) {
	if _, err := c.pay.Charge(r.Context(), "k", 5); err != nil {
		opts := []notices.Option{notices.Support("7")}
		opts = append(opts, notices.Text(err.Error()))
		notices.New(http.StatusBadGateway, "failed", opts...).Send(w) // want `notices.Notice.Send shows the customer an error`
	}
}

func (c *counter) literal(w http.ResponseWriter, r *http.Request) {
	if _, err := c.pay.Charge(r.Context(), "k", 5); err != nil {
		notices.New(http.StatusBadGateway, "failed", func(n *notices.Notice) { n.Text = err.Error() }).Send(w) // want `notices.Notice.Send shows the customer an error`
	}
}

func (c *counter) value(w http.ResponseWriter, r *http.Request) {
	if _, err := c.pay.Charge(r.Context(), "k", 5); err != nil {
		_ = notices.Of(http.StatusBadGateway, notices.Text(err.Error())).Render(w, r) // want `notices.Notice.Render shows the customer an error`
	}
}

func (c *counter) valueKept(w http.ResponseWriter, r *http.Request) {
	if _, err := c.pay.Charge(r.Context(), "k", 5); err != nil {
		_ = notices.Of(http.StatusBadGateway, notices.Cause(err)).Render(w, r)
	}
}

func (c *counter) also(w http.ResponseWriter, r *http.Request) {
	if _, err := c.pay.Charge(r.Context(), "k", 5); err != nil {
		n := notices.New(http.StatusBadGateway, "failed")
		n.Also(notices.Text(err.Error()))
		n.Send(w) // want `notices.Notice.Send shows the customer an error`
	}
}

func (c *counter) chained(w http.ResponseWriter, r *http.Request) {
	if _, err := c.pay.Charge(r.Context(), "k", 5); err != nil {
		notices.New(http.StatusBadGateway, "failed").Also(notices.Text(err.Error())).Send(w) // want `notices.Notice.Send shows the customer an error`
	}
}

func (c *counter) alsoKept(w http.ResponseWriter, r *http.Request) {
	if _, err := c.pay.Charge(r.Context(), "k", 5); err != nil {
		notices.New(http.StatusBadGateway, "failed").Also(notices.Cause(err)).Send(w)
	}
}

func (c *counter) posted(w http.ResponseWriter, r *http.Request) {
	if _, err := c.pay.Charge(r.Context(), "k", 5); err != nil {
		notices.Post(w, http.StatusBadGateway, notices.Text(err.Error())) // want `notices.Post shows the customer an error`
	}
}

func (c *counter) postedKept(w http.ResponseWriter, r *http.Request) {
	if _, err := c.pay.Charge(r.Context(), "k", 5); err != nil {
		notices.Post(w, http.StatusBadGateway, notices.Cause(err), notices.Text("declined"))
	}
}

func (c *counter) setter(w http.ResponseWriter, r *http.Request) {
	if _, err := c.pay.Charge(r.Context(), "k", 5); err != nil {
		notices.Set("failed", notices.SetStatus(502), notices.SetText(err.Error())).Send(w) // want `notices.Notice.Send shows the customer an error`
	}
}

func (c *counter) setterOwn(w http.ResponseWriter, r *http.Request) {
	if _, err := c.pay.Charge(r.Context(), "k", 5); err != nil {
		notices.Set("failed", notices.SetStatus(502), notices.SetText("declined")).Send(w)
	}
}

func (c *counter) built(w http.ResponseWriter, r *http.Request) {
	if _, err := c.pay.Charge(r.Context(), "k", 5); err != nil {
		notices.Answer(http.StatusBadGateway).Detail(err.Error()).Send(w) // want `notices.Builder.Send shows the customer an error`
	}
}

func (c *counter) builtOwn(w http.ResponseWriter, r *http.Request) {
	if _, err := c.pay.Charge(r.Context(), "k", 5); err != nil {
		slog.Error("charge", "err", err)
		notices.Answer(http.StatusBadGateway).Detail("declined").Send(w)
	}
}

func (c *counter) slip(w http.ResponseWriter, r *http.Request) {
	if _, err := c.pay.Charge(r.Context(), "k", 5); err != nil {
		notices.Blank(http.StatusBadGateway).Noted(err.Error()).Respond(w) // want `notices.Slip.Respond shows the customer an error`
	}
}

func (c *counter) slipLogged(w http.ResponseWriter, r *http.Request) {
	if _, err := c.pay.Charge(r.Context(), "k", 5); err != nil {
		notices.Blank(http.StatusBadGateway).Noted("declined").Logged(err.Error()).Respond(w)
	}
}

func (c *counter) failed(w http.ResponseWriter, r *http.Request) {
	if _, err := c.pay.Charge(r.Context(), "k", 5); err != nil {
		notices.Failed(err).Send(w)
	}
}

func (c *counter) told(w http.ResponseWriter, r *http.Request) {
	if _, err := c.pay.Charge(r.Context(), "k", 5); err != nil {
		notices.Told(err).Send(w) // want `notices.Notice.Send shows the customer an error`
	}
}

func (c *counter) encoded(w http.ResponseWriter, r *http.Request) {
	if _, err := c.pay.Charge(r.Context(), "k", 5); err != nil {
		_ = json.NewEncoder(w).Encode(notices.Told(err)) // want `json.Encoder.Encode shows the customer an error`
	}
}

func (c *counter) details(w http.ResponseWriter, r *http.Request) {
	if _, err := c.pay.Charge(r.Context(), "k", 5); err != nil {
		n := notices.New(http.StatusBadGateway, "failed")
		n.Fields = notices.Details("reason", err.Error())
		n.Send(w) // want `notices.Notice.Send shows the customer an error`
	}
}

func (c *counter) own(w http.ResponseWriter, r *http.Request) {
	var o struct{ Amount int }
	if err := json.NewDecoder(r.Body).Decode(&o); err != nil {
		notices.New(http.StatusBadRequest, "failed", notices.Text(err.Error())).Send(w)
		return
	}
	_, err := c.pay.Charge(r.Context(), "k", o.Amount)
	if errors.Is(err, notices.ErrClosed) {
		notices.New(http.StatusConflict, "closed", notices.Text(err.Error())).Send(w)
	}
}

func (c *counter) generic(w http.ResponseWriter, r *http.Request) {
	if _, err := c.pay.Charge(r.Context(), "k", 5); err != nil {
		notices.Filled(&notices.Notice{}, func(n *notices.Notice) { n.Text = err.Error() }).Send(w) // want `notices.Notice.Send shows the customer an error`
	}
}

func (c *counter) genericOwn(w http.ResponseWriter, r *http.Request) {
	if _, err := c.pay.Charge(r.Context(), "k", 5); err != nil {
		notices.Filled(&notices.Notice{}, func(n *notices.Notice) { n.Text = "declined"; slog.Error("charge", "err", err) }).Send(w)
	}
}

func (c *counter) made(w http.ResponseWriter, r *http.Request) {
	if _, err := c.pay.Charge(r.Context(), "k", 5); err != nil {
		notices.Made(notices.Support("7"), notices.Text(err.Error())).Send(w) // want `notices.Notice.Send shows the customer an error`
	}
}

func (c *counter) madeKept(w http.ResponseWriter, r *http.Request) {
	if _, err := c.pay.Charge(r.Context(), "k", 5); err != nil {
		notices.Made(notices.Cause(err), notices.Text("declined")).Send(w)
	}
}

func (c *counter) drafted(w http.ResponseWriter, r *http.Request) {
	if _, err := c.pay.Charge(r.Context(), "k", 5); err != nil {
		n, failed := notices.Drafted(notices.Line("charge: " + err.Error()))
		if failed == nil {
			n.Send(w) // want `notices.Notice.Send shows the customer an error`
		}
	}
}

func (c *counter) draftedKept(w http.ResponseWriter, r *http.Request) {
	if _, err := c.pay.Charge(r.Context(), "k", 5); err != nil {
		n, failed := notices.Drafted(notices.Line("declined"), notices.Hidden(err))
		if failed != nil {
			http.Error(w, failed.Error(), http.StatusInternalServerError)
			return
		}
		n.Send(w)
	}
}

func (c *counter) values(w http.ResponseWriter, r *http.Request) {
	if _, err := c.pay.Charge(r.Context(), "k", 5); err != nil {
		notices.Values(w, func(m map[string]any) { m["reason"] = err.Error() }) // want `notices.Values shows the customer an error`
	}
}

func (c *counter) valuesOwn(w http.ResponseWriter, r *http.Request) {
	if _, err := c.pay.Charge(r.Context(), "k", 5); err != nil {
		notices.Values(w, func(m map[string]any) { m["reason"] = "declined"; slog.Error("charge", "err", err) })
	}
}

func (c *counter) steps(w http.ResponseWriter, r *http.Request) {
	if _, err := c.pay.Charge(r.Context(), "k", 5); err != nil {
		notices.Steps(notices.Log("charge"), notices.Note(err.Error())).Respond(w) // want `notices.Slip.Respond shows the customer an error`
	}
}

func (c *counter) stepsKept(w http.ResponseWriter, r *http.Request) {
	if _, err := c.pay.Charge(r.Context(), "k", 5); err != nil {
		notices.Steps(notices.Note("declined"), notices.Log(err.Error())).Respond(w)
	}
}

func (c *counter) charge(r *http.Request) error {
	_, err := c.pay.Charge(r.Context(), "k", 5)
	return err
}

func (c *counter) attempt(w http.ResponseWriter, r *http.Request) {
	notices.Attempt(w, func() error { return c.charge(r) }, func(w http.ResponseWriter, err error) {
		http.Error(w, err.Error(), http.StatusBadGateway) // want `http.Error shows the customer an error`
	})
}

func (c *counter) attemptOwn(w http.ResponseWriter, r *http.Request) {
	notices.Attempt(w, func() error { return c.charge(r) }, func(w http.ResponseWriter, err error) {
		slog.Error("charge", "err", err)
		http.Error(w, "declined", http.StatusBadGateway)
	})
}

func (c *counter) attemptOther(w http.ResponseWriter, r *http.Request) {
	notices.Attempt(w, func() error { return notices.ErrClosed }, func(w http.ResponseWriter, err error) {
		http.Error(w, err.Error(), http.StatusConflict)
	})
}

func (c *counter) mapped(w http.ResponseWriter, r *http.Request) {
	notices.Mapped(w, func() error { return c.charge(r) }, notices.Told) // want `notices.Mapped shows the customer an error`
}

func (c *counter) mappedKept(w http.ResponseWriter, r *http.Request) {
	notices.Mapped(w, func() error { return c.charge(r) }, notices.Failed)
}

func (c *counter) mappedHere(w http.ResponseWriter, r *http.Request) {
	notices.Mapped(w, func() error { return c.charge(r) }, func(err error) *notices.Notice { // want `notices.Mapped shows the customer an error`
		return notices.New(http.StatusBadGateway, "failed", notices.Text(err.Error()))
	})
}
