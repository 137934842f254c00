package eval

import "strings"

// This file holds pipes and the templates that bodies are written with.

// pipe is a reader and a writer with one content.
func (o *op) pipe() Value {
	r, _ := o.make("io.Pipe", structObject)
	return &Tuple{Vals: []Value{r, r}}
}

// render writes the text of a template to on, with a hole for each action.
func (o *op) render() Value {
	for _, obj := range o.objects(o.arg("text")) {
		text, ok := IsConst(orNil(obj.Fields["text"]))
		if !ok {
			break
		}
		o.append(o.arg("on"), o.filled(text, orNil(o.arg("data"))))
		return o.m.sym(o.f, &Sym{Origin: Result, Name: "error of " + o.row.Func, Type: o.x.Returns()})
	}
	return nil
}

// filled fills the actions of a template: a field of the data where one names just that.
func (o *op) filled(text string, data Value) Value {
	var parts []Value
	for text != "" {
		before, rest, ok := strings.Cut(text, "{{")
		parts = append(parts, Str(before))
		if !ok {
			break
		}
		var action string
		action, text, _ = strings.Cut(rest, "}}")
		parts = append(parts, o.action(strings.Trim(action, "- "), data))
	}
	return concat(parts...)
}

func (o *op) action(name string, data Value) Value {
	if field, ok := strings.CutPrefix(name, "."); ok && !strings.ContainsAny(field, ". |") {
		for _, id := range o.m.target(o.f, o.st, data) {
			return o.m.field(o.st, id, field, "string")
		}
	}
	return o.derived("action " + name)
}
