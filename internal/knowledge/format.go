package knowledge

// The file is a header of 32 bytes and then, without gaps: the countries' codes,
// the regions' codes, the records, where every sixteenth name begins, the names,
// the Wikidata ids, the buckets of the index, and the index. Numbers are little
// endian. Records come by kind: countries, regions, counties, then all others.
const (
	// Magic opens the file; its last byte is the version of the format.
	Magic      = "DLPLACE\x01"
	HeaderSize = 32
	// CodeSize and RegionSize are how many bytes the code of a country and of a
	// region take.
	CodeSize   = 2
	RegionSize = 3
	RecordSize = 14
	// NameStep is how many names lie between two whose beginning is kept.
	NameStep  = 16
	QIDSize   = 7
	Buckets   = 1 << 16
	IndexSize = 5
	// EntryBits and HashBits are the widths of an index entry's parts; one more bit
	// says that the name is the place's main one.
	EntryBits = 18
	HashBits  = IndexSize*8 - EntryBits - 1
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
