// Package ginapi has the form of what generators of strict servers write for gin.
//
// Code generated for the tests. DO NOT EDIT.
package ginapi

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"

	"github.com/gin-gonic/gin"
)

// Note is the body of a refusal.
type Note struct {
	Text string `json:"text"`
}

// ServerInterface represents all server handlers.
type ServerInterface interface {
	PayFee(c *gin.Context)
}

// ServerInterfaceWrapper converts contexts to parameters.
type ServerInterfaceWrapper struct {
	Handler            ServerInterface
	HandlerMiddlewares []MiddlewareFunc
	ErrorHandler       func(*gin.Context, error, int)
}

// MiddlewareFunc stands before a handler.
type MiddlewareFunc func(c *gin.Context)

// PayFee operation middleware
func (siw *ServerInterfaceWrapper) PayFee(c *gin.Context) {
	for _, middleware := range siw.HandlerMiddlewares {
		middleware(c)
		if c.IsAborted() {
			return
		}
	}
	siw.Handler.PayFee(c)
}

// GinServerOptions provides options for the Gin server.
type GinServerOptions struct {
	BaseURL      string
	Middlewares  []MiddlewareFunc
	ErrorHandler func(*gin.Context, error, int)
}

// RegisterHandlers creates http.Handler with routing matching OpenAPI spec.
func RegisterHandlers(router gin.IRouter, si ServerInterface) {
	RegisterHandlersWithOptions(router, si, GinServerOptions{})
}

// RegisterHandlersWithOptions creates http.Handler with additional options
func RegisterHandlersWithOptions(router gin.IRouter, si ServerInterface, options GinServerOptions) {
	errorHandler := options.ErrorHandler
	if errorHandler == nil {
		errorHandler = func(c *gin.Context, err error, statusCode int) {
			c.JSON(statusCode, gin.H{"msg": err.Error()})
		}
	}
	wrapper := ServerInterfaceWrapper{
		Handler:            si,
		HandlerMiddlewares: options.Middlewares,
		ErrorHandler:       errorHandler,
	}
	router.POST(options.BaseURL+"/fees/pay", wrapper.PayFee)
}

// PayFeeRequestObject is a request.
type PayFeeRequestObject struct{}

// PayFeeResponseObject is an answer.
type PayFeeResponseObject interface {
	VisitPayFeeResponse(w http.ResponseWriter) error
}

// PayFee402JSONResponse is an answer.
type PayFee402JSONResponse Note

// VisitPayFeeResponse writes it.
func (response PayFee402JSONResponse) VisitPayFeeResponse(w http.ResponseWriter) error {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(402)
	return json.NewEncoder(w).Encode(response)
}

// StrictServerInterface represents all server handlers.
type StrictServerInterface interface {
	PayFee(ctx context.Context, request PayFeeRequestObject) (PayFeeResponseObject, error)
}

// StrictHandlerFunc is a handler.
type StrictHandlerFunc func(ctx *gin.Context, request any) (any, error)

// StrictMiddlewareFunc wraps one.
type StrictMiddlewareFunc func(f StrictHandlerFunc, operationID string) StrictHandlerFunc

// StrictGinServerOptions are options.
type StrictGinServerOptions struct {
	RequestErrorHandlerFunc  func(ctx *gin.Context, err error)
	HandlerErrorFunc         func(ctx *gin.Context, err error)
	ResponseErrorHandlerFunc func(ctx *gin.Context, err error)
}

// NewStrictHandlerWithOptions makes a server.
func NewStrictHandlerWithOptions(ssi StrictServerInterface, middlewares []StrictMiddlewareFunc, options StrictGinServerOptions) ServerInterface {
	if options.HandlerErrorFunc == nil {
		options.HandlerErrorFunc = func(ctx *gin.Context, err error) {
			ctx.JSON(http.StatusInternalServerError, gin.H{"msg": err.Error()})
		}
	}
	if options.ResponseErrorHandlerFunc == nil {
		options.ResponseErrorHandlerFunc = func(ctx *gin.Context, err error) {
			ctx.JSON(http.StatusInternalServerError, gin.H{"msg": err.Error()})
		}
	}
	return &strictHandler{ssi: ssi, middlewares: middlewares, options: options}
}

type strictHandler struct {
	ssi         StrictServerInterface
	middlewares []StrictMiddlewareFunc
	options     StrictGinServerOptions
}

// PayFee operation middleware
func (sh *strictHandler) PayFee(ctx *gin.Context) {
	var request PayFeeRequestObject
	handler := func(ctx *gin.Context, request any) (any, error) {
		return sh.ssi.PayFee(ctx, request.(PayFeeRequestObject))
	}
	for _, middleware := range sh.middlewares {
		handler = middleware(handler, "PayFee")
	}
	response, err := handler(ctx, request)
	if err != nil {
		sh.options.HandlerErrorFunc(ctx, err)
	} else if validResponse, ok := response.(PayFeeResponseObject); ok {
		if err := validResponse.VisitPayFeeResponse(ctx.Writer); err != nil {
			sh.options.ResponseErrorHandlerFunc(ctx, err)
		}
	} else if response != nil {
		sh.options.ResponseErrorHandlerFunc(ctx, fmt.Errorf("unexpected response type: %T", response))
	}
}
