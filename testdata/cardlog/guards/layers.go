package guards

import "log"

// layers decides by what it has decided before, many times over.
func layers(mode, other string, c card) {
	m := mode
	if m == "a0" {
		m = other
	} else if m == "b0" {
		m = mode
	}
	if m == "a1" {
		m = other
	} else if m == "b1" {
		m = mode
	}
	if m == "a2" {
		m = other
	} else if m == "b2" {
		m = mode
	}
	if m == "a3" {
		m = other
	} else if m == "b3" {
		m = mode
	}
	if m == "a4" {
		m = other
	} else if m == "b4" {
		m = mode
	}
	if m == "a5" {
		m = other
	} else if m == "b5" {
		m = mode
	}
	if m == "a6" {
		m = other
	} else if m == "b6" {
		m = mode
	}
	if m == "a7" {
		m = other
	} else if m == "b7" {
		m = mode
	}
	if m == "a8" {
		m = other
	} else if m == "b8" {
		m = mode
	}
	if m == "a9" {
		m = other
	} else if m == "b9" {
		m = mode
	}
	if m == "a10" {
		m = other
	} else if m == "b10" {
		m = mode
	}
	if m == "a11" {
		m = other
	} else if m == "b11" {
		m = mode
	}
	if m == "a12" {
		m = other
	} else if m == "b12" {
		m = mode
	}
	if m == "a13" {
		m = other
	} else if m == "b13" {
		m = mode
	}
	if m == "a14" {
		m = other
	} else if m == "b14" {
		m = mode
	}
	if m == "a15" {
		m = other
	} else if m == "b15" {
		m = mode
	}
	if m == "a16" {
		m = other
	} else if m == "b16" {
		m = mode
	}
	if m == "a17" {
		m = other
	} else if m == "b17" {
		m = mode
	}
	if m == "a18" {
		m = other
	} else if m == "b18" {
		m = mode
	}
	if m == "a19" {
		m = other
	} else if m == "b19" {
		m = mode
	}
	if m == "a20" {
		m = other
	} else if m == "b20" {
		m = mode
	}
	if m == "a21" {
		m = other
	} else if m == "b21" {
		m = mode
	}
	if m == "a22" {
		m = other
	} else if m == "b22" {
		m = mode
	}
	if m == "a23" {
		m = other
	} else if m == "b23" {
		m = mode
	}
	if m == "a24" {
		m = other
	} else if m == "b24" {
		m = mode
	}
	if m == "a25" {
		m = other
	} else if m == "b25" {
		m = mode
	}
	if m == "a26" {
		m = other
	} else if m == "b26" {
		m = mode
	}
	if m == "a27" {
		m = other
	} else if m == "b27" {
		m = mode
	}
	if m == "a28" {
		m = other
	} else if m == "b28" {
		m = mode
	}
	if m == "a29" {
		m = other
	} else if m == "b29" {
		m = mode
	}
	if m == "show" {
		log.Println(c) // want `shows the card number and security code`
	}
	log.Println(m)
}
