// Package elementsource defines an analyzer of where pages load the Elements script from.
//
// # Analyzer elementsource
//
// elementsource: report an Elements script that does not come from Aurora's hosts
//
// Elements keeps card numbers out of a merchant's pages: the script arise.mjs (flute.mjs
// after the rename) draws the card form in a frame of its own. It has to come from the
// host that Aurora serves it from. A copy misses security fixes, can be changed by
// whoever can write to the site, and brings the page into the scope of PCI DSS:
//
//	const page = `<script type="module" src="/static/arise.mjs"></script>` // the Elements script is loaded from the page's own site; …
//
//	//go:embed static/arise.mjs
//	var script []byte // the Elements script static/arise.mjs is embedded in the program; …
//
// Right is the official script tag:
//
//	const page = `<script type="module" src="https://public.flute.com/lib/v1.0/flute.mjs"></script>`
//
// It counts in pages and scripts in the source, in templates and scripts that the package
// embeds, with what functions of the package write in them and the fields that always hold one text,
// in Link headers and in configuration values; of an address that the environment may replace, the one that is there
// without it. So do a file of that name which the program embeds, serves by its
// name or keeps in a directory that it serves, a file or a proxy behind a path of that
// name, and a handler that fetches the script and passes it on.
//
// The host that a request was sent to is the program's own.
//
// Not reported: an address whose host is not known, unless its path is not the script's on any
// host; comments and text for people, comparisons, redirects and refusals of old paths, scripts of
// other names, test code unless -tests is on, and generated files.
//
// A page that has to do otherwise says why:
//
//	//auroravet:ignore elementsource the lab has no way to the internet
package elementsource

import _ "embed"

//go:embed doc.go
var doc string
