package a

var plain = "fault plain" // want `^found fault plain \(literal\)$`

var sameLine = "fault" //auroravet:ignore literal read by nobody

//auroravet:ignore literal read by nobody
var lineAbove = "fault"

//auroravet:ignore literal one of two
//auroravet:ignore anywhere two of two
var stacked = "fault"

//auroravet:ignore anywhere,literal both checks
var listed = "fault"

var trailing = 1              //auroravet:ignore literal covers its own line alone // want `this directive silences nothing; the next fault on its line goes unseen \(literal\)`
var afterTrailing = "fault x" // want `found fault x`

//auroravet:ignore literal
var noReason = "fault y" // want `found fault y`

//auroravet:ignore anywhere of another check
var otherCheck = "fault z" // want `found fault z`

//auroravet:ignore literal nothing here any more // want `silences nothing`
var fixed = "fine"

var card = "fault 4111 1111 1111 1111 end" // want `found fault \[16 digits\] end`

var two = []string{"fault 1", "fault 2"} // want `found fault 1` `found fault 2`
