package main

import (
	"encoding/json"
	"fmt"
	"go/types"
	"os"
	"path/filepath"

	"github.com/auroravet/auroravet/internal/driver"
	"github.com/auroravet/auroravet/internal/facts"
)

// complete puts the unit into the form that package unitchecker wants: with the types of all
// imports and their facts as that writes them, and without the tests. It returns the file with the
// configuration of that. What unitchecker writes for importers is thrown away.
func (u *vetUnit) complete() (string, error) {
	dir := filepath.Dir(u.name)
	files := make(map[string]string, len(u.PackageVetx))
	kinds := facts.KindsOf(driver.Tellers(u.suite))
	for path, file := range u.PackageVetx {
		text, told, err := readVetx(file)
		if err == nil && len(text) == 0 {
			var pkg *types.Package
			if pkg, err = u.readCompiled(path); err != nil {
				return "", fmt.Errorf("the compiled package %s cannot be read (%v); type \"go clean -cache\" and try again", path, err)
			}
			text, err = u.encode(pkg)
		}
		if err == nil {
			told, err = facts.ForUnitchecker(told, kinds)
		}
		if err != nil {
			return "", err
		}
		files[path] = filepath.Join(dir, fmt.Sprintf("import%d.vetx", len(files)))
		if err := os.WriteFile(files[path], vetx(text, told), 0o666); err != nil {
			return "", err
		}
	}
	fields := make(map[string]any)
	if err := json.Unmarshal(u.text, &fields); err != nil {
		return "", err
	}
	fields["PackageVetx"], fields["GoFiles"], fields["VetxOutput"] = files, u.GoFiles, filepath.Join(dir, "unused.vetx")
	text, err := json.Marshal(fields)
	if err != nil {
		return "", err
	}
	name := filepath.Join(dir, "complete.cfg")
	return name, os.WriteFile(name, text, 0o666)
}
