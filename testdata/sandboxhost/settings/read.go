package settings

import (
	"errors"
	"os"
	"strings"
)

// Loaded is read by the packages that call the API; this one only looks at it.
type Loaded struct {
	BaseURL string
	Tier    string
}

// Load fills it.
func Load() Loaded {
	l := Loaded{BaseURL: os.Getenv("FLUTE_BASE_URL"), Tier: os.Getenv("TIER")}
	if l.BaseURL == "" {
		l.BaseURL = "https://sandbox.api.flute.com" // want `sandbox.api.flute.com is the default`
	}
	return l
}

// Check refuses what does not fit.
func (l Loaded) Check() error {
	for _, r := range Refused {
		if l.Tier == "live" && strings.Contains(l.BaseURL, r.Host) {
			return errors.New(r.Why)
		}
	}
	for _, r := range refused {
		if l.Tier == "live" && strings.HasPrefix(l.BaseURL, r.URL) {
			return errors.New(r.Why)
		}
	}
	return nil
}

// Rule names a host that is not to be called.
type Rule struct{ Host, Why string }

// Refused are the rules.
var Refused = []Rule{{"sandbox.api.flute.com", "this is the sandbox"}}

type rule struct{ URL, Why string }

var refused = []rule{{"https://api.uat.arise.risewithaurora.com", "this one was switched off"}}
