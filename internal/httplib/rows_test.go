package httplib

import "testing"

func TestRowsParse(t *testing.T) {
	if _, err := parseAll(files); err != nil {
		t.Fatal(err)
	}
}
