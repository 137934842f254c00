package credentials

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/auroravet/auroravet/internal/aurora"
	"github.com/auroravet/auroravet/internal/lazyregexp"
)

// strength says how much a text looks like a credential.
type strength uint8

const (
	none   strength = iota // a name, a place, a message, a placeholder
	wordy                  // letters only: a credential only where nothing else could stand
	plain                  // could be one
	random                 // letters and digits that nobody would make up
	shaped                 // the form of a known kind of credential
)

// shapes are the forms of credentials that are recognised wherever they stand.
var shapes = []struct {
	name string
	mark string // what every such text holds
	form func() *regexp.Regexp
}{
	{"JWT", "eyJ", lazyregexp.New(`\beyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{16,}`)},
	{"private key", "PRIVATE KEY", lazyregexp.New(`-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----\s*[A-Za-z0-9+/=\s:,-]{40,}`)},
	{"payment API key", "k_", lazyregexp.New(`\b[sr]k_(?:live|test)_[A-Za-z0-9]{16,}`)},
	{"webhook secret", "whsec_", lazyregexp.New(`\bwhsec_[A-Za-z0-9+/=_-]{16,}`)},
	{"GitHub token", "g", lazyregexp.New(`\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{50,})`)},
	{"GitLab token", "glpat-", lazyregexp.New(`\bglpat-[A-Za-z0-9_-]{20,}`)},
	{"Slack token", "xox", lazyregexp.New(`\bxox[abprs]-[0-9]{8,}-[A-Za-z0-9-]{16,}`)},
	{"Google API key", "AIza", lazyregexp.New(`\bAIza[A-Za-z0-9_-]{35}\b`)},
	{"SendGrid key", "SG.", lazyregexp.New(`\bSG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}`)},
}

// shape returns the known form that a text holds, and the part that has it.
func shape(s string) (name, part string) {
	for _, f := range shapes {
		if !strings.Contains(s, f.mark) {
			continue
		}
		if m := f.form().FindString(s); m != "" && !filler(m) {
			return f.name, m
		}
	}
	return "", ""
}

// filler reports whether a text in a known form is there to show the form.
func filler(s string) bool {
	if aurora.Placeholder(s) {
		return true
	}
	if strings.HasPrefix(s, "eyJ") || strings.HasPrefix(s, "-----") {
		return false
	}
	seen := map[rune]bool{}
	body := s[strings.LastIndexAny(s, "_-.")+1:]
	for _, r := range body {
		seen[r] = true
	}
	return len(seen) < 6
}

var (
	urlText  = lazyregexp.New(`^[a-z][a-z0-9+.-]*:|^//|^www\.`)
	envName  = lazyregexp.New(`^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$`)
	fileName = lazyregexp.New(`(?i)\.(?:pem|key|json|ya?ml|toml|txt|env|crt|cert|p8|p12|pfx|go|html?|tmpl|cfg|conf|ini|com|net|io|org|local|internal)$`)
	verb     = lazyregexp.New(`%[+#0-9.-]*[a-zA-Z]\b`)
	schemed  = lazyregexp.New(`^(?i)(?:bearer|basic|token|apikey|digest|negotiate)\s+`)
	hashed   = lazyregexp.New(`^(?:\$(?:2[abxy]?|argon2\w*|scrypt|pbkdf2[\w-]*|[156])\$|\{SSHA)`) // of a password: it opens nothing
	titled   = lazyregexp.New(`^[A-Z][a-z]+$`)                                                    // a word of a text for people
	uuidText = lazyregexp.New(`^(?i)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$`)
	released = lazyregexp.New(`^[A-Za-z]+[-_]?v?\d+(?:\.\d+)+$`) // a format and its version: OpenMetricsText1.0.0
	version  = lazyregexp.New(`^(?:v\d+|o?auth\d*|sha\d+|hs\d+|rs\d+|es\d+|md5|aes\d*|base64|ed25519|oauth\d|\d{1,2})$`)
)

// nameWords are what names of things about credentials are made of.
var nameWords = []string{
	"secret", "secrets", "token", "tokens", "password", "passwd", "passphrase", "key", "keys", "apikey", "id", "name", "header", "bearer", "basic", "auth", "oauth", "oauth2",
	"csrf", "xsrf", "session", "cookie", "jwt", "credential", "credentials", "grant", "type", "code", "authorization", "signature", "hmac", "webhook", "field",
	"access", "refresh", "client", "api", "url", "file", "path", "env", "config", "default", "user", "username", "login", "scope", "value", "null", "none", "vault", "string", "required", "optional", "mandatory", "enabled", "disabled", "always", "never", "private",
}

// judge returns how much a text looks like a credential.
func judge(s string) strength {
	if name, _ := shape(s); name != "" {
		return shaped
	}
	s = strings.TrimSpace(s)
	if m := schemed().FindString(s); m != "" {
		s = strings.TrimSpace(s[len(m):])
	}
	switch {
	case len(s) < shortest, strings.Contains(s, aurora.Hole), strings.ContainsFunc(s, unicode.IsSpace), strings.ContainsFunc(s, notASCII),
		strings.ContainsAny(s, "()[]<>{}\\\"'`"), strings.HasPrefix(s, "--"), strings.HasPrefix(s, "./"), strings.HasPrefix(s, "~/"), strings.HasPrefix(s, "@"),
		aurora.Placeholder(s), urlText().MatchString(strings.ToLower(s)), envName().MatchString(s), fileName().MatchString(s), hashed().MatchString(s),
		strings.Contains(s, "%") && verb().MatchString(s):
		return none
	case algorithm(s), isList(s), released().MatchString(s):
		return none
	case uuidText().MatchString(s):
		return plain
	case isRandom(s):
		return random
	case !strings.ContainsFunc(s, alnum), pathLike(s), sequential(s):
		return none
	}
	words := aurora.Words(s)
	if len(words) > 0 && slices.ContainsFunc(words, func(w string) bool { return slices.Contains(nameWords, w) }) &&
		!slices.ContainsFunc(words, func(w string) bool { return strings.ContainsFunc(w, unicode.IsDigit) && !version().MatchString(w) }) && !strings.ContainsAny(s, "!@#$%^&*+=?~|") {
		return none
	}
	if strings.HasSuffix(s, "_") || strings.HasSuffix(s, "-") || strings.HasSuffix(s, ":") || keyBeforeSign(s) {
		return none // the beginning of something
	}
	if !strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' && r != '_' && r != '.' }) {
		if len(s) < 6 || titled().MatchString(s) {
			return none
		}
		return wordy
	}
	if len(s) < 6 {
		return none
	}
	return plain
}

var (
	algorithmWord = lazyregexp.New(`^(?i)(?:hmac|rsa|rsassa|pss|ecdsa|ed25519|x25519|sha|sha\d{1,3}|md5|aes|aes\d{3}|gcm|cbc|sm[234])$`)
	schemeWord    = lazyregexp.New(`^(?:[A-Z]{2,8}\d?|P\d{3}|\d{1,4}|V\d)$`)
)

// algorithm reports whether a text is the name of an algorithm or of a scheme that signs
// with one, as AWS4-HMAC-SHA256: such names are public.
func algorithm(s string) bool {
	found := false
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("-_/+.", r) }) {
		switch {
		case algorithmWord().MatchString(w):
			found = true
		case !schemeWord().MatchString(w):
			return false
		}
	}
	return found
}

// keyBeforeSign reports whether a text is a key with its sign, and not base64 text.
func keyBeforeSign(s string) bool {
	key := strings.TrimRight(s, "=")
	return key != s && (len(s) < 12 || len(s)%4 != 0 || !strings.ContainsFunc(key, func(r rune) bool { return !unicode.IsLetter(r) }))
}

func notASCII(r rune) bool { return r > '~' || r < ' ' }

func alnum(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// pathLike reports whether a text is a path, a dotted key or a reference into a store.
func pathLike(s string) bool {
	if strings.HasPrefix(s, "/") || strings.Count(s, "/") > 1 || strings.Contains(s, ":") && !strings.ContainsAny(s, "!@#$%^&*") {
		return true
	}
	dotted := strings.Split(s, ".")
	return len(dotted) > 1 && !slices.ContainsFunc(dotted, func(p string) bool {
		return p == "" || strings.ContainsFunc(p, func(r rune) bool { return !unicode.IsLower(r) && r != '_' && r != '-' })
	})
}

// isList reports whether a text is a list of four things or more.
func isList(s string) bool {
	return strings.Count(s, "|") > 2 || strings.Count(s, ",") > 2 || strings.Count(s, ";") > 2
}

// isRandom reports whether a text is long and its characters change kind more often
// than in words: lower case, capitals and digits mixed, or a run of hex digits.
func isRandom(s string) bool {
	return !strings.ContainsAny(s, " <>(){}[]\"'`,;") && uneven(s, shortestRandom, differentRandom)
}

// uneven is isRandom for texts of at least these many characters, and of these many kinds of them.
func uneven(s string, length, different int) bool {
	if len(s) < length {
		return false
	}
	digits, runs, hexOnly := 0, 0, true
	kinds := map[rune]bool{}
	distinct := map[rune]bool{}
	prev := ' '
	for _, r := range s {
		k := kindOf(r)
		if k == 'd' {
			digits++
		}
		if k != prev && !(prev == 'U' && k == 'l') && k != '.' {
			runs++
		}
		kinds[k], distinct[r], prev = true, true, k
		hexOnly = hexOnly && strings.ContainsRune("0123456789abcdefABCDEF", r)
	}
	if len(distinct) < different || strings.Contains(s, "://") || sequential(s) {
		return false
	}
	letters := kinds['l'] || kinds['U']
	switch {
	case hexOnly && letters && digits > 2:
		return true
	case strings.Count(s, "/")+strings.Count(s, ".") > 2 && !kinds['U']:
		return false
	}
	if digits < 2 { // words in camelCase change kind too, but are longer
		return kinds['U'] && kinds['l'] && len(s) >= length*3/2 && (runs*5 > len(s)*2 || !kinds['.'] && len(aurora.Words(s))*3 > len(s))
	}
	return letters && runs*7 > len(s)*2
}

func kindOf(r rune) rune {
	switch {
	case unicode.IsDigit(r):
		return 'd'
	case unicode.IsUpper(r):
		return 'U'
	case unicode.IsLower(r):
		return 'l'
	}
	return '.'
}

// sequential reports whether a text is the alphabet or the digits in order, as in the
// alphabets of encodings.
func sequential(s string) bool {
	s = strings.ToLower(s)
	steps := 0
	for i := 1; i < len(s); i++ {
		if s[i] == s[i-1]+1 {
			steps++
		}
	}
	return steps*2 > len(s)
}
