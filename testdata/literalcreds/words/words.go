// Package words has lists of names under the names of secrets.
package words

const api = "https://api.flute.com"

var secretWords = []string{"invalid", "missing", "public", "hashed", "payment", "cancellation"}

var secrets = [...]string{"billing", "checkout", "refunds"}

var passwordKinds = map[string]string{"a": "temporary", "b": "permanent"}

var knownSecrets = map[string]string{"billing": "billing-prod", "refunds": "refunds-prod"}

var passwords = []string{
	"letmeinplease",
	"1d7f0c52b83e964a2c1b", // want `passwords is written in the source \(20 characters\)`
	"swordfish",
}

var onlyPassword = []string{"swordfishes"} // want `onlyPassword is written in the source`

const secretAlias, tokenCookie = "flute-secret-2024", "flute_token_v2"

const secretWord = "flute-secret-2024" // want `secretWord is written`
