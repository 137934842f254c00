package httplib

// Ops are the operations that rows may name.
var Ops = map[string]bool{
	// requests
	"request": true, // makes a request: method url base body ctx header client
	"send":    true, // sends a request: client request, with method url body ctx header of its own; timeout
	"copy":    true, // copies a request or client: of ctx
	"wrap":    true, // makes an object of type as= around an object: of
	// clients
	"client": true, // makes a client: timeout=none|some retries=N of transport options
	"set":    true, // sets property prop of on to value; unit=timeout checks durations
	"option": true, // returns an option that sets prop to value when a client or request is made with it
	"get":    true, // returns property prop of on
	// headers
	"header":  true, // sets header name to value on a request, client or header: on name value mode=add
	"headers": true, // sets all entries of a map: on map
	"unset":   true, // removes a header: on name
	"peek":    true, // reads a header: on name
	// functions that a library calls
	"hook":   true, // calls func with the request before each call (when=call) or attempt (when=attempt): on func
	"repeat": true, // calls func until it succeeds: func; args of the call
	"invoke": true, // calls func once: func
	// contexts
	"background": true, // a context without anything
	"deadline":   true, // a context with a deadline: ctx value
	"derive":     true, // a context like another: ctx
	"detach":     true, // a context without the deadline of another: ctx
	"until":      true, // the deadline of a context: ctx
	"ctxvalue":   true, // a context with a value: ctx key value
	"ctxget":     true, // the value of a context: ctx key
	// strings
	"same":    true,                // the string, reader or writer itself: of
	"alter":   true,                // a string that depends on another: of
	"concat":  true,                // the parts one after the other: a b c d, or join= with sep=
	"format":  true,                // fmt's formats: format args
	"print":   true,                // fmt.Sprint: args
	"write":   true,                // appends to a builder or buffer: on value
	"content": true,                // what was written to a builder or buffer: on
	"upper":   true, "lower": true, // of
	"compare": true, // equality of strings without case: a b
	// URLs
	"parseurl":  true, // of
	"joinurl":   true, // of elems
	"resolve":   true, // of ref
	"urlstring": true, // of
	// values
	"env":    true, // an environment variable or configuration key: name; default
	"fresh":  true, // a new value: kind=uuid|time|random|small|counter
	"digest": true, // a value that stands for its arguments: of
	"encode": true, // value as=json|form
	"enter":  true, // writes value as=json to on
	"first":  true, // the first that is not empty: args
	"expand": true, // a text with ${NAME} in it: of
	// what is kept under a key or in a cell
	"keep":    true, // stores value under key in on
	"recall":  true, // what is stored under key in on
	"settle":  true, // what is stored under key in on, or value, which is stored then
	"memo":    true, // a function that calls func once and gives its result again
	"produce": true, // what the function in field New of on makes
	"error":  true, // an error
	"none":   true, // nothing that matters, and nothing is done to the arguments
	"sleep":  true, // waits
	// what only third-party libraries do
	"function":  true, // a function value that has a row: as
	"bind":      true, // makes the variable at on hold what the flag name says
	"merge":     true, // an object with the properties of all of: of and
	"path":      true, // goes to a path from the URL of on: value, or format args; with method
	"part":      true, // the object at prop of on, made as type as when there is none
	"into":      true, // copies the contents of an object to another: of on
	"configure": true, // calls the functions of a list with on: on options
	"setf":      true, // sets prop of on to a text of fmt's formats: on prop format args
	"addpath":   true, // appends parts to the path of a URL: on elems
	"field":     true, // begins a field of what an encoder writes: on name
	"put":       true, // writes the field's value: on value
	"fields":    true, // what an encoder has written, as JSON: on
	"param":     true, // sets a header to what func encodes with an object of type as: on cfg func
	"apply":     true, // calls func with a
	"next":      true, // a transport of a library, which hands the request to the transport at prop
}
