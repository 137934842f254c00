package aurora

import "strings"

// WebhookPart is one of the three things a webhook is signed with.
type WebhookPart uint8

const (
	NotWebhook WebhookPart = iota
	WebhookID
	WebhookTimestamp
	WebhookSignature
)

// WebhookHeader says which part of a signed webhook a header of this name carries.
func WebhookHeader(name string) WebhookPart {
	switch strings.ToLower(name) {
	case "flute-webhook-id":
		return WebhookID
	case "flute-webhook-timestamp":
		return WebhookTimestamp
	case "flute-webhook-signature":
		return WebhookSignature
	}
	return NotWebhook
}
