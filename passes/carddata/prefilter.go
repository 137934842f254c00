package carddata

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/auroravet/auroravet/internal/aurora"
)

// hasCardWords says whether an identifier or a literal of the package names card data or is
// a card number: one cheap scan that spares most packages all the rest. A word of cards alone
// is not enough, which is also that of a game or of the cardinality of a relation: something
// in the same declaration, or a field, has to be what is on a card.
func hasCardWords(pass *analysis.Pass) bool {
	s := cardScan{pass: pass, names: map[string]nameSign{}}
	for _, file := range pass.Files {
		for _, decl := range file.Decls {
			if s.declaration(decl) {
				return true
			}
		}
	}
	return s.word && s.field
}

// Possible reports whether a package may name card data in this file. It looks at the syntax
// alone and says yes where hasCardWords does, and more often.
func Possible(f *ast.File) bool {
	s := cardScan{names: map[string]nameSign{}}
	found := false
	ast.Inspect(f, func(n ast.Node) bool {
		sign := signNone
		switch n := n.(type) {
		case *ast.Ident:
			sign = s.name(n.Name)
		case *ast.BasicLit:
			if n.Kind == token.STRING && len(n.Value) <= maxLiteral {
				sign = s.literal(n.Value)
			}
			found = found || n.Kind == token.INT && isPAN(n.Value)
		}
		found = found || sign == signCard || sign == signWord // without one of these, none of the others counts
		return !found
	})
	return found
}

// cardScan is what was seen of a package.
type cardScan struct {
	pass  *analysis.Pass
	names map[string]nameSign
	word  bool // a name with a word of cards
	field bool // a field that would be card data in a type that is named after cards
}

// nameSign is what a name says of card data.
type nameSign uint8

const (
	signNone nameSign = iota
	signWord          // a word of cards
	signPart          // what is on a card, if the rest of its name is there: "number", "code"
	signCard          // card data
)

// declaration says whether a declaration names card data.
func (s *cardScan) declaration(decl ast.Decl) bool {
	var word, on, found bool
	note := func(sign nameSign) {
		word, on, found = word || sign == signWord, on || sign == signPart, found || sign == signCard
	}
	ast.Inspect(decl, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Ident:
			sign := s.name(n.Name)
			if sign == signNone {
				break
			}
			obj := s.pass.TypesInfo.ObjectOf(n)
			if _, isType := obj.(*types.TypeName); isType && sign == signPart || obj != nil && (isOf(obj, types.IsBoolean) || sign == signWord && isOf(obj, types.IsNumeric)) {
				break // a type is on no card; an enumeration, a count or an option is no card
			}
			v, isVar := obj.(*types.Var)
			s.word = s.word || sign == signWord
			s.field = s.field || sign == signPart && isVar && v.IsField()
			note(sign)
			found = found || sign == signWord && obj != nil && s.holdsCard(obj.Type())
		case *ast.BasicLit:
			switch {
			case n.Kind == token.STRING && len(n.Value) <= maxLiteral:
				note(s.literal(n.Value))
			case n.Kind == token.INT && isPAN(n.Value):
				found = true
			}
		}
		return !found
	})
	return found || word && on
}

func (s *cardScan) name(name string) nameSign {
	sign, ok := s.names[name]
	if !ok {
		sign = signOf(name)
		s.names[name] = sign
	}
	return sign
}

// literal says what a text says: that of several words is a document with names, or prose.
func (s *cardScan) literal(lit string) nameSign {
	if isPAN(lit) {
		return signCard
	}
	switch sign := signOf(lit); {
	case sign == signPart && len(aurora.Words(lit)) > 1:
		return signNone
	case sign == signWord && slices.ContainsFunc(aurora.Words(lit), func(w string) bool { return signOf(w) == signPart }):
		return signCard
	default:
		return sign
	}
}

// isPAN says whether a literal holds a card number.
func isPAN(lit string) bool { return len(lit) >= 13 && len(aurora.PANs(lit)) > 0 }

// isOf says whether an object is of a basic type of this kind.
func isOf(obj types.Object, kind types.BasicInfo) bool {
	b, ok := obj.Type().Underlying().(*types.Basic)
	return ok && b.Info()&kind != 0
}

// holdsCard says whether a struct type, of this or another package, has a field for card data.
func (s *cardScan) holdsCard(t types.Type) bool {
	st := structOf(t)
	return st != nil && slices.ContainsFunc(slices.Collect(st.Fields()), func(f *types.Var) bool { return s.name(f.Name()) >= signPart })
}

// signOf says what a name or a text says of card data.
func signOf(name string) nameSign {
	lower := strings.ToLower(name)
	hint := func(h string) bool { return strings.Contains(lower, h) }
	if slices.ContainsFunc(hintWords, hint) {
		switch n := aurora.CardNameOf(name); {
		case n.Kind != aurora.NotCard && n.Kind != aurora.Expiry:
			return signCard
		case aurora.CardWord(name):
			return signWord
		}
	}
	if slices.ContainsFunc(completions, hint) {
		if n := aurora.CardNameOf("card " + name); n.Kind != aurora.NotCard && n.Kind != aurora.Expiry {
			return signPart
		}
	}
	return signNone
}

// maxLiteral is the length of a literal past which it is a document and no name.
const maxLiteral = 4096

// hintWords are pieces of the names of card data; a name with none of them is no such name.
var hintWords = []string{"card", "cvv", "cvc", "cc", "pan", "primaryacc", "securitycode", "security_code", "security-code", "accountnumber", "account_number", "acct", "mag", "emv", "pin", "track", "exp"}

// completions are pieces of the words that with "card" before them are the name of card data.
var completions = []string{"num", "no", "nr", "code", "verification"}

// wraps says whether a function of the package brings what callers give it to a sink, so that
// they need its facts: one that takes text or any value, or takes it from a channel.
func wraps(pass *analysis.Pass, known func(types.Object) *summary) bool {
	for _, file := range pass.Files {
		for _, decl := range file.Decls {
			if makesTap(pass, known, decl) {
				return true
			}
			fn, ok := decl.(*ast.FuncDecl)
			if ok && fn.Body != nil && (fn.Recv != nil || takesText(pass, fn.Type) || returnsLogger(pass, fn) || takesInside(pass, fn.Body)) && callsSink(pass, known, fn.Body) {
				return true
			}
		}
	}
	return false
}

// makesTap says whether a function gives, or a variable of the package is, a client or transport,
// and a transport is made for it of which it is known that it logs.
func makesTap(pass *analysis.Pass, known func(types.Object) *summary, decl ast.Decl) bool {
	if !givesCarrier(pass, decl) {
		return false
	}
	found := false
	ast.Inspect(decl, func(n ast.Node) bool {
		var t types.Type
		switch n := n.(type) {
		case *ast.CompositeLit:
			t = pass.TypesInfo.TypeOf(n)
		case *ast.CallExpr:
			if id, ok := calledIdent(n); ok {
				if obj, ok := pass.TypesInfo.Uses[id].(*types.Func); ok && !found {
					sum := known(obj.Origin())
					found = sum != nil && len(sum.made) > 0
				}
			}
		}
		if named, ok := types.Unalias(t).(*types.Named); ok && !found && isCarrier(named) {
			found = slices.ContainsFunc(handing, func(name string) bool {
				m := methodOf(named, name)
				return m != nil && known(m.Origin()) != nil
			})
		}
		return !found
	})
	return found
}

// givesCarrier says whether a declaration is of a function whose first result is a client or
// transport, or of a variable that is one.
func givesCarrier(pass *analysis.Pass, decl ast.Decl) bool {
	switch decl := decl.(type) {
	case *ast.FuncDecl:
		results := decl.Type.Results
		return decl.Body != nil && results != nil && len(results.List) > 0 && isCarrier(pass.TypesInfo.TypeOf(results.List[0].Type))
	case *ast.GenDecl:
		return slices.ContainsFunc(decl.Specs, func(spec ast.Spec) bool {
			v, ok := spec.(*ast.ValueSpec)
			return ok && decl.Tok == token.VAR && isCarrier(pass.TypesInfo.TypeOf(v.Names[0]))
		})
	}
	return false
}

// calledIdent is the name of what a call calls.
func calledIdent(call *ast.CallExpr) (*ast.Ident, bool) {
	switch fun := ast.Unparen(call.Fun).(type) {
	case *ast.SelectorExpr:
		return fun.Sel, true
	case *ast.Ident:
		return fun, true
	}
	return nil, false
}

// takesInside says whether a function literal of a body takes text or any value, or the body
// receives from a channel.
func takesInside(pass *analysis.Pass, body *ast.BlockStmt) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			found = found || takesText(pass, n.Type)
		case *ast.UnaryExpr:
			found = found || n.Op == token.ARROW
		case *ast.RangeStmt:
			_, isChan := coreOf(pass.TypesInfo.TypeOf(n.X)).(*types.Chan)
			found = found || isChan
		}
		return !found
	})
	return found
}

func coreOf(t types.Type) types.Type {
	if t == nil {
		return nil
	}
	return t.Underlying()
}

// takesText says whether a parameter can bring in card data of a caller.
func takesText(pass *analysis.Pass, fn *ast.FuncType) bool {
	for _, f := range fn.Params.List {
		t := pass.TypesInfo.TypeOf(f.Type)
		if t == nil {
			continue
		}
		_, variadic := f.Type.(*ast.Ellipsis)
		if variadic || isEmptyInterface(t) || isTypeParam(t) || carriesText(t, false) || structOf(t) != nil {
			return true
		}
	}
	return false
}

// returnsLogger says whether callers need to know how a logger that fn makes prints.
func returnsLogger(pass *analysis.Pass, fn *ast.FuncDecl) bool {
	results := fn.Type.Results
	return results != nil && len(results.List) > 0 && isLogger(pass.TypesInfo.TypeOf(results.List[0].Type))
}

func callsSink(pass *analysis.Pass, known func(types.Object) *summary, body *ast.BlockStmt) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok || found {
			return !found
		}
		id, _ := calledIdent(call)
		if obj, ok := pass.TypesInfo.Uses[id].(*types.Func); ok {
			row := rowOf(obj.Origin())
			found = bodyRow(obj.Origin()) != nil || obj.Name() == "NewJSONHandler" || row != nil && row.Op != "carry" && row.Op != "clean" && row.Op != "nolog" && row.Op != "read" ||
				known(obj.Origin()) != nil
		}
		return !found
	})
	return found
}
