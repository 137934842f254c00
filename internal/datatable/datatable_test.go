package datatable

import (
	"go/parser"
	"strings"
	"testing"
)

func TestTables(t *testing.T) {
	numbers := strings.Repeat("0x1, -2, 'c', ", 30)
	rows := strings.Repeat("{1, [2]int{2, 3}}, ", 30)
	for name, test := range map[string]struct {
		expr     string
		is, pure bool
	}{
		"numbers":             {"[]int32{" + numbers + "}", true, true},
		"rows":                {"[...]row{" + rows + "}", true, true},
		"keys":                {"map[int]int{" + strings.Repeat("1: 2, ", 40) + "}", true, true},
		"an address":          {"&table{R16: []r{" + rows + "}}", true, true},
		"a named table":       {"&charset{Name: `latin`, mib: latin1, low: [256]uint8{" + numbers + "}}", true, false},
		"few numbers":         {"[]int{1, 2, 3}", false, false},
		"texts":               {"[]string{" + strings.Repeat("`a`, ", 90) + "}", false, false},
		"many texts":          {"[]row{" + strings.Repeat("{`a`, B}, ", 1000) + "}", true, false},
		"many calls":          {"[]row{" + strings.Repeat("{`a`, b()}, ", 1000) + "}", false, false},
		"texts with numbers":  {"[]row{" + strings.Repeat("{`/v2/pay`, 200}, ", 90) + "}", false, false},
		"a call":              {"[]int{" + numbers + "next()}", false, false},
		"a function":          {"[]any{" + numbers + "func() {}}", false, false},
		"a long text":         {"[]any{" + numbers + "`a` + `b` + `c`}", true, false},
		"a text with a name":  {"[]any{" + numbers + "`a` + b}", false, false},
		"a sum":               {"[]int{" + numbers + "1 + 2}", true, true},
		"indices":             {"[...]int{" + numbers + "65 - 33: 2}", true, true},
		"flags":               {"[]int{" + strings.Repeat("level<<14 | 0x0F<<7 | 1, ", 70) + "}", true, true},
		"a sum of names":      {"[]int{" + numbers + "a + 2}", false, false},
		"no literal":          {"1", false, false},
		"a literal in a call": {"f([]int{" + numbers + "})", false, false},
	} {
		e, err := parser.ParseExpr(test.expr)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if is, pure := Is(e), Pure(e); is != test.is || pure != test.pure {
			t.Errorf("%s: Is %v, Pure %v", name, is, pure)
		}
	}
}
