package eval

import (
	"hash/maphash"
	"math/bits"
)

// trie is a map that shares what it has in common with the maps it was copied from: a
// copy of it is a copy of a pointer, and a merge of two of them looks only at what
// differs. Memories are copied at every branch and merged where the ways meet, and most
// of a memory is the same on both.
type trie[K comparable, V comparable] struct {
	root *trieNode[K, V]
	hash func(K) uint64
}

// trieNode has one entry for each of the bits that are set in used.
type trieNode[K comparable, V comparable] struct {
	used    uint32
	entries []trieEntry[K, V]
}

// trieEntry is a node, or a key and its value when node is nil.
type trieEntry[K comparable, V comparable] struct {
	node *trieNode[K, V]
	key  K
	val  V
}

const trieBits = 3

// trieDeep is the shift at which the bits of a hash are used up: keys that still meet there stand side by side.
const trieDeep = 60

var trieSeed = maphash.MakeSeed()

func hashText(s string) uint64 { return maphash.String(trieSeed, s) }

func hashID(id int) uint64 { return uint64(id) }

func (t trie[K, V]) get(k K) V {
	v, _ := t.find(k)
	return v
}

func (t trie[K, V]) find(k K) (v V, ok bool) { return t.under(t.root, k, 0) }

// under finds a key below a node.
func (t *trie[K, V]) under(n *trieNode[K, V], k K, shift int) (v V, ok bool) {
	h := t.hash(k)
	for ; n != nil; shift += trieBits {
		if shift >= trieDeep {
			for _, e := range n.entries {
				if e.key == k {
					return e.val, true
				}
			}
			return v, false
		}
		i, has := n.slot(h, shift)
		if !has {
			return v, false
		}
		if e := &n.entries[i]; e.node == nil {
			if e.key == k {
				return e.val, true
			}
			return v, false
		}
		n = n.entries[i].node
	}
	return v, false
}

// put stores a value; maps that share nodes with this one do not see it.
func (t *trie[K, V]) put(k K, v V) {
	t.root = t.with(t.root, trieEntry[K, V]{key: k, val: v}, 0, func(_ K, _, new V) V { return new })
}

// each calls f for every key.
func (t trie[K, V]) each(f func(K, V)) { t.root.each(f) }

func (n *trieNode[K, V]) each(f func(K, V)) {
	if n == nil {
		return
	}
	for i := range n.entries {
		if e := &n.entries[i]; e.node != nil {
			e.node.each(f)
		} else {
			f(e.key, e.val)
		}
	}
}

// merged returns the entries of both maps; pick makes one of two values of a key that differ.
func (t trie[K, V]) merged(o trie[K, V], pick func(k K, mine, other V) V) trie[K, V] {
	t.root = t.join(t.root, o.root, 0, pick)
	return t
}

// common returns the entries that both maps have.
func (t trie[K, V]) common(o trie[K, V]) trie[K, V] {
	t.root = t.meet(t.root, o.root, 0)
	return t
}

// slot returns the place of a hash in a node, and whether it is taken.
func (n *trieNode[K, V]) slot(h uint64, shift int) (int, bool) {
	bit := uint32(1) << (h >> shift & (1<<trieBits - 1))
	return bits.OnesCount32(n.used & (bit - 1)), n.used&bit != 0
}

// with returns a node that has the entry too.
func (t *trie[K, V]) with(n *trieNode[K, V], e trieEntry[K, V], shift int, pick func(k K, old, new V) V) *trieNode[K, V] {
	if n == nil {
		n = new(trieNode[K, V])
	}
	if shift >= trieDeep {
		return n.beside(e, pick)
	}
	h := t.hash(e.key)
	i, has := n.slot(h, shift)
	if !has {
		return n.inserted(h, shift, i, e)
	}
	old := n.entries[i]
	switch {
	case old.node != nil:
		old.node = t.with(old.node, e, shift+trieBits, pick)
	case old.key == e.key:
		if old.val != e.val {
			old.val = pick(e.key, old.val, e.val)
		}
	default:
		sub := t.with(nil, old, shift+trieBits, pick)
		old = trieEntry[K, V]{node: t.with(sub, e, shift+trieBits, pick)}
	}
	return n.replaced(i, old)
}

// beside returns a node of the last level that has the entry too.
func (n *trieNode[K, V]) beside(e trieEntry[K, V], pick func(k K, old, new V) V) *trieNode[K, V] {
	for i, old := range n.entries {
		if old.key == e.key {
			if old.val != e.val {
				old.val = pick(e.key, old.val, e.val)
			}
			return n.replaced(i, old)
		}
	}
	return n.inserted(0, 0, len(n.entries), e)
}

func (n *trieNode[K, V]) inserted(h uint64, shift, i int, e trieEntry[K, V]) *trieNode[K, V] {
	out := &trieNode[K, V]{n.used | 1<<(h>>shift&(1<<trieBits-1)), make([]trieEntry[K, V], len(n.entries)+1)}
	copy(out.entries, n.entries[:i])
	out.entries[i] = e
	copy(out.entries[i+1:], n.entries[i:])
	return out
}

func (n *trieNode[K, V]) replaced(i int, e trieEntry[K, V]) *trieNode[K, V] {
	if n.entries[i] == e {
		return n
	}
	out := &trieNode[K, V]{n.used, append([]trieEntry[K, V](nil), n.entries...)}
	out.entries[i] = e
	return out
}

// join merges two nodes of one place; a node that both share is taken as it is.
func (t *trie[K, V]) join(a, b *trieNode[K, V], shift int, pick func(k K, mine, other V) V) *trieNode[K, V] {
	switch {
	case a == b || b == nil:
		return a
	case a == nil:
		return b
	}
	out := a
	if shift >= trieDeep {
		for _, e := range b.entries {
			out = out.beside(e, pick)
		}
		return out
	}
	next := 0
	for place := range uint64(1 << trieBits) {
		if b.used&(1<<place) == 0 {
			continue
		}
		e := b.entries[next]
		next++
		i, has := out.slot(place<<shift, shift)
		switch {
		case !has:
			out = out.inserted(place<<shift, shift, i, e)
		case e.node == nil:
			out = t.with(out, e, shift, pick)
		case out.entries[i].node == nil:
			sub := t.with(e.node, out.entries[i], shift+trieBits, func(k K, theirs, mine V) V { return pick(k, mine, theirs) })
			out = out.replaced(i, trieEntry[K, V]{node: sub})
		default:
			out = out.replaced(i, trieEntry[K, V]{node: t.join(out.entries[i].node, e.node, shift+trieBits, pick)})
		}
	}
	return out
}

// meet returns what two nodes of one place have in common, nil when that is nothing.
func (t *trie[K, V]) meet(a, b *trieNode[K, V], shift int) *trieNode[K, V] {
	if a == b || a == nil {
		return a
	}
	out := &trieNode[K, V]{used: a.used}
	same := true
	rest := a.used
	for _, e := range a.entries {
		bit := rest & -rest
		rest &^= bit
		both, ok := t.both(e, b, bit, shift)
		same = same && ok && both == e
		if ok {
			out.entries = append(out.entries, both)
		} else {
			out.used &^= bit
		}
	}
	switch {
	case same:
		return a
	case len(out.entries) == 0:
		return nil
	}
	return out
}

// both returns what an entry at a bit of one node has in common with another node of that place.
func (t *trie[K, V]) both(e trieEntry[K, V], b *trieNode[K, V], bit uint32, shift int) (trieEntry[K, V], bool) {
	if e.node == nil {
		v, ok := t.under(b, e.key, shift)
		return e, ok && v == e.val
	}
	if b == nil || b.used&bit == 0 {
		return e, false
	}
	other := b.entries[bits.OnesCount32(b.used&(bit-1))]
	if other.node == nil {
		v, ok := t.under(e.node, other.key, shift+trieBits)
		return other, ok && v == other.val
	}
	e.node = t.meet(e.node, other.node, shift+trieBits)
	return e, e.node != nil
}
