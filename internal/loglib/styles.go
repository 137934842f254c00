package loglib

// Base is what is printed of a value whose methods are not asked.
type Base uint8

const (
	Fmt     Base = iota // fmt's %v: fields without names, nested pointers as addresses
	FmtPlus             // fmt's %+v
	FmtGo               // fmt's %#v
	JSON                // encoding/json: exported fields by their tags, pointers followed
	XML                 // encoding/xml
	YAML                // exported fields by their yaml tags, pointers followed
	Deep                // everything, unexported fields and pointers too
)

// Style is how a sink or encoder shows a value.
type Style struct {
	ID   uint8
	Name string
	// First are the methods that the sink asks of the value itself, the first found wins.
	First []string
	Base  Base
	// Elements: the elements of a list are printed one by one, each like a value of its own.
	Elements bool
	// Calls: functions without parameters are called, and what they return is shown.
	Calls bool
	// Unless is the field of the receiver that, when it is set, keeps the sink from asking methods.
	Unless string
}

// styles are the ways of printing, read from the sources of the pinned libraries.
// The place in the list is the identity that travels in facts: add at the end.
var styles = []*Style{
	{Name: "v", Base: Fmt},
	{Name: "+v", Base: FmtPlus},
	{Name: "#v", Base: FmtGo},
	{Name: "json", Base: JSON},
	{Name: "yaml", Base: YAML},
	{Name: "xml", Base: XML},
	{Name: "deep", First: []string{"Error", "String"}, Base: Deep},
	{Name: "slog", First: []string{"LogValue", "MarshalText"}, Base: FmtPlus},
	{Name: "slogjson", First: []string{"LogValue", "MarshalJSON", "Error"}, Base: JSON},
	{Name: "zapany", First: []string{"MarshalLogObject", "MarshalLogArray", "Error", "String"}, Base: JSON},
	{Name: "zapobject", First: []string{"MarshalLogObject", "MarshalLogArray"}, Base: JSON},
	{Name: "string", First: []string{"String"}, Base: FmtPlus},
	{Name: "zerolog", First: []string{"MarshalZerologObject", "MarshalZerologArray"}, Base: JSON},
	{Name: "zerofields", First: []string{"Error", "MarshalZerologObject"}, Base: JSON},
	{Name: "klog", First: []string{"String", "Error", "MarshalLog", "LogValue"}, Base: JSON},
	{Name: "logr", First: []string{"MarshalLog", "String", "Error", "LogValue", "MarshalLogObject"}, Base: JSON}, // of any of its sinks
	{Name: "kit", First: []string{"MarshalText", "Error", "String"}, Base: JSON, Calls: true},
	{Name: "charm", First: []string{"Error", "String"}, Base: FmtPlus},
	{Name: "error", First: []string{"Error"}, Base: Fmt},
	{Name: "errorjson", First: []string{"Error"}, Base: JSON},
	{Name: "hclog", Base: Fmt, Elements: true},
	{Name: "spew", First: []string{"Error", "String"}, Base: Deep, Unless: "DisableMethods"},
	{Name: "bare", Base: Deep},
}

// Styles are the ways of printing by name.
var Styles = func() map[string]*Style {
	m := map[string]*Style{}
	for i, s := range styles {
		s.ID = uint8(i)
		m[s.Name] = s
	}
	return m
}()

// StyleOf returns the style of an identity, or nil.
func StyleOf(id uint8) *Style {
	if int(id) >= len(styles) {
		return nil
	}
	return styles[id]
}
