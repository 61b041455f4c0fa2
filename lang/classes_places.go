package lang

// Classes of the words around names of places.
const (
	// PlaceFront is a word before a place that does not change which it is: "downtown" Bangor, "city of" Bangor.
	PlaceFront = firstPlaces + iota
	// PlaceBack is a word behind a place that does not: the Moscow "region".
	PlaceBack
	// CountyWord is a word that counties have behind their name, and CountyWords its plural behind several of them.
	CountyWord
	CountyWords
	// RegionWord is a word for a larger place that stands behind its name, or before it with "of": Kandahar "province".
	RegionWord
	// PlaceWithin is a preposition between a place and the larger one around it.
	PlaceWithin
	// PlaceSide is a part of a larger place: "northern" in "Mosul in northern Iraq".
	PlaceSide
	// Conjunction is a conjunction before the last of a list.
	Conjunction
	// PressCountry is the ISO code of a country whose papers write the language.
	PressCountry
	lastPlaces
)

var placesNames = []string{
	"placefront", "placeback", "countyword", "countywords", "regionword", "placewithin", "placeside",
	"conjunction", "presscountry"}
