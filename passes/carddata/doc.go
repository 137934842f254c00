// Package carddata finds where card data goes in a package: which values hold a card
// number, security code, track, PIN or expiry, and which of them reach a log, a trace, a
// crash report or the text of an error.
//
// A value holds card data because of its name (of a variable, field, parameter, key or
// getter), its type (a struct with such a field, printed in a way that shows it), its origin
// (a body that is decoded into such a type) or because a function that was called says so.
// A mask, a short slice, a hash and a comparison end it. Values are followed backwards from
// the sinks, whose rows internal/loglib has, through the SSA form of the package.
//
// What a function leaves to its callers is a hole: "parameter 1, printed with %+v, reaches
// a log". A hole travels up, in the package and as a fact to other packages, until a caller
// puts card data in; there the finding stands. So a helper that takes any value is reported
// at its caller and one that takes a card in itself, and one defect is reported once.
package carddata
