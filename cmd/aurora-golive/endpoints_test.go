package main

import "testing"

func TestNames(t *testing.T) {
	for _, test := range []struct {
		path, row string
		want      bool
	}{
		{"…/v2/transactions", "/v2/transactions", true},
		{"https://api.flute.com/v2/transactions?x=1", "/v2/transactions", true},
		{"…/v2/transactions/…/capture", "/v2/transactions/{transactionId}/capture", true},
		{"…/v2/transactions/7/capture", "/v2/transactions/{transactionId}/capture", true},
		{"…/v2/…", "/v2/transactions", false},
		{"…/v2/transactions/…", "/v2/transactions/{transactionId}/capture", false},
		{"…/oauth2/token", "{oauth}/oauth2/token", true},
		{"…", "{oauth}/oauth2/token", false},
		{"…/v2/transactions", "", false},
	} {
		if got := names(test.path, test.row); got != test.want {
			t.Errorf("names(%q, %q) = %v", test.path, test.row, got)
		}
	}
	for name, want := range map[string]string{
		"(*example.com/a/gateway.Client).Charge$1": "(*gateway.Client).Charge",
		"example.com/a/gateway.New":                "gateway.New",
		"main.main":                                "main.main",
		"(gateway.Client).Charge":                  "(gateway.Client).Charge",
	} {
		if got := function(name); got != want {
			t.Errorf("function(%q) = %q, want %q", name, got, want)
		}
	}
}
