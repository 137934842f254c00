// Package kept keeps the last trace of a worker and shows it on a page.
package kept

import (
	"fmt"
	"net/http"
	"runtime"
	"sync"
)

type worker struct {
	mu   sync.Mutex
	last []byte
}

func (k *worker) run(job func()) {
	defer func() {
		if recover() != nil {
			buf := make([]byte, 4096)
			buf = buf[:runtime.Stack(buf, false)]
			k.mu.Lock()
			k.last = buf
			k.mu.Unlock()
		}
	}()
	job()
}

func (k *worker) status(w http.ResponseWriter, r *http.Request) {
	k.mu.Lock()
	defer k.mu.Unlock()
	fmt.Fprintf(w, "last: %s", k.last) // want `fmt.Fprintf shows the customer a stack trace`
}
