package eval

import (
	"testing"

	"github.com/auroravet/auroravet/internal/httplib"
)

// TestOperations compares the operations that rows may name with those that exist.
func TestOperations(t *testing.T) {
	for name := range httplib.Ops {
		if ops[name] == nil {
			t.Errorf("rows may name %s, which does nothing", name)
		}
	}
	for name := range ops {
		if _, ok := httplib.Ops[name]; !ok {
			t.Errorf("no row can name %s", name)
		}
	}
}
