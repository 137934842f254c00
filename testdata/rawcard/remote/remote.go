// Package remote uses a generated client.
package remote

import (
	"context"
	"net/http"

	"github.com/auroravet/auroravet/testdata/rawcard/gen"
)

func sale(ctx context.Context, c *gen.Client, amount, number, code string) (*http.Response, error) {
	return c.PostTransactions(ctx, gen.TransactionRequest{ // want `c.PostTransactions puts the card number and security code into a request`
		Amount:      &amount,
		CardDetails: &gen.CardDetails{CardNumber: &number, SecurityCode: &code},
	})
}

func saleSaved(ctx context.Context, c *gen.Client, amount, id string) (*http.Response, error) {
	return c.PostTransactions(ctx, gen.TransactionRequest{Amount: &amount, PaymentMethodId: &id})
}

func saleSet(ctx context.Context, c *gen.Client, amount, number string) (*http.Response, error) {
	var body gen.TransactionRequest
	body.Amount = &amount
	body.CardDetails = &gen.CardDetails{}
	body.CardDetails.CardNumber = &number
	return c.PostTransactions(ctx, body) // want `c.PostTransactions puts the card number into a request`
}

func create(ctx context.Context, c *gen.Client, amount, number string) (*http.Response, error) {
	return c.Create(ctx).TransactionRequest(gen.TransactionRequest{ // want `puts the card number into a request`
		Amount:      &amount,
		CardDetails: &gen.CardDetails{CardNumber: &number},
	}).Execute()
}

func createSaved(ctx context.Context, c *gen.Client, amount, id string) (*http.Response, error) {
	return c.Create(ctx).TransactionRequest(gen.TransactionRequest{Amount: &amount, PaymentMethodId: &id}).Execute()
}

func swagger(t *gen.Transactions, amount, number string) (any, error) {
	params := gen.NewCreateTransactionParams().WithBody(&gen.TransactionRequest{Amount: &amount, CardDetails: &gen.CardDetails{CardNumber: &number}})
	return t.CreateTransaction(params) // want `t.CreateTransaction puts the card number into a request`
}

func swaggerSet(t *gen.Transactions, amount, number string) (any, error) {
	params := gen.NewCreateTransactionParams()
	params.SetBody(&gen.TransactionRequest{Amount: &amount, CardDetails: &gen.CardDetails{CardNumber: &number}})
	return t.CreateTransaction(params) // want `t.CreateTransaction puts the card number into a request`
}

func swaggerLiteral(t *gen.Transactions, amount, number string) (any, error) {
	return t.CreateTransaction(&gen.CreateTransactionParams{ // want `t.CreateTransaction puts the card number into a request`
		Body: &gen.TransactionRequest{Amount: &amount, CardDetails: &gen.CardDetails{CardNumber: &number}},
	})
}

func swaggerSaved(t *gen.Transactions, amount, id string) (any, error) {
	params := gen.NewCreateTransactionParams().WithBody(&gen.TransactionRequest{Amount: &amount, PaymentMethodId: &id})
	return t.CreateTransaction(params)
}
