package a

var inTest = "fault in a test"

//auroravet:ignore literal an unused directive where nothing is reported
var fixedInTest = "fine"
