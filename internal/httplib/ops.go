package httplib

import "strings"

// Op is an operation that rows may name.
type Op struct {
	// Needs are the operands that a row must give, May those that it can; a * among
	// these stands for properties of any name.
	Needs, May string
	Doc        string
}

// Ops are the operations by name.
var Ops = map[string]Op{
	// requests
	"request": {"", "method url body ctx header client of embed options hook.raw", "makes a request; embed names the field of a request that it is around, options are functions that fill it in, hook.raw one that is called with it before it is sent"},
	"send":    {"", "client request method url body ctx header timeout transport attempt default retries via next fills fails given", "sends a request, given or of its own, and reads the answer into fills, that of an error into fails; given is what the functions that are called with the request get beside it; attempt=clone when a library makes the raw request anew for each attempt, default=bymethod when a body makes it a POST, via=PROPERTY for a transport that has a client of its own, via=recv for one that is it, next=PROPERTY for one that hands the request to the transport there"},
	"copy":    {"of", "ctx header inner tls made", "copies a request or client; header=copy with headers of its own, inner=copy with a client inside of its own, tls=copy with TLS settings of its own, made=here when a new request begins with it"},
	"wrap":    {"of", "", "makes an object around another one, with its properties"},
	"into":    {"of on", "", "copies the contents of an object to another"},
	// clients
	"client":    {"", "options ctx key inner embed grants at *", "makes a client: the other operands are its properties, options the list of its options, inner the property that holds a net/http client, ctx a context that may carry one under a key; grants and at are of and at of grant for one that asks for its tokens itself; with the property decides the timeout is that of the client inside alone"},
	"set":       {"on", "*", "sets properties, or those of the object that one is (Inner.Timeout), and returns the object; none is the zero value, some a value of the library's own"},
	"setf":      {"on prop format", "args", "sets a property to a text of fmt's formats"},
	"option":    {"", "*", "returns an option that sets properties"},
	"configure": {"on options", "", "calls a function, or those of a list, with an object"},
	"get":       {"on prop", "", "returns a property"},
	"isgiven":   {"on prop", "", "whether an optional value has one, which is its property"},
	"part":      {"on prop as", "", "the object that is a property, made as a type when there is none"},
	"merge":     {"of", "and as *", "an object, of a type, with the properties of all objects given and more; it counts as made where the object and was made"},
	"submit":    {"client op as", "ctx", "sends what an operation object says, whose parameters write themselves into a request of a type"},
	"mirror":    {"of", "", "the reflect.Value of a value"},
	"mirrored":  {"of", "", "the value of a reflect.Value"},
	"pointee":   {"of", "", "the reflect.Value of what a pointer points to"},
	"isnil":     {"of", "", "whether a reflect.Value is nil"},
	"kind":      {"of", "", "the kind of a reflect.Value"},
	"around":    {"as", "*", "a net/http client whose transport is an object of a type with the properties"},
	// headers
	"header":  {"on name value", "mode", "sets a header of a request, client or header map; mode=add keeps what is there"},
	"headers": {"on map", "method *", "sets all entries of a map as headers, or of what the method of map gives when it has one of that name; and properties"},
	"unset":   {"on name", "", "removes a header"},
	"peek":    {"on name", "", "reads a header"},
	"param":   {"on cfg func as", "", "sets a header, named by cfg's field Name, to what func encodes with an object of a type"},
	// functions that a library calls
	"hook":     {"on func when", "method curried", "calls func with the request: when=call once, attempt before each attempt, retryif to ask whether an answer is to be repeated (of func=refusal, each of 400 and more is), retry before each repeat, raw with the raw request of each attempt; method is the method to call, curried a function that returns the one to call"},
	"repeat":   {"func", "ctx on between policy tries wait ends only", "calls func until it succeeds, unless on is known not to repeat; between is a function, or a list of options that set one as between, which is called before each repeat; policy is an object or a list of options with the properties tries, retries, wait and ends, whose defaults stand in the row; only=retryable when no other errors are repeated"},
	"invoke":   {"func", "*", "calls func once; its results are the first of the call's, when there are several"},
	"schedule": {"func", "", "calls func from time to time"},
	"apply":    {"func a", "", "calls func with a"},
	"function": {"as", "*", "a function value that has a row of its own, which counts the other operands before the function's parameters"},
	"serve":    {"", "func", "gives the requests of the handler func, or of all handlers of a router, a deadline"},
	// contexts
	"background": {"", "", "a context without anything"},
	"deadline":   {"ctx", "*", "a context with a deadline"},
	"derive":     {"ctx", "at", "a context like another"},
	"detach":     {"ctx", "*", "a context without the deadline of another"},
	"until":      {"ctx", "*", "the deadline of a context"},
	"ctxvalue":   {"ctx key value", "", "a context with a value"},
	"ctxget":     {"ctx key", "", "the value of a context"},
	// texts
	"same":     {"of", "fills fails *", "the value itself; fills is what the answer is read into, fails what that of an error is"},
	"alter":    {"of", "old new *", "a text that depends on another"},
	"concat":   {"", "join sep on *", "the parts one after the other, or those of the list join with sep between them"},
	"format":   {"format", "args *", "a text of fmt's formats"},
	"print":    {"args", "", "a text of fmt.Sprint"},
	"replacer": {"pairs", "", "a replacer of texts, a list of old and new ones"},
	"replace":  {"on of", "", "a text with a replacer's new texts in the place of the old ones"},
	"write":    {"on value", "", "appends to a builder or buffer"},
	"content":  {"on", "", "what was written to a builder or buffer"},
	"upper":    {"of", "", "in upper case"},
	"lower":    {"of", "", "in lower case"},
	"compare":  {"a b", "", "equality without case"},
	"holds":    {"of has as", "", "whether a text has another as its prefix, suffix or part, or a list a value as an item"},
	// URLs
	"parseurl":  {"of", "", "a URL of a text"},
	"joinurl":   {"of elems", "", "a URL with more path"},
	"resolve":   {"of ref", "", "a reference resolved against a URL"},
	"urlstring": {"of", "", "the text of a URL"},
	"path":      {"on", "value format args method", "goes to a path from the URL of a builder, given or formatted; with method"},
	"addpath":   {"on elems", "", "appends parts to the path of a URL"},
	// values
	"env":     {"name", "default", "what an environment variable, flag or configuration key holds"},
	"bind":    {"on name", "", "makes the variable at an address hold what a flag says"},
	"expand":  {"of", "", "a text with ${NAME} in it"},
	"fresh":   {"kind", "", "a new value: uuid, time, random, small (a random number) or counter"},
	"digest":  {"of", "", "a value that stands for its argument"},
	"encode":  {"value as", "", "a value as json or form"},
	"pipe":    {"", "", "a writer and a reader of what is written to it"},
	"render":  {"on text data", "", "writes the text of a template to a writer"},
	"enter":   {"on as", "value format args", "writes a value, encoded, to a writer"},
	"field":   {"on name", "", "begins a field of what an encoder writes"},
	"put":     {"on value", "", "writes the field's value"},
	"fields":  {"on", "", "what an encoder has written, as JSON"},
	"first":   {"args", "", "the first that is not empty"},
	"each":    {"of as", "", "an iterator over a list or map that gives of each entry as=item the value, as=key the key, as=pair both, as=backward both from the end"},
	"gather":  {"of", "", "a list of what an iterator gives"},
	"splice":  {"", "lists of at more", "a list of all the lists of a list, or of a list with more put in at a place"},
	"cache":   {"ends", "", "makes a cache, which drops what it is given after some time, or never when that is 0 or less"},
	"keep":    {"on value", "key ends", "stores a value under a key; ends is after how long a cache drops it, or default"},
	"recall":  {"on", "key", "what is stored under a key"},
	"swap":    {"on value", "key", "stores a value under a key and gives what was there"},
	"settle":  {"on value", "key", "what is stored under a key, or the value, which is stored then"},
	"memo":    {"func", "*", "a function that calls func once and gives its result again"},
	"produce": {"on", "*", "what the function in field New makes"},
	"error":   {"", "*", "an error; of the errors any one that there is, of the error cause none when that is none"},
	"cause":   {"of", "", "the error that others were made of"},
	"iserror": {"", "", "whether an error is another one, or was made of it"},
	"aserror": {"", "", "whether an error of a type is among those that one was made of; it is put into a variable, or returned"},
	"none":    {"", "", "nothing that matters: what it is given stays as it is"},
	"sleep":   {"", "for on prop *", "waits: for so long, or as a property says"},
	"timer":   {"period", "", "a timer or ticker, whose channel gives the time after a period"},
	"grant":   {"of ctx key at", "gives", "asks for tokens at the address that the property at (A.B: of the part A) of a configuration has, with the client that a context carries under a key, when one is needed; gives=token when the result is one"},
	"renew":   {"", "of first", "gives a token, or a source of tokens, for which the source of is asked again when it has expired; first is the token that it has from the beginning"},
	"lasts":   {"", "", "whether a token has not expired yet"},
	"delay":   {"", "wait", "how long to wait before an attempt: wait=same always as long"},
}

// fault says what is wrong with the operands of a row; "" for nothing.
func (o Op) fault(r *Row) string {
	needs, may := strings.Fields(o.Needs), strings.Fields(o.May)
	for _, n := range needs {
		if _, ok := r.Get(n); !ok {
			return "the operation " + r.Op + " needs " + n + "="
		}
	}
	seen := map[string]bool{}
	for _, d := range r.Operands {
		switch {
		case seen[d.Name]:
			return "operand " + d.Name + " is given twice"
		case !contains(needs, d.Name) && !contains(may, d.Name) && !contains(may, "*"):
			return "the operation " + r.Op + " has no operand " + d.Name
		}
		seen[d.Name] = true
	}
	return ""
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}
