// Package errorleak defines an analyzer of errors of the API that are shown to customers.
//
// # Analyzer errorleak
//
// errorleak: report errors of the Aurora API and stack traces that are written to HTTP responses
//
// What a customer sees must hold no code of the API and no trace of the program:
// it helps nobody but those who look for a way in, and the text changes without notice:
//
//	tx, err := pay.Charge(r.Context(), order)
//	if err != nil {
//		// http.Error shows the customer an error of the payment API; its codes and texts are for your own people
//		http.Error(w, err.Error(), http.StatusBadGateway)
//		return
//	}
//
// Log the error, and answer with a text of your own:
//
//	slog.ErrorContext(r.Context(), "charge failed", "order", order.ID, "err", err)
//	http.Error(w, "The payment could not be made. Please try again.", http.StatusBadGateway)
//
// The analyzer follows the errors of calls of the API and the bodies of its answers
// through wrappers, error types and packages to net/http, gin, echo, fiber, huma and
// chi's render. What a framework writes by itself counts: the error that a fiber handler
// returns while no ErrorHandler is set, the message of echo.NewHTTPError. So does the text
// that a session keeps for the next page; of what a template is given, only what it prints does.
// A body that is passed on counts where nothing says that the answer is no error: also by a
// httputil.ReverseProxy in front of the API that has no ModifyResponse.
// The finding stands where the text is shown: in the handler for the errors of all routes, not
// where that is set; in the package that keeps an error and shows it, not where that is wired.
// A handler that calls an interface does not say who calls the API behind it. The package that brings
// both together does: when it is looked at, the handler is reported, if all types that become values
// of the interface in its view hand on errors of the API.
//
// Not reported: errors of the program's own, also those that an error of the API was
// replaced by; texts chosen by the code; the number of a status, a correlation id; the
// script of Elements, which elementsource looks at;
// errors that echo or gin keep to themselves.
//
// To silence a finding, say why on its line or the line above:
//
//	//auroravet:ignore errorleak only our support staff can open this page
package errorleak

import _ "embed"

//go:embed doc.go
var doc string
