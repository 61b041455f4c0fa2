package knowledge

import "github.com/dateline-go/dateline/internal/table"

// The file of places is a header of 24 bytes and then, without gaps: the countries' codes, the regions' codes, the
// records, where every sixteenth name begins, and the names. Numbers are little endian. Records come by kind:
// countries, regions, counties, then all others. They are asked for by their number, so they are no [table.Table].
const (
	// Magic opens the file; its last byte is the version of the format.
	Magic      = "DLPLACE\x02"
	HeaderSize = 24
	// CodeSize and RegionSize are how many bytes the code of a country and of a
	// region take.
	CodeSize   = 2
	RegionSize = 3
	RecordSize = 14
	// NameStep is how many names lie between two whose beginning is kept.
	NameStep = 16
	// EntryBits is the width of a place's number.
	EntryBits = 18
)

// The file of the index is two tables: the places by the hashes of their names, whose values have a bit below the place
// that says that the name is the main one; and the ids in Wikidata by the numbers of the places.
var (
	namesForm = table.Form{Key: 37, Bucket: 14, Value: EntryBits + 1}
	idsForm   = table.Form{Key: EntryBits, Bucket: 9, Value: 32}
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
)

// Flags of a record.
const (
	FlagCapital = 1 << iota
	FlagSeat    // of a region
	FlagSection // of a larger town
)

// PopulationScale is how many steps a tenfold of people has in a record.
const PopulationScale = 25
