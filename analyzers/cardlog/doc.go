// Package cardlog holds the check of that name.
//
// # Analyzer cardlog
//
// cardlog: report card data in logs and error texts
package cardlog
