package page_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
)

// pasted is a story as it is pasted, with what stands above and below it.
const pastedStory = "The council of Vesterholm voted on Monday to keep its last lighthouse keeper, who has served for thirty-one years.\n\n" +
	"Seven of the twelve members were for it, after a debate on whether a lamp that lights itself needs anyone beside it.\n\n" +
	"\"Somebody has to wave back at the ships,\" said Inga Dahl, who moved the motion, and most of the gallery clapped.\n\n" +
	"The keeper, who was not told of the vote, was painting the railing at the time and heard of it from a fisherman.\n\n" +
	"His pay comes from the harbour dues, which have risen each year since the ferry to the mainland was doubled.\n\n" +
	"A study of the lamp is due in the autumn, and the council will look at the matter again when it has been read.\n"

func plainPage(t *testing.T, text string) *dateline.Document {
	t.Helper()
	return read(t, dateline.Page{Form: dateline.PlainPage, Body: []byte(text)})
}

func TestPastedBylines(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, line, tail string
		want             string
	}{
		{"bare, date under it", "Marte Solberg\n3 June 2025, 14:20", "", "Marte Solberg"},
		{"with a post", "Marte Solberg, Harbour Correspondent", "", "Marte Solberg"},
		{"with the site", "Marte Solberg | The Lantern", "", "Marte Solberg"},
		{"with particles", "Anke van der Meer\n3 June 2025", "", "Anke van der Meer"},
		{"noted below", "Marte Solberg", "\nMarte Solberg writes about harbours and the people who mind them.\n", "Marte Solberg"},
		{"nothing bears it out", "Northern Harbour", "", ""},
		{"words of a menu", "Latest News\n3 June 2025", "", ""},
		{"capitals", "HARBOUR NOTES\n3 June 2025", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			d := plainPage(t, "Vesterholm keeps its keeper by two votes\n\n"+tt.line+"\n\n"+pastedStory+tt.tail)
			assert.Equal(t, "Vesterholm keeps its keeper by two votes", d.Headline)
			assert.Equal(t, tt.want, authorsOf(d))
		})
	}
}

func TestPastedDek(t *testing.T) {
	t.Parallel()
	d := plainPage(t, "Vesterholm keeps its keeper by two votes\n\nIslands\nA lamp that lights itself stays a job\n\n"+pastedStory)
	assert.Equal(t, "Vesterholm keeps its keeper by two votes", d.Headline)
	assert.Equal(t, "A lamp that lights itself stays a job", d.Dek)
}

func TestPastedSeparators(t *testing.T) {
	t.Parallel()
	divided := strings.ReplaceAll(pastedStory, "\n\n", "\n\nArticle continues\n\n")
	d := plainPage(t, "Vesterholm keeps its keeper by two votes\n\n"+divided)
	assert.NotContains(t, d.Text, "Article continues")
	assert.Equal(t, "Article continues", furniture(d, dateline.FurnitureOther))

	// Lines that come back in a list are no separators.
	list := "\nMost Read\n" + strings.Repeat("The day the ferry sailed backwards\n2 days ago\n", 6)
	d = plainPage(t, "Vesterholm keeps its keeper by two votes\n\n"+pastedStory+list)
	require.NotEmpty(t, d.Links)
	assert.Equal(t, "2 days ago", d.Links[0].Age)
}
