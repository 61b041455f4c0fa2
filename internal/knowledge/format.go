package knowledge

import "github.com/dateline-go/dateline/internal/table"

// The file of places is a head (how many places of each kind there are, and how long its last two parts are) and then,
// without gaps: the countries' codes, those of their teams, the regions' codes, those of airports, the records, for
// each kind where its buckets begin, where every eighth name begins, the table of [letters], and the names. Numbers
// are little endian. Records come by kind, and those of a kind by the hash of their names: so a record says by its
// place in the file what a [table.Table] would say in a row, and places of one name share it.
const (
	// Magic opens the file; its last byte is the version of the format.
	Magic    = "DLPLACE\x04"
	headSize = len(Magic) + 4*(int(kinds)+2)
	// CodeSize and RegionSize are how many bytes the code of a country and of a
	// region take.
	CodeSize   = 2
	RegionSize = 3
	// teamSize is that of the codes of a country in the IOC and in FIFA, airportSize that of an airport's in IATA.
	teamSize    = 3
	airportSize = 3
	// nameStep is how many names lie between two whose beginning is kept.
	nameStep = 8
	// entryBits is the width of a place's number.
	entryBits = 18
	// bucketRows is about how many places one bucket has.
	bucketRows = 12
)

// A record is the id in GeoNames (24 bits), how far north and east of what the place lies in it is (8 and 8), what it
// lies in (16), its people (8), and bits of the hash of its name that its bucket does not say (8). What it lies in is
// the number of a region or county and one, 0 for nothing, or counted down from the highest one the number of a
// country.
const (
	atNorth    = 3
	atEast     = 4
	atParent   = 5
	atPeople   = 7
	atPrint    = 8
	recordSize = 9
	noParent   = 0
	topParent  = 1<<16 - 1
)

// A point is degrees north and east in steps. A record has those from the point of what the place lies in; isFar to
// the north says that the index has them, with the rank of the town: it lies farther off, in nothing, or has a rank.
const (
	pointScale = 100 // steps to a degree
	longitudes = 360*pointScale + 1
	ranks      = 4
	isFar      = -128
	mostSteps  = 127
)

// The file of the index is three tables: the places by the hashes of their other names, whose values have a bit below
// the place that says that it is known first by the name; and by the numbers of the places their ids in Wikidata, and
// the points and ranks of those that are far.
var (
	namesForm = table.Form{Key: 37, Bucket: 11, Value: entryBits + 1}
	idsForm   = table.Form{Key: entryBits, Bucket: 8, Value: 30}
	farForm   = table.Form{Key: entryBits, Bucket: 12, Value: 32}
)

// Kind says what a [Place] is.
type Kind uint8

// The kinds of place.
const (
	Country Kind = iota
	Region       // of the first level: a state, a province
	County       // of the second level
	Town
	Feature // a river, a sea, an island, a mountain range
	Airport
	Continent
	kinds
)

// Rank is what a town is to others.
type Rank uint8

// The ranks of a town.
const (
	NoRank  Rank = iota
	Capital      // of its country
	Seat         // of a region
	Section      // of a larger town
)

// populationScale is how many steps a tenfold of people has in a record.
const populationScale = 25
