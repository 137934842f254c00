// Package audit is a layer above the logger.
package audit

import "github.com/auroravet/auroravet/testdata/cardlog/wrap/logx"

// Trail writes the audit trail.
type Trail struct{ log logx.Logger }

// New makes a trail.
func New(l logx.Logger) *Trail { return &Trail{l} }

// Record writes one entry.
func (t *Trail) Record(what string, details map[string]any) { t.log.Info(what, "details", details) }

// Note writes a value.
func Note(what string, v any) { logx.Any(what, v) }

// Count writes only how many.
func Count(what string, vs ...any) { logx.Any(what, len(vs)) }

// Keep stores a value and writes nothing.
func Keep(store map[string]any, what string, v any) { store[what] = v }
