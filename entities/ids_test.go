package entities_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/internal/token"
)

// One thing has one id, however its name is typed: with a straight apostrophe or a curly one, with accents or without.
func TestOneThingOneID(t *testing.T) {
	r, err := entities.New(entities.Options{})
	require.NoError(t, err)
	tagger, err := token.NewTagger()
	require.NoError(t, err)
	for name, c := range map[string]struct {
		id    string
		texts []string
	}{
		"apostrophes of a party": {"org:skarvik-people's-party", []string{
			"Leaders of the Skarvik People's Party met on Monday, and the Skarvik People's Party lost votes.",
			"Leaders of the Skarvik People’s Party met on Monday, and the Skarvik People’s Party lost votes.",
			"Leaders of the Skarvik Peopleʼs Party met on Monday, and the Skarvik Peopleʼs Party lost votes.",
			"Leaders of the Skarvik People’s Party met on Monday, and the Skarvik People's Party lost votes."}},
		"apostrophes of a person": {"person:maeve-o'dalaigh", []string{
			"Mayor Maeve O'Dalaigh spoke on Monday.", "Mayor Maeve O’Dalaigh spoke on Monday.",
			"Mayor Maeve O’Dálaigh spoke on Monday."}},
		"spaces": {"person:jonas-reuter", []string{
			"Mayor Jonas Reuter spoke on Monday.", "Mayor Jonas\u00a0Reuter spoke on Monday."}},
		"hyphens": {"person:anna-lind-berg", []string{
			"Mayor Anna Lind-Berg spoke on Monday.", "Mayor Anna Lind\u2011Berg spoke on Monday.",
			"Mayor Anna Lind‐Berg spoke on Monday."}},
	} {
		t.Run(name, func(t *testing.T) {
			for _, text := range c.texts {
				doc := &dateline.Document{ID: "a", Text: text}
				require.NoError(t, new(token.Buffer).Annotate(t.Context(), doc, tagger))
				require.NoError(t, r.Annotate(t.Context(), doc))
				var ids []string
				for i := range doc.Entities {
					ids = append(ids, doc.Entities[i].ID)
				}
				assert.Contains(t, ids, c.id, text)
				assert.Equal(t, 1, len(ids)-len(slices.DeleteFunc(slices.Clone(ids), func(id string) bool {
					return id[:3] == c.id[:3]
				})), "%v", ids)
			}
		})
	}
}
