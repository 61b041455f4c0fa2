package quotes_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/quotes"
)

// TestNotSaid holds what is a statement in the widest sense only, and is left out unless it is asked for.
func TestNotSaid(t *testing.T) {
	for name, text := range map[string]string{
		"refusal":              "Maria Duarte declined to comment on the fire.",
		"question, yes or no":  "Maria Duarte asked whether the alarm had been tested.",
		"question with a word": "Maria Duarte asked what the new hose would cost.",
		"name given":           "The storm, known as Otto, will reach Lisbon on Monday.",
		"thanks":               "Maria Duarte thanked the crew.",
		"question by nobody":   "Asked if she would stay, Maria Duarte smiled.",
		"wish to stay unnamed": "A docker in Lisbon asked not to be named.",
		"what was denied":      "Maria Duarte denied that.",
		"agreed with somebody": "As the port prepares to sell the crane, Maria Duarte disagrees with her former chief.",
		"guilty plea":          "Maria Duarte pleaded guilty to three charges.",
		"called off":           "Maria Duarte has called off the strike in Cork.",
		"question to her":      "A minister asked her whether the sea would win.",
		"denied clause":        "Maria Duarte denied that the crane had been moved.",
		"denied report":        "The port authority denied a report that it had sold the crane.",
		"what is not said":     "Maria Duarte would not say whether the crane was safe.",
		"refusal to say":       "Maria Duarte refused to say whether she had feared the sack.",
		"reports, no comment":  "Maria Duarte declined to comment on reports that the port would move to Cork.",
		"laughter":             "Maria Duarte waited, laughing so hard that the nurse turned round.",
		"attempt to prove":     "Maria Duarte was trying to prove that her gauge was broken.",
		"anonymity":            "A docker spoke on condition of anonymity because he was not allowed to talk.",
		"known under a name":   "Maria Duarte has a bill, known as Hallam's Law, that would end the tax.",
		"what was read":        "Maria Duarte said nothing. She had read the report on the port.",
		"said by nobody":       "Peter Hallam is said to have played the “Slow Reel” in a single breath.",
		"what was taken":       "The storm claimed three lives in Cork. Peter Hallam claimed the prize.",
		"participle in a noun": "The mayor ignored repeated warnings about the crane.",
		"the same, a wish":     "The council gave stated reasons for the sale of the port.",
		"the same, calls":      "The mayor faces repeated calls for a tunnel.",
		"vote to do it":        "The crew voted to end a strike at the port.",
		"blame":                "Residents blamed the council for the mess.",
		"thing promised":       "Maria Duarte promised a third of the crew a boat.",
		"thing expected":       "Traders expect a strong year.",
		"thing demanded":       "Critics demanded an inquiry.",
		"thing that does it":   "The fund wants tariffs that cover costs.",
		"thing for those who":  "The state announced a grant for each family that lost its home.",
	} {
		t.Run(name, func(t *testing.T) { assert.Empty(t, found(t, text)) })
	}
	doc := analysed(t, "Maria Duarte declined to comment on the fire.")
	f, err := quotes.New(quotes.Options{All: true})
	require.NoError(t, err)
	require.NoError(t, f.Annotate(t.Context(), doc))
	assert.Len(t, doc.Quotes, 1)
}

// TestSaidOnce holds that nobody is given what he asks others to say, nor words twice that he says of somebody else.
func TestSaidOnce(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"what others are to explain", "Maria Duarte asked the port to explain why he should not be paid.",
			[]string{"Maria Duarte: the port to explain why he should not be paid"}},
		{"words promised, by nobody", "Maria Duarte said she had been promised a boat “every year since the flood”.",
			[]string{"Maria Duarte: she had been promised a boat “every year since the flood”"}},
	} {
		t.Run(c.name, func(t *testing.T) { assert.Equal(t, c.want, found(t, c.text)) })
	}
}

func TestExact(t *testing.T) {
	for _, c := range []struct {
		name, text string
		exact      []string
		direct     bool
	}{
		{"all of it", "“The bridge is old,” Anna Lindqvist said. “It needs paint.”", []string{"The bridge is old,", "It needs paint."}, true},
		{"a part of it", "Anna Lindqvist said the bridge was “as safe as a church” for now.", []string{"as safe as a church"}, false},
		{"nothing", "Anna Lindqvist said that the bridge was safe.", nil, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc := analysed(t, c.text)
			f, err := quotes.New(quotes.Options{})
			require.NoError(t, err)
			require.NoError(t, f.Annotate(t.Context(), doc))
			require.NoError(t, doc.Validate())
			require.Len(t, doc.Quotes, 1)
			assert.Equal(t, c.exact, wordsOf(doc, doc.Quotes[0].Exact))
			assert.Equal(t, c.direct, doc.Quotes[0].Direct)
		})
	}
}

func wordsOf(doc *dateline.Document, spans []dateline.Span) (out []string) {
	for _, s := range spans {
		out = append(out, doc.Words(s))
	}
	return out
}
