package depot

import (
	"bytes"
	"io"
	"log"
	"net/http"
	"net/url"
	"os"
	"regexp"
	"strings"

	"go.uber.org/zap"
)

func withoutNumber(p Pass, text string) {
	log.Println(strings.ReplaceAll(text, p.CardNumber, "[card]"))
	log.Println(strings.ReplaceAll("card "+p.CardNumber, p.CardNumber, "[card]"))
	log.Println(strings.ReplaceAll(p.CardNumber, "-", "")) // want `shows the card number`
}

var blanks = regexp.MustCompile(`\s+`)

func withoutBlanks(p Pass) {
	log.Println(blanks.ReplaceAllString(p.CardNumber, "")) // want `shows the card number`
}

func firstTwelve(p Pass) {
	log.Println(p.CardNumber[:len(p.CardNumber)-4]) // want `shows the card number`
	log.Println(p.CardNumber[len(p.CardNumber)-4:])
}

func buffered(p Pass) {
	_, _ = io.Copy(os.Stderr, bytes.NewBufferString("n="+p.CardNumber)) // want `shows the card number`
	_, _ = io.Copy(os.Stderr, bytes.NewBufferString("rider="+p.Rider))
}

func pointers(z *zap.Logger, p *Pass) {
	z.Info("pass", zap.Stringp("a", &p.CVV)) // want `shows the security code`
	z.Info("pass", zap.Stringp("a", &p.Rider))
}

func address(p Pass) {
	req, err := http.NewRequest(http.MethodGet, "https://api.flute.com/v2/cards?q="+p.CardNumber, nil)
	if err != nil {
		return
	}
	log.Println("GET", req.URL) // want `req.URL shows the card number`
	other, err := http.NewRequest(http.MethodGet, "https://api.flute.com/v2/cards?q="+p.Rider, strings.NewReader(p.CardNumber))
	if err != nil {
		return
	}
	log.Println("GET", other.URL)
	u, err := url.Parse("https://api.flute.com/v2/cards?q=" + p.CardNumber)
	if err != nil {
		return
	}
	log.Println("GET", u) // want `u shows the card number`
}

// fetch asks with its parameters behind a question mark: they are in no path.
func fetch(method, path, query string) error {
	if query != "" {
		path += "?" + query
	}
	req, err := http.NewRequest(method, "https://vault.example.com"+path, nil)
	if err != nil {
		return nil
	}
	log.Println(req.Method, req.URL.Host, req.URL.Path)
	log.Println(req.URL.RawQuery)
	return nil
}

func lookUp(p Pass) error {
	return fetch("GET", "/cards", "number="+p.CardNumber) // want `shows the card number in clear to fetch`
}

func lookUpPath(cardNumber string) {
	req, err := http.NewRequest("GET", "https://vault.example.com/cards?number="+cardNumber, nil)
	if err != nil {
		return
	}
	log.Println("GET", req.URL.Path)
	other, err := http.NewRequest("GET", "https://vault.example.com/cards/"+cardNumber+"?full=1", nil)
	if err != nil {
		return
	}
	log.Println("GET", other.URL.Path) // want `other.URL.Path shows the card number`
}
