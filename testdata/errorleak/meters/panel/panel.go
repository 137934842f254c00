// Package panel shows what a meter says, and does not see where that has it from.
package panel

import (
	"io"
	"net/http"

	"github.com/auroravet/auroravet/testdata/errorleak/meters"
)

// Panel shows a meter.
type Panel struct{ Meter *meters.Meter }

// Last shows its last text.
func (p *Panel) Last(w http.ResponseWriter, r *http.Request) {
	io.WriteString(w, p.Meter.Last())
}
