package quotes_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestIntroduced holds quotations that a colon, a dash or a verb without a subject of its
// own gives to somebody.
func TestIntroduced(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"as the next paragraph", "In a speech in May, Anna Lindqvist declared:\n\n“The bridge has stood for a century. It will stand for another one.”",
			[]string{"Anna Lindqvist: “The bridge has stood for a century. It will stand for another one.”"}},
		{"over two paragraphs", "Anna Lindqvist wrote:\n\n“The bridge has stood for a century.\n\n“It will stand for another one.”",
			[]string{"Anna Lindqvist: “The bridge has stood for a century. | “It will stand for another one.”"}},
		{"no verb of speech", "Anna Lindqvist released the following statement:\n\n“We are sorry for the delay on the bridge.”",
			[]string{"Anna Lindqvist: “We are sorry for the delay on the bridge.”"}},
		{"no verb of speech, same paragraph", "Anna Lindqvist then turned to the crowd: “We are sorry for the delay on the bridge.”",
			[]string{"Anna Lindqvist: “We are sorry for the delay on the bridge.”"}},
		{"list of a dash and a name", "“The port has lost its way. Nobody listens to us.” ― Anna Lindqvist\n“They said nothing at all.”― Peter Hallam\n“I am so ashamed. How did it come to this?” ― Maria Duarte.",
			[]string{"Anna Lindqvist: “The port has lost its way. Nobody listens to us.”", "Peter Hallam: “They said nothing at all.”", "Maria Duarte: “I am so ashamed. How did it come to this?”"}},
		{"name in a line of its own", "\"The idea that I would close the port is wrong. I helped to build it.\"\n\n- Anna Lindqvist.\n\nThe port was built by others.",
			[]string{"Anna Lindqvist: \"The idea that I would close the port is wrong. I helped to build it.\""}},
		{"dash behind a title", "The evening ended with “Waterloo” – Anna Lindqvist at the piano.", nil},
		{"transcript in quotation marks", "This is what they said:\n\n\"HALLAM: Who pays for the bridge?\n\n\"LINDQVIST: The town pays. Nobody else can.\n\n\"HALLAM: Thank you.\"",
			[]string{"Hallam: Who pays for the bridge?", "LINDQVIST: The town pays. Nobody else can.", "Hallam: Thank you.\""}},
		{"between But and the quotation", "But, Anna Lindqvist noted, “while the bridge is old, it would be wrong to close it.”",
			[]string{"Anna Lindqvist: “while the bridge is old, it would be wrong to close it.”"}},
		{"closing marks on both sides", "Anna Lindqvist called it ”a very bad day for the port.”",
			[]string{"Anna Lindqvist: it ”a very bad day for the port.”"}},
		{"verb that looks like a noun", "“We do not want another bridge,” the two write.", []string{"two: “We do not want another bridge,”"}},
		{"verb that looks like an adjective", "“Nobody needs another bridge,” mused port master Peter Hallam.", []string{"Peter Hallam: “Nobody needs another bridge,”"}},
		{"two verbs of one speaker", "Anna Lindqvist said that she will “try to repair the bridge” and insisted that the port was “the best in the country.”",
			[]string{"Anna Lindqvist: that she will “try to repair the bridge”", "Anna Lindqvist: that the port was “the best in the country.”"}},
	} {
		t.Run(c.name, func(t *testing.T) { assert.Equal(t, c.want, found(t, c.text)) })
	}
}
