package client

//auroravet:client
type Gateway struct{}

func (*Gateway) Sale() {}

// Refund pays back.
//
//auroravet:client
func Refund() {}

// Ping is no call of the API.
func Ping() {}

type (
	//auroravet:client
	Typed[T any] struct{}
	Other        struct{}
)

func (Typed[T]) Do() {}
func (Other) Do()    {}

//auroravet:client // want `this directive stands above no type or function`
var X = 1

func f() {
	g() //auroravet:ignore cardlog,rawcard a reason with https://example.com/ in it // want `ignore cardlog because "a reason with https://example.com/ in it"` `ignore rawcard because`
	g() //auroravet:ignore cardlog // want `this directive gives no reason`
	g() //auroravet:ignore // want `this directive names no check`
	g() //auroravet:nolint cardlog because // want `no directive is named auroravet:nolint`
	g() // auroravet:ignore cardlog because // want `a directive begins with //auroravet: and a word, and no space`
	g() // the word auroravet:ignore in prose
	g() //nolint:auroravet // not ours
}

func g() {}
