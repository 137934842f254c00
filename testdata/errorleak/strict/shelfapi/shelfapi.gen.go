// Package shelfapi has the form of what generators of strict servers write.
//
// Code generated for the tests. DO NOT EDIT.
package shelfapi

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
)

// Note is the body of a refusal.
type Note struct {
	Text string  `json:"text"`
	Ref  *string `json:"ref,omitempty"`
}

// Loan is the body of an answer.
type Loan struct {
	Id string `json:"id"`
}

// ServerInterface represents all server handlers.
type ServerInterface interface {
	LendBook(w http.ResponseWriter, r *http.Request, book string)
	ReadFees(w http.ResponseWriter, r *http.Request)
}

// MiddlewareFunc wraps a handler.
type MiddlewareFunc func(http.Handler) http.Handler

// ServerInterfaceWrapper converts contexts to parameters.
type ServerInterfaceWrapper struct {
	Handler            ServerInterface
	HandlerMiddlewares []MiddlewareFunc
	ErrorHandlerFunc   func(w http.ResponseWriter, r *http.Request, err error)
}

// LendBook operation middleware
func (siw *ServerInterfaceWrapper) LendBook(w http.ResponseWriter, r *http.Request) {
	book := r.PathValue("book")
	if book == "" {
		siw.ErrorHandlerFunc(w, r, fmt.Errorf("no book"))
		return
	}
	handler := http.Handler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		siw.Handler.LendBook(w, r, book)
	}))
	for _, middleware := range siw.HandlerMiddlewares {
		handler = middleware(handler)
	}
	handler.ServeHTTP(w, r)
}

// ReadFees operation middleware
func (siw *ServerInterfaceWrapper) ReadFees(w http.ResponseWriter, r *http.Request) {
	handler := http.Handler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		siw.Handler.ReadFees(w, r)
	}))
	for _, middleware := range siw.HandlerMiddlewares {
		handler = middleware(handler)
	}
	handler.ServeHTTP(w, r)
}

// Handler creates http.Handler with routing matching OpenAPI spec.
func Handler(si ServerInterface) http.Handler {
	return HandlerWithOptions(si, StdHTTPServerOptions{})
}

// ServeMux is an abstraction of http.ServeMux.
type ServeMux interface {
	HandleFunc(pattern string, handler func(http.ResponseWriter, *http.Request))
	http.Handler
}

// StdHTTPServerOptions are options of the server.
type StdHTTPServerOptions struct {
	BaseURL          string
	BaseRouter       ServeMux
	Middlewares      []MiddlewareFunc
	ErrorHandlerFunc func(w http.ResponseWriter, r *http.Request, err error)
}

// HandlerFromMux creates http.Handler with routing matching OpenAPI spec based on the provided mux.
func HandlerFromMux(si ServerInterface, m ServeMux) http.Handler {
	return HandlerWithOptions(si, StdHTTPServerOptions{BaseRouter: m})
}

// HandlerWithOptions creates http.Handler with additional options
func HandlerWithOptions(si ServerInterface, options StdHTTPServerOptions) http.Handler {
	m := options.BaseRouter
	if m == nil {
		m = http.NewServeMux()
	}
	if options.ErrorHandlerFunc == nil {
		options.ErrorHandlerFunc = func(w http.ResponseWriter, r *http.Request, err error) {
			http.Error(w, err.Error(), http.StatusBadRequest)
		}
	}
	wrapper := ServerInterfaceWrapper{
		Handler:            si,
		HandlerMiddlewares: options.Middlewares,
		ErrorHandlerFunc:   options.ErrorHandlerFunc,
	}
	m.HandleFunc(http.MethodPost+" "+options.BaseURL+"/books/{book}/loans", wrapper.LendBook)
	m.HandleFunc(http.MethodGet+" "+options.BaseURL+"/fees", wrapper.ReadFees)
	return m
}

// LendBookRequestObject is a request.
type LendBookRequestObject struct {
	Book string `json:"book"`
}

// LendBookResponseObject is an answer.
type LendBookResponseObject interface {
	VisitLendBookResponse(w http.ResponseWriter) error
}

// LendBook200JSONResponse is an answer.
type LendBook200JSONResponse Loan

// VisitLendBookResponse writes it.
func (response LendBook200JSONResponse) VisitLendBookResponse(w http.ResponseWriter) error {
	var buf bytes.Buffer
	if err := json.NewEncoder(&buf).Encode(response); err != nil {
		return err
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(200)
	_, err := buf.WriteTo(w)
	return err
}

// LendBook402JSONResponse is an answer.
type LendBook402JSONResponse Note

// VisitLendBookResponse writes it.
func (response LendBook402JSONResponse) VisitLendBookResponse(w http.ResponseWriter) error {
	var buf bytes.Buffer
	if err := json.NewEncoder(&buf).Encode(response); err != nil {
		return err
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(402)
	_, err := buf.WriteTo(w)
	return err
}

// NoteJSONResponse is a response of several operations.
type NoteJSONResponse Note

// LendBook409JSONResponse is an answer.
type LendBook409JSONResponse struct{ NoteJSONResponse }

// VisitLendBookResponse writes it.
func (response LendBook409JSONResponse) VisitLendBookResponse(w http.ResponseWriter) error {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(409)
	return json.NewEncoder(w).Encode(response)
}

// LendBook502TextResponse is an answer.
type LendBook502TextResponse string

// VisitLendBookResponse writes it.
func (response LendBook502TextResponse) VisitLendBookResponse(w http.ResponseWriter) error {
	w.Header().Set("Content-Type", "text/plain")
	w.WriteHeader(502)
	_, err := w.Write([]byte(fmt.Sprint(response)))
	return err
}

// LendBook503ApplicationPdfResponse is an answer.
type LendBook503ApplicationPdfResponse struct {
	Body          io.Reader
	ContentLength int64
}

// VisitLendBookResponse writes it.
func (response LendBook503ApplicationPdfResponse) VisitLendBookResponse(w http.ResponseWriter) error {
	w.Header().Set("Content-Type", "application/pdf")
	w.WriteHeader(503)
	if closer, ok := response.Body.(io.ReadCloser); ok {
		defer closer.Close()
	}
	_, err := io.Copy(w, response.Body)
	return err
}

// LendBookdefaultJSONResponse is an answer.
type LendBookdefaultJSONResponse struct {
	Body       Note
	StatusCode int
}

// VisitLendBookResponse writes it.
func (response LendBookdefaultJSONResponse) VisitLendBookResponse(w http.ResponseWriter) error {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(response.StatusCode)
	return json.NewEncoder(w).Encode(response.Body)
}

// ReadFeesRequestObject is a request.
type ReadFeesRequestObject struct{}

// ReadFeesResponseObject is an answer.
type ReadFeesResponseObject interface {
	VisitReadFeesResponse(w http.ResponseWriter) error
}

// ReadFees204Response is an answer.
type ReadFees204Response struct{}

// VisitReadFeesResponse writes it.
func (response ReadFees204Response) VisitReadFeesResponse(w http.ResponseWriter) error {
	w.WriteHeader(204)
	return nil
}

// StrictServerInterface represents all server handlers.
type StrictServerInterface interface {
	LendBook(ctx context.Context, request LendBookRequestObject) (LendBookResponseObject, error)
	ReadFees(ctx context.Context, request ReadFeesRequestObject) (ReadFeesResponseObject, error)
}

// StrictHandlerFunc is a handler.
type StrictHandlerFunc func(ctx context.Context, w http.ResponseWriter, r *http.Request, request any) (any, error)

// StrictMiddlewareFunc wraps one.
type StrictMiddlewareFunc func(f StrictHandlerFunc, operationID string) StrictHandlerFunc

// StrictHTTPServerOptions are options.
type StrictHTTPServerOptions struct {
	RequestErrorHandlerFunc  func(w http.ResponseWriter, r *http.Request, err error)
	ResponseErrorHandlerFunc func(w http.ResponseWriter, r *http.Request, err error)
}

// NewStrictHandler makes a server.
func NewStrictHandler(ssi StrictServerInterface, middlewares []StrictMiddlewareFunc) ServerInterface {
	return &strictHandler{ssi: ssi, middlewares: middlewares, options: StrictHTTPServerOptions{
		RequestErrorHandlerFunc: func(w http.ResponseWriter, r *http.Request, err error) {
			http.Error(w, err.Error(), http.StatusBadRequest)
		},
		ResponseErrorHandlerFunc: func(w http.ResponseWriter, r *http.Request, err error) {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		},
	}}
}

// NewStrictHandlerWithOptions makes a server.
func NewStrictHandlerWithOptions(ssi StrictServerInterface, middlewares []StrictMiddlewareFunc, options StrictHTTPServerOptions) ServerInterface {
	if options.RequestErrorHandlerFunc == nil {
		options.RequestErrorHandlerFunc = func(w http.ResponseWriter, r *http.Request, err error) {
			http.Error(w, err.Error(), http.StatusBadRequest)
		}
	}
	if options.ResponseErrorHandlerFunc == nil {
		options.ResponseErrorHandlerFunc = func(w http.ResponseWriter, r *http.Request, err error) {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	}
	return &strictHandler{ssi: ssi, middlewares: middlewares, options: options}
}

type strictHandler struct {
	ssi         StrictServerInterface
	middlewares []StrictMiddlewareFunc
	options     StrictHTTPServerOptions
}

// LendBook operation middleware
func (sh *strictHandler) LendBook(w http.ResponseWriter, r *http.Request, book string) {
	var request LendBookRequestObject
	request.Book = book
	handler := func(ctx context.Context, w http.ResponseWriter, r *http.Request, request interface{}) (interface{}, error) {
		return sh.ssi.LendBook(ctx, request.(LendBookRequestObject))
	}
	for _, middleware := range sh.middlewares {
		handler = middleware(handler, "LendBook")
	}
	response, err := handler(r.Context(), w, r, request)
	if err != nil {
		sh.options.ResponseErrorHandlerFunc(w, r, err)
	} else if validResponse, ok := response.(LendBookResponseObject); ok {
		if err := validResponse.VisitLendBookResponse(w); err != nil {
			sh.options.ResponseErrorHandlerFunc(w, r, err)
		}
	} else if response != nil {
		sh.options.ResponseErrorHandlerFunc(w, r, fmt.Errorf("unexpected response type: %T", response))
	}
}

// ReadFees operation middleware
func (sh *strictHandler) ReadFees(w http.ResponseWriter, r *http.Request) {
	var request ReadFeesRequestObject
	handler := func(ctx context.Context, w http.ResponseWriter, r *http.Request, request interface{}) (interface{}, error) {
		return sh.ssi.ReadFees(ctx, request.(ReadFeesRequestObject))
	}
	for _, middleware := range sh.middlewares {
		handler = middleware(handler, "ReadFees")
	}
	response, err := handler(r.Context(), w, r, request)
	if err != nil {
		sh.options.ResponseErrorHandlerFunc(w, r, err)
	} else if validResponse, ok := response.(ReadFeesResponseObject); ok {
		if err := validResponse.VisitReadFeesResponse(w); err != nil {
			sh.options.ResponseErrorHandlerFunc(w, r, err)
		}
	} else if response != nil {
		sh.options.ResponseErrorHandlerFunc(w, r, fmt.Errorf("unexpected response type: %T", response))
	}
}
