package heap

import (
	"bufio"
	"fmt"
	"os"
	"runtime/debug"
	"strings"
	"testing"
	"unsafe"
)

// TestReady holds that what is allocated afterwards lies where huge pages were asked for, and that the
// collector is set as it was.
func TestReady(t *testing.T) {
	if state, err := os.ReadFile("/sys/kernel/mm/transparent_hugepage/enabled"); err != nil || strings.Contains(string(state), "[never]") {
		t.Skip("the system has no transparent huge pages")
	}
	before := debug.SetGCPercent(73)
	Ready(64 << 20)
	if percent := debug.SetGCPercent(before); percent != 73 {
		t.Errorf("the collector runs at %d %%, want 73", percent)
	}
	b := make([]byte, 16<<20)
	at := uintptr(unsafe.Pointer(&b[0]))
	if flags := flagsAt(t, at); !strings.Contains(flags, " hg") {
		t.Errorf("the flags at %#x are%s, want hg among them", at, flags)
	}
}

// TestLimited holds that a program whose user has limited its memory is left alone.
func TestLimited(t *testing.T) {
	spared = nil
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(1 << 30))
	if Ready(64 << 20); spared != nil {
		t.Error("memory was set aside under a limit")
	}
}

// flagsAt returns the flags of the mapping in which an address lies (proc(5), smaps).
func flagsAt(t *testing.T, at uintptr) string {
	t.Helper()
	f, err := os.Open("/proc/self/smaps")
	if err != nil {
		t.Skip(err)
	}
	defer f.Close()
	within := false
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var from, to uintptr
		if n, _ := fmt.Sscanf(lines.Text(), "%x-%x ", &from, &to); n == 2 {
			within = from <= at && at < to
		}
		if flags, ok := strings.CutPrefix(lines.Text(), "VmFlags:"); ok && within {
			return flags
		}
	}
	t.Fatalf("no mapping has %#x", at)
	return ""
}
