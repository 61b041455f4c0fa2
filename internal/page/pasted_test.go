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
		{"at a ground", "By Marte Solberg at Harbour Park", "", "Marte Solberg"},
		{"two in capitals", "BY MARTE ANN SOLBERG AND JON PAUL VIK", "", "MARTE ANN SOLBERG; JON PAUL VIK"},
		{"a post without a comma", "Marte Solberg Science editor\n3 June 2025", "", "Marte Solberg"},
		{"over a line of dates", "Marte Solberg\nVesterholm, June 3, 2025 | Updated at: June 4, 2025 07:15 AM (IST)", "", "Marte Solberg"},
		{"Dutch", "Door Marte Solberg", "", "Marte Solberg"},
		{"Norwegian", "Av Marte Solberg", "", "Marte Solberg"},
		{"Russian", "Автор: Марта Сольберг", "", "Марта Сольберг"},
		{"behind the date", "Published June 3, 2025 by Marte Solberg in News", "", "Marte Solberg"},
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

func TestPastedRubric(t *testing.T) {
	t.Parallel()
	const headline = "Vesterholm keeps its keeper by two votes"
	tests := []struct{ name, above, below, want string }{
		{"under a menu", "Vesterholm Post\nNews | Sport | Jobs | Notices\nHARBOUR", "3 June 2025", "HARBOUR"},
		{"under the name of the paper", "The Lantern\nIslands", "3 June 2025", "Islands"},
		{"above a post", "Vesterholm Post\nNews | Sport | Jobs\nHARBOUR", "Marte Solberg\nHarbour editor\n3 June 2025", "HARBOUR"},
		{"the last of a menu", "Vesterholm Post\nNews\nSport\nJobs", "3 June 2025", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			d := plainPage(t, tt.above+"\n\n"+headline+"\n\n"+tt.below+"\n\n"+pastedStory)
			assert.Equal(t, headline, d.Headline)
			assert.Equal(t, tt.want, d.Kicker)
		})
	}
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
