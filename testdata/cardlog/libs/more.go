package libs

import (
	"encoding/json"
	"fmt"
	"log"
	"os"
	"strings"

	"bufio"

	"github.com/rs/zerolog"
	"go.uber.org/zap"
)

func lists(z *zap.Logger, lg *zerolog.Logger, s []Safe, l []*Loud) {
	z.Info("cards", zap.Objects("cards", s))
	z.Info("cards", zap.Objects("cards", l)) // want `l shows the card number`
	z.Info("cards", zap.Any("cards", s))     // want `s shows`
}

type nested struct {
	Order string
	Card  *Card
}

func emptied(n nested) {
	n.Card = nil
	b, _ := json.Marshal(n)
	log.Println(string(b))
}

var secretKeys = map[string]bool{"number": true, "cvv": true}

type redacting struct{ s *zap.SugaredLogger }

func (r redacting) Info(msg string, kv ...any) {
	for i := 0; i+1 < len(kv); i += 2 {
		if k, _ := kv[i].(string); secretKeys[k] {
			kv[i+1] = "[redacted]"
		}
	}
	r.s.Infow(msg, kv...)
}

func redacted(r redacting, c Card) { r.Info("card", "number", c.Number) }

func output(c Card) {
	printf := fmt.Printf
	printf("%s\n", c.Number) // want `c.Number shows`
	w := bufio.NewWriter(os.Stdout)
	defer w.Flush()
	w.WriteString(c.Number) // want `c.Number shows`
	fmt.Fprintln(w, c.Holder)
	zap.L().Info("card", zap.String("n", c.Number)) // want `c.Number shows`
	zap.S().Infof("card of %s", c.Holder)
	log.Default().Println(c.CVV)              // want `c.CVV shows`
	fmt.Fprint(log.Writer(), c.Holder, c.CVV) // want `c.CVV shows`
}

func nestedMaps(c Card) {
	log.Println(map[string]any{"card": map[string]any{"n": c.Number}, "holder": c.Holder}) // want `map\[string\]any{…} shows`
	log.Println(map[string]any{"card": map[string]any{"digits": len(c.Number)}, "holder": c.Holder})
	log.Println(fmt.Sprintf(`{"n":%q}`, c.Number)) // want `shows the card number`
	rows := [][]string{{c.Holder, c.Number}}
	for _, r := range rows {
		log.Println(strings.Join(r, ",")) // want `strings.Join\(r, ","\) shows`
	}
	p := &c
	q := &p.Number
	*q = "****"
	p.CVV = ""
	log.Println(c)
}
