//go:build amd64 || arm64

package heap

import "syscall"

const hugePages = true

// advise asks for huge pages. A system without them refuses, and nothing is lost (madvise(2), MADV_HUGEPAGE).
func advise(addresses []byte) { _ = syscall.Madvise(addresses, syscall.MADV_HUGEPAGE) }
