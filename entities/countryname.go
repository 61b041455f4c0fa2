package entities

import "github.com/dateline-go/dateline/internal/gazetteer"

// CountryName returns the English name of a country by its ISO 3166-1 alpha-2 code,
// such as "NO" for Norway; "" for a code that is none. The first call in a program may
// read the gazetteers, which takes some twenty milliseconds.
func CountryName(code string) string {
	g, err := gazetteer.Default()
	if err != nil {
		return "" // New says what is wrong with the tables
	}
	return g.CountryName(code)
}
