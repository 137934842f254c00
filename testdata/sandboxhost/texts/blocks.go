package texts

const proxied = "server {\n  listen 80;\n  # https://api.flute.com\n  location /pay/ {\n    proxy_pass https://sandbox.api.flute.com/;\n  }\n}\n" // want `sandbox.api.flute.com`

const proxies = `upstream live {
  server api.flute.com:443;
}
upstream trial {
  server sandbox.api.flute.com:443;
}
`

const report = `The till {
calls sandbox.api.flute.com when it is asked to,
and nobody minds;
}`

func blocks() {
	show(proxied)
	show(proxies)
	show(report)
}
