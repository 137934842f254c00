package main

import (
	"math"
	"slices"
)

// point is a cost at a size.
type point struct{ size, cost float64 }

// tooCheap is the CPU time in seconds below which a cost says more of the clock and
// the neighbours than of the code.
const tooCheap = 0.02

// exponent fits cost = a·size^b to the points that are not too cheap, and reports
// false where fewer than three are left.
func exponent(points []point) (b float64, ok bool) {
	var xs, ys []float64
	for _, p := range points {
		if p.cost >= tooCheap {
			xs, ys = append(xs, math.Log(p.size)), append(ys, math.Log(p.cost))
		}
	}
	if len(xs) < 3 {
		return 0, false
	}
	mx, my := mean(xs), mean(ys)
	var xy, xx float64
	for i := range xs {
		xy += (xs[i] - mx) * (ys[i] - my)
		xx += (xs[i] - mx) * (xs[i] - mx)
	}
	return xy / xx, true
}

func mean(vs []float64) float64 {
	sum := 0.0
	for _, v := range vs {
		sum += v
	}
	return sum / float64(len(vs))
}

// spread is the least, middle and greatest of some values.
type spread struct{ min, median, max float64 }

func spreadOf(vs []float64) spread {
	vs = slices.Sorted(slices.Values(vs))
	n := len(vs)
	return spread{vs[0], (vs[(n-1)/2] + vs[n/2]) / 2, vs[n-1]}
}
