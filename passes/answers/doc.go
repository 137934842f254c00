// Package answers finds what of the API's errors a program tells those whose HTTP requests it
// serves. It runs over the residual program: values that hold the text of an error or the body
// of an answer of the API are followed from the calls that send to where an answer is
// written, through wrappers, error types, closures and packages. What a function does with its
// parameters is computed once, and said of each of its callers with what that gives.
package answers
