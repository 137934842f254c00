package elements

import (
	"strings"

	"github.com/auroravet/auroravet/internal/aurora"
	"github.com/auroravet/auroravet/internal/conftext"
	"github.com/auroravet/auroravet/internal/lazyregexp"
)

// What stands before an address in a page or script that loads it.
var (
	attribute  = lazyregexp.New(`(?i)<(\w+)\b[^<>]*[\s"']:?(?:src|href)\s*=\s*\\?["']?$`)
	statement  = lazyregexp.New(`(?:\b(?:from|import)|\b(?:import|importScripts|require|Worker|SharedWorker)\s*\(|\.(?:src|href)\s*=|\bsetAttribute\(\s*\\?["'](?:src|href)\\?["']\s*,)\s*\\?["'` + "`" + `]$`)
	loader     = lazyregexp.New(`(?i)\b\w*(?:load|inject|addScript|addModule|appendScript)\w*\(\s*\\?["'` + "`" + `]$`)
	assignment = lazyregexp.New(`(?:^|[^=!<>])[=:]\s*\\?["'` + "`" + `]$|[\[,]\s*\\?["'` + "`" + `]$`)
	quoted     = lazyregexp.New(`^[^\s"'` + "`" + `<>]*\\?["'` + "`" + `]`)
	baseTag    = lazyregexp.New(`(?i)<base\b[^>]*\bhref\s*=`)
	key        = lazyregexp.New(`^[^\s"'` + "`" + `<>]*\\?["'` + "`" + `]\s*:`)
	closedTag  = lazyregexp.New(`<[!/]?[a-z][^<>]*>$`)
	joined     = lazyregexp.New(`\+\s*\\?["'` + "`" + `]$`)
	asked      = lazyregexp.New(`(?i)\b(?:includes|endsWith|indexOf|match|test|startsWith|equals)\(\s*\\?["'` + "`" + `]$|[=!]==?\s*\\?["'` + "`" + `]$`)
)

// loads says whether a text that holds the address of the script loads it from there.
func loads(t conftext.Text, s aurora.Script) bool {
	before, after := t.Clean[:s.Start], t.Clean[s.End:]
	shown := betweenTags(before)
	before = before[max(0, len(before)-300):]
	switch t.Kind {
	case conftext.Header:
		return strings.HasSuffix(before, "<") && strings.HasPrefix(strings.TrimLeft(after, "?=&abcdefghijklmnopqrstuvwxyz0123456789.-"), ">")
	case conftext.Settings:
		for _, v := range t.Settings {
			if v.Start <= s.Start && s.End <= v.End {
				return s.Source == aurora.OtherSource || strings.HasPrefix(s.URL, "/") && !aurora.OfficialScriptPath(s.URL)
			}
		}
		return false
	case conftext.Markup:
		return !shown && inMarkup(t.Clean, before, after, s)
	}
	return false
}

// betweenTags says whether a place in a page is text that people read: after a tag, and in no
// script.
func betweenTags(before string) bool {
	before = strings.ToLower(before)
	tag := strings.LastIndexAny(before, "<>")
	return tag >= 0 && before[tag] == '>' && closedTag().MatchString(before[:tag+1]) && strings.LastIndex(before, "<script") <= strings.LastIndex(before, "</script")
}

func inMarkup(text, before, after string, s aurora.Script) bool {
	if joined().MatchString(before) || asked().MatchString(before) || s.Source == aurora.OwnSource && baseTag().MatchString(text) {
		return false
	}
	if script, said := loadsNext(before); said {
		return script
	}
	return s.Path && !key().MatchString(after) && assignment().MatchString(before) && quoted().MatchString(after) &&
		(s.Source == aurora.OtherSource || !aurora.OfficialScriptPath(s.URL))
}

// loadsNext says whether the address that comes after a text is one that a script is loaded from; said is false
// when the text tells nothing of it.
func loadsNext(before string) (script, said bool) {
	if m := attribute().FindStringSubmatch(before); m != nil {
		tag := strings.ToLower(m[1])
		return tag == "script" || tag == "link", true
	}
	script = statement().MatchString(before) || loader().MatchString(before)
	return script, script
}
