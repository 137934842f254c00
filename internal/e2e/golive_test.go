package e2e

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestGoliveStep runs the step of docs/ci.md that keeps the go-live report: with faults it passes
// and the files tell of them.
func TestGoliveStep(t *testing.T) {
	needs(t, "bash")
	dir := newShop(t, nil)
	got := job(t, dir, runner(t), strings.Split(snippet(t, "docs/ci.md", "golive"), "\n"))
	if got.Code != 0 {
		t.Fatalf("exit %d\n%s%s", got.Code, got.Stdout, got.Stderr)
	}
	page, err := os.ReadFile(filepath.Join(dir, "golive.html"))
	if err != nil || !strings.Contains(string(page), "pay/pay.go") {
		t.Errorf("no page that names the fault: %v", err)
	}
	text, err := os.ReadFile(filepath.Join(dir, "golive.sarif"))
	if err != nil {
		t.Fatal(err)
	}
	var log struct {
		Runs []struct{ Results []struct{ RuleID string } }
	}
	if err := json.Unmarshal(text, &log); err != nil || len(log.Runs) != 1 || len(log.Runs[0].Results) < len(vet(t, dir, "./...")) {
		t.Errorf("%v: %d runs in\n%s", err, len(log.Runs), text)
	}
}
