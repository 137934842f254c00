//go:build !unix

package measure

import (
	"os"
	"time"
)

func peak(*os.ProcessState) int64 { return 0 }

// LimitCPU does nothing where the system cannot.
func LimitCPU(time.Duration) error { return nil }
