package credentials

import (
	"strings"
	"testing"
)

func TestJudge(t *testing.T) {
	for want, texts := range map[strength]string{
		none: `client_secret X-Csrf-Token X-Api-Key AURORA_CLIENT_SECRET /run/secrets/aurora https://oauth.flute.com/token checkout_csrf_token Bearer dev => whsec_ sk_live_
			aurora.client_secret ${AURORA_CLIENT_SECRET} your-client-secret changeme secret.pem arn:aws:secretsmanager:eu-west-1:1:secret:x vault:secret/data/aurora
			projects/shop/secrets/aurora/versions/latest sk_live_xxxxxxxxxxxxxxxxxxxxxxxx %s client_credentials sha256: refresh_token oauth2_token IDENT secret-v2 aurora-client-secret
			$2a$10$IxMdI6d.LIRZPpSfEwNoeu4rY3FhDREsxFJXikcgdRRAStxUlsuEO harbor_csrf_token authorization_code abcdefghijklmnopqrstuvwxyz ABCDEFGHIJKLMNOPQRSTUVWXYZ234567
			SignedHeaders= SignedHeader= AWS4-HMAC-SHA256 GOOG4-RSA-SHA256 ACS3-HMAC-SHA256 TC3-HMAC-SHA256 SDK_HMAC_SHA256 AES-256-GCM rsa-sha256 AWS4-ECDSA-P256-SHA256 OpenMetricsText1.0.0 PrometheusProto-v1.22.3`,
		wordy: `swordfish letmein correct-horse-battery checkout production-shop`,
		plain: `hunter2 s3cr3t-pass Tr0ub4dor&3 d290f1ee-6c54-4b07-90e6-d701748f0851 hmac-secret-123 secret123 harborline-checkout-2024`,
		random: `bc5390f7069632585fbd0b48 N3QxeHKBbNIvhzCxqbfCK3HjdhwXYR1C Y4THEmsSORZno2J9ZsQnx8l7HNRoK7Oo 2ac4e89c4526a16f2b94479050de9876d33a695f9aead4d178c09764962c8322
			N2ZiMjFkOWRhY2FhNTdiNGUzYWM0MTUx KdajYHIBfU7tCgFEL9bu30sMNXv35lcY4Z48jyDt aur_live_8fK2mQx9Lp3RtV7w kJ8/x+Qz2mPq4rTn7vWb1A==`,
		shaped: `sk_live_v58ya83bd1j98jc1mtwcn74giguk58y7 whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw
			eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJhNDJiNWE0My0xN2U2LTQzYzAtOWM3YiJ9.o0TwdnTT6lLFQ7pQswJRrTis42vRVb2OVZ8OOSZS04vZ0S5ROV_88`,
	} {
		for _, s := range strings.Fields(texts) {
			if got := judge(s); got != want {
				t.Errorf("judge(%q) = %d, want %d", s, got, want)
			}
		}
	}
	if judge("Bearer bc5390f7069632585fbd0b48") != random || judge("client secret is not set") != none || judge("") != none {
		t.Error("texts with spaces")
	}
}
