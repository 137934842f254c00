package shapes

import (
	"bytes"
	"fmt"
)

// statements is one function of n statements, with a call of the API now and then.
func statements(b *bytes.Buffer, n int) {
	b.WriteString(`import (
	"fmt"
	"log"
	"net/http"
	"strings"
)

// Run does everything.
func Run(base string, in map[string]string) (total int, err error) {
	url, text := base+"/pay-api/v1/transactions", ""
`)
	for i := 0; i < n; i += 10 {
		fmt.Fprintf(b, `	name%[1]d := in["name%[1]d"]
	text = fmt.Sprintf("%%s-%%s", text, name%[1]d)
	if len(name%[1]d) > %[1]d {
		total += len(text)
	}
	for _, part := range strings.Split(name%[1]d, ",") {
		in[part] = text
	}
	if name%[1]d == "" {
		return total, fmt.Errorf("no name %[1]d")
	}
`, i)
		if i%200 == 0 {
			fmt.Fprintf(b, `	resp%[1]d, err := http.Post(url+"/"+name%[1]d, "application/json", strings.NewReader(text))
	if err != nil {
		return total, err
	}
	log.Printf("step %[1]d: %%s", resp%[1]d.Status)
`, i)
		} else {
			fmt.Fprintf(b, "\tin[\"%[1]d\"] = strings.ToUpper(name%[1]d)\n\tlog.Print(\"step %[1]d\")\n", i)
		}
	}
	b.WriteString("\treturn total, nil\n}\n")
}

// cases is one function with a switch of n cases that each choose a path for one call.
func cases(b *bytes.Buffer, n int) {
	b.WriteString(`import (
	"net/http"
	"strings"
)

// Call makes the operation of this name.
func Call(name, base, body string) (*http.Response, error) {
	path, header := "/transactions", ""
	switch name {
`)
	for i := range n {
		fmt.Fprintf(b, "\tcase \"operation%[1]d\":\n\t\tpath = \"/things%[1]d\"\n\t\theader = body + name\n", i)
	}
	b.WriteString(`	}
	req, err := http.NewRequest("POST", base+"/pay-api/v1"+path, strings.NewReader(body))
	if err != nil {
		return nil, err
	}
	if header != "" {
		req.Header.Set("X-Shop", header)
	}
	return http.DefaultClient.Do(req)
}
`)
}

// fields is a struct of n fields, some with card data, that is filled, copied, sent and logged.
func fields(b *bytes.Buffer, n int) {
	b.WriteString(`import (
	"bytes"
	"encoding/json"
	"log"
	"net/http"
)

// Order is all that is known of an order.
type Order struct {
	CardNumber string
	CVV        string
`)
	for i := range n {
		fmt.Fprintf(b, "\tField%d string `json:\"field%[1]d\"`\n", i)
	}
	b.WriteString("}\n\n// Fill makes an order.\nfunc Fill(in map[string]string) *Order {\n\to := &Order{CardNumber: in[\"card\"]}\n")
	for i := range n {
		fmt.Fprintf(b, "\to.Field%d = in[\"field%[1]d\"]\n", i)
	}
	b.WriteString("\treturn o\n}\n\n// Copy copies an order.\nfunc Copy(o *Order) Order {\n\treturn Order{\n\t\tCVV: o.CVV,\n")
	for i := range n {
		fmt.Fprintf(b, "\t\tField%d: o.Field%[1]d,\n", i)
	}
	b.WriteString(`	}
}

// Send sends an order.
func Send(o *Order) (*http.Response, error) {
	log.Printf("order: %+v", Copy(o))
	body, err := json.Marshal(o)
	if err != nil {
		return nil, err
	}
	return http.Post("https://api.flute.com/v2/transactions", "application/json", bytes.NewReader(body))
}
`)
}

// cards is n functions that hand cards to each other and to logs.
func cards(b *bytes.Buffer, n int) {
	b.WriteString(`import (
	"fmt"
	"log"
	"strings"
)

// Card is a card.
type Card struct {
	Number, CVV, Holder string
	Amount              int
}

func show0(c *Card) string { return c.Holder }
`)
	for i := 1; i <= n; i++ {
		fmt.Fprintf(b, `
func show%[1]d(c *Card) string {
	text := strings.TrimSpace(show%[2]d(c))
	if c.Amount > %[1]d {
		text += fmt.Sprintf("%%s %%d", c.Number, c.Amount)
	}
	return text
}

// Pay%[1]d pays.
func Pay%[1]d(c *Card) error {
	log.Printf("pay %[1]d: %%s", show%[1]d(c))
	if c.CVV == "" {
		return fmt.Errorf("card %%s of %%s has no code", c.Number, c.Holder)
	}
	return nil
}
`, i, i/2)
	}
}
