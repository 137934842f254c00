// Package requests finds the calls of the API that a package makes: with which method
// and endpoint, whether they carry an idempotency key, through which client and with
// which deadline. Each call is judged in the function that decides the last of these,
// so that a wrapper is reported where it fixes everything, and else its caller.
package requests

import (
	"cmp"
	"go/token"
	"reflect"
	"slices"
	"strings"
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/auroravet/auroravet/internal/aurora"
	"github.com/auroravet/auroravet/internal/eval"
	"github.com/auroravet/auroravet/internal/guard"
	"github.com/auroravet/auroravet/internal/ir"
	"github.com/auroravet/auroravet/internal/ownership"
	"github.com/auroravet/auroravet/passes/places"
	"github.com/auroravet/auroravet/passes/program"
	"github.com/auroravet/auroravet/passes/vocabulary"
)

// Analyzer's result is a *Result. It reports nothing; its fact says where the package
// keeps addresses of the API.
var Analyzer = &analysis.Analyzer{
	Name:       "requests",
	Doc:        "find the calls of the API and what is known of them",
	Run:        run,
	Requires:   []*analysis.Analyzer{program.Analyzer, vocabulary.Analyzer, places.Analyzer},
	FactTypes:  []analysis.Fact{new(bases), new(settled)},
	ResultType: reflect.TypeFor[*Result](),
}

// Result holds the calls of the API, in source order.
type Result struct {
	Calls []*Call
	// Others are the requests that are not known to go to the API, in source order; none
	// unless the flags ask for them.
	Others []*Call
	// Limited are the functions whose run met a limit, so that something may be missed.
	Limited []string
	an      *analyzer
	all     *analyzer // an, where the package makes no calls too
	grants  []*Call   // what a library asks for a token, by itself
	paired  []*Call   // through clients that the package makes for others
	layered []*Call   // through layers that the package makes for the clients of others
	options []*Call   // of services made with the options that the package has for others
	endless []Waiting
	ported  []ported // of other packages, once they were asked for
	exposed []Exposed
	mu      sync.Mutex // the checks ask at the same time, and answers may need a run
}

// Call is a call of the API as one function sees it.
type Call struct {
	// Pos is the call that makes the request, or the call of the wrapper that does.
	Pos token.Pos
	// Func is the function that the call stands in.
	Func string
	// Method and Path are as far as they are known; a hole is written "…".
	Method, Path string
	// Mutating says whether the call changes something.
	Mutating aurora.Answer
	// Mixed says that the same call reads on another path.
	Mixed    bool
	Endpoint aurora.Endpoint
	// Clients are the clients that may send it.
	Clients []Client
	// Deadline says whether a deadline is on its way.
	Deadline aurora.Answer
	// OneShot says that the call can carry no header.
	OneShot bool

	root *ir.Func
	// taker is the function that root gives a client to, nil when it does not stand for a caller that is not in view.
	taker *ir.Func
	// option is the option that root gives to a constructor, nil when it gives none.
	option *ir.Func
	sent   *eval.Sent
	an     *analyzer
}

// analyzer runs the functions of a package and judges what they send.
type analyzer struct {
	prog    *program.Program
	voc     *vocabulary.Result
	store   *store
	machine *eval.Machine
	// callers are the functions of the package that call a function, by its name.
	callers map[string][]string
	// valued are the functions of the package that are used as values.
	valued map[string]bool
	// abroad sees only what other packages store, as they see it; nil in abroad itself.
	abroad *analyzer
	// foreign are the requests that functions of other packages send, by function.
	foreign map[string][]*eval.Sent
	fset    *token.FileSet
	// reach are the functions from which a request may be sent.
	reach map[string]bool
	// senders are the types of the package with a method that is, once they were asked for.
	senders map[string]bool
	// runs says whether a function is of interest: it is in reach, or calls what it was given.
	runs func(*ir.Func) bool
	// bases are the fields and variables that hold an address of the API.
	bases map[string]bool
	// waiting are the clients that were reported where they are made.
	waiting map[string]bool
	// flawed are the settings of connections that were.
	flawed map[string]bool
	// strangers are the functions of the package that send requests which are not known to go to the API.
	strangers []*ir.Func
	// tried are the clients whose repeats were judged where they are told of them.
	tried map[string]bool
	// inbound are the functions that serve requests with a deadline, by package.
	inbound map[string]*inbound
	// limited are the functions whose run met a limit.
	limited []string
	// entered are the functions that run as part of others.
	entered map[string]bool
	// keying are the functions that may set the header of a key, once they were asked for.
	keying map[string]bool
	// grants are the requests for tokens that a library makes by itself.
	grants []*Call
	// kept are the tokens that the functions of the package keep.
	kept *keeping
	// where are the places of other packages that may be reported here.
	where *places.Result
}

func run(pass *analysis.Pass) (any, error) {
	source := pass.ResultOf[program.Analyzer].(*program.Source)
	voc := pass.ResultOf[vocabulary.Analyzer].(*vocabulary.Result)
	res := new(Result)
	if (source.Evidence || voc.EveryHost) && ownership.Own(pass) {
		guard.Run(func() { res.find(pass, source.Program(), voc) })
	}
	return res, nil
}

// find looks for the calls of the API that the package makes, and exports its fact.
func (r *Result) find(pass *analysis.Pass, prog *program.Program, voc *vocabulary.Result) {
	if len(prog.Own) == 0 {
		return
	}
	a := newAnalyzer(prog, voc)
	r.all = a
	a.bases, a.fset = importBases(pass), pass.Fset
	a.importSettled(pass)
	a.where = pass.ResultOf[places.Analyzer].(*places.Result)
	a.abroad = newAnalyzer(prog, a.voc)
	a.abroad.bases = a.bases
	a.reach = sending(prog)
	calling, obtaining := callingValues(prog), reaching(prog, a.obtains)
	a.runs = func(fn *ir.Func) bool { return a.reach[fn.Name] || calling[fn.Name] || obtaining[fn.Name] }
	a.machine.Follow(a.runs)
	a.abroad.machine.Follow(a.runs)
	a.findCallers()
	a.store.valued = a.valued
	a.runAll(prog.Own)
	a.exportBases(pass)
	if len(a.reach) > 0 || a.makesSenders() {
		r.Calls, r.Others = a.calls()
		r.an, r.grants = a, a.grants
		r.paired, r.layered, r.options = a.paired(r.Calls), a.layered(r.Calls), a.optioned(r.Calls)
		r.exportSettled(pass)
	}
	r.Limited = a.limited
}

// runAll runs functions, to learn what they store: all of them when one of the package may send a
// request, else those that may store an address of the API.
func (a *analyzer) runAll(fns []*ir.Func) {
	var telling map[string]bool
	if len(a.reach) == 0 {
		telling = reaching(a.prog, a.tells)
	}
	first := a.machine.Fork(nil)
	for _, fn := range fns {
		if strings.Contains(fn.Name, "$") || telling != nil && !telling[fn.Name] {
			continue // a literal stores what it does as part of its function
		}
		end, returned := first.Run(fn)
		if first.Limited() {
			a.limited = append(a.limited, fn.Name)
		}
		for _, p := range first.Provided {
			a.store.record(p.End, p.Value, p.From)
		}
		a.store.record(cmp.Or(end, first.Halted), returned, 0)
	}
	a.entered = first.Entered
}

func newAnalyzer(prog *program.Program, voc *vocabulary.Result) *analyzer {
	a := &analyzer{prog: prog, inbound: map[string]*inbound{}, voc: voc, store: newStore(prog), foreign: map[string][]*eval.Sent{}, valued: map[string]bool{}, kept: newKeeping()}
	a.machine = eval.New(prog, a.store)
	a.store.machine = a.machine
	return a
}

// calls runs every function again, now that it is known what the package stores, and
// returns the calls of the API, and those of others when these are asked for.
func (a *analyzer) calls() (calls, others []*Call) {
	for _, fn := range a.prog.Own {
		if !a.runs(fn) {
			continue
		}
		end, returned := a.machine.Run(fn)
		if a.machine.Limited() {
			a.limited = append(a.limited, fn.Name)
		}
		for _, s := range a.machine.Grants {
			if a.evidence(s) == aurora.Yes {
				guard.Run(func() { a.grants = append(a.grants, a.call(fn, s)) })
			}
		}
		guard.Run(func() { a.keep(fn, end, returned, a.machine.Sent) })
		guard.Run(func() { a.rounds(a.machine.Sent) })
		pairAttempts(a.machine.Sent)
		for _, s := range a.machine.Sent {
			list := &calls
			if a.evidence(s) != aurora.Yes {
				list, a.strangers = &others, append(a.strangers, fn)
			}
			if list == &calls || a.voc.EveryHost {
				guard.Run(func() { *list = append(*list, a.call(fn, s)) })
			}
		}
	}
	a.sort(calls)
	a.sort(others)
	return calls, others
}

// sort puts calls in order by file and line: the positions of files that are read side by
// side have none.
func (a *analyzer) sort(calls []*Call) {
	slices.SortStableFunc(calls, func(x, y *Call) int {
		p, q := a.fset.Position(x.Pos), a.fset.Position(y.Pos)
		return cmp.Or(strings.Compare(p.Filename, q.Filename), cmp.Compare(p.Offset, q.Offset))
	})
}

// call describes a request as the function that the run started with sees it.
func (a *analyzer) call(root *ir.Func, s *eval.Sent) *Call {
	c := &Call{Pos: token.Pos(s.Made.At()), Func: root.Name, OneShot: s.OneShot, root: root, sent: s, an: a}
	if c.Pos == 0 {
		c.Pos = token.Pos(s.Site.At())
	}
	a.endpoint(c)
	c.Deadline = a.deadline(c)
	c.Clients = a.clients(c)
	return c
}

// endpoint says what the request asks for. When method or path have alternatives it
// changes something if one of them does.
func (a *analyzer) endpoint(c *Call) {
	var read, unknown bool
	var path string
	for _, m := range values(c.sent.Method) {
		method, known := eval.IsConst(m)
		method = strings.ToUpper(method)
		for _, u := range a.addresses(c.sent) {
			p := eval.Pattern(u, aurora.Hole)
			ans := aurora.Unknown
			if known {
				ans = a.voc.Mutating(method, p)
			}
			read, unknown = read || ans == aurora.No, unknown || ans == aurora.Unknown
			if ans == aurora.Yes && c.Mutating != aurora.Yes {
				c.Method, path, c.Mutating = method, p, aurora.Yes
				c.Endpoint, _ = a.voc.Endpoint(method, p)
			} else if path == "" {
				c.Method, path = method, p
			}
		}
	}
	c.Mixed = c.Mutating == aurora.Yes && (read || unknown)
	if c.Mutating != aurora.Yes && !unknown {
		c.Mutating = aurora.No
	}
	c.Method, c.Path = cmp.Or(c.Method, unknownPart), written(path)
}

// addresses returns the URLs that a request may have, those of the API before others that
// the program knows, as one of its own machine.
func (a *analyzer) addresses(s *eval.Sent) []eval.Value {
	var own, others []eval.Value
	for _, u := range values(s.URL) {
		var sg signs
		if a.look(u, &sg, 0); sg.otherHost && !sg.strong {
			others = append(others, u)
		} else {
			own = append(own, u)
		}
	}
	return append(own, others...)
}

func values(v eval.Value) []eval.Value {
	if v == nil {
		return []eval.Value{&eval.Sym{Origin: eval.Unknown}}
	}
	return eval.Values(v)
}

// resultsOf returns the values that any of the results of a function may be.
func resultsOf(returned eval.Value) []eval.Value {
	t, ok := returned.(*eval.Tuple)
	if !ok {
		return values(returned)
	}
	var out []eval.Value
	for _, r := range t.Vals {
		out = append(out, values(r)...)
	}
	return out
}

// findCallers notes which functions of the package call which, or make values of them;
// methods of interfaces go by ".method".
func (a *analyzer) findCallers() {
	a.callers = map[string][]string{}
	for _, fn := range a.prog.Own {
		for _, c := range fn.Consts {
			if c.Kind == ir.KindFunc {
				a.valued[c.Str] = true
			}
		}
		for _, b := range fn.Blocks {
			for i := range b.Instrs {
				in := &b.Instrs[i]
				switch name := called(in); {
				case in.Op == ir.Closure:
					a.valued[name] = true
				case name != "" && name != fn.Name:
					a.callers[name] = append(a.callers[name], fn.Name)
				}
			}
		}
	}
}
