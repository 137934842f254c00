// Package weblib knows the functions of the standard library and of web frameworks on the side
// that serves HTTP requests, as rows of data: one line a function. It knows no values;
// passes/answers, passes/webhooks and passes/elements run the rows.
//
// A row names functions as go/types does, with names in braces for a group, then what they do,
// then the arguments that this is about (the receiver of a method is argument 0):
//
//	net/http.Error                            answer text=1
//	(*github.com/gin-gonic/gin.Context).JSON  answer value=2
//	(net/http.Header).{Get,Values}            header arg=1
//
// The rows of answers.txt say by which functions a program answers ([Lookup]): text is a text,
// bytes or a reader, format a format with its values, value anything that is encoded, error
// a value that answers with the text of its Error method. A writer line names a type to which
// an answer is written, a field line one of an error that is shown, a collected line the type of the errors
// that handlers have left with what has the second type, a prepares line an interface and its method that
// is run before a value is written. Those of uses.txt say
// what else functions are for ([UseOf]).
package weblib

import "embed"

//go:embed rows/*.txt
var files embed.FS
