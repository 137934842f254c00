package shapes

import (
	"bytes"
	"fmt"
)

// table is n literals in a slice of structs, a map and constants, with a few hosts of the sandbox.
func table(b *bytes.Buffer, n int) {
	b.WriteString("// Row is a line of the table.\ntype Row struct{ Name, URL, Note string }\n\n// Rows are all lines.\nvar Rows = []Row{\n")
	for i := range n / 6 {
		host := "shop.example.com"
		if i%100 == 0 {
			host = "sandbox.api.flute.com"
		}
		fmt.Fprintf(b, "\t{Name: \"row-%d\", URL: \"https://%s/v2/rows/%[1]d\", Note: \"The note of row %[1]d says little.\"},\n", i, host)
	}
	b.WriteString("}\n\n// Texts are the words of the shop.\nvar Texts = map[string]string{\n")
	for i := range n / 6 {
		fmt.Fprintf(b, "\t\"shop.page.%d.title\": \"Page %[1]d of the shop\",\n", i)
	}
	b.WriteString("}\n\n// The names of what happens.\nconst (\n")
	for i := range n / 6 {
		fmt.Fprintf(b, "\tEvent%d = \"shop.event.%[1]d\"\n", i)
	}
	b.WriteString(")\n")
}

// settings are n settings that fall back to the sandbox or to a credential in the source.
func settings(b *bytes.Buffer, n int) {
	b.WriteString(`import "os"

// Settings are what the environment says.
type Settings struct{ Base, Secret, Region string }
`)
	for i := range n {
		fmt.Fprintf(b, `
// Shop%[1]d reads the settings of shop %[1]d.
func Shop%[1]d() Settings {
	base := os.Getenv("AURORA_BASE_URL_%[1]d")
	if base == "" {
		base = "https://sandbox.api.flute.com"
	}
	secret := os.Getenv("AURORA_CLIENT_SECRET_%[1]d")
	if secret == "" {
		secret = "4f0c1d7e92ab48d6b3e5a%07[1]x"
	}
	return Settings{Base: base, Secret: secret, Region: "region-%[1]d"}
}
`, i)
	}
}
