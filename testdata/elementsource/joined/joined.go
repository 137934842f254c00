// Package joined puts the address of the script together from the elements of a path.
package joined

import (
	"fmt"
	"net/http"
	"path"
)

const (
	copies   = "https://static.bikeshop.example"
	provider = "https://public.flute.com"
)

func copied(name string) string { return copies + path.Join("/", "v3", name) }

func official(name string) string { return provider + "/" + path.Join("lib", "", "v1.0", name) }

func listed(elems ...string) string { return copies + "/" + path.Join(elems...) }

// Till shows the form of the till.
func Till(w http.ResponseWriter, _ *http.Request) {
	fmt.Fprintf(w, `<title>Till</title><script type="module" src="%s"></script>`, copied("flute.mjs")) // want `the Elements script is loaded from static.bikeshop.example`
}

// Rental shows the form of rentals.
func Rental(w http.ResponseWriter, _ *http.Request) {
	fmt.Fprintf(w, `<title>Rental</title><script type="module" src="%s"></script>`, official("flute.mjs"))
}

// Theme has another script.
func Theme(w http.ResponseWriter, _ *http.Request) {
	fmt.Fprintf(w, `<title>Rental</title><script type="module" src="%s"></script>`, copied("flute-theme.mjs"))
}

// Shelf names a path that is not known.
func Shelf(w http.ResponseWriter, _ *http.Request) {
	fmt.Fprintf(w, `<title>Shelf</title><script type="module" src="%s"></script>`, listed("shelf", "shelf.mjs"))
}
