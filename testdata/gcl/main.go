// Command gcl is golangci-lint with auroravet in it, as "golangci-lint custom"
// makes it, out of modules alone. It is a module of its own: whoever installs the
// commands of auroravet does not build golangci-lint.
package main

import (
	"fmt"
	"os"

	"github.com/golangci/golangci-lint/v2/pkg/commands"
	"github.com/golangci/golangci-lint/v2/pkg/exitcodes"

	_ "github.com/auroravet/auroravet/cmd/gclplugin"
)

func main() {
	// For a development version golangci-lint keys its cache with the contents of the binary.
	if err := commands.Execute(commands.BuildInfo{Version: "(devel)"}); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(exitcodes.Failure)
	}
}
