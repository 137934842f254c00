package main

import (
	"math"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/auroravet/auroravet/bench/measure"
	"github.com/auroravet/auroravet/bench/shapes"
)

func TestExponent(t *testing.T) {
	power := func(b float64) (out []point) {
		for _, size := range []float64{1, 1000, 3000, 10000, 30000} {
			out = append(out, point{size, 1e-4 * math.Pow(size, b)})
		}
		return out
	}
	for _, want := range []float64{1, 1.1, 2} {
		if got, ok := exponent(power(want)); !ok || math.Abs(got-want) > 1e-9 {
			t.Errorf("exponent %v, %t, want %v", got, ok, want)
		}
	}
	if got, ok := exponent(power(0.2)); ok {
		t.Errorf("exponent %v of costs that are too small to measure", got)
	}
}

func TestSpread(t *testing.T) {
	for _, test := range []struct {
		of   []float64
		want spread
	}{
		{[]float64{3, 1, 2}, spread{1, 2, 3}},
		{[]float64{4, 1, 2, 3}, spread{1, 2.5, 4}},
		{[]float64{1}, spread{1, 1, 1}},
	} {
		if got := spreadOf(test.of); got != test.want {
			t.Errorf("spread of %v: %v, want %v", test.of, got, test.want)
		}
	}
}

// TestCosts holds that packages of one size are summed, that the least of the runs counts,
// and that what is fixed is not part of the growth.
func TestCosts(t *testing.T) {
	unit := func(path string, cpu time.Duration, peak int64) measure.Unit {
		return measure.Unit{ImportPath: path, Cost: measure.Cost{CPU: cpu, Peak: peak}}
	}
	c := costs{}
	c.add([]measure.Unit{
		unit("fmt", time.Hour, 1),
		unit(shapes.Module+"/tree/n10/p0", time.Second, 5),
		unit(shapes.Module+"/tree/n10/p1", 2*time.Second, 3),
		unit(shapes.Module+"/table/n1", time.Second, 1),
		unit(shapes.Module+"/table/n500", 4*time.Second, 1),
	})
	c.add([]measure.Unit{unit(shapes.Module+"/table/n500", 3*time.Second, 2)})
	if got, want := *c["tree/n10"], (grown{cpu: 3 * time.Second, peak: 5}); got != want {
		t.Errorf("the tree: %v, want %v", got, want)
	}
	if got, want := *c["table/n500"], (grown{cpu: 3 * time.Second, peak: 2}); got != want {
		t.Errorf("the table: %v, want %v", got, want)
	}
	for _, s := range shapes.All {
		if s.Name == "table" {
			got := c.points(s, map[string]int{"table/n500": 100})
			if want := (point{100, 2}); len(got) != 1 || got[0] != want {
				t.Errorf("points %v, want %v", got, want)
			}
		}
	}
}

// TestInto holds that a page keeps what is not in the region.
func TestInto(t *testing.T) {
	page := filepath.Join(t.TempDir(), "speed.md")
	if err := os.WriteFile(page, []byte("# Speed\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, step := range []struct{ name, text, want string }{
		{"a", "one\n", "# Speed\n\n<!-- BEGIN a -->\n\none\n\n<!-- END a -->\n"},
		{"b", "two\n", "# Speed\n\n<!-- BEGIN a -->\n\none\n\n<!-- END a -->\n\n<!-- BEGIN b -->\n\ntwo\n\n<!-- END b -->\n"},
		{"a", "three\n", "# Speed\n\n<!-- BEGIN a -->\n\nthree\n\n<!-- END a -->\n\n<!-- BEGIN b -->\n\ntwo\n\n<!-- END b -->\n"},
	} {
		if err := (table{name: step.name}).into(page, step.text); err != nil {
			t.Fatal(err)
		}
		got, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		if string(got) != step.want {
			t.Errorf("page:\n%s\nwant:\n%s", got, step.want)
		}
	}
}

// TestEdit holds that an edit is Go, another one each time, and takes the one before back.
func TestEdit(t *testing.T) {
	m := &module{file: filepath.Join(t.TempDir(), "a.go"), text: []byte("package a\n")}
	for _, want := range []string{
		"\npackage a\n\nfunc auroravetBench1() int { return 1 }\n",
		"\n\npackage a\n\nfunc auroravetBench2() int { return 2 }\n",
	} {
		if err := m.edit(); err != nil {
			t.Fatal(err)
		}
		if got, err := os.ReadFile(m.file); err != nil || string(got) != want {
			t.Errorf("%v; the file:\n%s\nwant:\n%s", err, got, want)
		}
	}
}

// TestRatios holds that rivals share the runs of the suite, and that the ratios are those of one round.
func TestRatios(t *testing.T) {
	cost := func(seconds ...int) map[string][]measure.Cost {
		var out []measure.Cost
		for _, s := range seconds {
			out = append(out, measure.Cost{CPU: time.Duration(s) * time.Second})
		}
		return map[string][]measure.Cost{"cold": out}
	}
	f := new(field)
	suite, noop, vet := f.entrant("suite", vettool("suite")), f.entrant("noop", vettool("noop")), f.entrant("vet", vettool("vet"))
	if f.entrant("again", vettool("suite")) != suite || noop == vet || len(f.entrants) != 3 {
		t.Errorf("%d entrants, want one for each tool", len(f.entrants))
	}
	suite.costs, noop.costs = cost(10, 30, 20, 99), cost(10, 10, 40) // a last round that was stopped
	got := ratios(contest{suite: suite, other: noop}, "cold", func(c measure.Cost) float64 { return c.CPU.Seconds() })
	if want := []string{"0.50", "1.00", "3.00"}; !slices.Equal(got, want) {
		t.Errorf("ratios %v, want %v", got, want)
	}
}
