package lang

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestRangesFit holds every range to its names and to the start of the next.
func TestRangesFit(t *testing.T) {
	for _, part := range []struct {
		names             []string
		first, last, next Class
	}{
		{commonNames, firstCommon, lastCommon, firstNames},
		{namesNames, firstNames, lastNames, firstQuotes},
		{quotesNames, firstQuotes, lastQuotes, firstText},
		{textNames, firstText, lastText, firstSummary},
		{summaryNames, firstSummary, lastSummary, firstPlaces},
		{placesNames, firstPlaces, lastPlaces, 255},
	} {
		assert.Len(t, part.names, int(part.last-part.first))
		assert.LessOrEqual(t, part.last, part.next)
	}
	seen := 0
	for _, part := range [][]string{commonNames, namesNames, quotesNames, textNames, summaryNames, placesNames} {
		seen += len(part)
	}
	assert.Len(t, classNames, seen, "a name stands twice")
}
