package names

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/dateline-go/dateline/internal/listed"
)

func TestListedNames(t *testing.T) {
	r := read(t, "He left the University of Oslo for Berlin and a Skarvik of his own.")
	var kinds []listed.Kind
	var places []place
	for i := range r.tokens {
		kinds = append(kinds, r.tokens[i].listed.entry().Kind())
		places = append(places, r.tokens[i].listed&(inName|placeMask))
	}
	const in, end = inName | inside<<placeBits, inName | last<<placeBits
	assert.Equal(t, []place{0, 0, 0, inName | placeBegin, in, end, 0, inName | placeUnit, 0, 0, 0, 0, 0, 0, 0}, places)
	assert.Equal(t, listed.School, kinds[4], "the longest name counts, not that of the town")
	assert.Equal(t, listed.Large, r.tokens[7].listed.entry().Size())
}

func TestShortForms(t *testing.T) {
	for _, tc := range []struct {
		text  string
		short bool
	}{
		{"The Harbour Rescue Trust (HRT) was founded in May.", true},
		{"The Friends of Harbour Rescue (FHR) were founded in May.", true},
		{"The Harbour Rescue Trust (HLT) was founded in May.", false},
		{"The Harbour Rescue Trust, HRT, was founded in May.", false},
		{"Maria Lind (HRT) was elected in May.", false},
	} {
		t.Run(tc.text, func(t *testing.T) {
			r := read(t, tc.text)
			short := false
			for i := range r.tokens {
				short = short || r.lowers[r.at(int32(i)).word].seen&seenShort != 0
			}
			assert.Equal(t, tc.short, short)
		})
	}
}

func TestUnknownWordsAreTakenApart(t *testing.T) {
	for _, tc := range []struct {
		word string
		head bool
	}{
		{"Oslos", true},             // as Oslo
		{"Skarvikuniversity", true}, // as university
		{"Skrvkqx", false},
		{"Oslo", false}, // known
	} {
		r := read(t, "He said that "+tc.word+" was there.")
		assert.Equal(t, tc.head, r.at(3).head != 0, tc.word)
	}
}
