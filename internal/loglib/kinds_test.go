package loglib

import (
	"go/types"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/auroravet/auroravet/internal/rows"
	"github.com/auroravet/auroravet/internal/testmodule"
)

// TestKinds resolves what the lines are about in the standard library and the libraries that testdata pins.
func TestKinds(t *testing.T) {
	var funcs, others []string
	for kind, names := range kinds() {
		for name := range names {
			switch kind {
			case Ends, Validates, Refused, Handles:
				funcs = append(funcs, name)
			case Part, FieldType, Record, Output, Shown, Nowhere, Logger, Format, InJSON, Rewrites:
				others = append(others, name)
			}
		}
	}
	paths := map[string]bool{}
	for _, name := range funcs {
		paths[rows.PackageOf(name)] = true
	}
	for _, name := range others {
		paths[packageOf(name)] = true
	}
	maps.DeleteFunc(paths, func(path string, _ bool) bool { return older[path] })
	pkgs := testmodule.Packages(t, slices.Sorted(maps.Keys(paths)))
	known := testmodule.Promoted(pkgs)
	for _, name := range funcs {
		if known[name] == nil && !older[rows.PackageOf(name)] {
			t.Errorf("there is no function %s", name)
		}
	}
	for _, name := range others {
		path := packageOf(name)
		object, field, _ := strings.Cut(strings.TrimPrefix(name, path+"."), ".")
		if older[path] {
			continue
		}
		obj := pkgs[path].Scope().Lookup(object)
		if obj == nil {
			t.Errorf("there is no %s", name)
		} else if f, _, _ := types.LookupFieldOrMethod(obj.Type(), true, pkgs[path], field); field != "" && f == nil {
			t.Errorf("%s.%s has no field %s", path, object, field)
		}
	}
}

// older are the packages that the nested module does not pin.
var older = map[string]bool{"golang.org/x/exp/slog": true}

// packageOf is the import path in the name of a type, a variable or a field.
func packageOf(name string) string {
	slash := strings.LastIndexByte(name, '/') + 1
	path, _, _ := strings.Cut(name[slash:], ".")
	return name[:slash] + path
}

func TestWithin(t *testing.T) {
	for path, want := range map[string]bool{
		"go.uber.org/zap": true, "go.uber.org/zap/zapcore": true, "k8s.io/klog/v2": true,
		"go.uber.org/zapper": false, "go.uber.org": false, "log": false, "": false,
	} {
		if Within(path, Observes) != want {
			t.Errorf("Within(%q) is %v", path, !want)
		}
	}
}
