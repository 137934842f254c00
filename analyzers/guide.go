package analyzers

// Requirement is one thing that the provider's go-live guide asks for, and which checks answer it.
type Requirement struct {
	Section string
	Title   string
	// Checks are names of checks of the suite. Without one, a person has to answer.
	Checks []string
	// Needs is what has to be in view for the checks to have something to look at.
	Needs Subject
	// ByHand is what no program can read from code; it is never empty where there are no checks.
	ByHand string
}

// Subject is what a requirement is about.
type Subject uint8

// The subjects of requirements.
const (
	AnyCode       Subject = iota
	APICalls              // calls of the API
	MutatingCalls         // calls of the API that change something
	Elements              // the provider's script in a page
	Webhooks              // notices from the provider
)

// GuideURL is the page of the guide.
const GuideURL = "https://developer.arise.risewithaurora.com/docs/launch/go-live"

// The sections of the guide. Its checklist has the first three; the names of the others say what
// the rest of the page is about.
const (
	completeness = "Integration Completeness"
	code         = "Code and Infrastructure"
	pci          = "PCI-DSS Compliance"
	environments = "Credentials and environments"
	approval     = "Certification"
	operation    = "Monitoring and support"
	beyond       = "Beyond the guide: the provider's SDKs"
)

// Guide is what the guide asks for, in its order. What it says in one line that two checks
// answer stands here in two.
var Guide = []Requirement{
	{Section: completeness, Title: "Payment flows are tested end to end in the sandbox", ByHand: "the results, for success, declines and edge cases"},
	{Section: completeness, Title: "Refund and void flows are tested", ByHand: "the results, for refunds in full and in part"},
	{Section: completeness, Title: "Access tokens are refreshed", Checks: []string{"tokenrefresh"}, Needs: APICalls,
		ByHand: "that no session of a buyer ends with a token"},
	{Section: completeness, Title: "Idempotency keys are on every mutating request", Checks: []string{"idempotencykey"}, Needs: MutatingCalls},
	{Section: completeness, Title: "Error handling covers the documented error codes", ByHand: "that declines with status 200, conflicts (409) and rate limits (429) are among what is handled"},
	{Section: completeness, Title: "Users see no raw error codes and no stack traces", Checks: []string{"errorleak"}, Needs: APICalls,
		ByHand: "what pages and apps make of an answer"},
	{Section: completeness, Title: "Load tests are done", ByHand: "that they were agreed with Aurora beforehand"},

	{Section: code, Title: "No credentials are in the code", Checks: []string{"literalcreds"},
		ByHand: "that production credentials are in a secrets manager, and not in .env files under version control or in logs of CI"},
	{Section: code, Title: "Sandbox hosts are replaced", Checks: []string{"sandboxhost"}, ByHand: "the settings of the deployment"},
	{Section: code, Title: "Logs hold no card data", Checks: []string{"cardlog"}, ByHand: "what proxies, gateways and crash reporters write"},
	{Section: code, Title: "HTTPS is used wherever payment data goes", Checks: []string{"insecuretransport"}, Needs: APICalls,
		ByHand: "that the program's own endpoints are behind TLS, without a fallback to HTTP"},
	{Section: code, Title: "Every client has a timeout", Checks: []string{"clienttimeout"}, Needs: APICalls, ByHand: "that its length fits; the guide recommends 30 seconds"},
	{Section: code, Title: "Retries have an end and growing waits", Checks: []string{"retrypolicy"}, Needs: APICalls,
		ByHand: "the policies of proxies and queues; the guide recommends 3 retries with exponential backoff"},

	{Section: pci, Title: "Card data does not pass through your servers", Checks: []string{"rawcard"},
		ByHand: "the PCI DSS assessment, a full one where raw card data is handled"},
	{Section: pci, Title: "The Elements script comes from Aurora's public host", Checks: []string{"elementsource"}, Needs: Elements,
		ByHand: "the pages that no Go program serves"},
	{Section: pci, Title: "In-person payments use certified readers", ByHand: "the models in use"},

	{Section: environments, Title: "Sandbox and production have settings of their own", ByHand: "that no API key serves both, and which people and machines can read the production key"},
	{Section: approval, Title: "The integration is certified and production access granted", ByHand: "the sign-off of the Aurora integration contact, before production credentials are used"},
	{Section: operation, Title: "Dashboards and alerts are set up", ByHand: "alerts on success rate, latency, token refresh failures, 429 and 5xx answers, with the guide's thresholds"},
	{Section: operation, Title: "The support contact and procedure are known", ByHand: "that requests name merchant, transaction, time and codes, and never hold card data"},

	{Section: beyond, Title: "Webhooks are verified", Checks: []string{"webhookverify"}, Needs: Webhooks,
		ByHand: "that a notice is processed once, and that its secret is kept like a credential"},
}

// Beside are the checks that answer no requirement of the guide.
var Beside = []string{"suppression"}
