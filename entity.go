package dateline

// Label is the kind of a name or value, in the spelling of OntoNotes.
type Label string

// The labels of names and concepts, which have an [Entity], and of values, which
// have none.
const (
	Person  Label = "PERSON"
	Org     Label = "ORG"
	GPE     Label = "GPE" // countries, regions, cities: places with a government
	Loc     Label = "LOC" // other places: mountains, seas, continents
	Fac     Label = "FAC" // buildings, airports, bridges
	NORP    Label = "NORP"
	Event   Label = "EVENT"
	Work    Label = "WORK"
	Product Label = "PRODUCT"
	Law     Label = "LAW"

	// Concept is a thing without a name of its own that the story speaks of, such
	// as an earthquake or a general election. It is the label of entities only: no
	// mention has it.
	Concept Label = "CONCEPT"

	DateValue Label = "DATE"
	TimeValue Label = "TIME"
	Money     Label = "MONEY"
	Percent   Label = "PERCENT"
	Quantity  Label = "QUANTITY"
)

// Labels returns every label that a mention can have, names first.
func Labels() []Label {
	return []Label{Person, Org, GPE, Loc, Fac, NORP, Event, Work, Product, Law,
		DateValue, TimeValue, Money, Percent, Quantity}
}

// IsValue reports whether the label is that of a value (a date, an amount),
// which has no entity behind it.
func (l Label) IsValue() bool {
	switch l {
	case DateValue, TimeValue, Money, Percent, Quantity:
		return true
	}
	return false
}

// Mention is one place in the text where a name or value stands.
type Mention struct {
	Start int   `json:"start"`
	End   int   `json:"end"`
	Label Label `json:"label"`
	// Entity is the ID of the entity that is meant, "" for a value. It is always
	// written, so that readers may rely on it.
	Entity string `json:"entity"`
	// Confidence is how sure the label and borders are, 0..1.
	Confidence float64 `json:"confidence"`
	// Value is the normalised date or amount, "" for a name.
	Value string `json:"value,omitempty"`
	// Inside are the things of their own that the name of something else holds, in
	// order: "Houston" in "Houston Rockets", "Ghana" in "Bank of Ghana", "Ada Osei"
	// in "Ada Osei Foundation".
	Inside []Part `json:"inside,omitempty"`
}

// Span returns the place of the mention in the text.
func (m Mention) Span() Span { return Span{m.Start, m.End} }

// Part is a thing whose name is a part of another name.
type Part struct {
	Start int `json:"start"`
	End   int `json:"end"`
	// Label is one of those of names.
	Label Label `json:"label"`
	// Entity is the ID of what is meant. Entities holds it only where the story
	// names the thing by itself too: a part is no mention. "" in documents written
	// before there was one.
	Entity string `json:"entity,omitempty"`
	// Country is the ISO 3166-1 alpha-2 code, "" where it belongs to none.
	Country string `json:"country,omitempty"`
}

// Span returns the place of the part in the text.
func (p Part) Span() Span { return Span{p.Start, p.End} }

// Entity is a thing that the story names, its mentions point to it, or a concept,
// which has spans of its own.
type Entity struct {
	// ID is the same for the same thing in every document: "country:RU",
	// "geonames:524901", or the label and the canonical name in lower case, such
	// as "person:joe-biden" or "concept:general-election".
	ID string `json:"id"`
	// Name is the canonical name.
	Name  string `json:"name"`
	Label Label  `json:"label"`
	// Country is the ISO 3166-1 alpha-2 code of the country that the entity is,
	// lies in or stands for; "" where it is not known.
	Country string `json:"country,omitempty"`
	// GeoNames is the id in GeoNames, 0 where it has none.
	GeoNames int `json:"geonames,omitempty"`
	// Lat and Lon are degrees, north and east; both 0 where they are not known.
	Lat float64 `json:"lat,omitempty"`
	Lon float64 `json:"lon,omitempty"`
	// Aliases are the other ways in which the story names it, in order of appearance.
	Aliases []string `json:"aliases,omitempty"`
	// Roles are the titles that the story gives it, such as "Secretary of State".
	Roles []string `json:"roles,omitempty"`
	// Salience is how much the story is about it, 0..1.
	Salience float64 `json:"salience"`
	// About says that the story is about it, rather than only mentions it.
	About bool `json:"about"`
	// Mentions is how many mentions point to it, for a concept how many spans it has.
	Mentions int `json:"mentions"`
	// Spans are the places that speak of a concept, in order; nil for a name, which
	// has mentions. They are no mentions: they may overlap those of names and one
	// another.
	Spans []Span `json:"spans,omitempty"`
}

// Country is a country that the story is about or names.
type Country struct {
	// Code is the ISO 3166-1 alpha-2 code.
	Code string `json:"code"`
	Name string `json:"name"`
	// Weight is the country's share of the story, 0..1; all weights add to 1.
	Weight float64 `json:"weight"`
	// Mentions is how many mentions name it, its places and its people.
	Mentions int `json:"mentions"`
	// Focus says that the story is about it.
	Focus bool `json:"focus"`
}
