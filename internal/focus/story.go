package focus

// Kind is what kind of thing a mention names.
type Kind uint8

// The kinds of things that speak for a country.
const (
	Itself   Kind = iota // the country
	Place                // a town, a region, a river in it
	People               // its people, or a nationality
	Body                 // an organisation in it
	Person               // somebody who stands for it
	Compound             // the first part of a word: "U.S.-led"
	kinds
)

// Mention is a place in the text that speaks for a country.
type Mention struct {
	// Country is an ISO 3166-1 alpha-2 code.
	Country string
	Kind    Kind
	// Thing tells apart what is named.
	Thing int
	// At is the byte where it stands.
	At int
}

// Story is what is known of a story when its countries are weighed.
type Story struct {
	// Mentions are in any order.
	Mentions []Mention
	// Length is how many bytes the text has.
	Length int
	// Head is where the headline, kicker and dek end, Dateline where the dateline behind them ends, and Lead where the
	// first sentence does. Each is at least the one before.
	Head, Dateline, Lead int
	// Home is the country of the outlet, "" where it is not known.
	Home string
}

// Country is a country of a story.
type Country struct {
	Code string
	// Weight is its share of what the mentions weigh, 0..1.
	Weight float64
	// Mentions is how many speak for it.
	Mentions int
	// Chance is how likely the story is about it, 0..1.
	Chance float64
	// Focus says that the story is about it.
	Focus    bool
	features Vector
}
