package report

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os/exec"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// schemaModule has a copy of the schema of SARIF 2.1.0 that OASIS publishes.
const schemaModule = "github.com/owenrumney/go-sarif/v3@v3.3.1"

// readSchema reads the schema out of the module, which comes through the module proxy.
func readSchema(t *testing.T) map[string]any {
	t.Helper()
	cmd := exec.Command("go", "mod", "download", "-json", schemaModule)
	cmd.Dir = t.TempDir()
	out, err := cmd.Output()
	var module struct{ Dir, Error string }
	if json.Unmarshal(out, &module) != nil || err != nil || module.Error != "" {
		t.Fatalf("%s cannot be downloaded: %v %s", schemaModule, err, module.Error)
	}
	f, err := parser.ParseFile(token.NewFileSet(), filepath.Join(module.Dir, "pkg", "report", "v210", "sarif", "schema.go"), nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var text string
	ast.Inspect(f, func(n ast.Node) bool {
		if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING && len(lit.Value) > len(text) {
			text = lit.Value
		}
		return true
	})
	text, err = strconv.Unquote(text)
	if err != nil {
		t.Fatal(err)
	}
	var schema map[string]any
	if err := json.Unmarshal([]byte(text), &schema); err != nil {
		t.Fatal(err)
	}
	return schema
}

// schema checks values by the keywords of JSON schema that the one of SARIF uses.
type schema struct{ root map[string]any }

// problems returns what is wrong with a value, by its path.
func (s schema) problems(path string, rule map[string]any, v any) []string {
	if ref, ok := rule["$ref"].(string); ok {
		rule = s.root
		for name := range strings.SplitSeq(strings.TrimPrefix(ref, "#/"), "/") {
			rule = rule[name].(map[string]any)
		}
	}
	var out []string
	wrong := func(format string, args ...any) { out = append(out, path+": "+fmt.Sprintf(format, args...)) }
	for name, arg := range rule {
		switch name {
		case "type":
			types, several := arg.([]any)
			if !several {
				types = []any{arg}
			}
			if got := typeOf(v); !slices.Contains(types, any(got)) && !(arg == "number" && got == "integer") {
				wrong("%s, want %s", got, arg)
			}
		case "enum":
			if !slices.Contains(arg.([]any), v) {
				wrong("%v is none of %v", v, arg)
			}
		case "anyOf", "oneOf":
			n := 0
			for _, r := range arg.([]any) {
				if len(s.problems(path, r.(map[string]any), v)) == 0 {
					n++
				}
			}
			if n == 0 || name == "oneOf" && n > 1 {
				wrong("%d of %s fit", n, name)
			}
		case "pattern":
			if text, ok := v.(string); ok && !regexp.MustCompile(arg.(string)).MatchString(text) {
				wrong("%q does not match %s", text, arg)
			}
		case "minimum":
			if x, ok := v.(float64); ok && x < arg.(float64) {
				wrong("%v is less than %v", x, arg)
			}
		}
	}
	switch v := v.(type) {
	case map[string]any:
		out = append(out, s.object(path, rule, v)...)
	case []any:
		out = append(out, s.array(path, rule, v)...)
	}
	return out
}

func (s schema) object(path string, rule, v map[string]any) []string {
	var out []string
	required, _ := rule["required"].([]any)
	for _, name := range required {
		if _, ok := v[name.(string)]; !ok {
			out = append(out, fmt.Sprintf("%s: no %s", path, name))
		}
	}
	properties, _ := rule["properties"].(map[string]any)
	for name, field := range v {
		of, known := properties[name].(map[string]any)
		if !known {
			if rule["additionalProperties"] == false {
				out = append(out, fmt.Sprintf("%s: %s is not known", path, name))
			}
			of, _ = rule["additionalProperties"].(map[string]any)
		}
		out = append(out, s.problems(path+"."+name, of, field)...)
	}
	return out
}

func (s schema) array(path string, rule map[string]any, v []any) []string {
	var out []string
	if least, ok := rule["minItems"].(float64); ok && len(v) < int(least) {
		out = append(out, path+": too few")
	}
	items, _ := rule["items"].(map[string]any)
	for i, x := range v {
		out = append(out, s.problems(fmt.Sprintf("%s[%d]", path, i), items, x)...)
		if rule["uniqueItems"] == true && slices.ContainsFunc(v[:i], func(y any) bool { return reflect.DeepEqual(x, y) }) {
			out = append(out, fmt.Sprintf("%s[%d]: twice", path, i))
		}
	}
	return out
}

func typeOf(v any) string {
	switch v := v.(type) {
	case string:
		return "string"
	case bool:
		return "boolean"
	case float64:
		if v == float64(int64(v)) {
			return "integer"
		}
		return "number"
	case []any:
		return "array"
	case map[string]any:
		return "object"
	}
	return "null"
}

// TestSARIF holds the form to the schema, and to what GitHub's documentation asks for beyond it.
func TestSARIF(t *testing.T) {
	root := readSchema(t)
	s := schema{root}
	for name, r := range map[string]*Report{"sample": sample(), "empty": new(Report)} {
		var log map[string]any
		text := written(t, r, "sarif")
		if err := json.Unmarshal([]byte(text), &log); err != nil {
			t.Fatal(err)
		}
		for _, p := range s.problems("", root, log) {
			t.Errorf("%s%s", name, p)
		}
	}

	var log sarifLog
	if err := json.Unmarshal([]byte(written(t, sample(), "sarif")), &log); err != nil {
		t.Fatal(err)
	}
	run := log.Runs[0]
	if len(run.Results) != 4 || len(run.Tool.Driver.Rules) != 3 {
		t.Fatalf("%d results of %d rules", len(run.Results), len(run.Tool.Driver.Rules))
	}
	for _, res := range run.Results {
		rule := run.Tool.Driver.Rules[res.RuleIndex]
		at := res.Locations[0].PhysicalLocation
		if rule.ID != res.RuleID || rule.Help.Text == "" || rule.Help.Markdown == "" || rule.ShortDescription.Text == "" {
			t.Errorf("rule %+v of %s", rule, res.RuleID)
		}
		if at.ArtifactLocation.URI != "svc/a%20b/%C3%BC.go" || at.Region.StartLine < 3 || res.PartialFingerprints[fingerprintName] == "" {
			t.Errorf("result %+v", res)
		}
	}
	if got := run.Results[3].Suppressions; len(got) != 1 || got[0].Kind != "inSource" || got[0].Justification != odd || run.Results[0].Suppressions != nil {
		t.Errorf("suppressions are %+v", got)
	}
	if in := run.Invocations[0]; in.ExecutionSuccessful || len(in.ToolExecutionNotifications) != 2 {
		t.Errorf("the run is %+v", in)
	}
}

// TestSchema holds that the schema refuses what is wrong.
func TestSchema(t *testing.T) {
	root := readSchema(t)
	good := written(t, sample(), "sarif")
	for _, test := range [][2]string{
		{`"version": "2.1.0"`, `"version": "2.0"`},
		{`"columnKind": "utf16CodeUnits"`, `"columnKind": "bytes"`},
		{`"startLine": 3`, `"startLine": 0`},
		{`"startLine": 3`, `"startLine": "3"`},
		{`"executionSuccessful": false`, `"executionSuccess": false`},
		{`"kind": "inSource"`, `"kind": "comment"`},
		{`"driver": {`, `"drivers": {`},
	} {
		var log any
		if err := json.Unmarshal([]byte(strings.Replace(good, test[0], test[1], 1)), &log); err != nil || !strings.Contains(good, test[0]) {
			t.Fatalf("%s: %v", test[0], err)
		}
		if (schema{root}).problems("", root, log) == nil {
			t.Errorf("%s is taken", test[1])
		}
	}
}
