// Command aurora-golive writes the go-live report of a Go program that calls the Aurora
// payments API, to hand to the reviewer of an integration.
//
//	aurora-golive [flags] [packages]                      text for a terminal, of ./...
//	aurora-golive -format html -o golive.html ./...       one file, to read or print
//	aurora-golive -format sarif -o golive.sarif ./...     for code scanning
//
// The report says what was looked at; answers each requirement of the provider's go-live
// guide that a program can answer from code, and names the others as work for a person; lists
// what the checks of auroravet find, which calls of the API the code makes, and which findings
// directives silence. It shows no source line, no secret and no card number, and two runs over the
// same code write the same report.
//
// The forms are text, markdown, json, html and sarif; docs/golive.md describes them. The other
// flags are those of auroravet, but for its -json, -fix, -diff and -c. All flags come before the packages.
//
// The exit status is 0 when the report is written, whatever it says; 1 when packages do
// not load or compile, which the report names; 2 for a wrong command line.
package main
