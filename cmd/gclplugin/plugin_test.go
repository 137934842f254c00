package gclplugin

import (
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/tools/go/analysis"
)

func TestUnderPluginName(t *testing.T) {
	inner := &analysis.Analyzer{Name: "inner", Run: func(pass *analysis.Pass) (any, error) {
		pass.Report(analysis.Diagnostic{Message: "found (" + pass.Analyzer.Name + ")"})
		return nil, nil
	}}
	outer := underPluginName(inner)
	var got string
	pass := &analysis.Pass{Analyzer: outer, Report: func(d analysis.Diagnostic) { got = d.Message }}
	if _, err := outer.Run(pass); err != nil || outer.Name != "auroravet" || inner.Name != "inner" || pass.Analyzer != outer || got != "found (inner)" {
		t.Errorf("%s in %s reports %q, %v", inner.Name, outer.Name, got, err)
	}
}

func TestEmbedded(t *testing.T) {
	root := t.TempDir()
	write := func(name, text string) {
		t.Helper()
		name = filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	write("go.mod", "module example.com/m\n")
	write("sub/sub.go", "package sub\n")
	t.Chdir(filepath.Join(root, "sub"))
	if got := embedded(); got != nil {
		t.Error("a key for nothing")
	}
	write("web/web.go", "package web\n\nimport _ \"embed\"\n\n//go:embed page.html\nvar page string\n")
	write("web/page.html", "<p>")
	first := embedded()
	write("web/other.html", "<p>")
	if again := embedded(); len(first) != 1 || first[0].Name != again[0].Name {
		t.Error("the key changes with files that nothing embeds")
	}
	if err := analysis.Validate(first); err != nil {
		t.Error(err)
	}
	write("web/page.html", "<b>")
	if again := embedded(); first[0].Name == again[0].Name {
		t.Error("the key stays when an embedded file changes")
	}
}
