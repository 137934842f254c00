package carddata

import (
	"go/ast"
	"go/build"
	"go/token"
	"path/filepath"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/auroravet/auroravet/internal/aurora"
)

// standard says whether the package is of the standard library, which a vet unit does not say.
func standard(pass *analysis.Pass) bool {
	if build.Default.GOROOT == "" {
		return false
	}
	name := filepath.ToSlash(pass.Fset.File(pass.Files[0].FileStart).Name())
	return strings.HasPrefix(name, filepath.ToSlash(filepath.Clean(build.Default.GOROOT))+"/src/")
}

// hasCardWords says whether an identifier or a literal of the package names card data or is
// a card number: one cheap scan that spares most packages all the rest.
func hasCardWords(pass *analysis.Pass) bool {
	seen := map[string]bool{}
	found := false
	for _, file := range pass.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.Ident:
				found = found || !seen[n.Name] && cardText(n.Name)
				seen[n.Name] = true
			case *ast.BasicLit:
				if n.Kind == token.STRING || n.Kind == token.INT {
					found = found || len(n.Value) <= maxLiteral && cardLiteral(n.Value)
				}
			}
			return !found
		})
	}
	return found
}

// maxLiteral is the length of a literal past which it is a document and no name.
const maxLiteral = 4096

// hintWords are pieces of the names of card data; a name with none of them is no such name.
var hintWords = []string{"card", "cvv", "cvc", "cc", "pan", "primaryacc", "securitycode", "security_code", "security-code", "accountnumber", "account_number", "acct", "mag", "emv", "pin", "track", "exp"}

func cardText(name string) bool {
	lower := strings.ToLower(name)
	for _, h := range hintWords {
		if strings.Contains(lower, h) {
			n := aurora.CardNameOf(name)
			return n.Kind != aurora.NotCard && n.Kind != aurora.Expiry || aurora.CardWord(name)
		}
	}
	return false
}

func cardLiteral(lit string) bool {
	return cardText(lit) || len(lit) >= 13 && len(aurora.PANs(lit)) > 0
}
