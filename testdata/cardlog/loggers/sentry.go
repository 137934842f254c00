package loggers

import (
	"github.com/getsentry/sentry-go"
)

// sentryValues prints with Sentry.
func sentryValues(s *sentry.Scope, v values) {
	s.SetContext("k", sentry.Context{"v": v.Card})       // want `shows the card number`
	s.SetContext("k", sentry.Context{"v": &v.Card})      // want `shows the card number`
	s.SetContext("k", sentry.Context{"v": v.Order})      // want `shows the card number`
	s.SetContext("k", sentry.Context{"v": v.Cards})      // want `shows the card number`
	s.SetContext("k", sentry.Context{"v": v.Pointers})   // want `shows the card number`
	s.SetContext("k", sentry.Context{"v": v.ByName})     // want `shows the card number`
	s.SetContext("k", sentry.Context{"v": v.Strung})     // want `shows the card number`
	s.SetContext("k", sentry.Context{"v": &v.Strung})    // want `shows the card number`
	s.SetContext("k", sentry.Context{"v": v.Trip})       // want `shows the card number`
	s.SetContext("k", sentry.Context{"v": v.Strungs})    // want `shows the card number`
	s.SetContext("k", sentry.Context{"v": v.PtrStrung})  // want `shows the card number`
	s.SetContext("k", sentry.Context{"v": &v.PtrStrung}) // want `shows the card number`
	s.SetContext("k", sentry.Context{"v": v.JSONed})
	s.SetContext("k", sentry.Context{"v": &v.JSONed})
	s.SetContext("k", sentry.Context{"v": v.PtrJSONed}) // want `shows the card number`
	s.SetContext("k", sentry.Context{"v": &v.PtrJSONed})
	s.SetContext("k", sentry.Context{"v": v.Texted})
	s.SetContext("k", sentry.Context{"v": v.Valued})     // want `shows the card number`
	s.SetContext("k", sentry.Context{"v": &v.Valued})    // want `shows the card number`
	s.SetContext("k", sentry.Context{"v": v.PtrValued})  // want `shows the card number`
	s.SetContext("k", sentry.Context{"v": &v.PtrValued}) // want `shows the card number`
	s.SetContext("k", sentry.Context{"v": v.ValuedList}) // want `shows the card number`
	s.SetContext("k", sentry.Context{"v": v.Zeroed})     // want `shows the card number`
	s.SetContext("k", sentry.Context{"v": &v.Zeroed})    // want `shows the card number`
	s.SetContext("k", sentry.Context{"v": v.Zapped})     // want `shows the card number`
	s.SetContext("k", sentry.Context{"v": &v.Zapped})    // want `shows the card number`
	s.SetContext("k", sentry.Context{"v": v.Logged})     // want `shows the card number`
	s.SetContext("k", sentry.Context{"v": v.Erring})     // want `shows the card number`
	s.SetContext("k", sentry.Context{"v": &v.Erring})    // want `shows the card number`
	s.SetContext("k", sentry.Context{"v": v.Formatted})  // want `shows the card number`
	s.SetContext("k", sentry.Context{"v": v.Gone})       // want `shows the card number`
	s.SetContext("k", sentry.Context{"v": v.Tagged})
	s.AddBreadcrumb(&sentry.Breadcrumb{Data: map[string]any{"k": v.Card}}, 1)       // want `shows the card number`
	s.AddBreadcrumb(&sentry.Breadcrumb{Data: map[string]any{"k": &v.Card}}, 1)      // want `shows the card number`
	s.AddBreadcrumb(&sentry.Breadcrumb{Data: map[string]any{"k": v.Order}}, 1)      // want `shows the card number`
	s.AddBreadcrumb(&sentry.Breadcrumb{Data: map[string]any{"k": v.Cards}}, 1)      // want `shows the card number`
	s.AddBreadcrumb(&sentry.Breadcrumb{Data: map[string]any{"k": v.Pointers}}, 1)   // want `shows the card number`
	s.AddBreadcrumb(&sentry.Breadcrumb{Data: map[string]any{"k": v.ByName}}, 1)     // want `shows the card number`
	s.AddBreadcrumb(&sentry.Breadcrumb{Data: map[string]any{"k": v.Strung}}, 1)     // want `shows the card number`
	s.AddBreadcrumb(&sentry.Breadcrumb{Data: map[string]any{"k": &v.Strung}}, 1)    // want `shows the card number`
	s.AddBreadcrumb(&sentry.Breadcrumb{Data: map[string]any{"k": v.Trip}}, 1)       // want `shows the card number`
	s.AddBreadcrumb(&sentry.Breadcrumb{Data: map[string]any{"k": v.Strungs}}, 1)    // want `shows the card number`
	s.AddBreadcrumb(&sentry.Breadcrumb{Data: map[string]any{"k": v.PtrStrung}}, 1)  // want `shows the card number`
	s.AddBreadcrumb(&sentry.Breadcrumb{Data: map[string]any{"k": &v.PtrStrung}}, 1) // want `shows the card number`
	s.AddBreadcrumb(&sentry.Breadcrumb{Data: map[string]any{"k": v.JSONed}}, 1)
	s.AddBreadcrumb(&sentry.Breadcrumb{Data: map[string]any{"k": &v.JSONed}}, 1)
	s.AddBreadcrumb(&sentry.Breadcrumb{Data: map[string]any{"k": v.PtrJSONed}}, 1) // want `shows the card number`
	s.AddBreadcrumb(&sentry.Breadcrumb{Data: map[string]any{"k": &v.PtrJSONed}}, 1)
	s.AddBreadcrumb(&sentry.Breadcrumb{Data: map[string]any{"k": v.Texted}}, 1)
	s.AddBreadcrumb(&sentry.Breadcrumb{Data: map[string]any{"k": v.Valued}}, 1)     // want `shows the card number`
	s.AddBreadcrumb(&sentry.Breadcrumb{Data: map[string]any{"k": &v.Valued}}, 1)    // want `shows the card number`
	s.AddBreadcrumb(&sentry.Breadcrumb{Data: map[string]any{"k": v.PtrValued}}, 1)  // want `shows the card number`
	s.AddBreadcrumb(&sentry.Breadcrumb{Data: map[string]any{"k": &v.PtrValued}}, 1) // want `shows the card number`
	s.AddBreadcrumb(&sentry.Breadcrumb{Data: map[string]any{"k": v.ValuedList}}, 1) // want `shows the card number`
	s.AddBreadcrumb(&sentry.Breadcrumb{Data: map[string]any{"k": v.Zeroed}}, 1)     // want `shows the card number`
	s.AddBreadcrumb(&sentry.Breadcrumb{Data: map[string]any{"k": &v.Zeroed}}, 1)    // want `shows the card number`
	s.AddBreadcrumb(&sentry.Breadcrumb{Data: map[string]any{"k": v.Zapped}}, 1)     // want `shows the card number`
	s.AddBreadcrumb(&sentry.Breadcrumb{Data: map[string]any{"k": &v.Zapped}}, 1)    // want `shows the card number`
	s.AddBreadcrumb(&sentry.Breadcrumb{Data: map[string]any{"k": v.Logged}}, 1)     // want `shows the card number`
	s.AddBreadcrumb(&sentry.Breadcrumb{Data: map[string]any{"k": v.Erring}}, 1)     // want `shows the card number`
	s.AddBreadcrumb(&sentry.Breadcrumb{Data: map[string]any{"k": &v.Erring}}, 1)    // want `shows the card number`
	s.AddBreadcrumb(&sentry.Breadcrumb{Data: map[string]any{"k": v.Formatted}}, 1)  // want `shows the card number`
	s.AddBreadcrumb(&sentry.Breadcrumb{Data: map[string]any{"k": v.Gone}}, 1)       // want `shows the card number`
	s.AddBreadcrumb(&sentry.Breadcrumb{Data: map[string]any{"k": v.Tagged}}, 1)
}
