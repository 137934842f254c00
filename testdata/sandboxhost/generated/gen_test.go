package generated

const testServer = "https://sandbox.api.flute.com"
