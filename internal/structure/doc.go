// Package structure tests the project as a whole: which room imports which, how
// long files and functions are, that every check is in the suite and explained,
// and that the texts which are derived from the code are not stale.
package structure
