// Package stay logs its traces, where they are taken and by a helper.
package stay

import (
	"log/slog"
	"net/http"
	"runtime"
	"runtime/debug"
)

func note(log *slog.Logger, v any, trace string) { log.Error("panic", "cause", v, "stack", trace) }

func recovered(next http.Handler, log *slog.Logger) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if v := recover(); v != nil {
				buf := make([]byte, 64<<10)
				buf = buf[:runtime.Stack(buf, false)]
				log.Error("panic while serving", "err", v, "stack", string(buf))
				note(log, v, string(debug.Stack()))
				http.Error(w, http.StatusText(http.StatusInternalServerError), http.StatusInternalServerError)
			}
		}()
		next.ServeHTTP(w, r)
	})
}
