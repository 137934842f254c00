package held

import (
	"context"
	"net/http"
	"sync"
	"sync/atomic"
	"time"

	"github.com/auroravet/auroravet/testdata/tokenrefresh/session/auth"
)

// till has the token of the till.
var till struct {
	sync.Mutex
	opened int
	pass   string
}

// OpenTill signs in.
func OpenTill(ctx context.Context) error {
	a, err := auth.Fetch(ctx)
	if err != nil {
		return err
	}
	till.Lock()
	defer till.Unlock()
	till.opened++
	till.pass = a.Access // want `^pass keeps an access token`
	return nil
}

// Drawers sends it.
func Drawers(ctx context.Context) (*http.Response, error) { return get(ctx, till.pass, "/v2/devices") }

// desk has a token with its end.
var desk struct {
	mu   sync.Mutex
	pass string
	end  time.Time
}

// Desk renews it in time.
func Desk(ctx context.Context) (string, error) {
	desk.mu.Lock()
	defer desk.mu.Unlock()
	if time.Now().Before(desk.end) {
		return desk.pass, nil
	}
	a, err := auth.Fetch(ctx)
	if err != nil {
		return "", err
	}
	desk.pass, desk.end = a.Access, time.Now().Add(time.Duration(a.Expires)*time.Second)
	return desk.pass, nil
}

// door has a token that is forgotten when it is refused.
var door = struct {
	sync.RWMutex
	pass string
}{}

// Door signs in once more then.
func Door(ctx context.Context) (*http.Response, error) {
	door.Lock()
	defer door.Unlock()
	for range 2 {
		if door.pass == "" {
			a, err := auth.Fetch(ctx)
			if err != nil {
				return nil, err
			}
			door.pass = a.Access
		}
		resp, err := get(ctx, door.pass, "/v2/devices")
		if err != nil || resp.StatusCode != http.StatusUnauthorized {
			return resp, err
		}
		door.pass = ""
	}
	return nil, context.Canceled
}

// gates have the tokens of gates.
var gates = struct {
	sync.Mutex
	by map[string]string
}{by: map[string]string{}}

// Gate keeps them.
func Gate(ctx context.Context, name string) (string, error) {
	gates.Lock()
	defer gates.Unlock()
	if p, ok := gates.by[name]; ok {
		return p, nil
	}
	a, err := auth.Fetch(ctx)
	if err != nil {
		return "", err
	}
	gates.by[name] = a.Access // want `^by keeps an access token`
	return a.Access, nil
}

// First keeps what the first caller puts there.
type First struct{ pass atomic.Pointer[string] }

// Token is the same for all.
func (f *First) Token(ctx context.Context) (string, error) {
	if p := f.pass.Load(); p != nil {
		return *p, nil
	}
	a, err := auth.Fetch(ctx)
	if err != nil {
		return "", err
	}
	if !f.pass.CompareAndSwap(nil, &a.Access) { // want `First.pass keeps an access token`
		return *f.pass.Load(), nil
	}
	return a.Access, nil
}

// Swapped keeps the last one.
type Swapped struct{ pass atomic.Value }

// Sign fetches one.
func (s *Swapped) Sign(ctx context.Context) error {
	a, err := auth.Fetch(ctx)
	if err == nil {
		s.pass.Swap(a.Access) // want `Swapped.pass keeps an access token`
	}
	return err
}

// Header is what requests need.
func (s *Swapped) Header() string { return "Bearer " + s.pass.Load().(string) }

type ends struct {
	pass string
	end  time.Time
}

// Ticket keeps it with its end.
type Ticket struct{ now atomic.Pointer[ends] }

// Token is renewed by one of the callers.
func (e *Ticket) Token(ctx context.Context) (string, error) {
	old := e.now.Load()
	if old != nil && time.Now().Before(old.end) {
		return old.pass, nil
	}
	a, err := auth.Fetch(ctx)
	if err != nil {
		return "", err
	}
	e.now.CompareAndSwap(old, &ends{a.Access, time.Now().Add(time.Duration(a.Expires) * time.Second)})
	return e.now.Load().pass, nil
}

// lift has a token and nothing else of interest.
var lift struct {
	sync.RWMutex
	bearer string
}

// OpenLift signs in.
func OpenLift(ctx context.Context) error {
	a, err := auth.Fetch(ctx)
	if err != nil {
		return err
	}
	lift.Lock()
	lift.bearer = a.Access // want `^bearer keeps an access token`
	lift.Unlock()
	return nil
}

type floor struct{ bearer string }

// floors is of a type with a name.
var floors struct {
	sync.Mutex
	top floor
}

// OpenFloors signs in.
func OpenFloors(ctx context.Context) error {
	a, err := auth.Fetch(ctx)
	if err == nil {
		floors.top.bearer = a.Access // want `^floor.bearer keeps an access token`
	}
	return err
}
