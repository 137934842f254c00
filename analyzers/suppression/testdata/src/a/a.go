package a

func f() {
	g() //auroravet:ignore clienttimeout the caller has a deadline
	g() //auroravet:ignore cardlog,clienttimeout two checks, one reason
	g() //auroravet:ignore clienttimeout // want `^this directive gives no reason; it has no effect \(suppression\)$`
	g() //auroravet:ignore // want `this directive names no check`
	g() //auroravet:ignore timeouts slow network // want `^no check is named "timeouts"; the directive has no effect \(suppression\)$`
	g() //auroravet:ignore cardlog,cardlogs masked // want `no check is named "cardlogs"`
	g() // auroravet:ignore cardlog masked // want `no space stands between`
	g() //auroravet:disable cardlog masked // want `no directive is named auroravet:disable`
	g() // see auroravet:ignore in the manual
	g() //nolint:auroravet // of another tool
}

func g() {
	//auroravet:ignore suppression shows in the manual what a bad one looks like
	f() //auroravet:ignore nosuch example
}
