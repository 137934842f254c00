//go:build unix

package measure

import (
	"os"
	"runtime"
	"syscall"
	"time"
)

func peak(p *os.ProcessState) int64 {
	usage, ok := p.SysUsage().(*syscall.Rusage)
	if !ok {
		return 0
	}
	if runtime.GOOS == "darwin" {
		return int64(usage.Maxrss) // bytes there, kilobytes elsewhere
	}
	return int64(usage.Maxrss) << 10
}

// LimitCPU lets the processes that are started from now on take so much CPU time each.
func LimitCPU(limit time.Duration) error {
	// At the first limit there is a signal, which Go programs pass over, at the second the end.
	seconds := uint64(limit.Seconds())
	return syscall.Setrlimit(syscall.RLIMIT_CPU, &syscall.Rlimit{Cur: seconds, Max: seconds + 1})
}
