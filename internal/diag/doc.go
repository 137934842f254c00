// Package diag is the one place of the suite that reports: it names the check at
// the end of every message, honours //auroravet:ignore, leaves test code and
// generated files out, and puts findings in source order.
//
//	func run(pass *analysis.Pass) (any, error) {
//		if !ownership.Own(pass) {
//			return nil, nil
//		}
//		r := diag.Start(pass)
//		defer r.Finish()
//		…
//		r.Report(call, "%s leaves without a key; a retry charges twice", name)
package diag
