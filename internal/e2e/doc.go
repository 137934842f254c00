// Package e2e tests auroravet in the programs that people run it with: golangci-lint
// and "golangci-lint custom", language servers, pre-commit, the steps of docs/ci.md.
// The drivers are compared with each other, not with lists of findings.
//
// The tests build golangci-lint and need git, pre-commit and a module proxy, so they
// run only with AURORAVET_E2E=1, and then a program that is missing is a failure:
//
//	apt-get install -y git pre-commit
//	AURORAVET_E2E=1 go test ./internal/e2e
package e2e
