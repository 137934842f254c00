package elements

import (
	"go/ast"
	"go/types"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/auroravet/auroravet/internal/aurora"
	"github.com/auroravet/auroravet/internal/weblib"
)

// directories looks for the script below the directories that the package serves.
func (p *pkg) directories() {
	for c := range p.Root().Preorder((*ast.CallExpr)(nil)) {
		call := c.Node().(*ast.CallExpr)
		arg := p.servedDirectory(call)
		if arg == nil || !p.Source(call) {
			continue
		}
		dir, ok := p.Fold(arg).Whole()
		if ok && aurora.ElementsFile(dir) && !p.embeds(weblib.File, dir) {
			p.add(Load{Range: arg, URL: dir, Served: true}) // a file may stand for a directory
			continue
		}
		if !ok || dir == "" || filepath.IsAbs(dir) {
			continue
		}
		for _, base := range p.bases(call) {
			if name := scriptBelow(filepath.Join(base, filepath.FromSlash(dir))); name != "" {
				p.add(Load{Range: arg, URL: filepath.ToSlash(filepath.Join(dir, name)), Served: true})
				break
			}
		}
	}
}

// servedDirectory returns the argument of a call that names a directory to serve.
func (p *pkg) servedDirectory(call *ast.CallExpr) ast.Expr {
	if tv := p.pass.TypesInfo.Types[call.Fun]; tv.IsType() {
		named, ok := types.Unalias(tv.Type).(*types.Named)
		if ok && named.String() == "net/http.Dir" && len(call.Args) == 1 {
			return call.Args[0]
		}
		return nil
	}
	use, ok := p.use(call)
	if !ok || use.Role != weblib.Directory || use.Param() >= len(call.Args) {
		return nil
	}
	return call.Args[use.Param()]
}

// bases are the directories that a program is likely to be started in: that of the package,
// and that of its module.
func (p *pkg) bases(n ast.Node) []string {
	dir := filepath.Dir(p.pass.Fset.File(n.Pos()).Name())
	out := []string{dir}
	for range 12 {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return append(out, dir)
		}
		up := filepath.Dir(dir)
		if up == dir {
			break
		}
		dir = up
	}
	return out
}

// mostFiles bounds the look below a directory.
const mostFiles = 4000

// scriptBelow returns the path of the script below a directory, "" when there is none.
func scriptBelow(dir string) string {
	found, n := "", 0
	_ = filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if n++; err != nil || n > mostFiles {
			return fs.SkipAll
		}
		if !d.IsDir() && aurora.ElementsFile(d.Name()) {
			found, _ = filepath.Rel(dir, name)
			return fs.SkipAll
		}
		return nil
	})
	return found
}
