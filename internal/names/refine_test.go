package names

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/dateline-go/dateline"
)

func TestLabel(t *testing.T) {
	for _, c := range []struct {
		name string
		kind Kind
		want dateline.Label
	}{
		{"Ada Lovelace", KindPerson, dateline.Person},
		{"Lake Shore Bank", KindOrg, dateline.Org},
		{"Peru", KindPlace, dateline.GPE},
		{"North Korea", KindPlace, dateline.GPE},
		{"South Africa", KindPlace, dateline.GPE},
		{"Rhode Island", KindPlace, dateline.GPE},
		{"America", KindPlace, dateline.GPE},
		{"Latin America", KindPlace, dateline.Loc},
		{"Middle East", KindPlace, dateline.Loc},
		{"Lake Geneva", KindPlace, dateline.Loc},
		{"Strait of Hormuz", KindPlace, dateline.Loc},
		{"Black Sea", KindPlace, dateline.Loc},
		{"Africa", KindPlace, dateline.Loc},
		{"Heathrow Airport", KindPlace, dateline.Fac},
		{"French", KindMisc, dateline.NORP},
		{"South Korean", KindMisc, dateline.NORP},
		{"World Cup", KindMisc, dateline.Event},
		{"Hurricane Katrina", KindMisc, dateline.Event},
		{"Clean Air Act", KindMisc, dateline.Law},
		{"iPhone", KindMisc, dateline.Product},
		{"PS5", KindMisc, dateline.Product},
		{"World War 3", KindMisc, dateline.Event},
		{"Fisheries Act 2023", KindMisc, dateline.Law},
		{"Tutsis", KindMisc, dateline.NORP},
		{"Inuit", KindMisc, dateline.NORP},
		{"Rafale", KindMisc, dateline.Product},
		{"The Waste Land", KindMisc, dateline.Work},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := read(t, c.name)
			assert.Equal(t, c.want, label(r, 0, len(r.tokens), c.kind))
		})
	}
}
