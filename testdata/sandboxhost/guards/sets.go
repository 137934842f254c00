package guards

import "sort"

type hostSet[T comparable] map[T]struct{}

func setOf[T comparable](vs ...T) hostSet[T] {
	s := make(hostSet[T], len(vs))
	for _, v := range vs {
		s[v] = struct{}{}
	}
	return s
}

func (s hostSet[T]) Has(v T) bool { _, ok := s[v]; return ok }

func (s hostSet[T]) first() (first T) {
	for v := range s {
		return v
	}
	return first
}

// Nothing is done with these but to ask for one.
var testSet = setOf("sandbox.api.flute.com", "uat.rwaapps.net")

func inSet(host string) bool { return testSet.Has(host) }

func found(host string) bool {
	hosts := []string{"sandbox.api.flute.com", "uat.rwaapps.net"}
	i := sort.SearchStrings(hosts, host)
	return i < len(hosts) && hosts[i] == host
}

func taken() string {
	hosts := setOf("sandbox.api.flute.com") // want `sandbox.api.flute.com is fixed`
	return "https://" + hosts.first()
}
