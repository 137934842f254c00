package hosts

import (
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/auroravet/auroravet/internal/aurora"
	"github.com/auroravet/auroravet/internal/conftext"
	"github.com/auroravet/auroravet/passes/literals"
)

// inText returns the sandbox hosts that a page or settings text is bound to, and the
// production host of the first mixed pair.
func (p *pkg) inText(t conftext.Text) (found []aurora.HostRef, with string) {
	refs := p.words.HostsIn(t.Clean)
	for _, r := range refs {
		if r.Class != aurora.Sandbox || t.Conditional(r.Start) || t.Kind == conftext.Markup && betweenTags(t.Clean, r.Start) {
			continue
		}
		own, keyed := settingAt(t, r.Start)
		if keyed && (slices.ContainsFunc(own.Keys, trial) || conftext.Read(own.Value).Kind == conftext.Prose) {
			continue // it is named for its environment, or a text for people
		}
		other, one := p.counterpart(t, refs, r, own, keyed)
		switch {
		case one:
			if with == "" {
				with = other.Host
				found = slices.Insert(found, 0, r)
			}
		case other.Host != "":
			continue // a choice between both
		default:
			found = append(found, r)
		}
	}
	return found, with
}

// counterpart looks for a production host that stands in the same text. one says that
// both are one configuration value; otherwise they are there to choose from.
func (p *pkg) counterpart(t conftext.Text, refs []aurora.HostRef, r aurora.HostRef, own conftext.Setting, keyed bool) (other aurora.HostRef, one bool) {
	for _, q := range refs {
		if q.Class != aurora.Production {
			continue
		}
		s, k := settingAt(t, q.Start)
		switch {
		case keyed && k && s.Start == own.Start && conftext.Read(own.Value).Kind == conftext.Header: // one policy
		case keyed && k && s.Section() == own.Section() && s.Key() != own.Key():
			if pairsOAuth(r.Host, q.Host) {
				return q, true
			}
			if pathOf(s) == pathOf(own) && service(q.Host) == service(r.Host) { // elements of one list
				other = q
			}
		case keyed != k:
		case keyed && pathOf(s) != pathOf(own):
		case !keyed && inPolicy(t.Clean, r.Start):
		case service(q.Host) == service(r.Host):
			other = q
		}
	}
	return other, false
}

// betweenTags reports whether a place in a page is text that people read, not an
// attribute or a script.
func betweenTags(text string, offset int) bool {
	before := strings.ToLower(text[:offset])
	tag := strings.LastIndexAny(before, "<>")
	return tag >= 0 && before[tag] == '>' && strings.LastIndex(before, "<script") <= strings.LastIndex(before, "</script") &&
		strings.LastIndex(before, "<style") <= strings.LastIndex(before, "</style")
}

// inPolicy reports whether a place in a page is inside a content security policy.
func inPolicy(text string, offset int) bool {
	quoted := text[strings.LastIndexAny(text[:offset], `"<`)+1 : offset]
	return strings.Contains(quoted, "-src ")
}

// pathOf is the path of a setting without the positions in lists.
func pathOf(s conftext.Setting) string {
	var out []string
	for _, k := range s.Keys {
		if _, err := strconv.Atoi(k); err != nil {
			out = append(out, k)
		}
	}
	return strings.Join(out, "\x00")
}

func settingAt(t conftext.Text, offset int) (conftext.Setting, bool) {
	if t.Kind != conftext.Settings {
		return conftext.Setting{}, false
	}
	for _, s := range t.Settings {
		if s.Start <= offset && offset < s.End {
			return s, true
		}
	}
	return conftext.Setting{}, false
}

// embedded reads the files that the package embeds.
func (p *pkg) embedded() {
	files := literals.Embedded(p.pass)
	for _, f := range files {
		if len(p.words.HostsIn(f.Text)) == 0 {
			continue
		}
		t := conftext.ReadFile(f.Name, f.Text)
		p.plainFile(f, t)
		var refs []aurora.HostRef
		with := ""
		switch t.Kind {
		case conftext.Prose:
			continue
		case conftext.Value, conftext.Header:
			refs = slices.DeleteFunc(p.words.HostsIn(t.Clean), func(r aurora.HostRef) bool { return r.Class != aurora.Sandbox })
		default:
			refs, with = p.inText(t)
		}
		if len(refs) == 0 {
			continue
		}
		b := Binding{Range: f.Var, Host: shownHost(refs[0].Host), File: f.Name, Line: 1 + strings.Count(f.Text[:refs[0].Start], "\n"), With: with}
		if with != "" {
			b.Why = Mixed
		}
		p.result.All = append(p.result.All, b)
		if with != "" || !p.offeredFile(f, files) {
			p.bind(b)
		}
	}
}

// liveSibling reports whether g is for production what f is for another environment: a
// file of the same kind beside it, and no example of one.
func (p *pkg) liveSibling(f, g literals.File) bool {
	if path.Ext(f.Name) != path.Ext(g.Name) || path.Dir(f.Name) != path.Dir(g.Name) && !live(g.Name) || aurora.HasWord(g.Name, exampleWords) {
		return false
	}
	return live(g.Name) || slices.ContainsFunc(p.words.HostsIn(g.Text), func(r aurora.HostRef) bool { return r.Class == aurora.Production })
}

var exampleWords = []string{"example", "examples", "sample", "template", "dist"}

// tags judges the default values in struct tags.
func (p *pkg) tags() {
	for _, d := range p.Defaults() {
		p.plainTag(d)
		refs := slices.DeleteFunc(p.words.HostsIn(d.Value), func(r aurora.HostRef) bool { return r.Class != aurora.Sandbox })
		if len(refs) == 0 {
			continue
		}
		pos, end := literals.At(d.Tag, d.Value)
		b := Binding{Range: span{pos, end}, Why: Fallback, Host: shownHost(refs[0].Host)}
		if d.Field != nil {
			b.Name = d.Field.Name()
		}
		p.result.All = append(p.result.All, b)
		if trial(b.Name) || slices.ContainsFunc(d.Names, setting) || trial(d.Type) && len(p.prods) > 0 {
			continue
		}
		p.bind(b)
	}
}
