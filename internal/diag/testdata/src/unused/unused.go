package unused

//auroravet:ignore literal nothing here any more // want `silences nothing`
var a = "clean"

var b = "clean" //auroravet:ignore literal nor here // want `silences nothing`

func f() string {
	//auroravet:ignore literal the answer is fixed elsewhere // want `silences nothing`
	return a + b
}

//auroravet:ignore literal,cardlog another check may need it // want `silences nothing`
var c = "clean"

//auroravet:ignore literal a reason
var d = "fault one"
