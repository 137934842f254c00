// Package directive reads the comments that speak to the suite, and which files
// of a package are tests or generated. It reports nothing: the checks learn from
// it, through internal/diag, what to leave out, and the request model learns
// which types and functions the user calls Aurora clients.
//
//	//auroravet:ignore CHECK reason    silences CHECK on this line or, on a line of its own, on the line below the comment
//	//auroravet:ignore A,B reason      the same for several checks
//	//auroravet:client                 above a type or function: its calls are calls of the Aurora API
package directive
