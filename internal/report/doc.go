// Package report writes what the checks found, and what they looked at, as a go-live report:
// the checklist of the provider's guide with an answer to each requirement, the findings, the
// calls of the API, and the directives that silence findings. The same report has five forms:
// text, Markdown, JSON, HTML and SARIF. It knows no check by name, and no syntax.
//
// A report holds no date and nothing else that changes from run to run, and no source line: one
// may hold the secret or the card number that a finding is about.
package report
