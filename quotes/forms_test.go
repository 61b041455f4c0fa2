package quotes_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestForms holds sentences of our own, one for each form in which stories quote.
func TestForms(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"transcript of an interview", "Peter Hallam led the port for ten years.\n\nQ: Why did you leave?\n\nA: The harbour was closed. There was no money left.\n\nQ: What comes next?\n\nA: A long holiday.",
			[]string{": Why did you leave?", "Peter Hallam: The harbour was closed. There was no money left.", ": What comes next?", "Peter Hallam: A long holiday."}},
		{"interview that two people come before", "Peter Hallam followed Anna Lindqvist at the port.\n\nQ: Why did you leave?\n\nA: The harbour was closed.\n\nQ: What comes next?\n\nA: A long holiday.",
			[]string{": Why did you leave?", ": The harbour was closed.", ": What comes next?", ": A long holiday."}},
		{"transcript with names", "Anna Lindqvist spoke with Peter Hallam on Sunday.\n\nHALLAM: What happens to the bridge?\n\nLINDQVIST: The bridge stays. It has stood for a century.\n\nHALLAM: Thank you.",
			[]string{"Peter Hallam: What happens to the bridge?", "Anna Lindqvist: The bridge stays. It has stood for a century.", "Peter Hallam: Thank you."}},
		{"German marks", "„Die Brücke bleibt offen“, said Anna Lindqvist.", []string{"Anna Lindqvist: „Die Brücke bleibt offen“"}},
		{"French marks", "« The bridge stays open », said Anna Lindqvist.", []string{"Anna Lindqvist: « The bridge stays open »"}},
		{"angle marks inwards", "»The bridge stays open«, said Anna Lindqvist.", []string{"Anna Lindqvist: »The bridge stays open«"}},
		{"single marks", "‘The bridge stays open,’ said Anna Lindqvist.", []string{"Anna Lindqvist: ‘The bridge stays open,’"}},
		{"closing mark missing", "“The bridge stays open,” Anna Lindqvist said. “It has been tested twice.\n\n“Nobody has to worry.”",
			[]string{"Anna Lindqvist: “The bridge stays open,” | “It has been tested twice. | “Nobody has to worry.”"}},
		{"nested", "“He told me ‘the bridge is closed’ and left,” Anna Lindqvist said.",
			[]string{"Anna Lindqvist: “He told me ‘the bridge is closed’ and left,”"}},
		{"nested with double marks", "“They called it \"a ruin\" for years,” Anna Lindqvist said.",
			[]string{"Anna Lindqvist: “They called it \"a ruin\" for years,”"}},
		{"running", "“The bridge is old,” Anna Lindqvist said.\n\n“It needs paint,” she added.",
			[]string{"Anna Lindqvist: “The bridge is old,”", "Anna Lindqvist: “It needs paint,”"}},
		{"a paragraph of its own", "Anna Lindqvist said the bridge was old.\n\n“It needs paint. It needs steel.”",
			[]string{"Anna Lindqvist: the bridge was old", "Anna Lindqvist: “It needs paint. It needs steel.”"}},
		{"she and he", "Anna Lindqvist met Peter Hallam on Monday.\n\n“The bridge is old,” she said.\n\n“The port is new,” he replied.",
			[]string{"Anna Lindqvist: “The bridge is old,”", "Peter Hallam: “The port is new,”"}},
		{"it", "The White House moved on Monday.\n\nThe plan, it said, would cost a billion.",
			[]string{"White House: The plan | would cost a billion"}},
		{"spokeswoman of a ministry", "Maria Duarte, a spokeswoman for the ministry, arrived late.\n\n“The road is closed,” the spokeswoman said.",
			[]string{"Maria Duarte: “The road is closed,”"}},
		{"title before the name", "“The road is closed,” said Transport Minister Maria Duarte.", []string{"Maria Duarte: “The road is closed,”"}},
		{"apposition before the verb", "“The road is closed,” Maria Duarte, the minister of transport, said.", []string{"Maria Duarte: “The road is closed,”"}},
		{"role that nobody has", "“The road is closed,” a spokesman said.", []string{"spokesman: “The road is closed,”"}},
		{"question", "“Is the road closed?” Maria Duarte asked.", []string{"Maria Duarte: “Is the road closed?”"}},
		{"dash", "“The road is closed” — Maria Duarte", []string{"Maria Duarte: “The road is closed”"}},
		{"scare quotes", "The “temporary” bridge has stood for forty years.", nil},
		{"title of a book", "Her novel “The Long Bridge” won a prize in Lisbon.", nil},
		{"nickname", "Robert “Bobby” Hallam scored twice on Saturday.", nil},
		{"I in a turn", "Anna Lindqvist spoke on Sunday.\n\nQ: What now?\n\nLINDQVIST: I said that the bridge would stay. Nothing has changed.",
			[]string{": What now?", "Anna Lindqvist: I said that the bridge would stay. Nothing has changed.", "Anna Lindqvist: that the bridge would stay"}},
		{"two speakers in a sentence", "Anna Lindqvist said the bridge was safe, but Peter Hallam warned that it could fall.",
			[]string{"Anna Lindqvist: the bridge was safe", "Peter Hallam: that it could fall"}},
		{"told a body that is described", "Peter Hallam told Harbour Radio, a local station, that the port would close.",
			[]string{"Peter Hallam: that the port would close"}},
		{"told supporters of a party", "Peter Hallam told supporters of his Harbour Unity Party (HUP) that he needed a mandate.",
			[]string{"Peter Hallam: that he needed a mandate"}},
		{"title with a full stop", "“The levy was late,” said Engr. Peter Hallam, who runs the port.",
			[]string{"Peter Hallam: “The levy was late,”"}},
		{"told in a place on a day", "Magistrate Maria Duarte told Peter Hallam in Hull Crown Court on Tuesday it was a cruel theft.",
			[]string{"Maria Duarte: it was a cruel theft"}},
		{"told somebody who is described", "Maria Duarte has told a docker who stole from a church that he had “robbed the poor”.",
			[]string{"Maria Duarte: that he had “robbed the poor”"}},
		{"according to, behind", "The port lost money last year, according to Peter Hallam.", []string{"Peter Hallam: The port lost money last year"}},
	} {
		t.Run(c.name, func(t *testing.T) { assert.Equal(t, c.want, found(t, c.text)) })
	}
}
