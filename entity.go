package dateline

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
	// Entity is the ID of what is meant. Entities holds the places that are resolved, with no mentions of their own
	// where the story names them only here: a part is no mention. Other things it holds only where the story names
	// them by themselves too. "" in documents written before there was one.
	Entity string `json:"entity,omitempty"`
	// Country is the ISO 3166-1 alpha-2 code, "" where it belongs to none.
	Country string `json:"country,omitempty"`
}

// Span returns the place of the part in the text.
func (p Part) Span() Span { return Span{p.Start, p.End} }

// Entity is a thing that the story names; its mentions point to it.
type Entity struct {
	// ID is the same for the same thing in every document: "country:RU",
	// "geonames:524901", or the label and the canonical name in lower case, such
	// as "person:joe-biden".
	ID string `json:"id"`
	// Name is the canonical name.
	Name  string `json:"name"`
	Label Label  `json:"label"`
	// Country is the ISO 3166-1 alpha-2 code of the country that the entity is,
	// lies in or stands for; "" where it is not known.
	Country string `json:"country,omitempty"`
	// GeoNames is the id in GeoNames, 0 where it has none.
	GeoNames int `json:"geonames,omitempty"`
	// Lat and Lon are degrees, north and east; both 0, and both absent in JSON, where they are not known.
	Lat float64 `json:"lat,omitempty"`
	Lon float64 `json:"lon,omitempty"`
	// Aliases are the other ways in which the story names it, in order of appearance, and the full name of an office
	// holder of whom it gives the surname alone.
	Aliases []string `json:"aliases,omitempty"`
	// IDs are what other systems call it, nil where no system is known to.
	IDs IDs `json:"ids,omitempty"`
	// Roles are the offices that the story gives it, in order of appearance.
	Roles []Role `json:"roles,omitempty"`
	// Salience is how much the story is about it, 0..1.
	Salience float64 `json:"salience"`
	// About says that the story is about it, rather than only mentions it.
	About bool `json:"about"`
	// Mentions is how many mentions point to it, 0 for a place that is named only inside of other names.
	Mentions int `json:"mentions"`
}

// System is a catalogue that gives ids to things: Wikidata, a stock exchange.
type System string

// The systems whose ids an [Entity] may have.
const (
	Wikidata System = "wikidata" // "Q567"
	ISO      System = "iso"      // ISO 3166: "DE", "US-TX"
	IOC      System = "ioc"      // "GER"
	FIFA     System = "fifa"     // "GER"
	IATA     System = "iata"     // "LHR"
	Ticker   System = "ticker"   // "LSE:BARC"
)

// IDs are the ids of one thing by system. The id in GeoNames has a field of its
// own, [Entity.GeoNames]. Systems other than those above may stand in it too.
type IDs map[System]string

// Role is an office or a tie that the story gives somebody: "chief executive" of
// "Kestrel Foods".
type Role struct {
	// Title is the role as the story writes it, such as "Secretary of State".
	Title string `json:"title"`
	// Of is what the role is in or of, as the story writes it; "" where the story
	// does not say, or says it in the title.
	Of string `json:"of,omitempty"`
	// Start and End are the place of the title in the text. Both are 0 for a role
	// that comes from elsewhere, such as a file of names.
	Start int `json:"start,omitempty"`
	End   int `json:"end,omitempty"`
}

// Span returns the place of the title in the text, the zero Span for a role from
// elsewhere.
func (r Role) Span() Span { return Span{r.Start, r.End} }

// String returns the role in words, such as "chief executive of Kestrel Foods".
func (r Role) String() string {
	if r.Of == "" {
		return r.Title
	}
	return r.Title + " of " + r.Of
}

// Concept is a thing without a name of its own that the story speaks of, such as
// an earthquake or a general election. No mention points to it.
type Concept struct {
	// ID is the same for the same concept in every document: "concept:general-election".
	ID string `json:"id"`
	// Name is the concept in the form in which the story speaks of it most.
	Name string `json:"name"`
	// Aliases are the other words that the story has for it, in order of appearance.
	Aliases []string `json:"aliases,omitempty"`
	// Salience is how much the story is about it, 0..1.
	Salience float64 `json:"salience"`
	// About says that the story is about it, rather than only mentions it.
	About bool `json:"about"`
	// Spans are the places that speak of it, in order. They may overlap mentions
	// and one another.
	Spans []Span `json:"spans"`
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
