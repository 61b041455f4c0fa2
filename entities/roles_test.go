package entities_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
)

func TestRolesBesideNames(t *testing.T) {
	for name, c := range map[string]struct {
		text, person string
		want         []string
	}{
		"before, in small letters": {"The council heard city manager Alma Reyes on Tuesday.", "Alma Reyes", []string{"city manager"}},
		"short form":               {"Gov. Martin Keele signed the bill on Friday.", "Martin Keele", []string{"Gov."}},
		"apposition before": {"The ferry's chief engineer, Oskar Lind, said the hull was sound.", "Oskar Lind",
			[]string{"chief engineer"}},
		"apposition before, with what it is of": {"The head of catering, Dr Petra Nowak, resigned on Monday.", "Petra Nowak",
			[]string{"head of catering"}},
		"apposition after":       {"Helen Marsh, the harbour master, closed the port.", "Helen Marsh", []string{"harbour master"}},
		"apposition after, aged": {"Walter Boone, 71, a retired plumber from Leeds, wept.", "Walter Boone", []string{"retired plumber"}},
		"owner in between":       {"Nadia Fell, the bank's chief economist, sees no cut.", "Nadia Fell", []string{"chief economist"}},
		"with a determiner":      {"“It was full,” said the potter Ines Garvey.", "Ines Garvey", []string{"potter"}},
		"in a place": {"The relief coordinator in Kyiv, Petra Nowak, said it was cold.", "Petra Nowak",
			[]string{"relief coordinator"}},
		"of what is somebody's": {"The secretary of its security council, Oskar Lind, said no.", "Oskar Lind",
			[]string{"secretary of its security council"}},
		"with a body inside": {"Nadia Fell, a retired Air Force engineer, filed the petition.", "Nadia Fell",
			[]string{"retired Air Force engineer"}},
		"behind a comma and a rank": {"They met the Minister of Water Resources, Gen. Oskar Lind.", "Oskar Lind",
			[]string{"Gen.", "Minister of Water Resources"}},
		"to a country": {"The ambassador to China, Petra Nowak, was called home.", "Petra Nowak", []string{"ambassador"}},
		"title of courtesy in brackets": {"Its director of operations, Dr (Mrs) Petra Nowak, said the river rose.",
			"Petra Nowak", []string{"director of operations"}},
		"a first name that begins streets elsewhere": {"Detective Senior Sergeant Rua Paki thanked her.", "Rua Paki",
			[]string{"Detective Senior Sergeant"}},
		"office with what it is for": {"The deal was signed by Minister for Planning Oskar Lind and the mayor.", "Oskar Lind",
			[]string{"Minister for Planning"}},
		"of a body behind the name": {"Her co-author, Petra Nowak of the University of Oslo, said so.", "Petra Nowak",
			[]string{"co-author"}},
		"Irish police":                {"Garda Niall Foy said the car had been weaving.", "Niall Foy", []string{"Garda"}},
		"with a hyphen":               {"Deputy director-general Karen Oost said the milk was safe.", "Karen Oost", []string{"Deputy director-general"}},
		"no role in a statement":      {"In a statement, Helen Marsh, who was away, agreed.", "Helen Marsh", nil},
		"no role of the next subject": {"In a letter to Helen Marsh, the governor said the port would close.", "Helen Marsh", nil},
		"no role in a list":           {"They met Helen Marsh, the dog and the cat.", "Helen Marsh", nil},
	} {
		t.Run(name, func(t *testing.T) {
			doc := recognize(t, c.text)
			var found *dateline.Entity
			for i := range doc.Entities {
				if doc.Entities[i].Name == c.person {
					found = &doc.Entities[i]
				}
			}
			require.NotNil(t, found, "%+v", doc.Entities)
			if c.want == nil {
				assert.Empty(t, found.Roles)
				return
			}
			assert.Equal(t, c.want, titles(found.Roles))
			for _, r := range found.Roles {
				assert.NotEmpty(t, doc.Words(r.Span()))
			}
		})
	}
}

func TestRoleOf(t *testing.T) {
	doc := recognize(t, "Tim Harrow, chief executive of the Norrland Bank, met Nairobi Mayor Ruth Wanjiru.")
	of := map[string]string{}
	for _, e := range doc.Entities {
		for _, r := range e.Roles {
			of[e.Name] = r.Of
		}
	}
	assert.Equal(t, map[string]string{"Tim Harrow": "Norrland Bank", "Ruth Wanjiru": "Nairobi"}, of)
}

// A title that the tagger takes for a given name is none.
func TestTitleIsNoGivenName(t *testing.T) {
	doc := recognize(t, "Analyst Herman Grant said the result was clear. It was over, Prof Grant said.")
	require.Len(t, doc.Entities, 1)
	assert.Equal(t, 2, doc.Entities[0].Mentions)
}
