package dateline

// Label is the kind of a name or value, in the spelling of OntoNotes.
type Label string

// The labels of names, which have an [Entity], and of values, which have none.
const (
	Person  Label = "PERSON"
	Org     Label = "ORG"
	GPE     Label = "GPE"  // countries, regions, cities: places with a government
	Loc     Label = "LOC"  // other places: mountains, seas, continents
	Fac     Label = "FAC"  // buildings, airports, bridges
	NORP    Label = "NORP" // nationalities, religious and political groups
	Event   Label = "EVENT"
	Work    Label = "WORK" // titles of books, films, songs
	Product Label = "PRODUCT"
	Law     Label = "LAW"

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

// IsName reports whether the label is that of a name, which has an entity behind it.
func (l Label) IsName() bool {
	switch l {
	case Person, Org, GPE, Loc, Fac, NORP, Event, Work, Product, Law:
		return true
	}
	return false
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

// IsPlace reports whether the label is that of a place on the map: a country or
// town, a mountain or sea, a building.
func (l Label) IsPlace() bool { return l == GPE || l == Loc || l == Fac }

// IsMade reports whether the label is that of a thing that somebody made: a work
// or a product.
func (l Label) IsMade() bool { return l == Work || l == Product }
