package gazetteer_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/dateline-go/dateline/internal/gazetteer"
)

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "plain": "plain", "Élysée": "elysee", "São": "sao", "Łódź": "lodz", "O’Neil": "o'neil",
		"İzmir": "izmir", "МОСКВА": "москва", "U.S.": "u.s.",
	} {
		assert.Equal(t, want, gazetteer.Fold(in))
	}
}

func TestSplit(t *testing.T) {
	for in, want := range map[string][]string{
		"":                 nil,
		" New  York ":      {"new", "york"},
		"Washington, D.C.": {"washington", ",", "d.c."},
		"McDonald's":       {"mcdonald", "'s"},
		"'s":               {"'s"},
		",":                {","},
	} {
		assert.Equal(t, want, gazetteer.Split(in), in)
	}
}
