// Package envsets embeds a file for each environment and reads them in many ways.
package envsets

import (
	"embed"
	"encoding/json"
	"io/fs"
	"net/http"
	"os"
	"path"
	"strings"
)

type ends struct{ Base string }

func decode(b []byte, err error) (e ends) {
	if err == nil {
		_ = json.Unmarshal(b, &e)
	}
	return e
}

//go:embed sets
var byName embed.FS

// ByName takes the file of a stage.
func ByName(stage string) ends { return decode(byName.ReadFile("sets/" + stage + ".json")) }

//go:embed sets/*.json
var byEnv embed.FS

// ByEnv asks the environment for the stage.
func ByEnv() ends {
	return decode(fs.ReadFile(byEnv, path.Join("sets", os.Getenv("STAGE")+".json")))
}

//go:embed sets
var fixed embed.FS // want `embedded file sets/lane.json names the sandbox host sandbox.api.flute.com on line 1`

// Fixed takes the same file always.
func Fixed() ends { return decode(fixed.ReadFile("sets/lane.json")) }

//go:embed sets
var helped embed.FS

func help(fsys fs.FS, stage string) ends { return decode(fs.ReadFile(fsys, "sets/"+stage+".json")) }

// Helped hands the stage on.
func Helped(stage string) ends { return help(helped, stage) }

//go:embed sets
var wired embed.FS // want `embedded file sets/lane.json names the sandbox host`

const stage = "lane"

func open(fsys fs.FS, stage string) ends { return decode(fs.ReadFile(fsys, "sets/"+stage+".json")) }

// Wired hands a constant on.
func Wired() ends { return open(wired, stage) }

//go:embed sets
var below embed.FS

// Below reads in the folder.
func Below(stage string) ends {
	dir, err := fs.Sub(below, "sets")
	if err != nil {
		return ends{}
	}
	return decode(fs.ReadFile(dir, stage+".json"))
}

type loader struct {
	files fs.ReadFileFS
	dir   string
}

//go:embed sets
var held embed.FS

func newLoader() *loader { return &loader{files: &held, dir: "sets"} }

func (l *loader) load(stage string) ends { return decode(l.files.ReadFile(l.dir + "/" + stage)) }

//go:embed sets
var merged embed.FS // want `embedded file sets/lane.json names the sandbox host`

// Merged lays one over the other.
func Merged() (e ends) {
	entries, _ := merged.ReadDir("sets")
	for _, entry := range entries {
		if path.Ext(entry.Name()) != ".json" {
			continue
		}
		b, _ := merged.ReadFile("sets/" + entry.Name())
		_ = json.Unmarshal(b, &e)
	}
	return e
}

//go:embed sets
var walked embed.FS // want `embedded file sets/lane.json names the sandbox host`

// Walked does the same.
func Walked() (e ends, err error) {
	err = fs.WalkDir(walked, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := walked.ReadFile(name)
		if err != nil {
			return err
		}
		return json.Unmarshal(b, &e)
	})
	return e, err
}

//go:embed sets
var globbed embed.FS // want `embedded file sets/lane.json names the sandbox host`

// Globbed does the same.
func Globbed() (e ends) {
	names, _ := fs.Glob(globbed, "sets/*.json")
	for _, n := range names {
		e = decode(globbed.ReadFile(n))
	}
	return e
}

//go:embed sets
var matched embed.FS

// Matched looks for the one that is asked for.
func Matched(stage string) ends {
	entries, _ := matched.ReadDir("sets")
	for _, entry := range entries {
		if strings.TrimSuffix(entry.Name(), ".json") == stage {
			return decode(matched.ReadFile("sets/" + entry.Name()))
		}
	}
	return ends{}
}

//go:embed sets
var tabled embed.FS

// Tabled keeps each under its name.
func Tabled() map[string]ends {
	table := map[string]ends{}
	names, _ := fs.Glob(tabled, "sets/*.json")
	for _, n := range names {
		table[strings.TrimSuffix(path.Base(n), ".json")] = decode(tabled.ReadFile(n))
	}
	return table
}

//go:embed sets
var served embed.FS // want `embedded file sets/lane.json names the sandbox host`

// Served gives them all away.
func Served() http.Handler { return http.FileServer(http.FS(served)) }

//go:embed sets
var spare embed.FS // want `embedded file sets/lane.json names the sandbox host`

// Spare takes the sandbox for a stage that is not known.
func Spare(stage string) ends {
	b, err := spare.ReadFile("sets/" + stage + ".json")
	if err != nil {
		b, err = spare.ReadFile("sets/lane.json")
	}
	return decode(b, err)
}

//go:embed sets
var branched embed.FS

// Branched names both.
func Branched(env string) ends {
	if env == "lane" {
		return decode(branched.ReadFile("sets/lane.json"))
	}
	return decode(branched.ReadFile("sets/production.json"))
}

// Files is for other packages.
//
//go:embed sets
var Files embed.FS

//go:embed alone
var alone embed.FS // want `embedded file alone/lane.json names the sandbox host`

// Alone has no other choice.
func Alone(stage string) ends { return decode(alone.ReadFile("alone/" + stage + ".json")) }

//go:embed named
var named embed.FS // want `embedded file named/uat.json names the sandbox host`

// Named takes the file of the trial always.
func Named() ends { return decode(named.ReadFile("named/uat.json")) }

//go:embed named
var flagged embed.FS

// Flagged asks a switch.
func Flagged(practice bool) ends {
	name := "named/prod.json"
	if practice {
		name = "named/uat.json"
	}
	return decode(flagged.ReadFile(name))
}
