package aurora

import (
	"strings"
	"testing"
)

func TestCardNames(t *testing.T) {
	const clear, common, safe = "clear", "common", "safe"
	for _, tt := range []struct {
		kind  CardKind
		what  string
		names string
	}{
		{PAN, clear, `cardNumber card_number CardNumber CARD_NUMBER cardnumber ccNumber cc_number creditCardNumber credit-card-number customerPan primaryAccountNumber
			Card.Number CreditCard.Num getCardNumber cardNumbers rawCardNumber cardPan cardAccountNumber panOfCard CCNum debitCardNo paymentMethod.CardNumber
			lastCardNumber invalidCardNumber cardNumberDigits`},
		{PAN, common, `pan PAN pans accountNumber account_number acctNumber rawPan PANNumber`},
		{CVV, clear, `cvv CVV cvv2 CVV2 cvc cvc2 cardCode cardVerificationValue cardSecurityCode userCvv cvvs`},
		{CVV, common, `securityCode security_code`},
		{Track, clear, `magstripe magStripe track2EquivalentData cardTrack2 magstripeData`},
		{Track, common, `track1 track2 Track2 trackData`},
		{EMV, clear, `emvTags EMVTags emv_tags`},
		{PIN, clear, `pinBlock pinKsn PINBlock encryptedPinBlock cardPin cardholderPIN`},
		{PIN, common, `pin PIN pinCode`},
		{Expiry, clear, `cardExpiry card_exp_month cardExpirationYear ccExp`},
		{Expiry, common, `expiry expirationMonth expirationYear expMonth exp_year expiryDate`},
		{PAN, safe, `maskedPan maskedCardNumber cardNumberMask cardNumberLast4 last4CardNumber cardNumberLength cardNumberHash hasCardNumber cardNumberValid panMask
			hashedPan panLast4 cardNumberToken encryptedPan`},
		{CVV, safe, `cvvResult cvvMatch cvvPresent hasCVV cvvCheck cvvResponse cvvHint cvvAttempts cvv_mismatch`},
		{Expiry, safe, `tokenExpiry cacheExpiry sessionExpiry cardTokenExpiry`},
		{NotCard, "", `company span panel trackingNumber shipping pinned japan pinterest cardToken cardType cardBrand cardMask last4 number card spin idCardNumber
			simCardNumber giftCardNumber libraryCardNo expires track CardStore.Number discardNumber wildcardNumber postcard emvPaymentAppVersion account routingNumber amount x`},
	} {
		for _, name := range strings.Fields(tt.names) {
			n := CardNameOf(name)
			what := ""
			switch {
			case n.Kind == NotCard:
			case n.Safe:
				what = safe
			case n.NeedsContext:
				what = common
			case n.Clear():
				what = clear
			}
			if n.Kind != tt.kind || what != tt.what {
				t.Errorf("CardNameOf(%s) = %v %s, want %v %s", name, n.Kind, what, tt.kind, tt.what)
			}
		}
	}
	for name, want := range map[string]bool{
		"Card": true, "creditCard": true, "CardholderName": true, "CVV": true, "savedCards": true, "simCard": false, "discard": false, "Camera": false, "": false, "Wildcard": false,
	} {
		if CardWord(name) != want {
			t.Errorf("CardWord(%q) is not %v", name, want)
		}
	}
}

func TestSecretNames(t *testing.T) {
	for kind, names := range map[SecretKind]string{
		Secret: `secret clientSecret CLIENT_SECRET client_secret AuroraClientSecret password dbPassword token accessToken refresh_token apiKey APIKey api_key privateKey tokenRegionSecret
			webhookSecret hmacSecret hmacKey signingKey defaultToken bearerToken FLUTE_WEBHOOK_SECRET fluteSecretKey secretsProd passphrase`,
		ClientID: `clientID client_id AURORA_CLIENT_ID ClientId`,
		NotSecret: `secretName tokenURL tokenType TOKEN_REGION secretBackend apiKeyFingerprint emptySecretSHA token_endpoint headerToken secretPath passwordField TokenExpiry tokenCache nextPageToken pageToken cardToken csrfToken
			hasToken maxTokens secretary tokenizer key publicKey keyID secretARN errMissingToken clientName clientIDField accessKeyID passwordHash expires compass`,
	} {
		for _, name := range strings.Fields(names) {
			if got := SecretName(name); got != kind {
				t.Errorf("SecretName(%s) = %v, want %v", name, got, kind)
			}
		}
	}
}

func TestPlaceholder(t *testing.T) {
	for _, s := range []string{
		"", " ", "prod_client_id_here", "prod_client_secret_here", "sandbox_client_secret_here", "your-secret", "YOUR_TOKEN", "yourClientSecret", "xxx", "XXXXXXXX", "xxxx-xxxx",
		"sk_live_xxxxxxxx", "<secret>", "Bearer <token>", "${SECRET}", "$SECRET", "$(cat s)", "{{ .Secret }}", "{secret}", "changeme", "change-me", "CHANGE_ME", "example",
		"example-secret", "AKIAIOSFODNN7EXAMPLE", "dummy", "dummyToken", "REDACTED", "[REDACTED]", "***", "********", "...", "whsec_...", "whsec_…", "TODO", "todo: fill", "%s",
		"Basic %s", "replace-me", "insert_token_here", "00000000-0000-0000-0000-000000000000", "fake-secret", "placeholder", "none", "null", "---", "%SECRET%", "AKIAXXXXXXXXXX",
	} {
		if !Placeholder(s) {
			t.Errorf("Placeholder(%q) is false", s)
		}
	}
	for _, s := range []string{
		"9eb2c6859daa4d8ae5da02a9", "hunter2", "s3cr3t", "59483870959438697242c", "prod_8fK2mQ", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "sk_live_4f9a8b7c6d5e4f3a",
		"d290f1ee-6c54-4b07-90e6-d701748f0851", "Tr0ub4dor&3", "correct horse battery staple", "aurora-prod-secret", "p@ss%20word", "100%sure-not", "there", "my-secret-2024", "none-of-your", "a$b", "exaxxle",
	} {
		if Placeholder(s) {
			t.Errorf("Placeholder(%q) is true", s)
		}
	}
}

func TestPANs(t *testing.T) {
	cards := `4012000098765439 4111111111111111 5146315000000055 5146312200000035 5282265190260890 371449635392376 377027056060401 370295101114559
		6011000993026909 6011960117941160 4000000010050005 4000000010510008 4000000010140004 4000000010540005 4000000010040006 4000000010430009 4000000010620005
		4000000010570002 4000000020010007 4000000020190007 4000000020910008 4000000020960003 4000000030010005 4000000010990002 4000000010990008
		5555555555554444 378282246310005 6011111111111117`
	for _, s := range strings.Fields(cards) {
		for _, text := range []string{s, "card " + s + ".", `{"cardNumber":"` + s + `"}`, s[:4] + " " + s[4:], "n=" + s + "&x", "2024 " + s + " 10"} {
			if got := PANs(text); len(got) != 1 || strings.NewReplacer(" ", "", "-", "").Replace(text[got[0].Start:got[0].End]) != s {
				t.Errorf("PANs(%q) = %v", text, got)
			}
		}
	}
	for text, want := range map[string]int{
		"4111 1111 1111 1111": 1, "4111-1111-1111-1111": 1, "3714 496353 92376": 1, "4111111111111111 5555555555554444": 2, "4111 1111 1111 1111,5555-5555-5555-4444": 2,
		"4111-1111 1111-1111": 0, "4111  1111 1111 1111": 0, "4111111111111112": 0, "x4111111111111111": 0, "4111111111111111x": 0, "_4111111111111111": 0,
		"4111111111111111.50": 0, "0.4111111111111111": 0, "550e8400-e29b-41d4-a716-446655440000": 0, "ab-4111111111111111": 0, "411111111111": 0, "": 0,
		"1700000000000000000": 0, "0000000000000000": 0, "4111111111111111" + "4111111111111111": 0, "2024-01-02 15:04:05": 0, "+1 415 555 2671": 0, "é4111111111111111": 0,
	} {
		if got := PANs(text); len(got) != want {
			t.Errorf("PANs(%q) = %v, want %d", text, got, want)
		}
	}
	if Luhn("") || Luhn("4x") || !Luhn("0") || Luhn("4000000010990008") {
		t.Error("Luhn")
	}
}
