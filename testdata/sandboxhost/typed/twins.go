package typed

// place is one of the places that calls go to.
type place interface{ root() string }

type mainPlace struct{}

func (mainPlace) root() string { return "https://api.flute.com" }

type testPlace struct{}

func (testPlace) root() string { return "https://sandbox.api.flute.com" }

func placeOf(live bool) place {
	if live {
		return mainPlace{}
	}
	return testPlace{}
}

func always() place {
	return testPlace{} // want `testPlace fixes`
}

// testBench stands beside nothing.
type testBench struct{}

func (testBench) bench() string { return "https://sandbox.api.flute.com" } // want `sandbox.api.flute.com is fixed`
