package e2e

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"net/textproto"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/auroravet/auroravet/internal/testprogram"
)

// TestEFM opens a faulty file through efm-langserver, configured as docs/editors.md says.
func TestEFM(t *testing.T) {
	needs(t)
	must(t, "", []string{"GOBIN=" + scratch}, "go", "install", "github.com/mattn/efm-langserver@v0.0.57")
	dir := newShop(t, nil)
	config := filepath.Join(t.TempDir(), "config.yaml")
	testprogram.Write(t, filepath.Dir(config), map[string]string{"config.yaml": snippet(t, "docs/editors.md", "efm-langserver")})
	editor := open(t, dir, filepath.Join(scratch, "efm-langserver"), "-c", config)
	editor.initialize(nil)
	sees(t, editor, dir, "tools/main.go")
	sees(t, editor, dir, "pay/pay.go")
}

// TestLangserver opens a faulty file through golangci-lint-langserver, which no registry of
// this project has: it is tried where somebody has installed it.
func TestLangserver(t *testing.T) {
	needs(t)
	server, err := exec.LookPath("golangci-lint-langserver")
	if err != nil {
		t.Skip("golangci-lint-langserver is not in PATH; TestLangserverCommand tries the command that it runs")
	}
	dir := newShop(t, nil)
	lintedBy(t, dir)
	editor := open(t, dir, server, "-nolintername")
	editor.initialize(map[string]any{"command": command(t)})
	sees(t, editor, dir, "pay/pay.go")
}

// TestLangserverCommand runs golangci-lint as golangci-lint-langserver does and reads the
// output as it does: all of it is JSON, and names files from the module on.
func TestLangserverCommand(t *testing.T) {
	needs(t)
	dir := newShop(t, nil)
	lintedBy(t, dir)
	argv := command(t)
	for file, module := range map[string]string{"pay/pay.go": ".", "tools/main.go": "tools"} {
		root := filepath.Join(dir, module)
		path := filepath.Join(dir, filepath.FromSlash(file))
		got := testprogram.Run(t, root, lintEnv(), argv[0], append(argv[1:], filepath.Dir(path))...)
		var r struct{ Issues []issue }
		if err := json.Unmarshal([]byte(got.Stdout), &r); err != nil || got.Code != 1 {
			t.Fatalf("exit %d, %v\n%s%s", got.Code, err, got.Stdout, got.Stderr)
		}
		rel, err := filepath.Rel(root, path)
		if err != nil {
			t.Fatal(err)
		}
		for _, i := range r.Issues {
			if i.Pos.Filename != rel {
				t.Errorf("the file %q is named %q", rel, i.Pos.Filename)
			}
		}
		if len(r.Issues) == 0 {
			t.Errorf("%s: no finding", file)
		}
	}
}

// lintedBy gives the shop a configuration that serves both modules.
func lintedBy(t *testing.T, dir string) {
	t.Helper()
	text, err := os.ReadFile(example(t))
	if err != nil {
		t.Fatal(err)
	}
	uncommented := strings.Replace(string(text), "\n# run:\n#   relative-path-mode: gomod\n", "\nrun:\n  relative-path-mode: gomod\n", 1)
	if uncommented == string(text) {
		t.Fatal(".golangci.example.yml does not say how files are named from the module on")
	}
	testprogram.Write(t, dir, map[string]string{".golangci.yml": uncommented})
}

// command is the one of docs/editors.md, with the path of golangci-lint for its name.
func command(t *testing.T) []string {
	t.Helper()
	var options struct{ Command []string }
	if err := json.Unmarshal([]byte(snippet(t, "docs/editors.md", "golangci-lint-langserver")), &options); err != nil {
		t.Fatal(err)
	}
	if options.Command[0] != "custom-gcl" {
		t.Fatalf("the command is %q", options.Command[0])
	}
	options.Command[0] = golangci(t)
	return options.Command
}

// sees opens a file and wants the findings that auroravet has for it.
func sees(t *testing.T, e *client, dir, file string) {
	t.Helper()
	said := testprogram.Run(t, dir, nil, auroravet(t), file)
	if said.Code != 1 || said.Stdout == "" {
		t.Fatalf("auroravet %s: exit %d\n%s%s", file, said.Code, said.Stdout, said.Stderr)
	}
	want := said.Stdout
	path := filepath.Join(dir, filepath.FromSlash(file))
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	uri := "file://" + filepath.ToSlash(path)
	e.send("textDocument/didOpen", nil, map[string]any{"textDocument": map[string]any{"uri": uri, "languageId": "go", "version": 1, "text": string(text)}})
	var got strings.Builder
	for _, d := range e.diagnostics(uri) {
		fmt.Fprintf(&got, "%s:%d:%d: %s\n", file, d.Range.Start.Line+1, d.Range.Start.Character+1, d.Message)
	}
	if got.String() != want {
		t.Errorf("the editor shows\n%swant\n%s", got.String(), want)
	}
}

// client is an editor that speaks to a language server over its standard input and output.
type client struct {
	t        *testing.T
	in       io.Writer
	messages chan message
}

type message struct {
	Method string
	ID     *int
	Params struct {
		URI         string
		Diagnostics []diagnostic
	}
}

type diagnostic struct {
	Range   struct{ Start struct{ Line, Character int } }
	Message string
}

func open(t *testing.T, dir, name string, args ...string) *client {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), append(lintEnv(), "PATH="+filepath.Dir(auroravet(t))+string(os.PathListSeparator)+os.Getenv("PATH"))...)
	if err := os.Symlink(auroravet(t), filepath.Join(scratch, "auroravet")); err != nil && !os.IsExist(err) {
		t.Fatal(err)
	}
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	c := &client{t, in, make(chan message, 100)}
	go c.read(out)
	t.Cleanup(func() {
		in.Close()
		time.AfterFunc(5*time.Second, func() { _ = cmd.Process.Kill() })
		_ = cmd.Wait()
	})
	return c
}

func (c *client) read(out io.Reader) {
	defer close(c.messages)
	r := bufio.NewReader(out)
	for {
		header, err := textproto.NewReader(r).ReadMIMEHeader()
		if err != nil {
			return
		}
		n, _ := strconv.Atoi(header.Get("Content-Length"))
		body := make([]byte, n)
		if _, err := io.ReadFull(r, body); err != nil {
			return
		}
		var m message
		_ = json.Unmarshal(body, &m) // answers of other shapes are not asked for
		c.messages <- m
	}
}

func (c *client) send(method string, id *int, params any) {
	c.t.Helper()
	msg := map[string]any{"jsonrpc": "2.0", "method": method, "params": params}
	if id != nil {
		msg["id"] = *id
	}
	body, err := json.Marshal(msg)
	if err == nil {
		_, err = fmt.Fprintf(c.in, "Content-Length: %d\r\n\r\n%s", len(body), body)
	}
	if err != nil {
		c.t.Fatal(err)
	}
}

func (c *client) initialize(options any) {
	c.t.Helper()
	id := 1
	c.send("initialize", &id, map[string]any{"processId": os.Getpid(), "rootUri": nil, "capabilities": map[string]any{}, "initializationOptions": options})
	c.wait(func(m message) bool { return m.Method == "" && m.ID != nil })
	c.send("initialized", nil, map[string]any{})
}

func (c *client) diagnostics(uri string) []diagnostic {
	c.t.Helper()
	return c.wait(func(m message) bool {
		return m.Method == "textDocument/publishDiagnostics" && m.Params.URI == uri && len(m.Params.Diagnostics) > 0
	}).Params.Diagnostics
}

// wait returns the first message that is wanted. A first run looks at the standard library too.
func (c *client) wait(wanted func(message) bool) message {
	c.t.Helper()
	late := time.After(5 * time.Minute)
	for {
		select {
		case m, ok := <-c.messages:
			if !ok {
				c.t.Fatal("the language server ended")
			}
			if wanted(m) {
				return m
			}
		case <-late:
			c.t.Fatal("the language server says nothing")
		}
	}
}
