// Package loneuse uses a lone constant, which is reported where it is declared.
package loneuse

import "github.com/auroravet/auroravet/testdata/sandboxhost/lone"

func terminal() string { return lone.TerminalBase + "/pos-api/v1" }

func devices() string { return lone.Address + "/pay-api/v1/devices" }

func bound() string { return lone.Refused + "/pay-api/v1/devices" } // want `lone.Refused fixes`
