// Command auroravet reports go-live faults in Go programs that call the Aurora
// payments API.
//
//	auroravet [flags] packages          look at packages: ./... or a folder of any module
//	auroravet [flags] file.go ...       look at the packages of these files, as a commit hook does
//	auroravet help [check]              list the checks and flags, or explain one check
//	go vet -vettool=$(which auroravet) [flags] packages
//
// A finding is one line on standard output, with a path relative to the current folder:
//
//	file:line:column: message (check)
//
// All packages are looked at in one process, each time anew: the code of the module and of
// those that a go.work or replace directive puts beside it, and what other modules say of
// the API. go vet runs this program once for each package instead, and keeps the results.
// Test files are looked at with -tests alone.
//
// The flags -json, -fix, -diff (with -fix) and -c are those of go vet, -tags, -mod,
// -modfile and -overlay those of go build. All flags come before the packages.
// With -fix, which go vet carries out, nothing is printed; run it again to see what is left.
//
// Of file arguments, those that are no Go files or no longer exist are left out,
// and so are folders whose files the build leaves out.
//
// The exit status is 0 when there is nothing to report, 1 for findings and for
// packages that do not load or compile, and 2 for a wrong command line. As with
// go vet, -json and -fix alone do not fail on findings.
package main
