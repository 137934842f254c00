package depot

import "github.com/auroravet/auroravet/testdata/cardlog/depot/own"

func attached(l *own.Logger, p Pass) *own.Logger {
	l.With("rider", p.Rider).Info("pass")
	return l.With("card", p.CardNumber) // want `p.CardNumber shows the card number`
}

func attachedOnce(p Pass) {
	l := own.New().With("card", p.CardNumber) // want `p.CardNumber shows the card number`
	l.Info("pass", "rider", p.Rider)
}

func entries(p Pass) {
	own.NewEntry().Set("rider", p.Rider).Set("code", p.CVV).Write() // want `p.CVV shows the security code`
	own.NewEntry().Set("rider", p.Rider).Write()
}

func audits(p Pass) {
	own.NewAudit().With("n", p.CardNumber).Done() // want `p.CardNumber shows the card number`
	own.NewAudit().With("n", p.Rider).Done()
}

func ends(m *own.MaskLog, r *own.Request, p Pass) {
	m.With("n", p.CardNumber).Info("pass")
	r.With("n", p.CardNumber)
}
