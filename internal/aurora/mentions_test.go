package aurora

import "testing"

func TestMentions(t *testing.T) {
	v := NewVocabulary()
	for _, text := range []string{
		"https://api.flute.com", "AURORA_BASE_URL", "newAriseClient", "risewithaurora.com", "/pay-api/v1/transactions/sale",
		"/SUB-API/v1", "uat.rwaapps.net:8888", "FLUTE2_PROFILE", "aurora",
	} {
		for _, text := range []string{text, " " + text} { // at even and at odd places
			if !v.Mentions(text) || !v.MentionedIn([]byte(text)) {
				t.Errorf("Mentions(%q) = false", text)
			}
		}
	}
	for _, text := range []string{"", "au", "https://api.stripe.com/v1/refunds", "risen", "pay_api", "transactions"} {
		if v.Mentions(text) {
			t.Errorf("Mentions(%q) = true", text)
		}
	}
}

// Every text that an exact question says yes to is a mention: the cheap question hides nothing.
func TestMentionsCoversTheExactQuestions(t *testing.T) {
	v := NewVocabulary()
	for _, text := range []string{"sandbox.oauth.api.flute.com", "https://public.uat.arise.risewithaurora.com/lib", "uat.rwaapps.net"} {
		if len(v.HostsIn(text)) > 0 && !v.Mentions(text) {
			t.Errorf("a host in %q is no mention", text)
		}
	}
	for _, r := range v.rows() {
		if v.FamilyPath(r.Path) && !v.Mentions(r.Path) {
			t.Errorf("the path %q is no mention", r.Path)
		}
	}
	for _, w := range []string{"AURORA_URL", "arise.base", "FLUTE_ENV", "auroraapi"} {
		if (v.EnvName(w) || v.ProviderWord(w)) && !v.Mentions(w) {
			t.Errorf("the word in %q is no mention", w)
		}
	}
}
