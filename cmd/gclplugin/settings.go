package gclplugin

import (
	"errors"
	"flag"
	"fmt"
	"maps"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/auroravet/auroravet/analyzers"
	"github.com/auroravet/auroravet/passes/vocabulary"
)

// The settings that are no flags: lists of checks.
const (
	enable  = "enable"
	disable = "disable"
)

// configure sets the flags of the suite to what settings say, the others to their
// defaults, and returns the checks that are to run.
func configure(settings any) ([]*analysis.Analyzer, error) {
	given := make(map[string]any)
	if err := flatten(given, "", settings); err != nil {
		return nil, err
	}
	flags := suiteFlags()
	for _, f := range flags {
		if err := f.Value.Set(f.DefValue); err != nil {
			return nil, fmt.Errorf("setting %s: %w", f.Name, err)
		}
	}
	for _, key := range slices.Sorted(maps.Keys(given)) {
		if key == enable || key == disable {
			continue
		}
		if err := set(flags, key, given[key]); err != nil {
			return nil, err
		}
	}
	return choose(given[enable], given[disable])
}

// flatten writes the settings in value to out, those inside another one under both
// names with a dot: golangci-lint hands on "check.flag" as a flag inside a check.
func flatten(out map[string]any, prefix string, value any) error {
	switch value := value.(type) {
	case nil:
		return nil
	case map[string]any:
		if prefix != "" {
			prefix += "."
		}
		for k, v := range value {
			if err := flatten(out, prefix+k, v); err != nil {
				return err
			}
		}
		return nil
	}
	if prefix == "" {
		return fmt.Errorf("settings are a map of names to values, not %v", value)
	}
	out[prefix] = value
	return nil
}

// suiteFlags returns the flags of all checks as settings name them, the shared ones first.
func suiteFlags() []*flag.Flag {
	var out []*flag.Flag
	vocabulary.Analyzer.Flags.VisitAll(func(f *flag.Flag) { out = append(out, f) })
	for _, a := range analyzers.Suite {
		a.Flags.VisitAll(func(f *flag.Flag) {
			named := *f
			named.Name = a.Name + "." + f.Name
			out = append(out, &named)
		})
	}
	return out
}

func set(flags []*flag.Flag, key string, value any) error {
	i := slices.IndexFunc(flags, func(f *flag.Flag) bool { return f.Name == key })
	if i < 0 {
		return unknownSetting(flags, key)
	}
	f := flags[i]
	text := strings.Join(items(value), ",")
	err := f.Value.Set(text)
	if b, ok := f.Value.(interface{ IsBoolFlag() bool }); ok && b.IsBoolFlag() && err != nil {
		err = fmt.Errorf("%q is not true or false", text)
	}
	if err != nil {
		return fmt.Errorf("setting %s: %w", key, err)
	}
	return nil
}

func unknownSetting(flags []*flag.Flag, key string) error {
	if slices.Contains(checkNames(), key) {
		return fmt.Errorf("%s is a check and no setting; write it into the list %s or %s", key, enable, disable)
	}
	names := []string{enable, disable}
	for _, f := range flags {
		names = append(names, f.Name)
	}
	return fmt.Errorf("no setting is named %q; the settings are %s", key, strings.Join(names, ", "))
}

// items returns the texts of a value: of a list, or of a text with commas as a flag has it.
func items(value any) []string {
	list, ok := value.([]any)
	if !ok {
		return strings.Split(fmt.Sprint(value), ",")
	}
	var out []string
	for _, v := range list {
		out = append(out, fmt.Sprint(v))
	}
	return out
}

// choose returns the checks of the suite that the two lists leave; nil is no list.
func choose(enabled, disabled any) ([]*analysis.Analyzer, error) {
	if enabled != nil && disabled != nil {
		return nil, errors.New("enable and disable exclude each other; enable runs the listed checks alone, disable all but the listed")
	}
	keep, list := true, enabled
	if disabled != nil {
		keep, list = false, disabled
	}
	if list == nil {
		return analyzers.Suite, nil
	}
	var listed []string
	for _, check := range items(list) {
		check = strings.TrimSpace(check)
		if !slices.Contains(checkNames(), check) {
			return nil, fmt.Errorf("no check is named %q; the checks are %s", check, strings.Join(checkNames(), ", "))
		}
		listed = append(listed, check)
	}
	var out []*analysis.Analyzer
	for _, a := range analyzers.Suite {
		if slices.Contains(listed, a.Name) == keep {
			out = append(out, a)
		}
	}
	if len(out) == 0 {
		return nil, errors.New("no check is left to run; leave auroravet out of the enabled linters instead")
	}
	return out, nil
}

func checkNames() []string {
	var out []string
	for _, a := range analyzers.Suite {
		out = append(out, a.Name)
	}
	return out
}
