package literals

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/auroravet/auroravet/internal/aurora"
)

// Default is a value that a struct tag gives a field when nothing else does.
type Default struct {
	At    inspector.Cursor // the field
	Tag   *ast.BasicLit
	Field *types.Var
	Type  string // name of the struct type, "" when it has none
	Value string
	Names []string // what the tag calls the field: an environment name, a key
}

// Defaults returns the default values in the struct tags of the package.
func (p *Package) Defaults() []Default {
	var out []Default
	for c := range p.in().Root().Preorder((*ast.Field)(nil)) {
		f := c.Node().(*ast.Field)
		if f.Tag == nil || !p.source(f) {
			continue
		}
		raw, err := strconv.Unquote(f.Tag.Value)
		if err != nil {
			continue
		}
		d := Default{At: c, Tag: f.Tag, Type: typeAround(c)}
		if len(f.Names) > 0 {
			d.Field, _ = p.Info.Defs[f.Names[0]].(*types.Var)
		}
		var found bool
		for _, kv := range tagPairs(raw) {
			if v, ok := defaultIn(kv[0], kv[1]); ok {
				d.Value, found = v, true
			} else {
				name, _, _ := strings.Cut(kv[1], ",")
				d.Names = append(d.Names, name)
			}
		}
		if found && d.Value != "" {
			out = append(out, d)
		}
	}
	return out
}

// typeAround returns the name of the type that declares a field, with those of the
// structs around it.
func typeAround(c inspector.Cursor) string {
	for e := range c.Enclosing((*ast.TypeSpec)(nil)) {
		return e.Node().(*ast.TypeSpec).Name.Name
	}
	return ""
}

// defaultIn returns the default of one key of a tag: the whole value of default:,
// envDefault: and the like, or the part of it that follows default= or default:.
func defaultIn(key, value string) (string, bool) {
	words := aurora.Words(key)
	if slices.ContainsFunc(words, func(w string) bool {
		return w == "default" || w == "defaults" || w == "envdefault" || w == "dflt" || w == "def"
	}) {
		return value, true
	}
	for _, sep := range []string{"default=", "default:"} {
		if i := strings.Index(value, sep); i >= 0 && (i == 0 || value[i-1] == ',' || value[i-1] == ' ' || value[i-1] == ';') {
			v := value[i+len(sep):]
			if key != "env" || !strings.Contains(value[:i], ",") { // sethvargo/go-envconfig: default is the last option and may hold commas
				v, _, _ = strings.Cut(v, ",")
			}
			v, _, _ = strings.Cut(v, ";")
			return strings.Trim(v, "'"), true
		}
	}
	return "", false
}

// tagPairs returns the keys and values of a struct tag, as reflect reads them.
func tagPairs(tag string) [][2]string {
	var out [][2]string
	for tag = strings.TrimLeft(tag, " "); tag != ""; tag = strings.TrimLeft(tag, " ") {
		key, rest, ok := strings.Cut(tag, ":")
		if !ok || key == "" || !strings.HasPrefix(rest, `"`) {
			break
		}
		quoted, err := strconv.QuotedPrefix(rest)
		if err != nil {
			break
		}
		v, err := strconv.Unquote(quoted)
		if err != nil {
			break
		}
		out = append(out, [2]string{key, v})
		tag = rest[len(quoted):]
	}
	return out
}

// At returns the range of a text in a raw string literal, or the literal itself.
func At(lit *ast.BasicLit, text string) (pos, end token.Pos) {
	if i := strings.Index(lit.Value, text); lit.Value[0] == '`' && i >= 0 {
		return lit.Pos() + token.Pos(i), lit.Pos() + token.Pos(i+len(text))
	}
	return lit.Pos(), lit.End()
}
