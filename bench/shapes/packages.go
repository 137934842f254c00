package shapes

import (
	"bytes"
	"fmt"
)

// tree is a package of a program in which each uses two nearer to the root, as in most programs.
func tree(b *bytes.Buffer, i int, root string) { pack(b, root, i, (i-1)/2, (i-1)/3) }

// tower is a package that uses the one before.
func tower(b *bytes.Buffer, i int, root string) { pack(b, root, i, i-1) }

// pack is a package of a client and what a package has besides; package 0 sends, the others call those below.
func pack(b *bytes.Buffer, root string, i int, below ...int) {
	if i == 0 {
		b.WriteString(sendImports)
		sender(b, "Send")
	} else {
		b.WriteString("import (\n\t\"context\"\n\t\"fmt\"\n\t\"log\"\n\t\"net/http\"\n\t\"strings\"\n\n")
		for k, to := range below {
			fmt.Fprintf(b, "\tb%d \"%s/p%d\"\n", k, root, to)
		}
		b.WriteString(")\n\n// Send sends through the packages below.\n" +
			"func Send(ctx context.Context, c *http.Client, method, path, body string) (*http.Response, error) {\n")
		for k := range below[1:] {
			fmt.Fprintf(b, "\tif len(body) > %d {\n\t\treturn b%d.Send(ctx, c, method, path, body)\n\t}\n", i, k+1)
		}
		b.WriteString("\treturn b0.Send(ctx, c, method, path, body)\n}\n")
		worker(b, i)
	}
	fmt.Fprintf(b, `
// Sale%[1]d takes a payment.
func Sale%[1]d(ctx context.Context, body string) (*http.Response, error) {
	return Send(ctx, http.DefaultClient, "POST", "/v2/transactions/%[1]d", body)
}
`, i)
}

// worker is code that has nothing to do with the API.
func worker(b *bytes.Buffer, i int) {
	b.WriteString(`
// Item is a thing of the shop.
type Item struct {
	Name  string
	Price int
	Tags  []string
}

// String describes the item.
func (i Item) String() string { return fmt.Sprintf("%s for %d", i.Name, i.Price) }
`)
	for k := range 4 {
		fmt.Fprintf(b, `
// Total%[1]d adds up what has a tag.
func Total%[1]d(items []Item, tag string) (sum int, err error) {
	for _, item := range items {
		for _, t := range item.Tags {
			if strings.EqualFold(t, tag) {
				sum += item.Price
			}
		}
	}
	if sum > %[2]d {
		return 0, fmt.Errorf("total %%d of %%q is too much", sum, tag)
	}
	log.Printf("total of %%q: %%d", tag, sum)
	return sum, nil
}
`, k, 1000*i)
	}
}
