//go:build !linux || (!amd64 && !arm64)

package heap

const hugePages = false

func advise([]byte) {}
