package resolve

import (
	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/knowledge"
)

// Hint is what is known of a name before it is resolved.
type Hint uint8

// The hints.
const (
	Government Hint = iota // a place with a government: a town, a country
	Land                   // another place: a river, a continent
	Building               // a building, which is looked for among features and airports only
	// Known is a name whose country is known, such as that of a people: it is evidence
	// for other names and is not resolved.
	Known
)

// Name is one place in a story where a place is named.
type Name struct {
	Span dateline.Span
	Hint Hint
	// Country is the ISO code of a [Known] name.
	Country string
}

// Home is where the outlet of a story is at home, which it does not need to say. The
// zero Home says nothing.
type Home struct {
	// Country is an ISO code, "" where it is not known.
	Country string
	// Place is the town or region, if known.
	Place knowledge.Place
}

// Story is a text with its names in order. They may overlap.
type Story struct {
	Text  string
	Names []Name
	Home  Home
	// Explain asks for the features and the other candidates of each Decision.
	Explain bool
}

// Decision is what a name stands for.
type Decision struct {
	// Place is the most likely place; it is not [knowledge.Place.Known] where none is
	// likely enough.
	Place knowledge.Place
	// Country is that of Place, or the one that all likely candidates share; "" where
	// they share none.
	Country string
	// Confidence is the probability of Place, or of Country where there is no Place.
	Confidence float64
	// Features are what spoke for it and against it, the heaviest first, and Others the candidates that lost, where the
	// Story asks for them.
	Features []dateline.Feature
	Others   []dateline.Alternative
}
