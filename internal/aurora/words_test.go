package aurora

import (
	"strings"
	"testing"
)

func TestWords(t *testing.T) {
	for ident, want := range map[string]string{
		"cardNumber": "card number", "CardNumber": "card number", "card_number": "card number", "card-number": "card number", "CARD_NUMBER": "card number",
		"card.number": "card number", "PANNumber": "pan number", "CVV2": "cvv2", "cvv2Code": "cvv2 code", "IDToken": "id token", "HTTPClient": "http client",
		"OAuthURL": "oauth url", "oauthURL": "oauth url", "OAuth2Token": "oauth2 token", "track2Data": "track2 data", "track2data": "track2 data",
		"userIDs": "user ids", "PANs": "pans", "PANsByID": "pans by id", "pinKSN": "pin ksn", "EMVTags": "emv tags", "FLUTE2_BASE_URL": "flute2 base url",
		"x": "x", "X": "x", "": "", "__": "", "3ds": "3ds", "AuroraData": "aurora data", "SHA256Sum": "sha256 sum", "company": "company", "éCole": "é cole",
		"Card[0].Number": "card 0 number", "HTTP": "http", "getOAuth": "get oauth", "ToAuthor": "to author", "IsOAuth": "is oauth",
	} {
		if got := strings.Join(Words(ident), " "); got != want {
			t.Errorf("Words(%q) = %q, want %q", ident, got, want)
		}
	}
}

func TestEnvName(t *testing.T) {
	v := NewVocabulary()
	for _, name := range strings.Fields(`AURORA_CLIENT_ID AURORA_CLIENT_SECRET AURORA_OAUTH_BASE_URL AURORA_BASE_URL _AURORA_SCOPE FLUTE_ENV FLUTE_PROFILE
		FLUTE_PARTNER_CLIENT_ID FLUTE2_API_BASE_URL FLUTE2_OAUTH_URL ARISE_API_URL aurora.base_url aurora-url payments.aurora.url auroraBaseURL AURORA_ APP_FLUTE_URL`) {
		if !v.EnvName(name) {
			t.Errorf("EnvName(%s) is false", name)
		}
	}
	for _, name := range strings.Fields(`BASE_URL AURORAS FLUTES_URL ARISES COMARISE AURORABOREALIS_URL AURORA_DSN AURORA_DB_URL AURORA_CLUSTER_ENDPOINT
		AURORA_MYSQL_HOST DATABASE_AURORA_URL FLUTE_REDIS_URL auroraDSN`) {
		if v.EnvName(name) {
			t.Errorf("EnvName(%s) is true", name)
		}
	}
}

func TestProviderWord(t *testing.T) {
	v := NewVocabulary()
	for _, name := range strings.Fields(`aurora Aurora auroraClient AuroraURL newAuroraClient arise AriseAPI flute Flute2Client FluteGateway auroraapi fluteclient
		goaurora aurorapay aurorapayclient auroractl auroraenv aurora2 flute2api auroraapi/v2 example.com/shop/aurora aurora_partner aurorasdk flutev2 libflute`) {
		if !v.ProviderWord(name) {
			t.Errorf("ProviderWord(%s) is false", name)
		}
	}
	for _, name := range strings.Fields(`flutes arises arisen fluted auroral client payments auroraDSN auroraDB auroradb AuroraCluster auroraborealis teaflute shakuflute`) {
		if v.ProviderWord(name) {
			t.Errorf("ProviderWord(%s) is true", name)
		}
	}
	if err := v.Extend(EnvWords, "=STRIPE, Acme2"); err != nil {
		t.Fatal(err)
	}
	if !v.EnvName("STRIPE_KEY") || !v.EnvName("ACME2_URL") || !v.ProviderWord("stripeclient") || v.EnvName("AURORA_URL") || v.EnvName("ACME_URL") {
		t.Error("replaced words")
	}
}

func TestKeys(t *testing.T) {
	v := NewVocabulary()
	for name, want := range map[string]bool{
		"Idempotency-Key": true, "idempotency-key": true, "X-IDEMPOTENCY-KEY": true, "Idempotency_Key": false, "Idempotency-Key ": false, "Key": false, "": false,
	} {
		if v.KeyHeader(name) != want {
			t.Errorf("KeyHeader(%q) is not %v", name, want)
		}
	}
	for name, want := range map[string]bool{"referenceId": true, "ReferenceID": true, "reference_id": false, "reference": false, "": false} {
		if v.KeyField(name) != want {
			t.Errorf("KeyField(%q) is not %v", name, want)
		}
	}
	for name, want := range map[string]WebhookPart{
		"Flute-Webhook-ID": WebhookID, "Flute-Webhook-Id": WebhookID, "flute-webhook-timestamp": WebhookTimestamp,
		"FLUTE-WEBHOOK-SIGNATURE": WebhookSignature, "X-Signature": NotWebhook, "Webhook-Signature": NotWebhook,
	} {
		if got := WebhookHeader(name); got != want {
			t.Errorf("WebhookHeader(%q) = %v, want %v", name, got, want)
		}
	}
}

func TestExtend(t *testing.T) {
	v := NewVocabulary()
	for list, text := range map[List]string{
		Hosts: " api.corp.com , Pay.Corp.Com", Paths: "/acme/v1/", ReadOnly: "/v2/*/search,/v2/{id}", EnvWords: "ACME", ClientPackages: "example.com/a,example.com/b/...",
		KeyHeaders: "Request-Key", KeyFields: "clientToken", SandboxHosts: "",
	} {
		if err := v.Extend(list, text); err != nil {
			t.Errorf("Extend(%d, %q) = %v", list, text, err)
		}
	}
	if !v.ClientPackage("example.com/a") || v.ClientPackage("example.com/a/x") || !v.ClientPackage("example.com/b/x") || !v.ClientPackage("example.com/b") ||
		v.ClientPackage("example.com/bc") || v.ClientPackage("") || !v.KeyHeader("request-key") || !v.KeyHeader("idempotency-key") || !v.KeyField("clientToken") ||
		v.Host("pay.corp.com") != Production || !v.FamilyPath("/acme/v1/x") {
		t.Error("an added item is not known")
	}
	for _, bad := range []struct {
		list List
		text string
		want string
	}{
		{Hosts, "a.com,,b.com", "empty item between commas; write a host name such as api.example.com"},
		{Hosts, "https://api.corp.com", `"https://api.corp.com" is not a host name such as api.example.com`},
		{Hosts, "localhost", `"localhost" is not a host name such as api.example.com`},
		{Hosts, "api.corp.com/v1", `"api.corp.com/v1" is not a host name such as api.example.com`},
		{SandboxHosts, "a b.com", `"a b.com" is not a host name such as sandbox.example.com`},
		{SandboxHosts, "api.corp.com:443", `"api.corp.com:443" is not a host name such as sandbox.example.com`},
		{Paths, "pay-api/", `"pay-api/" is not a path prefix such as /pay-api/`},
		{Paths, "/", `"/" is not a path prefix such as /pay-api/`},
		{ReadOnly, "/v2/a b", `"/v2/a b" is not a path such as /v2/reports/*/run`},
		{ReadOnly, "v2/*", `"v2/*" is not a path such as /v2/reports/*/run`},
		{EnvWords, "ACME_PAY", `"ACME_PAY" is not a word such as AURORA`},
		{ClientPackages, "/a/b", `"/a/b" is not an import path such as example.com/shop/payments`},
		{ClientPackages, "https://x.com/a", `"https://x.com/a" is not an import path such as example.com/shop/payments`},
		{ClientPackages, "/...", `"/..." is not an import path such as example.com/shop/payments`},
		{KeyHeaders, "Idempotency Key", `"Idempotency Key" is not a header name such as Idempotency-Key`},
		{KeyHeaders, "Key:", `"Key:" is not a header name such as Idempotency-Key`},
		{KeyFields, "reference id", `"reference id" is not a field name such as referenceId`},
	} {
		w := NewVocabulary()
		if err := w.Extend(bad.list, bad.text); err == nil || err.Error() != bad.want {
			t.Errorf("Extend(%d, %q) = %v, want %s", bad.list, bad.text, err, bad.want)
		}
	}
	w := NewVocabulary()
	if w.Extend(KeyHeaders, "=") != nil || w.KeyHeader("Idempotency-Key") || !NewVocabulary().KeyHeader("Idempotency-Key") {
		t.Error("a replaced list is empty, in its own vocabulary alone")
	}
}
