package eval

import (
	"maps"
	"math/rand/v2"
	"testing"
)

// TestTrie plays with tries as one plays with maps, under hashes of which some collide.
func TestTrie(t *testing.T) {
	hashes := map[string]func(int) uint64{
		"id":        hashID,
		"colliding": func(k int) uint64 { return uint64(k % 7) },
		"high":      func(k int) uint64 { return uint64(k) << 50 },
	}
	for name, hash := range hashes {
		t.Run(name, func(t *testing.T) {
			r := rand.New(rand.NewPCG(1, 2))
			type both struct {
				trie trie[int, int]
				want map[int]int
			}
			all := []both{{trie[int, int]{hash: hash}, map[int]int{}}}
			for range 3000 {
				x := all[r.IntN(len(all))]
				x.want = maps.Clone(x.want)
				switch y := all[r.IntN(len(all))]; r.IntN(8) {
				case 0:
					x.trie = x.trie.common(y.trie)
					maps.DeleteFunc(x.want, func(k, v int) bool { w, ok := y.want[k]; return !ok || w != v })
				case 1, 2:
					x.trie = x.trie.merged(y.trie, func(_, mine, other int) int { return mine*1000 - other })
					for k, v := range y.want {
						if mine, ok := x.want[k]; ok && mine != v {
							v = mine*1000 - v
						}
						x.want[k] = v
					}
				default:
					k, v := r.IntN(200), r.IntN(5)
					x.trie.put(k, v)
					x.want[k] = v
				}
				if all = append(all, x); len(all) > 20 {
					all = all[1:]
				}
				for _, b := range all {
					check(t, b.trie, b.want)
				}
				if t.Failed() {
					return
				}
			}
		})
	}
}

func check(t *testing.T, x trie[int, int], want map[int]int) {
	t.Helper()
	got := map[int]int{}
	x.each(func(k, v int) { got[k] = v })
	if !maps.Equal(got, want) {
		t.Errorf("has %v, want %v", got, want)
	}
	for k := range 200 {
		v, ok := x.find(k)
		if w, has := want[k]; v != w || ok != has {
			t.Errorf("find(%d) = %d, %v; want %d, %v", k, v, ok, w, has)
		}
	}
}

// TestTrieShares holds that a merge takes what both have as it is.
func TestTrieShares(t *testing.T) {
	x := trie[int, int]{hash: hashID}
	for k := range 1000 {
		x.put(k, k)
	}
	y := x
	if got := x.merged(y, func(_, a, b int) int { t.Error("asked for a value that is the same"); return a }); got.root != x.root {
		t.Error("a merge with itself makes a new trie")
	}
	y.put(7, 0)
	asked := 0
	x.merged(y, func(_, a, b int) int { asked++; return a })
	if asked != 1 || x.get(7) != 7 {
		t.Errorf("asked %d times; 7 is %d", asked, x.get(7))
	}
}
