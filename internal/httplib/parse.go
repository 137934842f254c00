package httplib

import (
	"fmt"
	"io/fs"
	"strconv"
	"strings"

	"github.com/auroravet/auroravet/internal/rows"
)

func parseAll(fsys fs.FS) (*table, error) {
	t := &table{rows: map[string]*Row{}, patterns: map[string][]*Row{}, clients: map[string]bool{}, fields: map[string]map[string]string{}, constants: map[string]bool{}, types: map[string]Type{}}
	err := rows.Read(fsys, rowFiles, func(name, text string) error {
		p := &parser{table: t, file: name}
		for line := range strings.Lines(text) {
			p.line++
			if err := p.parse(line); err != nil {
				return fmt.Errorf("%s:%d: %w", name, p.line, err)
			}
		}
		return nil
	})
	return t, err
}

// parser reads one file of rows.
type parser struct {
	table *table
	file  string
	line  int
	alias string
	paths []string
}

// parse reads a line: a comment, a package line, a skip line, a field line, a type line, a constant line or a row.
func (p *parser) parse(line string) error {
	words := rows.Words(line)
	switch {
	case len(words) == 0:
		return nil
	case words[0] == "package":
		if len(words) < 3 {
			return fmt.Errorf("a package line is: package ALIAS PATH [PATH ...]")
		}
		p.alias, p.paths = words[1], words[2:]
		return nil
	case len(words) < 2:
		return fmt.Errorf("a row is: FUNCTION OPERATION [OPERAND=ARG ...]")
	case len(p.paths) == 0:
		return fmt.Errorf("a row before the first package line")
	case words[0] == "skip":
		return p.skip(words)
	case words[0] == "field":
		return p.field(words)
	case words[0] == "constant":
		return p.constant(words)
	case words[0] == "type":
		return p.typ(words)
	}
	names, err := rows.Expand(words[0])
	if err != nil {
		return err
	}
	for _, path := range p.paths {
		for _, name := range names {
			row, err := p.row(append([]string{name}, words[1:]...), path)
			if err != nil {
				return err
			}
			if err := p.table.add(row); err != nil {
				return err
			}
		}
	}
	return nil
}

func (t *table) add(row *Row) error {
	if t.rows[row.Func] != nil {
		return fmt.Errorf("a second row for %s", row.Func)
	}
	t.rows[row.Func] = row
	t.list = append(t.list, row)
	if d, ok := row.Get("client"); ok && d.Arg == 0 && row.Method() {
		recv, _ := split(row.Func)
		t.clients[strings.Trim(recv, "().")] = true
	}
	if owner, base := split(row.Func); strings.Contains(base, "*") {
		t.patterns[owner] = append(t.patterns[owner], row)
	}
	return nil
}

// skip reads a line that says why functions have no row.
func (p *parser) skip(words []string) error {
	if len(words) < 3 {
		return fmt.Errorf("a skip line is: skip FUNCTION REASON")
	}
	names, err := rows.Expand(words[1])
	if err != nil {
		return err
	}
	for _, path := range p.paths {
		for _, name := range names {
			p.table.skipped = append(p.table.skipped, Skip{p.expand(name, path), path, strings.Join(words[2:], " ")})
		}
	}
	return nil
}

// field reads a line that says which property a field of a type is.
func (p *parser) field(words []string) error {
	dot := strings.LastIndexByte(words[1], '.')
	if len(words) != 3 || dot < 0 {
		return fmt.Errorf("a field line is: field TYPE.FIELD PROPERTY")
	}
	for _, path := range p.paths {
		typ := p.expand(words[1][:dot], path)
		if p.table.fields[typ] == nil {
			p.table.fields[typ] = map[string]string{}
		}
		p.table.fields[typ][words[1][dot+1:]] = words[2]
	}
	return nil
}

// typ reads a line that says what the values of a type are.
func (p *parser) typ(words []string) error {
	t := Type{}
	for _, w := range words[2:] {
		name, value, prop := strings.Cut(w, "=")
		flag := map[string]*bool{"token": &t.Token, "struct": &t.Struct, "open": &t.Open, "reply": &t.Reply}[w]
		switch {
		case flag != nil:
			*flag = true
		case !prop:
			return fmt.Errorf("a type line is: type TYPE [token] [struct] [open] [reply] [PROPERTY=TEXT ...]")
		case t.Props == nil:
			t.Props = map[string]string{name: value}
		default:
			t.Props[name] = value
		}
	}
	names, err := rows.Expand(words[1])
	if err != nil {
		return err
	}
	for _, path := range p.paths {
		for _, name := range names {
			p.table.types[p.expand(name, path)] = t
		}
	}
	return nil
}

// constant reads a line that names package variables which nobody sets.
func (p *parser) constant(words []string) error {
	names, err := rows.Expand(words[1])
	if err != nil || len(words) != 2 {
		return fmt.Errorf("a constant line is: constant VARIABLE")
	}
	for _, path := range p.paths {
		for _, name := range names {
			p.table.constants[p.expand(name, path)] = true
		}
	}
	return nil
}

// expand writes the alias of a function name as the package's path.
func (p *parser) expand(name, path string) string {
	prefix := ""
	for strings.HasPrefix(name, "(") || strings.HasPrefix(name, "*") {
		prefix, name = prefix+name[:1], name[1:]
	}
	if rest, ok := strings.CutPrefix(name, p.alias+"."); ok {
		name = path + "." + rest
	}
	return prefix + name
}

// row makes the row of one function.
func (p *parser) row(words []string, path string) (*Row, error) {
	if !strings.Contains(words[0], p.alias+".") {
		return nil, fmt.Errorf("%s does not begin with the package's name %s", words[0], p.alias)
	}
	r := &Row{Func: p.expand(words[0], path), Op: words[1], File: p.file, Line: p.line, pkg: path}
	op, ok := Ops[r.Op]
	if !ok {
		return nil, fmt.Errorf("unknown operation %q", r.Op)
	}
	for _, w := range words[2:] {
		name, arg, ok := strings.Cut(w, "=")
		if !ok || name == "" {
			return nil, fmt.Errorf("operand %q has no =", w)
		}
		o := Operand{Name: name, Arg: -1, Text: p.expand(arg, path)}
		number, first := strings.CutSuffix(arg, "...")
		if n, err := strconv.Atoi(number); err == nil {
			o.First = first
			o.Arg, o.Index = n, n
			if r.Method() {
				o.Arg++
			}
			o.Text = ""
		} else if arg == "recv" {
			if !r.Method() {
				return nil, fmt.Errorf("%s has no receiver", r.Func)
			}
			o.Arg, o.Text = 0, ""
		}
		r.Operands = append(r.Operands, o)
	}
	if fault := op.fault(r); fault != "" {
		return nil, fmt.Errorf("%s", fault)
	}
	return r, nil
}
