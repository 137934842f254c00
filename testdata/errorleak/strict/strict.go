// Package strict implements servers that a generator has written: their answers are values, and what
// they return as an error the generated code shows, unless it is given a handler for errors.
package strict

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"

	"github.com/auroravet/auroravet/testdata/errorleak/pay"
	"github.com/auroravet/auroravet/testdata/errorleak/strict/ginapi"
	"github.com/auroravet/auroravet/testdata/errorleak/strict/shelfapi"
)

// Desk keeps its errors to itself, but for what stands in its answers.
type Desk struct{ Pay *pay.Client }

// LendBook implements shelfapi.StrictServerInterface.
func (d *Desk) LendBook(ctx context.Context, req shelfapi.LendBookRequestObject) (shelfapi.LendBookResponseObject, error) {
	if req.Book == "" {
		return shelfapi.LendBook402JSONResponse{Text: "no book is named"}, nil
	}
	_, err := d.Pay.Charge(ctx, req.Book, 100)
	switch {
	case err == nil:
		return shelfapi.LendBook200JSONResponse{Id: req.Book}, nil
	case strings.HasPrefix(req.Book, "a"):
		return shelfapi.LendBook402JSONResponse{Text: "not paid: " + err.Error()}, nil // want "shelfapi.LendBook402JSONResponse.VisitLendBookResponse shows the customer an error of the payment API"
	case strings.HasPrefix(req.Book, "b"):
		out := shelfapi.LendBook409JSONResponse{}
		out.Text = fmt.Sprint("not paid: ", err)
		return out, nil // want "shows the customer an error of the payment API"
	case strings.HasPrefix(req.Book, "c"):
		return shelfapi.LendBook502TextResponse(err.Error()), nil // want "shows the customer an error of the payment API"
	case strings.HasPrefix(req.Book, "d"):
		text := err.Error()
		return shelfapi.LendBook503ApplicationPdfResponse{Body: strings.NewReader(text), ContentLength: int64(len(text))}, nil // want "shows the customer an error of the payment API"
	case strings.HasPrefix(req.Book, "e"):
		return refused(err), nil // want "shows the customer an error of the payment API"
	case strings.HasPrefix(req.Book, "f"):
		slog.ErrorContext(ctx, "lend", "err", err)
		return shelfapi.LendBookdefaultJSONResponse{Body: shelfapi.Note{Text: "the loan was not paid"}, StatusCode: http.StatusBadGateway}, nil
	}
	return nil, fmt.Errorf("lend %s: %w", req.Book, err)
}

// refused says why nothing is lent.
func refused(err error) shelfapi.LendBookResponseObject {
	return shelfapi.LendBookdefaultJSONResponse{Body: shelfapi.Note{Text: err.Error()}, StatusCode: http.StatusBadGateway}
}

// ReadFees implements shelfapi.StrictServerInterface.
func (d *Desk) ReadFees(context.Context, shelfapi.ReadFeesRequestObject) (shelfapi.ReadFeesResponseObject, error) {
	return shelfapi.ReadFees204Response{}, nil
}

// Plain is served as the generator has it.
func Plain(d *Desk) http.Handler {
	return shelfapi.Handler(shelfapi.NewStrictHandler(d, nil)) // want "shelfapi.Handler shows the customer an error of the payment API"
}

// Grouped is Plain for another router.
func Grouped(d *Desk) http.Handler {
	si := shelfapi.NewStrictHandler(d, []shelfapi.StrictMiddlewareFunc{})
	return shelfapi.HandlerOnChi(si, chi.NewRouter()) // want "shelfapi.HandlerOnChi shows the customer an error of the payment API"
}

// Logged has what stands between log the errors, and hand them on.
func Logged(d *Desk, mux *http.ServeMux) http.Handler {
	log := func(next shelfapi.StrictHandlerFunc, operation string) shelfapi.StrictHandlerFunc {
		return func(ctx context.Context, w http.ResponseWriter, r *http.Request, request any) (any, error) {
			out, err := next(ctx, w, r, request)
			if err != nil {
				slog.ErrorContext(ctx, operation, "err", err)
			}
			return out, err
		}
	}
	si := shelfapi.NewStrictHandlerWithOptions(d, []shelfapi.StrictMiddlewareFunc{log}, shelfapi.StrictHTTPServerOptions{
		RequestErrorHandlerFunc: func(w http.ResponseWriter, _ *http.Request, _ error) {
			http.Error(w, "this is no loan", http.StatusBadRequest)
		},
	})
	return shelfapi.HandlerFromMux(si, mux) // want "shelfapi.HandlerFromMux shows the customer an error of the payment API"
}

// Answered has a handler for errors.
func Answered(d *Desk, mux *http.ServeMux) http.Handler {
	return shelfapi.HandlerFromMux(shelfapi.NewStrictHandlerWithOptions(d, nil, shelfapi.StrictHTTPServerOptions{
		ResponseErrorHandlerFunc: func(w http.ResponseWriter, r *http.Request, err error) {
			slog.ErrorContext(r.Context(), "loan", "err", err)
			http.Error(w, "please try again later", http.StatusInternalServerError)
		},
	}), mux)
}

// Given is given one.
func Given(d *Desk, options shelfapi.StrictHTTPServerOptions) http.Handler {
	return shelfapi.Handler(shelfapi.NewStrictHandlerWithOptions(d, nil, options))
}

// Shown has a handler for errors that shows them.
func Shown(d *Desk) http.Handler {
	return shelfapi.Handler(shelfapi.NewStrictHandlerWithOptions(d, nil, shelfapi.StrictHTTPServerOptions{
		ResponseErrorHandlerFunc: func(w http.ResponseWriter, _ *http.Request, err error) {
			http.Error(w, "failed: "+err.Error(), http.StatusInternalServerError) // want "http.Error shows the customer an error of the payment API"
		},
	}))
}

// Quiet returns errors of its own.
type Quiet struct{ Desk }

// LendBook implements shelfapi.StrictServerInterface.
func (q *Quiet) LendBook(ctx context.Context, req shelfapi.LendBookRequestObject) (shelfapi.LendBookResponseObject, error) {
	if _, err := q.Pay.Charge(ctx, req.Book, 100); err != nil {
		slog.ErrorContext(ctx, "lend", "err", err)
		return nil, fmt.Errorf("%s was not paid", req.Book)
	}
	return shelfapi.LendBook200JSONResponse{Id: req.Book}, nil
}

// Quietly has nothing to hide.
func Quietly(q *Quiet) http.Handler {
	return shelfapi.Handler(shelfapi.NewStrictHandler(q, nil))
}

// Till takes fees.
type Till struct{ Pay *pay.Client }

// PayFee implements ginapi.StrictServerInterface.
func (t *Till) PayFee(ctx context.Context, _ ginapi.PayFeeRequestObject) (ginapi.PayFeeResponseObject, error) {
	if _, err := t.Pay.Charge(ctx, "fee", 1); err != nil {
		return nil, err
	}
	return ginapi.PayFee402JSONResponse{Text: "there was no fee"}, nil
}

// Register serves the till.
func Register(e *gin.Engine, t *Till) {
	ginapi.RegisterHandlers(e, ginapi.NewStrictHandlerWithOptions(t, nil, ginapi.StrictGinServerOptions{})) // want "ginapi.RegisterHandlers shows the customer an error of the payment API"
}

// RegisterQuiet serves it with a handler for errors.
func RegisterQuiet(e *gin.Engine, t *Till) {
	ginapi.RegisterHandlers(e, ginapi.NewStrictHandlerWithOptions(t, nil, ginapi.StrictGinServerOptions{
		HandlerErrorFunc: func(c *gin.Context, err error) { _ = c.Error(err); c.Status(http.StatusBadGateway) },
	}))
}
