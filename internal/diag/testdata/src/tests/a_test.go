package tests

var inTest = "fault in a test" // want `found fault in a test`
