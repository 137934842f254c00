package tapped

import (
	"bytes"
	"io"
)

// body is text that is read once.
func body(raw []byte) io.ReadCloser { return io.NopCloser(bytes.NewReader(raw)) }
