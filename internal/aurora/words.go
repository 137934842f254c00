package aurora

import (
	"slices"
	"strings"
	"unicode"
)

// Words returns the lower-cased words of an identifier in any casing: camelCase,
// snake_case, kebab-case, dotted. An acronym is one word (PANNumber is pan number),
// digits belong to the word before them (CVV2 is cvv2, track2Data is track2 data).
func Words(ident string) []string {
	var words []string
	for part := range strings.FieldsFuncSeq(ident, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		words = appendWords(words, []rune(part))
	}
	return words
}

// appendWords splits a run of letters and digits.
func appendWords(words []string, run []rune) []string {
	start := 0
	for i := 1; i <= len(run); i++ {
		if i < len(run) && !wordStarts(run, start, i) {
			continue
		}
		w := strings.ToLower(string(run[start:i]))
		if n := len(words); start > 0 && words[n-1] == "o" && strings.HasPrefix(w, "auth") {
			words[n-1] = "o" + w // OAuth is written with two capitals and is one word
		} else {
			words = append(words, w)
		}
		start = i
	}
	return words
}

// wordStarts says whether a new word starts at run[i], in a word that began at start.
func wordStarts(run []rune, start, i int) bool {
	prev, cur := run[i-1], run[i]
	switch {
	case unicode.IsDigit(cur):
		return false
	case unicode.IsDigit(prev):
		return !unicode.IsDigit(run[start])
	case !unicode.IsUpper(cur):
		return false
	case !unicode.IsUpper(prev):
		return true
	}
	// Between capitals: the last one begins the next word (IDToken), but a plural
	// keeps its s (PANs, userIDs).
	next := i + 1
	if next >= len(run) || !unicode.IsLower(run[next]) {
		return false
	}
	plural := run[next] == 's' && (next+1 == len(run) || !unicode.IsLower(run[next+1]))
	return !plural
}

// EnvName says whether an environment name or configuration key has one of the
// API's words (AURORA_BASE_URL, aurora.base_url, FLUTE2_OAUTH_URL) and is not the
// name of a database or a queue: AWS Aurora is another product.
func (v *Vocabulary) EnvName(name string) bool {
	words := Words(name)
	return slices.ContainsFunc(words, v.providerWord) && !slices.ContainsFunc(words, isStoreWord)
}

// ProviderWord says whether an identifier, a type name or a package name has one of
// the API's words. Package names are mashed (auroraapi, fluteclient), so a word may
// go on with words that are common there; flutes and arises do not count.
func (v *Vocabulary) ProviderWord(ident string) bool {
	words := Words(ident)
	return !slices.ContainsFunc(words, isStoreWord) && slices.ContainsFunc(words, func(w string) bool {
		return v.providerWord(w) || v.mashed(w)
	})
}

func (v *Vocabulary) providerWord(w string) bool {
	return slices.Contains(v.lists[EnvWords], w) ||
		slices.Contains(v.lists[EnvWords], strings.TrimRight(w, "0123456789"))
}

// mashed says whether w is an API word with words of mashTails around it.
func (v *Vocabulary) mashed(w string) bool {
	return slices.ContainsFunc(v.lists[EnvWords], func(p string) bool {
		before, after, ok := strings.Cut(w, p)
		return ok && onlyTails(before) && onlyTails(strings.TrimRight(after, "0123456789"))
	})
}

func onlyTails(s string) bool {
	return s == "" || slices.ContainsFunc(mashTails, func(t string) bool {
		rest, ok := strings.CutPrefix(s, t)
		return ok && onlyTails(rest)
	})
}

// mashTails are the words that package names put next to the name of a provider.
var mashTails = []string{
	"adapter", "api", "app", "auth", "backend", "base", "billing", "charge", "charges", "checkout", "cfg", "cli", "client", "clients", "conf",
	"config", "conn", "connector", "core", "ctl", "data", "driver", "elements", "env", "errors", "event", "events", "fake", "gateway", "gen",
	"go", "gw", "handler", "hook", "hooks", "http", "httpx", "impl", "int", "integration", "internal", "isv", "key", "kit", "lib", "link",
	"links", "merchant", "mock", "model", "models", "my", "new", "oauth", "partner", "pay", "payment", "payments", "payout", "payouts", "pkg",
	"platform", "portal", "pos", "processor", "provider", "proxy", "psp", "refund", "refunds", "rest", "sale", "sales", "sandbox", "sdk",
	"server", "service", "services", "stub", "svc", "terminal", "terminals", "test", "tests", "token", "transport", "types", "url", "util",
	"utils", "v", "wallet", "webhook", "webhooks", "worker", "wrapper",
}

// storeWords mark a name as one of a database or a queue: AWS Aurora is one, and a
// payments service has its own.
var storeWords = []string{
	"amqp", "borealis", "cluster", "database", "databases", "db", "dbs", "dsn", "jdbc", "kafka", "memcached", "mongo", "mongodb", "mysql", "nats", "pg", "pgx",
	"postgres", "postgresql", "rabbitmq", "rds", "redis", "replica", "smtp", "sql",
}

func isStoreWord(w string) bool { return slices.Contains(storeWords, w) }
