// Package heap readies the memory of a process that is about to read much and to end soon. To
// take memory page by page is a third of what such a process costs under a hypervisor, where a
// fault of a page is dear; with huge pages it is 512 pages at once.
package heap

import (
	"math"
	"runtime"
	"runtime/debug"
)

// spare is what the collector thinks is in use from the start: without it, it runs a dozen times
// over a heap of a few megabytes. Nothing is written there, so that it takes no memory.
const spare = 32 << 20

var spared []byte

// Ready has the heap grow into so many bytes of addresses for which the system is asked for huge pages.
// It takes no memory but for what the program then uses, of which the last huge page may be in part. It does
// nothing where the system has no such pages, and where the user has set a limit to the memory.
func Ready(size int) {
	if !hugePages || debug.SetMemoryLimit(-1) != math.MaxInt64 {
		return
	}
	percent := debug.SetGCPercent(-1)
	addresses := make([]byte, size)
	spared = make([]byte, spare)
	advise(addresses)
	runtime.KeepAlive(addresses)
	runtime.GC() // the heap takes its memory at the lowest addresses that are free: these
	debug.SetGCPercent(percent)
}
