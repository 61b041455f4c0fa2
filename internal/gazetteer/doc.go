// Package gazetteer holds names and what they stand for: countries and their
// peoples, regions, cities, seats of power, organisations, first names,
// surnames, and words that are mostly no names.
//
//	g, err := gazetteer.Default()
//	m := g.Longest([]string{"new", "york", "city"})   // folded words
//	for i := range g.Entries(m) { … }
//
// Names are found by the hash of their words, so that a text is searched in one
// pass. A name may stand for several things: [Gazetteer.Entries] gives all of
// them, the most likely first; which is meant is for the caller to say.
//
// The embedded files are made by the program in internal/gen/gazetteer from
// GeoNames, CLDR and tables checked by hand. See [Gazetteer] and [Entry] first.
package gazetteer

//go:generate go run ../gen/gazetteer -from $GAZETTEER_SOURCES
