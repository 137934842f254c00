package conftext

import (
	"strings"
	"testing"
)

// BenchmarkRead reads texts as they stand in Go literals: most are short and no settings.
func BenchmarkRead(b *testing.B) {
	for _, text := range []struct{ name, text string }{
		{"word", "shop.page.1.title"},
		{"url", "https://shop.example.com/v2/rows/17?page=2"},
		{"sentence", "The note of row 17 says little, and says it slowly."},
		{"yaml", strings.Repeat("shop:\n  base_url: https://shop.example.com\n  # the other one\n  retries: 3\n", 50)},
		{"page", strings.Repeat("<p>A page of the shop.</p>\n<script>fetch('/api')</script>\n", 50)},
	} {
		b.Run(text.name, func(b *testing.B) {
			b.SetBytes(int64(len(text.text)))
			for b.Loop() {
				Read(text.text)
			}
		})
	}
}
