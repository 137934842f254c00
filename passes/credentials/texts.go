package credentials

import (
	"encoding/base64"
	"go/ast"
	"go/token"
	"net/url"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/auroravet/auroravet/internal/aurora"
	"github.com/auroravet/auroravet/internal/conftext"
	"github.com/auroravet/auroravet/internal/lazyregexp"
	"github.com/auroravet/auroravet/passes/literals"
)

// inText returns the name and value of a credential that stands under a key in a
// longer text, or in a URL of this API.
func (p *pkg) inText(u unit) (name, value string) {
	if !strings.ContainsAny(u.value, "=:") {
		return "", ""
	}
	if name, value = p.inURL(u.value); name != "" {
		return name, value
	}
	t := conftext.Read(u.value)
	for _, s := range t.Settings {
		if p.settingHolds(s, u) {
			return s.Key(), s.Value
		}
		if name, value = p.inURL(s.Value); name != "" {
			return name, value
		}
	}
	if m := header(u.value); m != nil && headerHolds(m[1], m[2]) {
		return "Authorization", m[2]
	}
	if t.Kind == conftext.Value || t.Kind == conftext.Prose {
		for _, s := range conftext.Pairs(u.value) { // a piece of a form, or a sentence
			if aurora.SecretName(s.Key()) == aurora.Secret && judge(s.Value) >= random {
				return s.Key(), s.Value
			}
		}
	}
	return "", ""
}

// headerText is the header of a credential in a text, as a command takes it.
var headerText = lazyregexp.New(`(?i)\bauthorization:\s*(bearer|basic|token)\s+([^\s"']{8,})`)

func header(text string) []string {
	if !strings.Contains(strings.ToLower(text), "authorization:") {
		return nil
	}
	return headerText().FindStringSubmatch(text)
}

// headerHolds reports whether what follows the scheme in the header is a credential. That of basic
// authentication is a user and a password in base64, of which the password decides.
func headerHolds(scheme, s string) bool {
	text, err := base64.RawStdEncoding.DecodeString(strings.TrimRight(s, "="))
	if !strings.EqualFold(scheme, "basic") || err != nil || strings.ContainsFunc(string(text), func(r rune) bool { return r < ' ' || r > '~' }) {
		return judge(s) >= random
	}
	user, password, ok := strings.Cut(string(text), ":")
	return ok && user != "" && judge(password) >= plain
}

// settingHolds reports whether a setting in a text is a credential.
func (p *pkg) settingHolds(s conftext.Setting, u unit) bool {
	if aurora.SecretName(s.Key()) != aurora.Secret {
		return false
	}
	level := judge(s.Value)
	if level >= random {
		return true
	}
	if level < plain || other(s.Keys...) {
		return false
	}
	return p.words.EnvName(strings.Join(s.Keys, "_")) || p.packageShows() || p.shows(declaration(u))
}

// encrypted reports whether what stands under a key opens nothing until it is decrypted.
func encrypted(key string) bool { return slices.Contains(aurora.Words(key), "encrypted") }

// other reports whether keys name another service and not this API.
func other(keys ...string) bool {
	return slices.ContainsFunc(keys, func(k string) bool {
		return slices.ContainsFunc(aurora.Words(k), func(w string) bool { return slices.Contains(otherSystems, w) })
	})
}

// inURL returns the credential in a URL to a host of this API.
func (p *pkg) inURL(s string) (name, value string) {
	if !strings.Contains(s, "://") || strings.ContainsAny(s, " \n") || len(p.words.HostsIn(s)) == 0 {
		return "", ""
	}
	u, err := url.Parse(s)
	if err != nil {
		return "", ""
	}
	if pw, ok := u.User.Password(); ok && judge(pw) >= wordy {
		return "URL password", pw
	}
	query := u.Query()
	keys := make([]string, 0, len(query))
	for k := range query {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	for _, k := range keys {
		if v := query.Get(k); aurora.SecretName(k) == aurora.Secret && judge(v) >= plain {
			return k, v
		}
	}
	return "", ""
}

// span is a range inside a literal.
type span struct{ pos, end token.Pos }

func (s span) Pos() token.Pos { return s.pos }
func (s span) End() token.Pos { return s.end }

// tags finds credentials among the default values of struct tags.
func (p *pkg) tags() {
	for _, d := range p.Defaults() {
		names := d.Names
		if d.Field != nil {
			names = append([]string{d.Field.Name()}, names...)
		}
		i := slices.IndexFunc(names, func(n string) bool { return aurora.SecretName(n) == aurora.Secret })
		level := judge(d.Value)
		if level == shaped || i >= 0 && (level == random || level > none && p.tagShows(d, names[i], level)) {
			c := Credential{Length: len(d.Value)}
			if i >= 0 {
				c.Name = names[i]
			} else {
				c.Form, _ = shape(d.Value)
			}
			c.Range = span{}
			pos, end := literals.At(d.Tag, d.Value)
			c.Range = span{pos, end}
			p.result.Found = append(p.result.Found, c)
		}
	}
}

func (p *pkg) tagShows(d literals.Default, name string, level strength) bool {
	if level == wordy && !firm(name) || other(name, d.Type) {
		return false
	}
	if p.packageShows() {
		return true
	}
	for c := range d.At.Enclosing((*ast.TypeSpec)(nil)) {
		return p.shows(c.Node())
	}
	return false
}

// hint is a piece of every name and form of a credential.
var hint = lazyregexp.New(`(?i)secret|token|passw|pwd|passphrase|key|jwt|bearer|credential|sk_|rk_|eyJ|whsec_|:[^\s/@]+@|gh._|glpat|xox|AIza|SG\.`)

// embedded finds credentials in the files that the package embeds: one for each file.
func (p *pkg) embedded() {
	for _, f := range literals.Embedded(p.pass) {
		if !hint().MatchString(f.Text) {
			continue
		}
		t := conftext.ReadFile(f.Name, f.Text)
		name, form, value, at := "", "", "", -1
		if t.Kind != conftext.Prose {
			if form, value = shape(t.Clean); form != "" {
				at = strings.Index(t.Clean, value)
			}
		}
		aware := len(p.words.HostsIn(t.Clean)) > 0 || p.packageShows()
		for _, s := range t.Settings {
			level := judge(s.Value)
			if n, v := p.inURL(s.Value); n != "" && (at < 0 || at > s.Start) {
				name, value, at = n, v, s.Start
				continue
			}
			if slices.ContainsFunc(s.Keys, encrypted) || aurora.SecretName(s.Key()) != aurora.Secret || level < plain && !(level == wordy && firm(s.Key())) || at >= 0 && at <= s.Start {
				continue
			}
			if level >= random || !other(s.Keys...) && (aware || p.words.EnvName(strings.Join(s.Keys, "_"))) {
				name, value, at = s.Key(), s.Value, s.Start
			}
		}
		if at < 0 {
			continue
		}
		if name != "" {
			form = ""
		}
		p.result.Found = append(p.result.Found, Credential{
			Range: f.Var, Name: name, Form: form, Length: len(value), File: f.Name, Line: 1 + strings.Count(f.Text[:at], "\n"),
		})
	}
}

// candidate is a client ID that counts when its secret stands beside it.
type candidate struct {
	unit
	name   string
	aurora bool
}

// clientIDs reports the client IDs that stand beside a literal secret: in one
// declaration, list of statements, literal or call.
func (p *pkg) clientIDs() {
	secrets := slices.Clone(p.secrets)
	for _, id := range p.ids {
		if id.aurora && !slices.Contains(secrets, id.cur) && slices.ContainsFunc(secrets, func(s inspector.Cursor) bool { return beside(id.cur, s) }) {
			c := Credential{Name: id.name, Length: len(id.value), ClientID: true}
			p.found(id.unit, c)
		}
	}
}

// beside reports whether the nearest thing that holds both is one literal, call,
// declaration, or the list of two statements.
func beside(a, b inspector.Cursor) bool {
	for c := a; c.Node() != nil; c = c.Parent() {
		if !c.Contains(b) {
			continue
		}
		switch c.Node().(type) {
		case *ast.CompositeLit, *ast.CallExpr, *ast.GenDecl, *ast.ValueSpec, *ast.BlockStmt, *ast.AssignStmt, *ast.ReturnStmt, *ast.BinaryExpr:
			return c.ParentEdgeKind() != edge.Invalid
		}
		return false
	}
	return false
}
