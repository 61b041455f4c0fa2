// Package knowledge holds the places of the world: countries, states, counties,
// towns of 1,000 people and more, those of 500 in 39 countries, seas, rivers, islands and airports, with their
// ids in GeoNames and Wikidata; and, in tables of their own, news sites with their homes
// ([Outlets]) and organisations with their countries and ids ([Organisations]).
//
// Each table is embedded and read in place: [Default] checks its files and copies nothing, and a look-up by name
// allocates nothing. What is looked up by a name is a [table.Table] of hashes, folded as [Key] says. The
// main name of a place is what a look-up is held against; its other names are kept as hashes alone, so about one
// look-up in five million of a name that is not in the table finds a place all the same.
//
//	t, err := knowledge.Default()
//	for p := range t.Named("Bangor") {
//		fmt.Println(p.Name(), t.Region(p), p.Population())
//	}
package knowledge

//go:generate go run ../gen/knowledge -out places.bin
