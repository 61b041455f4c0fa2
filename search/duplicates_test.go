package search_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
)

const wire = "The council of Port Arlen voted on Monday to close its last coal terminal by the end of next year. " +
	"Mayor Tessa Brand called the decision the hardest of her time in office. " +
	"Some four hundred people work at the terminal, most of them for more than a decade. " +
	"The port authority has offered them places on the new grain pier across the river. " +
	"Unions said that the offer came without a word about wages."

func TestDuplicates(t *testing.T) {
	sentences := strings.SplitAfter(wire, ". ")
	day := func(d int, doc *dateline.Document) *dateline.Document {
		doc.Published = dateline.Day(2024, 5, d)
		return doc
	}
	docs := []*dateline.Document{
		day(3, &dateline.Document{ID: "credit", Text: "(Newswire) " + wire + " Reporting by staff."}),
		day(2, &dateline.Document{ID: "original", Text: wire}),
		day(4, &dateline.Document{ID: "excerpt", Text: strings.Join(sentences[:3], "")}),
		day(5, &dateline.Document{ID: "update", Text: wire + " " + strings.Repeat("Shares of the operator were suspended in the afternoon. ", 1) +
			"A hearing before the regional assembly is planned for June, when ministers will answer questions about rail links and money for retraining."}),
		day(1, &dateline.Document{ID: "other", Text: "Mayor Tessa Brand opened a library on Monday. It holds maps of the old port and letters of its sailors."}),
		{ID: "short", Text: "No story"},
	}
	got, err := search.Duplicates(stream(docs...))
	require.NoError(t, err)
	require.Len(t, got, 3)
	for i, want := range []struct{ id, kind string }{{"credit", search.Copy}, {"excerpt", search.Excerpt}, {"update", search.Update}} {
		assert.Equal(t, want.id, got[i].ID)
		assert.Equal(t, want.kind, got[i].Kind, want.id)
		assert.Equal(t, "original", got[i].Of)
		assert.Greater(t, got[i].Score, 0.9)
	}

	broken := errors.New("page 7")
	_, err = search.Duplicates(func(yield func(*dateline.Document, error) bool) { yield(nil, broken) })
	assert.ErrorIs(t, err, broken)
}

// stream gives documents as a stream.
func stream(docs ...*dateline.Document) func(func(*dateline.Document, error) bool) {
	return func(yield func(*dateline.Document, error) bool) {
		for _, d := range docs {
			if !yield(d, nil) {
				return
			}
		}
	}
}

// Reports that a newsroom writes into a template repeat its words and differ in
// their facts.
func TestTemplatesAreNoCopies(t *testing.T) {
	tides := func(day, height, town, gauge string) string {
		return "The tide at " + town + " is expected to reach " + height + " metres on " + day + ", measured at the " + gauge +
			" gauge. Boats on the quay should be tied with long lines. The lock stays closed for an hour before high water. " +
			"Drivers are asked to leave the lower car park in time, and to follow the signs on the dyke road."
	}
	match := func(home, away, score, scorer string) string {
		return "Final score: " + home + " beat " + away + " by " + score + ". The winner came from " + scorer +
			" after a corner in the second half. It was the last match of the month for both sides, and the " +
			"referee had little to do on a dry and windless evening before a patient crowd."
	}
	for name, texts := range map[string][2]string{
		"tides":   {tides("Monday", "4.1", "Orlen", "Brand"), tides("Thursday", "3.8", "Vissby", "Kolm")},
		"matches": {match("Rovers", "Athletic", "2-1", "Pavel Ostrom"), match("Wanderers", "United", "1-0", "Jon Fell")},
	} {
		found, err := search.Duplicates(stream(
			&dateline.Document{ID: "a", Text: texts[0]}, &dateline.Document{ID: "b", Text: texts[1]}))
		require.NoError(t, err)
		assert.Empty(t, found, name)
		again := strings.Replace(texts[0], "after", "shortly after", 1)
		again = strings.Replace(again, "Boats on the quay should", "Boats should", 1)
		found, err = search.Duplicates(stream(
			&dateline.Document{ID: "a", Text: texts[0]}, &dateline.Document{ID: "b", Text: again}))
		require.NoError(t, err)
		assert.Len(t, found, 1, "%s: the same report, edited", name)
	}
}

// Two obituaries from one chapel repeat its name as well; they are about two people.
func TestReportsAboutTwoPeopleAreNoCopies(t *testing.T) {
	obituary := func(id, name, age, day, town, work, last string) *dateline.Document {
		first, _, _ := strings.Cut(name, " ")
		text := name + ", " + age + ", died at home on " + day + " among the family. " + first + " grew up in " + town + " and worked as " +
			work + " until the spring. The service will be held in the chapel of St Olaf on the Hill at eleven. " + last
		doc := &dateline.Document{ID: id, Headline: "Obituary: " + name, Text: text}
		doc.Entities = []dateline.Entity{{ID: "person:" + id, Name: name, Label: dateline.Person, Salience: 0.9}}
		doc.Mentions = []dateline.Mention{{Start: 0, End: len(name), Entity: "person:" + id}}
		return doc
	}
	a := obituary("ada", "Ada Lind", "90", "3 May", "Orlen", "a pilot", "Those who sailed with her may leave a shell at the gate.")
	b := obituary("per", "Per Holm", "77", "9 May", "Vissby", "a cook", "Gifts go to the kitchen of the lifeboat house, which he ran.")
	found, err := search.Duplicates(stream(a, b))
	require.NoError(t, err)
	assert.Empty(t, found)
	const same = "Bread and coffee follow in the hall beside the church, and whoever comes by the ferry will be met at the quay by the bus " +
		"of the chapel, as is the custom there, with a word of thanks to all who wrote."
	found, err = search.Duplicates(stream(obituary("ada", "Ada Lind", "90", "3 May", "Orlen", "a pilot", same),
		obituary("per", "Per Holm", "77", "9 May", "Vissby", "a cook", same)))
	require.NoError(t, err)
	assert.Empty(t, found, "most of the words are those of the chapel")
	again := obituary("ada", "Ada Lind", "90", "3 May", "Orlen", "a pilot", "Those who sailed with her may leave a shell at the gate.")
	again.ID = "again"
	found, err = search.Duplicates(stream(a, again))
	require.NoError(t, err)
	assert.Len(t, found, 1)
}

// What a paper puts under each of its articles makes two short ones no copies.
func TestFeetMakeNoCopies(t *testing.T) {
	const foot = "Follow the Sund Courier on all channels for more news from the region. Our newsletter comes each morning at seven. " +
		"All rights are with the Sund Courier and its owners, and nothing may be printed again."
	article := func(id string, paragraphs ...string) *dateline.Document {
		doc := &dateline.Document{ID: id}
		for _, p := range append(paragraphs, foot) {
			start := len(doc.Text)
			doc.Text += p
			doc.Blocks = append(doc.Blocks, dateline.Block{Start: start, End: len(doc.Text), Kind: dateline.BlockParagraph})
			doc.Text += "\n\n"
		}
		return doc
	}
	choir := []string{"The town choir is looking for tenors before its concert in May.", "Four voices have left since the autumn, its leader said."}
	frost := []string{"A late frost has hit the orchards along the lake this week.", "Growers expect half of what they picked a year ago."}
	a, b := profile(t, article("choir", choir...)), profile(t, article("frost", frost...))
	_, copied := a.Repeats(b)
	assert.False(t, copied)
	_, copied = a.Repeats(profile(t, article("again", append(choir, "Nobody was surprised.")...)))
	assert.True(t, copied)
	decoded, err := search.DecodeProfile(a.Encode())
	require.NoError(t, err)
	_, copied = decoded.Repeats(b)
	assert.False(t, copied, "as it is kept")
}
