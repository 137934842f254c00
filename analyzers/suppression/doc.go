// Package suppression defines an analyzer of the comments that silence the suite.
//
// # Analyzer suppression
//
// suppression: report auroravet directives that have no effect
//
// A directive silences one check on one line and says why:
//
//	//auroravet:ignore clienttimeout the context of the job has a deadline
//	http.Get(feeURL)
//
// One that is misspelt silences nothing, and nobody notices. This analyzer
// reports a directive without a reason, one that names no check or a check that
// does not exist, an unknown word after "auroravet:", a space before it, and an
// //auroravet:client that stands above no type or function:
//
//	//auroravet:ignore clienttimeout // this directive gives no reason; it has no effect
//	//auroravet:ignore timeouts slow // no check is named "timeouts"; the directive has no effect
//
// A well-formed directive with nothing to silence is reported by the check that it names,
// with a fix that takes it out.
//
// Not reported: comments that mention a directive further on in their text, and
// comments of other tools.
package suppression

import _ "embed"

//go:embed doc.go
var doc string
