package entities

import (
	"fmt"
	"io"

	"github.com/hashicorp/go-hclog"
	"github.com/rs/zerolog"
	"github.com/sirupsen/logrus"
	"go.uber.org/zap"
	"go.uber.org/zap/zapio"
)

func writers(c Card, z *zap.Logger, zl zerolog.Logger, h hclog.Logger) {
	w := &zapio.Writer{Log: z}
	defer w.Close()
	fmt.Fprintf(w, "card %s\n", c.CardNumber) // want `c.CardNumber shows`
	fmt.Fprintf(w, "card of %s\n", c.Brand)
	fmt.Fprintln(zl, c.CardNumber)                                 // want `c.CardNumber shows`
	fmt.Fprintln(h.StandardWriter(nil), c.CardNumber, c.Brand)     // want `c.CardNumber shows`
	io.WriteString(logrus.StandardLogger().Writer(), c.CardNumber) // want `c.CardNumber shows`
	io.WriteString(logrus.StandardLogger().Writer(), "card "+c.Brand)
}
