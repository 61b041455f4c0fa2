package page_test

import (
	"fmt"
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
		{"of an interview", "A talk about lamps\nInterview by Marte Solberg\nSat 7 Jun 2025 06.00 GMT", "", "Marte Solberg"},
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
		{"colon, post and handle", "By: Marte Solberg - Correspondent / @msolberg", "", "Marte Solberg"},
		{"colon, two of them", "By: Marte Solberg and Jon Vik - Staff", "", "Marte Solberg; Jon Vik"},
		{"colon, no name", "By: the numbers of the week", "", ""},
		{"post behind two spaces", "Marte Solberg  Reporter\n14:20, 3 Jun 2025", "", "Marte Solberg"},
		{"picture in brackets", "Marte Solberg  Reporter\n3 June 2025\n\n(Image: Vesterholm Harbour)", "", "Marte Solberg"},
		{"only a picture in brackets", "3 June 2025\n(Photo: Jon Vik)", "", ""},
		{"only a picture", "3 June 2025\nImage: Vesterholm Harbour", "", ""},
		{"elided particle", "Maud d'Ormont\n3 June 2025", "", "Maud d'Ormont"},
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

func TestPastedMenu(t *testing.T) {
	t.Parallel()
	const headline = "Vesterholm keeps its keeper by two votes; harbour, council at odds"
	d := plainPage(t, "VESTERHOLM POST\nTODAY | JUNE 03, 2025\n\nHome  Latest  Vesterholm  Opinion  Harbour  Council\n\n"+headline+
		"\n\nOur Correspondent  Published June 3, 2025\n\n"+pastedStory)
	assert.Equal(t, headline, d.Headline)

	// Words of a headline may be set apart as well.
	d = plainPage(t, "Vesterholm  keeps its keeper  by two votes\n3 June 2025\n\n"+pastedStory)
	assert.Equal(t, "Vesterholm keeps its keeper by two votes", d.Headline)
}

func TestPastedEnd(t *testing.T) {
	t.Parallel()
	const headline, by = "Vesterholm keeps its keeper by two votes", "By Marte Solberg"
	const last, quoted = "The vote will be counted again on November 9. Both sides are to bring a lamp.",
		"“I have painted,” he said. “Before, I only looked.”"
	const aside, address, note = "Also read: Ferry crew learns to knit", "msolberg@lantern.example",
		"Marte Solberg has covered the islands since the last lamp was lit."
	const list = "\nIn the headlines\nTea pickers down tools\nWhy the ferry is pink this week\n"
	tests := []struct {
		name  string
		lines []string
		keep  string
		drop  string
	}{
		{"aside and address", []string{aside, last, address}, last, address},
		{"a source who says I", []string{aside, quoted, address}, quoted, address},
		{"aside and note", []string{aside, last, note}, last, "has covered"},
		{"note on the author", []string{last, note}, last, "has covered"},
		{"advert", []string{aside, last, "Advertisement: Story continues below"}, last, "Advertisement"},
		{"aside, nothing behind", []string{aside, "The Lantern is a paper of the islands."}, "", "a paper of the islands"},
		{"plea and address", []string{aside, "Sign up to our newsletter to get it first.", address}, "", "newsletter"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			d := plainPage(t, headline+"\n\n"+by+"\n\n"+pastedStory+"\n"+strings.Join(tt.lines, "\n\n")+"\n"+list)
			assert.Contains(t, d.Text, tt.keep)
			assert.NotContains(t, d.Text, tt.drop)
			assert.NotContains(t, d.Text, aside)
			assert.Contains(t, d.Text, "when it has been read.")
		})
	}
}

// Words that furniture uses as well do not end a story.
func TestPastedEndWithWordsOfFurniture(t *testing.T) {
	t.Parallel()
	last := []string{
		"Officials in Dhaka were watching the debate from the gallery of the council.",
		"Rahman told reporters the appeal would be lodged next week.",
		"The judge recommended a minimum term of six years.",
		"She said the support of her family and a related inquiry had kept the case alive.",
		"The ruling was published in May, and the ministry has not updated its advice since.",
	}
	const list = "Tea pickers down tools\nWhy the ferry is pink this week\n"
	tails := []struct {
		name, tail string
		drop       []string
	}{
		{"nothing behind", "", nil},
		{"list", "\nIn the headlines\n" + list, []string{"Tea pickers"}},
		{
			"plea, list and rights",
			"\nSign up to our newsletter\n\nRead more\n" + list + "\nCopyright 2025 The Lantern. All rights reserved.\n",
			[]string{"newsletter", "Tea pickers", "Copyright"},
		},
		{
			"note and list", "\nMarte Solberg has covered the islands since the last lamp was lit.\n\nMost Read\n" + list,
			[]string{"has covered", "Tea pickers"},
		},
		{
			"sentences of the site",
			"\nThe Northern Wire contributed to this report.\n\nWatch the debate in full here.\n",
			[]string{"contributed", "Watch the debate"},
		},
	}
	for _, tt := range tails {
		for n := 1; n <= len(last); n++ {
			t.Run(fmt.Sprintf("%s, %d", tt.name, n), func(t *testing.T) {
				t.Parallel()
				d := plainPage(t, "Vesterholm keeps its keeper by two votes\n\nBy Marte Solberg\n\n"+pastedStory+"\n"+
					strings.Join(last[:n], "\n\n")+"\n"+tt.tail)
				for _, line := range last[:n] {
					assert.Contains(t, d.Text, line)
				}
				for _, line := range tt.drop {
					assert.NotContains(t, d.Text, line)
				}
			})
		}
	}
}

func TestPastedAdverts(t *testing.T) {
	t.Parallel()
	for _, line := range []string{
		"Ads by Lantern", "Advertisement: Story continues below", "Advertisement - Story continues below",
		"Story continues below",
	} {
		t.Run(line, func(t *testing.T) {
			t.Parallel()
			at := strings.Index(pastedStory, "The keeper, who")
			d := plainPage(t, "Vesterholm keeps its keeper by two votes\n\n"+pastedStory[:at]+line+"\n\n"+pastedStory[at:])
			assert.NotContains(t, d.Text, line)
			assert.Contains(t, furniture(d, dateline.FurnitureAdvert), line)
		})
	}
	const spoken = "Ads by the harbour office had said that the lamp would go, and nobody believed a word of them.\n"
	assert.Contains(t, plainPage(t, "Vesterholm keeps its keeper by two votes\n\n"+pastedStory+"\n"+spoken).Text, "Ads by the harbour")
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

// The first paragraph is short, and a credit of a picture parts it from the headline.
func TestPastedLead(t *testing.T) {
	t.Parallel()
	lead := "A lamp that lights itself may keep the man who tended it."
	doc := plainPage(t, "The Lantern\nHome | News | Sport\n\nKeeper of Vesterholm may stay\n\n(Image: The Lantern)\n\n"+lead+"\n\n"+pastedStory)
	assert.Contains(t, doc.Text, lead)
	assert.NotContains(t, doc.Text, "Image:")
}

// TestBareNames finds the byline of a pasted page by what stands beside the name.
func TestBareNames(t *testing.T) {
	const head = "The Fjord Post\nNews | Sport | Life\n\nQuay in Bergen to close in June\n\n"
	const story = "\n\nThe old quay in Bergen will close in June, the harbour master said on Monday, and will open in a year.\n\n" +
		"The city pays for the repairs, which it had put off since 2019, the mayor told reporters on the quay.\n"
	for _, c := range []struct{ name, lines, want string }{
		{"over a post", "Marta Okkels\nHarbour correspondent\nTue 24 Mar 2026 at 21:15", "Marta Okkels"},
		{"before the place", "Marta Okkels - BERGEN\nMarch 24 2026 13:41:00", "Marta Okkels"},
		{"with nothing beside it", "Bergen Harbour", ""},
	} {
		d := plainPage(t, head+c.lines+story)
		got := ""
		if len(d.Byline) > 0 {
			got = d.Byline[0].Name
		}
		assert.Equal(t, c.want, got, c.name)
	}
}

// Wire copy is often pasted without its headline: the paragraph behind the dateline is the lead all the same.
func TestPastedWireCopy(t *testing.T) {
	t.Parallel()
	lead := `VESTERHOLM, Norway (AP) — A former keeper who sold the lamp was fined on Tuesday for what a judge called "a dim idea."`
	doc := plainPage(t, lead+"\n\n"+pastedStory)
	assert.Contains(t, doc.Text, "A former keeper who sold the lamp")
}

// On a page without a blank line the last sentences of a story are sentences at the ends of lines.
func TestPastedEndSetClose(t *testing.T) {
	t.Parallel()
	const last, rights = "The votes will be counted again in a week.", "Copyright The Lantern. All rights reserved."
	story := strings.ReplaceAll(pastedStory, "\n\n", "\n")
	doc := plainPage(t, "Vesterholm keeps its keeper by two votes\nBy Marte Solberg\n"+story+"\n“It is not dark yet,” she said.\n"+last+"\n"+rights)
	assert.Contains(t, doc.Text, last)
	assert.NotContains(t, doc.Text, rights)
}
