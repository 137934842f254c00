package aurora

import (
	"slices"
	"strings"
)

// SecretKind says what kind of credential a name is of.
type SecretKind uint8

const (
	NotSecret SecretKind = iota
	Secret               // a secret, password, token or key
	ClientID             // no secret alone, half of a credential beside one
)

// secretNames are names of credentials, words joined. Several of one kind count like one.
var secretNames = []string{
	"secret", "clientsecret", "webhooksecret", "hmacsecret", "signingsecret", "sharedsecret", "appsecret", "apisecret", "consumersecret",
	"password", "passwd", "pwd", "pass", "passphrase", "token", "accesstoken", "refreshtoken", "bearertoken", "authtoken", "apitoken", "idtoken", "jwt", "bearer",
	"apikey", "secretkey", "privatekey", "signingkey", "hmackey", "accesskey", "authkey", "encryptionkey", "masterkey", "webhookkey",
	"credential",
}

var clientIDNames = []string{"clientid"}

// thingWords after a secret name make it the name of something about the secret.
var thingWords = []string{
	"name", "names", "url", "uri", "endpoint", "path", "host", "type", "kind", "field", "fields", "header", "headers", "env", "var", "variable", "id", "ids", "file", "filename",
	"dir", "length", "len", "size", "expiry", "expires", "expiration", "expired", "exp", "ttl", "lifetime", "count", "limit", "cache", "source", "store", "provider", "manager",
	"param", "prefix", "suffix", "regex", "regexp", "pattern", "label", "title", "hint", "help", "usage", "desc", "description", "placeholder", "version", "format", "timeout",
	"hash", "error", "err", "request", "response", "handler", "ref", "arn", "scheme", "duration", "scope", "scopes", "audience", "issuer", "status", "state", "at", "flag",
	"policy", "rule", "rules", "required", "missing", "msg", "message", "grant", "refresher", "buffer", "skew", "leeway", "margin", "reader", "writer", "validator", "alg", "algorithm",
	"alias", "location", "mount", "namespace", "tag", "stage", "mode", "style", "column", "table", "property", "attribute", "attr", "annotation", "cookie", "event", "topic",
	"metric", "template", "separator", "realm", "method", "region", "zone", "interval", "period", "backend", "engine", "strategy", "transport", "subject", "class", "group", "owner",
	"delimiter", "keyring", "bucket", "charset", "alphabet", "plugin", "driver", "resolver", "rotation", "schedule", "encrypted", "ciphertext", "digest", "fingerprint", "checksum", "sha", "sha1", "sha256", "sha512", "md5",
}

// otherSecrets before a secret name make it a name, a question or a token that is no credential.
var otherSecrets = []string{
	"header", "env", "field", "param", "flag", "no", "max", "min", "num", "has", "is", "use", "err", "invalid", "missing", "public", "hashed", "masked", "redacted",
	"encrypted", "sealed", "ciphertext",
	"next", "page", "continuation", "sync", "cancel", "cancellation", "card", "payment", "boarding", "csrf", "xsrf", "idempotency", "lexer", "syntax", "stop", "start", "end", "sort",
}

// SecretName says whether a variable, field, key or constant of this name holds a
// credential. The last word decides: clientSecret does, secretName and tokenURL do
// not. Whether the value is one is another question (Placeholder).
func SecretName(ident string) SecretKind {
	words := Words(ident)
words:
	for i := range words {
		for n := min(len(words)-i, 2); n > 0; n-- {
			kind := secretKind(strings.Join(words[i:i+n], ""))
			if kind == NotSecret {
				continue
			}
			about := func(list []string) func(string) bool { return func(w string) bool { return slices.Contains(list, w) } }
			if slices.ContainsFunc(words[:i], about(otherSecrets)) {
				return NotSecret
			}
			if slices.ContainsFunc(words[i+n:], about(thingWords)) {
				continue words // a later word may be of the secret of that thing: tokenRegionSecret
			}
			return kind
		}
	}
	return NotSecret
}

func secretKind(joined string) SecretKind {
	in := func(list []string) bool {
		return slices.Contains(list, joined) || slices.Contains(list, strings.TrimSuffix(joined, "s"))
	}
	switch {
	case in(clientIDNames):
		return ClientID
	case in(secretNames):
		return Secret
	}
	return NotSecret
}
