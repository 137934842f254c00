package credentials

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/auroravet/auroravet/internal/aurora"
	"github.com/auroravet/auroravet/passes/literals"
	"github.com/auroravet/auroravet/passes/mention"
)

// firmWords make a name one of a credential whatever the value looks like.
var firmWords = []string{"secret", "password", "passwd", "pwd", "passphrase"}

func firm(name string) bool {
	name = strings.ToLower(strings.Join(aurora.Words(name), ""))
	return slices.ContainsFunc(firmWords, func(w string) bool { return strings.Contains(name, w) })
}

// otherSystems are words of services that are not this API.
var otherSystems = []string{
	"db", "database", "postgres", "postgresql", "pg", "pgx", "mysql", "mariadb", "mongo", "mongodb", "redis", "sql", "dsn", "rds", "elastic", "elasticsearch", "clickhouse",
	"smtp", "mail", "mailer", "imap", "email", "kafka", "amqp", "rabbit", "rabbitmq", "nats", "ldap", "ftp", "sftp", "ssh", "stripe", "adyen", "paypal", "braintree", "square",
	"twilio", "sendgrid", "mailgun", "slack", "discord", "telegram", "github", "gitlab", "bitbucket", "jira", "aws", "s3", "gcs", "gcp", "azure", "google", "firebase",
	"sentry", "datadog", "newrelic", "grafana", "prometheus", "vault", "consul", "csrf", "xsrf", "session", "cookie", "recaptcha", "captcha", "mailhog", "minio", "docker", "chat",
}

// holdsSecret decides whether the text is a credential at a sink.
func (p *pkg) holdsSecret(u unit, a literals.Arrival, s sink) bool {
	named := s.sure || aurora.SecretName(s.name) == aurora.Secret
	if !named && !(u.level == random && keyed(s.name) && !uuidText().MatchString(u.value) && p.auroraAt(u, a, s)) {
		return false
	}
	if u.pair && !isHeaderName(s.name) {
		return false
	}
	if p.onlyName(a) || p.enumerated(a) {
		return false
	}
	if u.level >= random {
		return true
	}
	if s.strict || a.Part && !s.behind && !isHeaderName(s.name) || p.listed(u.cur) || !p.auroraAt(u, a, s) || p.elsewhere(a, s) {
		return false
	}
	if u.level == wordy {
		return wordyHolds(u.value, a, s)
	}
	return true
}

// listed reports whether a text stands in a list or map of words. Under the name of a
// secret that is a list of names: nobody has several secrets that are plain words.
func (p *pkg) listed(c inspector.Cursor) bool {
	if c.ParentEdgeKind() == edge.KeyValueExpr_Value {
		c = c.Parent()
	}
	lit, ok := c.Parent().Node().(*ast.CompositeLit)
	if !ok || c.ParentEdgeKind() != edge.CompositeLit_Elts || len(lit.Elts) < 2 {
		return false
	}
	if _, ok := p.Info.TypeOf(lit).Underlying().(*types.Struct); ok {
		return false
	}
	if known, ok := p.wordLists[lit]; ok {
		return known
	}
	words := 0
	for _, e := range lit.Elts {
		if kv, ok := e.(*ast.KeyValueExpr); ok {
			e = kv.Value
		}
		if s, ok := p.Fold(e).Whole(); ok && judge(s) <= wordy {
			words++
		}
	}
	p.wordLists[lit] = words*2 > len(lit.Elts)
	return p.wordLists[lit]
}

// wordyHolds decides on letters alone: a secret may be a word, but most words under
// such a name are the name of a secret.
func wordyHolds(value string, a literals.Arrival, s sink) bool {
	switch {
	case s.soft || !firm(s.name):
		return false
	case s.sure:
		return true
	case strings.ContainsAny(value, "-_.") && !strings.Contains(strings.ToLower(s.name), "pass"):
		return false // aurora-production: an entry of a secret store
	}
	return a.Kind == literals.Stored && a.Obj != nil
}

// keyed reports whether a name ends in key, and not in one of the many keys that are no
// credentials. It counts in Aurora context and for random texts alone.
func keyed(name string) bool {
	words := aurora.Words(name)
	return len(words) > 1 && words[len(words)-1] == "key" && !slices.ContainsFunc(words, func(w string) bool { return slices.Contains(plainKeys, w) })
}

var plainKeys = []string{
	"idempotency", "cache", "public", "primary", "foreign", "partition", "sort", "object", "context", "ctx", "map", "row", "dedupe", "dedup", "lock", "metric", "trace",
	"translation", "publishable", "config", "setting", "json", "query", "form", "field", "host", "index", "group", "routing", "message", "storage", "etag", "commit",
}

// onlyName reports whether the text is a constant or variable that this package uses
// as the name of something, and as nothing else.
func (p *pkg) onlyName(a literals.Arrival) bool {
	if a.Kind != literals.Stored || a.Obj == nil || !literals.PackageLevel(a.Obj) {
		return false
	}
	uses := 0
	for _, use := range p.Uses(a.Obj) {
		for _, b := range p.Flow(use) {
			if b.Last && b.Kind != literals.Named && b.Kind != literals.Shown {
				return false
			}
			uses++
		}
	}
	return uses > 0
}

// enumerated reports whether the text is a constant of a type with several: a kind of
// token, not a token.
func (p *pkg) enumerated(a literals.Arrival) bool {
	c, ok := a.Obj.(*types.Const)
	if !ok {
		return false
	}
	named, ok := types.Unalias(c.Type()).(*types.Named)
	if !ok || named.Obj().Pkg() == nil {
		return false
	}
	n := 0
	scope := named.Obj().Pkg().Scope()
	for _, name := range scope.Names() {
		if other, ok := scope.Lookup(name).(*types.Const); ok && types.Identical(other.Type(), named) {
			n++
		}
	}
	return n > 2
}

// auroraAt reports whether the text, or the place that gets it, shows that it is about
// this API: its declaration, the call or literal around it, or the whole package.
func (p *pkg) auroraAt(u unit, a literals.Arrival, s sink) bool {
	if p.words.EnvName(s.name) || p.packageShows() || p.shows(declaration(u)) {
		return true
	}
	if a.Call != nil && p.shows(a.Call) {
		return true
	}
	for c := range a.At.Enclosing((*ast.CompositeLit)(nil), (*ast.CallExpr)(nil), (*ast.ValueSpec)(nil), (*ast.AssignStmt)(nil)) {
		if p.shows(c.Node()) {
			return true
		}
	}
	return false
}

// declaration is the function, the type or the one specification around a text.
func declaration(u unit) ast.Node {
	for c := range u.cur.Enclosing((*ast.FuncDecl)(nil), (*ast.ValueSpec)(nil), (*ast.TypeSpec)(nil)) {
		if k := c.ParentEdgeKind(); k == edge.File_Decls || c.Parent().ParentEdgeKind() == edge.File_Decls {
			return c.Node()
		}
	}
	return u.cur.Node()
}

// shows reports whether a name or text in n is evidence of this API.
func (p *pkg) shows(n ast.Node) bool {
	if known, ok := p.evident[n]; ok {
		return known
	}
	found := false
	ast.Inspect(n, func(m ast.Node) bool {
		switch m := m.(type) {
		case *ast.Ident:
			found = found || p.words.ProviderWord(m.Name)
		case *ast.BasicLit:
			found = found || p.textShows(m)
		}
		return !found
	})
	p.evident[n] = found
	return found
}

// textShows reports whether a literal holds a host, path, header or setting of this API.
func (p *pkg) textShows(lit *ast.BasicLit) bool {
	s := strings.Trim(lit.Value, "\"`")
	switch {
	case len(s) < 5 || lit.Value[0] != '"' && lit.Value[0] != '`':
		return false
	case aurora.WebhookHeader(s) != aurora.NotWebhook, len(p.words.HostsIn(s)) > 0:
		return true
	case strings.Contains(s, "/"):
		return !strings.ContainsAny(s, " \n") && p.words.FamilyPath(s)
	}
	return strings.ContainsAny(s, "_.:-") && !strings.ContainsAny(s, " \n") && p.words.EnvName(s) || strings.Contains(s, ":\"") && p.words.EnvName(s)
}

// mentioned reports whether a name or text of the package could be evidence at all. Most
// packages have none, and in those only what looks random counts.
func (p *pkg) mentioned() bool {
	if !p.pass.ResultOf[mention.Analyzer].(*mention.Source).Any() {
		return false
	}
	if p.words.Mentions(p.Types.Name()) {
		return true
	}
	seen := make(map[string]bool)
	for c := range p.Root().Preorder((*ast.Ident)(nil), (*ast.BasicLit)(nil)) {
		switch n := c.Node().(type) {
		case *ast.Ident:
			if !seen[n.Name] && p.words.Mentions(n.Name) {
				return true
			}
			seen[n.Name] = true
		case *ast.BasicLit:
			if n.Kind == token.STRING && len(n.Value) > 5 && p.words.Mentions(n.Value) {
				return true
			}
		}
	}
	return false
}

// packageShows is shows for the whole package: its name and its texts.
func (p *pkg) packageShows() bool {
	if p.evidence == aurora.Unknown {
		p.evidence = aurora.No
		if p.words.ProviderWord(p.Types.Name()) {
			p.evidence = aurora.Yes
		}
		for c := range p.Root().Preorder((*ast.BasicLit)(nil)) {
			if p.evidence == aurora.Yes {
				break
			}
			if c.ParentEdgeKind() != edge.ImportSpec_Path && p.Source(c.Node()) && p.textShows(c.Node().(*ast.BasicLit)) {
				p.evidence = aurora.Yes
			}
		}
	}
	return p.evidence == aurora.Yes
}

// elsewhere reports whether the names around a text say that it belongs to another
// service, so that what the package is about says nothing of it.
func (p *pkg) elsewhere(a literals.Arrival, s sink) bool {
	names := []string{s.name, a.Name}
	if len(a.Path) > 0 {
		for c := range a.Path[0].Enclosing((*ast.CompositeLit)(nil), (*ast.CallExpr)(nil), (*ast.ValueSpec)(nil), (*ast.AssignStmt)(nil), (*ast.FuncDecl)(nil)) {
			switch n := c.Node().(type) {
			case *ast.CompositeLit:
				if t := p.Info.TypeOf(n); t != nil {
					names = append(names, types.TypeString(t, (*types.Package).Name))
				}
			case *ast.CallExpr:
				names = append(names, p.calleeNames(n)...)
			case *ast.ValueSpec:
				names = append(names, n.Names[0].Name)
			case *ast.AssignStmt:
				names = append(names, nameOf(n.Lhs[0]))
			case *ast.FuncDecl:
				names = append(names, n.Name.Name)
			}
		}
	}
	if slices.ContainsFunc(names, p.words.ProviderWord) {
		return false
	}
	return slices.ContainsFunc(names, func(n string) bool {
		return slices.ContainsFunc(aurora.Words(n), func(w string) bool { return slices.Contains(otherSystems, w) })
	})
}

// calleeNames returns the names of what a call calls: the function, its package and
// the type that it is a method of.
func (p *pkg) calleeNames(call *ast.CallExpr) []string {
	fn := p.Callee(call)
	if fn == nil || fn.Pkg() == nil {
		return []string{nameOf(call.Fun)}
	}
	names := []string{fn.Name(), fn.Pkg().Name()}
	if recv := fn.Signature().Recv(); recv != nil {
		names = append(names, types.TypeString(recv.Type(), func(*types.Package) string { return "" }))
	}
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok {
		names = append(names, nameOf(sel.X))
	}
	return names
}
