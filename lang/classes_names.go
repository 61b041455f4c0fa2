package lang

// Classes of words that names, values and concepts are told by.
const (
	// Courtesy stands before a person's name and nothing else: "mr", "sen.".
	Courtesy = firstNames + iota
	// Office is a title that is a common word too: "president".
	Office
	// TitlePart is part of a title before its office: "prime", "foreign".
	TitlePart
	// TitleStart is an office that begins a title in the middle of a run of capitals: "Labour Senator Jane Hume".
	TitleStart
	// Generation stands behind a surname and is none: "jr".
	Generation
	// Numeral is a Roman numeral of two and more, as in the name of an event or a sovereign.
	Numeral
	// ShortName is the short form of a given name, which is its value: "joe", joseph.
	ShortName
	// Particle links the parts of a name in small letters: "van", "bin".
	Particle
	// Address is a form of address without its full stop.
	Address
	// TitleMale is a title of men.
	TitleMale
	// TitleFemale is a title of women.
	TitleFemale
	// OrgSuffix ends the name of a firm and says what kind of firm it is.
	OrgSuffix
	// OrgHead is the head noun of an organisation's name.
	OrgHead
	// StateHead heads the name of a body that a nationality before it is no part of: "French army".
	StateHead
	// OrgStart begins the name of an organisation or club, in other languages too.
	OrgStart
	// OrgOf joins the head of an organisation to the rest of its name: "Bank of", "Centre for".
	OrgOf
	// FirmTail ends names of firms only, whatever the words before it.
	FirmTail
	// FirmPlaceTail ends names of firms and papers that are called after places.
	FirmPlaceTail
	// Chamber tells one house of a parliament from another: "House of Commons".
	Chamber
	// Undertaking heads what organisations do rather than what they are.
	Undertaking
	// Carrier before "Line" makes a firm of it, not a railway, a border or a front.
	Carrier
	// Trust heads names of organisations that look like names of places.
	Trust
	// School is in the name of a school that is called after its town.
	School
	// ShipPrefix stands in capitals before the name of a ship and says whose or what kind of ship it is: "HMS".
	ShipPrefix
	// CivicHead ends names of bodies and clubs that towns have and people do not.
	CivicHead
	// PartyWord is an adjective or member of a party that the gazetteer ties to a country.
	PartyWord
	// WayHead heads a name of a street, often in small letters.
	WayHead
	// WayStart begins the name of a street in other languages.
	WayStart
	// BuiltHead ends names of buildings that seldom stand for those inside.
	BuiltHead
	// FacHead heads a name of a building, road or the like.
	FacHead
	// LocHead heads a name of a water, mountain, region and the like.
	LocHead
	// GPEHead heads a name of a place with a government of its own.
	GPEHead
	// LocStart begins a name of a mountain, water and the like.
	LocStart
	// GPEStart begins a name of a town or region.
	GPEStart
	// CountyHead follows a place and is part of its name.
	CountyHead
	// Where stands before places and little else.
	Where
	// Tied is tied to a name by a hyphen and is no part of it: "Delhi-based".
	Tied
	// Continental is an adjective of a part of the world.
	Continental
	// TownWord says that the name beside it is a town or district.
	TownWord
	// Locals are people or bodies of a town, and follow its name.
	Locals
	// Holding is what is held "in" a firm: "stake".
	Holding
	// Compass is a point of the compass that names one of two countries.
	Compass
	// FormerState is a state that is no more; its value is the name.
	FormerState
	// EventHead heads a name of an event.
	EventHead
	// EventStart begins a name of an event.
	EventStart
	// LawHead heads a name of a law.
	LawHead
	// BareHead heads names of laws and events and has a capital by itself too: "the Bill".
	BareHead
	// Storm stands before the given name of a storm.
	Storm
	// Feast is a feast or season of a religion.
	Feast
	// Phenomenon is a name that looks like a place's and is none.
	Phenomenon
	// Numbered is followed by a number that tells one part of a thing from another: "Gate 10".
	Numbered
	// Illness ends the name of an illness.
	Illness
	// NoName is no name, and no name begins or ends with it.
	NoName
	// SpeechCue is a verb of saying behind the name of a speaker.
	SpeechCue
	// TimeBefore stands before months and years.
	TimeBefore
	// CurrencySign is a sign of a currency; its value is the ISO 4217 code.
	CurrencySign
	// DollarOf says whose dollar follows; its value is the ISO 4217 code.
	DollarOf
	// Currency names a currency behind an amount; its value is the ISO 4217 code.
	Currency
	// Unit is a unit of measure; its value is the symbol.
	Unit
	// Number is a number; its value is the figure.
	Number
	// Scale multiplies the number before it; its value is the factor.
	Scale
	// DayOff is a day counted from today, which is its value.
	DayOff
	// ConceptEdge neither begins nor ends a concept: it says how many, which or what kind in general.
	ConceptEdge
	// ConceptLight is no concept by itself.
	ConceptLight
	// ConceptOf is a noun whose "of" belongs to its meaning: "rule of law".
	ConceptOf
	// ConceptAux stands before a participle and makes it a verb.
	ConceptAux
	// ConceptKind is a word in -ing that says what kind of thing the noun behind it is.
	ConceptKind
	// HeadlineVerb is a verb of headlines that is hardly ever a noun.
	HeadlineVerb
	// IrregularPlural is a plural that is not made with "s" alone; its value is what stands for the singular.
	IrregularPlural
	// Article is the definite article.
	Article
	// Possessive is the mark behind an owner: "'s".
	Possessive
	// OfWord joins two nouns: "of".
	OfWord
	// RoadCue speaks of traffic.
	RoadCue
	// ReportVerb is a form of a verb of saying that who is spoken of stands beside: a feature of salience.
	ReportVerb
	// PortHead begins the name of a port and of the body that runs it.
	PortHead
	// HoldingHead is a word for its kind in the middle or at the end of a firm's name that is a common word too.
	HoldingHead
	// BareTownWord is a town word that follows names of other things too, so that it says nothing behind one: "city".
	BareTownWord
	// TitleTail follows "of" in a title and is none of a name: "of State for Foreign Affairs", "chief of staff".
	TitleTail
	// FirmLink joins the names of partners: "&".
	FirmLink
	// ValueWord is a word of dates, hours and amounts; its value says what it does there: "turn -1"
	// for "last", "span Y" for "year", "clock 12" for "pm".
	ValueWord
	// OfficeKind is a word of a title that says which public office it is; the value is its kind or kinds: "head" for
	// "president", "government+governor" for "premier", "once" for "former".
	OfficeKind
	// BodyNoun is a noun for a kind of body that people are not called: "alliance", "airline", "watchdog".
	BodyNoun
	// Called stands between a noun and the name of what it is: "called", "named".
	Called
	// Homed stands before "in" and the town where somebody is at home: "based", "born".
	Homed
	// Motion is a way to a place, or going there: "drove", "flight". A town follows it behind "to".
	Motion
	// Toward stands between a way and the place where it ends: "to".
	Toward
	// TownThing is what a town has and what is called after it, in small letters: "lido", "library".
	TownThing
	// BodyOf is the head of a body's name before "of", beside those of OrgHead: "Friends of".
	BodyOf
	// ShopHead heads the name of a bar, a shop or the like behind its owner's: "Dunne's Bar".
	ShopHead
	// SaintHead heads the name of a school or hospital of a saint, in small letters too: "St Anne's primary school".
	SaintHead
	// Saint stands before the name of a saint.
	Saint
	// BroadcastHead ends the name of a broadcaster before that of its town: "KBX Radio Norwich".
	BroadcastHead
	// ChamberHead before "of" heads the name of one house of a parliament: "House of Commons".
	ChamberHead
	// GamesName is a word of the name of games that recur, "Olympic", "Olympics"; its value is what they all share.
	GamesName
	// StateForm stands before "of" and the name of a country, which it belongs to: "Republic of Korea".
	StateForm
	// ConceptLink joins a noun of ConceptOf to what belongs to its meaning: "rule of law", "Ministry for Health".
	ConceptLink
	// InWord says that something is inside of a place: "in".
	InWord
	// StateWord stands behind the name of a state, and of what the state has besides: "state".
	StateWord
	// WaterHead ends the name of a sea or a river, whose first word alone may stand for it: "the Caspian".
	WaterHead
	// Quarter is a part of a country or of the world that is named by its direction: "the West".
	Quarter
	// BodyPair is two words that end the name of a body: "school district".
	BodyPair
	// ClubTail ends the names of sports clubs that begin with their town: "Stoke City".
	ClubTail
	// SportWord is a word that stories of sport have and others seldom: "striker", "half-time".
	SportWord
	// PlayVerb is what a side does to another or where: "beat", "hosted".
	PlayVerb
	// CommonBody is the name of a body that many countries have: "senate", "labour party".
	CommonBody
	// PlaceWords is a noun in the plural for places that stands behind their names: "provinces".
	PlaceWords
	// LedBody ends the name of a body that is called after who leads it: "the Kovac cabinet".
	LedBody
	lastNames
)

var namesNames = []string{
	"courtesy", "office", "title-part", "title-start", "generation", "numeral", "short-name", "particle",
	"address", "title-male", "title-female", "org-suffix", "org-head", "state-head", "org-start",
	"org-of", "firm-tail", "firm-place-tail", "chamber", "undertaking", "carrier",
	"trust", "school", "ship-prefix", "civic-head", "party-word", "way-head", "way-start", "built-head",
	"fac-head", "loc-head", "gpe-head", "loc-start", "gpe-start", "county-head",
	"where", "tied", "continental", "town-word", "locals", "holding", "compass", "former-state", "event-head",
	"event-start", "law-head", "bare-head", "storm", "feast", "phenomenon", "numbered", "illness", "no-name",
	"speech-cue", "time-before", "currency-sign", "dollar-of", "currency", "unit", "number", "scale",
	"day-off", "concept-edge", "concept-light", "concept-of", "concept-aux", "concept-kind", "headline-verb",
	"irregular-plural", "article", "possessive", "of-word",
	"road-cue", "report-verb", "port-head", "holding-head", "bare-town-word",
	"title-tail", "firm-link", "value-word", "office-kind", "body-noun", "called", "homed", "motion", "toward",
	"town-thing", "body-of", "shop-head", "saint-head", "saint", "broadcast-head",
	"chamber-head", "games", "state-form", "concept-link", "in-word", "state-word", "water-head",
	"quarter", "body-pair", "club-tail", "sport-word", "play-verb", "common-body", "place-words",
	"led-body",
}
