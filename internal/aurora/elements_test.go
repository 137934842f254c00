package aurora

import "testing"

func TestScripts(t *testing.T) {
	v := NewVocabulary()
	for _, c := range []struct {
		text, url, host string
		source          ScriptSource
	}{
		{`<script src="https://public.flute.com/lib/v1.0/flute.mjs" type="module">`, "https://public.flute.com/lib/v1.0/flute.mjs", "public.flute.com", OfficialSource},
		{`<script src='//public.uat.arise.risewithaurora.com/lib/v1.0/arise.mjs'>`, "//public.uat.arise.risewithaurora.com/lib/v1.0/arise.mjs", "public.uat.arise.risewithaurora.com", OfficialSource},
		{`<script src="https://api.flute.com/flute.mjs">`, "https://api.flute.com/flute.mjs", "api.flute.com", OtherSource},
		{`<script src=/static/arise.mjs type=module>`, "/static/arise.mjs", "", OwnSource},
		{`import { FluteElements } from "./vendor/flute.mjs?v=3"`, "./vendor/flute.mjs", "", OwnSource},
		{`https://cdn.example.com/x/ARISE.mjs`, "https://cdn.example.com/x/ARISE.mjs", "cdn.example.com", OtherSource},
		{`<script src="{{.Base}}/lib/v1.0/arise.mjs">`, "{{.Base}}/lib/v1.0/arise.mjs", "", UnknownSource},
		{`<script src="{{.CDN}}/vendor/arise.mjs">`, "{{.CDN}}/vendor/arise.mjs", "", StraySource},
		{`<script src="https://%s/js/v3/flute.mjs">`, "https://%s/js/v3/flute.mjs", "", StraySource},
		{`<script src="{{.Base}}/v1.0/arise.mjs">`, "{{.Base}}/v1.0/arise.mjs", "", UnknownSource},
		{`<script src="{{.Base}}/arise.mjs">`, "{{.Base}}/arise.mjs", "", UnknownSource},
		{`https://%s/lib/v1.0/arise.mjs`, "https://%s/lib/v1.0/arise.mjs", "", UnknownSource},
		{`https://public.myflute.com/lib/v1.0/flute.mjs`, "https://public.myflute.com/lib/v1.0/flute.mjs", "public.myflute.com", OtherSource},
	} {
		got := v.Scripts(c.text)
		if len(got) != 1 || got[0].URL != c.url || got[0].Source != c.source || got[0].Host != c.host || c.text[got[0].Start:got[0].End] != c.url {
			t.Errorf("%s: %+v", c.text, got)
		}
	}
	for _, text := range []string{`/static/flute-checkout.mjs`, `my-arise.mjs`, `flute.mjs.map`, `arise.js`, `surprise.mjs`} {
		if got := v.Scripts(text); len(got) > 0 {
			t.Errorf("%s: %+v", text, got)
		}
	}
}
