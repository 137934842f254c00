package loggers

import (
	"fmt"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/trace"
)

// otelValues prints with OpenTelemetry, whose attributes are texts: who makes them decides.
func otelValues(s trace.Span, v values) {
	s.SetAttributes(attribute.Stringer("k", v.Strung))
	s.SetAttributes(attribute.Stringer("k", &v.PtrStrung))
	s.SetAttributes(attribute.String("k", fmt.Sprint(v.Strung)))
	s.SetAttributes(attribute.String("k", fmt.Sprint(v.JSONed)))         // want `shows the card number`
	s.SetAttributes(attribute.String("k", fmt.Sprintf("%+v", v.Card)))   // want `shows the card number`
	s.SetAttributes(attribute.String("k", fmt.Sprintf("%+v", &v.Card)))  // want `shows the card number`
	s.SetAttributes(attribute.String("k", fmt.Sprintf("%+v", &v.Order))) // the address of the card
	s.SetAttributes(attribute.StringSlice("k", []string{v.Card.PAN}))    // want `shows the card number`
	s.SetAttributes(attribute.Int("k", len(v.Card.PAN)))
	s.AddEvent("paid", trace.WithAttributes(attribute.String("pan", v.Card.PAN))) // want `shows the card number`
	s.AddEvent("paid", trace.WithAttributes(attribute.String("last4", v.Card.PAN[12:])))
	s.RecordError(v.Erring)
	s.RecordError(fmt.Errorf("card %s", v.Card.PAN)) // want `puts the card number into the text of an error`
}
