package aurora

import "testing"

// The scan of a package asks these questions of every identifier and literal.
func BenchmarkScan(b *testing.B) {
	v := NewVocabulary()
	idents := []string{"i", "err", "ctx", "NewRequestWithContext", "transactionStatus", "parseHTTPHeader", "BenchmarkScan", "cardNumber"}
	for _, q := range []struct {
		name string
		ask  func(string)
	}{
		{"ProviderWord", func(s string) { v.ProviderWord(s) }},
		{"EnvName", func(s string) { v.EnvName(s) }},
		{"CardNameOf", func(s string) { CardNameOf(s) }},
		{"CardWord", func(s string) { CardWord(s) }},
		{"SecretName", func(s string) { SecretName(s) }},
		{"HostsIn", func(s string) { v.HostsIn(s) }},
		{"Endpoint", func(s string) { v.Endpoint("POST", s) }},
		{"FamilyPath", func(s string) { v.FamilyPath(s) }},
		{"PANs", func(s string) { PANs(s) }},
	} {
		b.Run(q.name, func(b *testing.B) {
			for i := 0; b.Loop(); i++ {
				q.ask(idents[i%len(idents)])
			}
		})
	}
	b.Run("EndpointHit", func(b *testing.B) {
		for b.Loop() {
			v.Endpoint("POST", Hole+"/v2/transactions/"+Hole+"/capture")
		}
	})
}
