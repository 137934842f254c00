package shapes

import (
	"bytes"
	"fmt"
)

const sendImports = `import (
	"context"
	"net/http"
	"strings"
)
`

// sender is a function that sends what it is given, under another name.
func sender(b *bytes.Buffer, name string) {
	fmt.Fprintf(b, `
func %s(ctx context.Context, c *http.Client, method, path, body string) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, method, "https://api.flute.com"+path, strings.NewReader(body))
	if err != nil {
		return nil, err
	}
	return c.Do(req)
}
`, name)
}

// chain is a call through n functions that hand on what they get.
func chain(b *bytes.Buffer, n int) {
	b.WriteString(sendImports)
	sender(b, "step0")
	for i := 1; i <= n; i++ {
		fmt.Fprintf(b, `
func step%d(ctx context.Context, c *http.Client, method, path, body string) (*http.Response, error) {
	return step%d(ctx, c, method, path, body)
}
`, i, i-1)
	}
	fmt.Fprintf(b, `
// Sale takes a payment.
func Sale(ctx context.Context, body string) (*http.Response, error) {
	return step%d(ctx, http.DefaultClient, "POST", "/v2/transactions", body)
}
`, n)
}

// recursion is n functions each of which may call two others, in circles, before one sends.
func recursion(b *bytes.Buffer, n int) {
	b.WriteString(sendImports)
	sender(b, "send")
	for i := range n {
		fmt.Fprintf(b, `
func step%[1]d(ctx context.Context, c *http.Client, method, path, body string) (*http.Response, error) {
	switch {
	case body == "":
		return step%[2]d(ctx, c, method, path, body)
	case len(path) < %[1]d:
		return step%[3]d(ctx, c, method, path+"/%[1]d", body)
	}
	return send(ctx, c, method, path, body)
}
`, i, (i+1)%n, (7*i+3)%n)
	}
	b.WriteString(`
// Sale takes a payment.
func Sale(ctx context.Context, body string) (*http.Response, error) {
	return step0(ctx, http.DefaultClient, "POST", "/v2/transactions", body)
}
`)
}

// fanin is n callers of one function, through two that hand on.
func fanin(b *bytes.Buffer, n int) {
	b.WriteString(sendImports)
	sender(b, "send")
	b.WriteString(`
func post(ctx context.Context, path, body string) error {
	resp, err := send(ctx, http.DefaultClient, "POST", path, body)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
`)
	for i := range n {
		fmt.Fprintf(b, `
// Sale%[1]d takes a payment.
func Sale%[1]d(ctx context.Context, id, body string) error {
	if err := post(ctx, "/v2/transactions/"+id+"/capture", body); err != nil {
		return err
	}
	return post(ctx, "/v2/customers/%[1]d", body)
}
`, i)
	}
}

// layers are n layers of ten functions that call all ten of the layer below: ten to the n ways to the bottom.
func layers(b *bytes.Buffer, n int) {
	b.WriteString(sendImports)
	sender(b, "send")
	const width = 10
	for layer := range n {
		for i := range width {
			fmt.Fprintf(b, "\nfunc layer%dstep%d(ctx context.Context, path, body string) {\n", layer, i)
			for to := range width {
				if layer == 0 {
					fmt.Fprintf(b, "\tsend(ctx, http.DefaultClient, \"POST\", path+\"/%d\", body)\n", to)
				} else {
					fmt.Fprintf(b, "\tlayer%dstep%d(ctx, path, body)\n", layer-1, to)
				}
			}
			b.WriteString("}\n")
		}
	}
	fmt.Fprintf(b, `
// Sale takes a payment.
func Sale(ctx context.Context, body string) {
	layer%dstep0(ctx, "/v2/transactions", body)
}
`, n-1)
}
