package report

import (
	"encoding/json"
	"go/doc/comment"
	"io"
	"net/url"
	"path"
	"strings"
)

// The SARIF form is for GitHub's code scanning and other readers of SARIF 2.1.0:
//
//   - A check is a rule, with its manual as the help text; GitHub shows the Markdown of it.
//   - Names of files are relative to the root of the repository, which GitHub takes for %SRCROOT%.
//   - Columns count UTF-16 code units, the default of SARIF.
//   - A silenced finding is a result with a suppression, whose justification is the reason.
//   - The fingerprint has a name of our own: primaryLocationLineHash, by which GitHub knows a result
//     again, is a hash of the source line, which the upload action makes and warns of when it differs.
//   - What was left out is a notification, and the invocation is not successful then.
//   - The checklist and the calls of the API have no place in SARIF.

type sarifLog struct {
	Schema  string     `json:"$schema"`
	Version string     `json:"version"`
	Runs    []sarifRun `json:"runs"`
}

type sarifRun struct {
	Tool        sarifTool         `json:"tool"`
	Invocations []sarifInvocation `json:"invocations"`
	ColumnKind  string            `json:"columnKind"`
	Results     []sarifResult     `json:"results"`
}

type sarifTool struct {
	Driver sarifDriver `json:"driver"`
}

type sarifDriver struct {
	Name           string      `json:"name"`
	Version        string      `json:"version"`
	InformationURI string      `json:"informationUri"`
	Rules          []sarifRule `json:"rules"`
}

type sarifRule struct {
	ID               string          `json:"id"`
	Name             string          `json:"name"`
	ShortDescription sarifText       `json:"shortDescription"`
	FullDescription  sarifText       `json:"fullDescription"`
	Help             sarifText       `json:"help"`
	HelpURI          string          `json:"helpUri"`
	Default          sarifDefault    `json:"defaultConfiguration"`
	Properties       sarifProperties `json:"properties"`
}

type sarifText struct {
	Text     string `json:"text"`
	Markdown string `json:"markdown,omitempty"`
}

type sarifDefault struct {
	Level Level `json:"level"`
}

type sarifProperties struct {
	Tags      []string `json:"tags"`
	Precision string   `json:"precision"`
}

type sarifInvocation struct {
	ExecutionSuccessful        bool                `json:"executionSuccessful"`
	ToolExecutionNotifications []sarifNotification `json:"toolExecutionNotifications,omitempty"`
}

type sarifNotification struct {
	Level   Level     `json:"level"`
	Message sarifText `json:"message"`
}

type sarifResult struct {
	RuleID              string             `json:"ruleId"`
	RuleIndex           int                `json:"ruleIndex"`
	Level               Level              `json:"level"`
	Message             sarifText          `json:"message"`
	Locations           []sarifLocation    `json:"locations"`
	PartialFingerprints map[string]string  `json:"partialFingerprints"`
	Suppressions        []sarifSuppression `json:"suppressions,omitempty"`
}

type sarifLocation struct {
	PhysicalLocation struct {
		ArtifactLocation sarifArtifact `json:"artifactLocation"`
		Region           sarifRegion   `json:"region"`
	} `json:"physicalLocation"`
}

type sarifArtifact struct {
	URI       string `json:"uri"`
	URIBaseID string `json:"uriBaseId"`
}

type sarifRegion struct {
	StartLine   int `json:"startLine"`
	StartColumn int `json:"startColumn,omitempty"`
	EndLine     int `json:"endLine,omitempty"`
	EndColumn   int `json:"endColumn,omitempty"`
}

type sarifSuppression struct {
	Kind          string `json:"kind"`
	Status        string `json:"status"`
	Justification string `json:"justification"`
}

// fingerprintName names how the fingerprints of findings are made.
const fingerprintName = "auroravet/v1"

// sarifName is the name under which readers of SARIF list the findings: that of the suite.
const sarifName = "auroravet"

func (r *Report) sarif(w io.Writer) error {
	run := sarifRun{ColumnKind: "utf16CodeUnits", Results: []sarifResult{}, Invocations: []sarifInvocation{r.invocation()}}
	run.Tool.Driver = sarifDriver{
		Name: sarifName, Version: r.Tool.Version, InformationURI: "https://github.com/auroravet/auroravet", Rules: r.rules(),
	}
	index := map[string]int{}
	for i, c := range r.Checks {
		index[c.Name] = i
	}
	for _, f := range r.Findings {
		run.Results = append(run.Results, r.result(f, index[f.Check]))
	}
	for _, s := range r.Suppressions {
		for _, f := range s.Findings {
			res := r.result(f, index[f.Check])
			res.Suppressions = []sarifSuppression{{Kind: "inSource", Status: "accepted", Justification: s.Reason}}
			run.Results = append(run.Results, res)
		}
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(sarifLog{"https://json.schemastore.org/sarif-2.1.0.json", "2.1.0", []sarifRun{run}})
}

func (r *Report) invocation() sarifInvocation {
	in := sarifInvocation{ExecutionSuccessful: len(r.LeftOut) == 0}
	for _, o := range r.LeftOut {
		text := o.Package + " could not be looked at: " + strings.TrimPrefix(o.Place+": "+o.Problem, ": ")
		in.ToolExecutionNotifications = append(in.ToolExecutionNotifications, sarifNotification{Error, sarifText{Text: text}})
	}
	return in
}

func (r *Report) rules() []sarifRule {
	out := []sarifRule{}
	for _, c := range r.Checks {
		var p comment.Parser
		manual := p.Parse(c.Manual)
		printer := comment.Printer{HeadingLevel: 3, HeadingID: func(*comment.Heading) string { return "" }}
		out = append(out, sarifRule{
			ID: c.Name, Name: c.Name, HelpURI: c.URL,
			ShortDescription: sarifText{Text: sentence(c.Summary)},
			FullDescription:  sarifText{Text: sentence(c.Summary)},
			Help:             sarifText{Text: c.Manual, Markdown: string(printer.Markdown(manual))},
			Default:          sarifDefault{c.Level},
			Properties:       sarifProperties{[]string{"security", "payments"}, "high"},
		})
	}
	return out
}

func (r *Report) result(f Finding, rule int) sarifResult {
	var at sarifLocation
	at.PhysicalLocation.ArtifactLocation = sarifArtifact{(&url.URL{Path: path.Join(r.Scope.Prefix, f.File)}).EscapedPath(), "%SRCROOT%"}
	at.PhysicalLocation.Region = sarifRegion(f.Region)
	return sarifResult{
		RuleID: f.Check, RuleIndex: rule, Level: r.check(f.Check).Level, Message: sarifText{Text: f.Message},
		Locations: []sarifLocation{at}, PartialFingerprints: map[string]string{fingerprintName: f.Fingerprint},
	}
}
