package aurora

import (
	"regexp"
	"strings"
	"testing"
)

var param = regexp.MustCompile(`\{\w+\}`)

// TestTable asks for every row as a client writes it: with a hole, a verb, a value for
// each parameter, below a base, and with a query.
func TestTable(t *testing.T) {
	v := NewVocabulary()
	rows := table()
	if len(rows) != 160 {
		t.Fatalf("%d rows, want 160", len(rows))
	}
	for _, r := range rows {
		path := strings.Replace(r.Path, "{oauth}", "https://oauth.api.flute.com", 1)
		forms := []string{
			r.Path, path, path + "/", path + "?a=/b", path + "#x", param.ReplaceAllLiteralString(path, Hole), param.ReplaceAllLiteralString(path, "%s"),
			param.ReplaceAllLiteralString(path, "%[2]v"), param.ReplaceAllLiteralString(path, "4f1c-77"), param.ReplaceAllLiteralString(path, ":id"),
			param.ReplaceAllLiteralString(path, "${id}"), param.ReplaceAllLiteralString(path, "p-"+Hole),
		}
		if strings.HasPrefix(r.Path, "/") {
			forms = append(forms, "https://api.flute.com:443"+path, Hole+path, Hole+path[1:], path[1:], "{base}"+path, "%s"+path, "https://"+Hole+path)
		}
		for _, form := range forms {
			got, ok := v.Endpoint(strings.ToLower(r.Method), form)
			if !ok || got.Class != r.Class || (got.Ref == RefNone) != (r.Ref == RefNone) || got.Method != r.Method {
				t.Errorf("Endpoint(%s, %q) = %+v, %v; want %+v", r.Method, form, got, ok, r.Endpoint)
			}
			want := No
			if r.mutates() {
				want = Yes
			}
			if got := v.Mutating(r.Method, form); got != want {
				t.Errorf("Mutating(%s, %q) = %v, want %v", r.Method, form, got, want)
			}
			if strings.Contains(r.Path, "-api/") && (!v.FamilyPath(form) || v.ResourcePath(form)) {
				t.Errorf("%q is not of a family", form)
			}
			if strings.Contains(r.Path, "/v2/") && (v.FamilyPath(form) || !v.ResourcePath(form)) {
				t.Errorf("%q is not a resource", form)
			}
		}
	}
}

func TestParseTableRefuses(t *testing.T) {
	const head = "surface\tmethod\tpath\tclass\treferenceId_in_body\tnote\n"
	for _, bad := range []string{
		"v1\tGET\t/x\tR\t-", "v1\tGET\t/x\tQ\t-\t", "v1\tGET\t/x\tR\tmaybe\t", "v1\tget\t/x\tR\t-\t", "v1\tGET\tx\tR\t-\t",
	} {
		if _, err := parseTable(head + bad + "\n"); err == nil || !strings.HasPrefix(err.Error(), "endpoints.tsv:2: ") {
			t.Errorf("parseTable(%q) = %v", bad, err)
		}
	}
}

func TestEndpoint(t *testing.T) {
	v := NewVocabulary()
	for _, tt := range []struct {
		method, path string
		want         string // path of the row, "" when not found
		ref          RefID
	}{
		{"POST", "/v2/transactions/credit", "/v2/transactions/credit", RefRequired},
		{"POST", "/pay-int-api/invoices/publish", "/pay-int-api/invoices/publish", RefOptional},
		{"POST", "/v2/pos/transactions", "/v2/pos/transactions", RefOptional},
		{"GET", "/v2/transactions/" + Hole, "/v2/transactions/{transactionId}", RefNone},
		{"GET", "/v2/webhooks/delivery-logs/export", "/v2/webhooks/delivery-logs/export", RefNone},
		{"GET", "/v2/transactions/calculate-amount", "/v2/transactions/calculate-amount", RefNone},
		{"POST", Hole + "/sale", "/pay-api/v1/transactions/sale", RefOptional},
		{"POST", Hole + "/transactions", "/v2/transactions", RefOptional}, // two rows that agree
		{"POST", Hole + "/" + Hole + "/capture", "/v2/transactions/{transactionId}/capture", RefNone},
		{"DELETE", "/v2/customers/" + Hole, "/v2/customers/{customerId}", RefNone},
		{"POST", "https://gw.corp/aurora/pay-api/v1/transactions/sale", "/pay-api/v1/transactions/sale", RefOptional},
		{"POST", "//pay-api//v1/transactions/sale//", "/pay-api/v1/transactions/sale", RefOptional},
		{"POST", "/pay-api/v1" + Hole + "/sale", "/pay-api/v1/transactions/sale", RefOptional},
		{"POST", "https://oauth.api.flute.com/oauth2/token", "{oauth}/oauth2/token", RefNone},
		{"POST", "/identity/oauth2/token", "{oauth}/oauth2/token", RefNone},
		// Rows that disagree, and no row at all.
		{"POST", "/pay-api/v1/transactions/" + Hole, "", 0},
		{"POST", "/v2/transactions/" + Hole, "", 0},
		{"POST", "/v2/transactions" + Hole, "", 0},
		{"POST", Hole + "/credit", "", 0},
		{"POST", Hole, "", 0},
		{"", "/v2/transactions", "", 0},
		{Hole, "/v2/transactions", "", 0},
		{"PATCH", "/v2/transactions/" + Hole, "", 0},
		{"POST", "/V2/Transactions", "", 0},
		{"POST", "/v2/transaction", "", 0},
		{"POST", "/v3/transactions", "", 0},
		{"POST", "/api/v2/transactions", "", 0},
		{"POST", "transactions/sale", "", 0},
		{"GET", Hole + "/no-such-thing", "", 0},
		{"POST", "", "", 0},
	} {
		got, ok := v.Endpoint(tt.method, tt.path)
		if ok != (tt.want != "") || got.Path != tt.want && paramless(got.Path) != paramless(tt.want) || got.Ref != tt.ref {
			t.Errorf("Endpoint(%q, %q) = %+v, %v; want %q", tt.method, tt.path, got, ok, tt.want)
		}
	}
}

func paramless(path string) string { return param.ReplaceAllLiteralString(path, "{}") }

func TestMutating(t *testing.T) {
	v := NewVocabulary()
	if err := v.Extend(ReadOnly, "/v2/reports/*/run, /v2/search"); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		method, path string
		want         Answer
	}{
		{"get", Hole, No}, {"HEAD", "/v2/transactions", No}, {"OPTIONS", "", No},
		{"", "/v2/transactions", Unknown}, {Hole, "/v2/transactions", Unknown}, {"PROPFIND", "/v2/transactions", Unknown},
		{"post", "/pay-api/v1/transactions/sale", Yes},
		{"POST", "/pay-api/v1/not-in-the-table", Yes},
		{"PATCH", "/v2/transactions/" + Hole, Yes},
		{"DELETE", Hole, Yes}, // no exempt row is a DELETE
		{"PUT", "https://api.flute.com" + Hole, Yes},
		{"POST", Hole, Unknown}, {"POST", "", Unknown}, {"POST", "https://api.flute.com" + Hole, Unknown},
		{"POST", "https://api.flute.com/" + Hole, Unknown},
		{"POST", "/pay-api/v1/" + Hole, Unknown},          // devices/tap-to-pay/jwt
		{"POST", "/pay-api/v1/transactions/" + Hole, Yes}, // calculate-amount is a GET there
		{"POST", "/v2/transactions/" + Hole, Unknown},     // calculate-amount, receipts
		{"POST", "/v2/transactions/" + Hole + "/capture", Yes},
		{"POST", "/v2/transactions/" + Hole + "/" + Hole, Unknown}, // share-receipt
		{"POST", "/v2/customers" + Hole, Yes},
		{"POST", "/v2/" + Hole + "/ping", Unknown},
		{"POST", "/v2/transactions/calculate-amount", No},
		{"POST", "/pay-api/v1/devices/tap-to-pay/jwt", No},
		{"POST", "/v2/webhooks/endpoints/%s/ping", No},
		{"POST", Hole + "/send-receipt", No},
		{"POST", Hole + "/credit", Yes},
		{"POST", "https://oauth.api.flute.com/oauth2/token", No},
		{"POST", Hole + "/oauth2/token", No}, {"POST", Hole + "/connect/token", No}, {"POST", "https://oauth.api.flute.com" + Hole, No},
		{"POST", "https://oauth.example.com/v2/transactions", Yes},
		{"POST", "/pay-api/v1/merchants/tokens", Yes},
		{"POST", "/v2/reports/daily/run", No}, {"POST", "https://api.flute.com/v2/reports/" + Hole + "/run?x", No}, {"POST", Hole + "/v2/search", No},
		{"POST", "/v2/reports/run", Yes}, {"PUT", "/v2/search", Yes}, {"POST", "/v2/reports/" + Hole, Unknown},
	} {
		if got := v.Mutating(tt.method, tt.path); got != tt.want {
			t.Errorf("Mutating(%q, %q) = %v, want %v", tt.method, tt.path, got, tt.want)
		}
	}
}

func TestFamilyAndResource(t *testing.T) {
	v := NewVocabulary()
	for path, want := range map[string][2]bool{
		"/pay-api/v1/transactions": {true, false}, "https://x.corp/gw/pos-api/v1/": {true, false}, Hole + "/sub-api" + Hole: {true, false}, "pay-int-api/ping": {true, false},
		"/pay-api": {true, false}, "/pay-apis/x": {}, "/xpay-api/x": {}, "/Pay-Api/x": {}, "https://pay-api.corp/x": {}, "/x?u=/pay-api/": {},
		"/v2/customers": {false, true}, Hole + "/v2/pos/x": {false, true}, "v2/customers/1": {false, true}, "/v2/customers?x": {false, true},
		Hole + "/oauth2/token": {false, true}, "/identity/oauth2/token": {false, true}, "/oauth2/authorize": {}, "/oauth2/token/info": {},
		"/v2/orders": {}, "/v2": {}, "/v1/customers": {}, "/api/v2/customers": {}, "/v2/" + Hole: {}, "": {}, Hole: {},
	} {
		if got := [2]bool{v.FamilyPath(path), v.ResourcePath(path)}; got != want {
			t.Errorf("family, resource of %q = %v, want %v", path, got, want)
		}
	}
}

func TestPathFlags(t *testing.T) {
	v := NewVocabulary()
	if err := v.Extend(Paths, "=/v1/charges,/v1/refunds/"); err != nil {
		t.Fatal(err)
	}
	if !v.FamilyPath("https://x/v1/charges/1") || !v.FamilyPath("/v1/refunds") || v.FamilyPath("/v1/x") || v.FamilyPath("/pay-api/v1/x") || v.ResourcePath("/v2/customers") {
		t.Error("replaced paths")
	}
	if _, ok := v.Endpoint("POST", "/pay-api/v1/transactions/sale"); ok {
		t.Error("the table belongs to the replaced paths")
	}
	if v.Mutating("POST", "/v1/charges") != Yes || v.Mutating("POST", "/oauth2/token") != No || v.Mutating("POST", "/v1/charges/"+Hole) != Yes {
		t.Error("mutating by method with replaced paths")
	}
	w := NewVocabulary()
	if err := w.Extend(ReadOnly, "="); err != nil {
		t.Fatal(err)
	}
	if w.Mutating("POST", "/v2/webhooks/endpoints/1/ping") != Yes || w.Mutating("POST", "/oauth2/token") != No {
		t.Error("replaced read-only paths")
	}
}
