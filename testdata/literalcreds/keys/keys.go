// Package keys has values whose names do not say what they are.
package keys

const Desk = "9531456b" + "fd7ce583" + "f5409a9d"

var Kiosk = "bb140e2e82f9ce9deee090b7"

const DeskClientID = "d281006a-2671-4b62-a5c2-1ae118cd7ba6"

// ShopSecret is reported here, not where it is used.
const ShopSecret = "bc5390f7069632585fbd0b48" // want `ShopSecret is written`

// Build is no credential.
const Build = "da39a3ee5e6b4b0d3255bfef95601890afd80709"
