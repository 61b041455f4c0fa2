package quotes_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestSubjects holds which noun phrase is the subject of a verb of speech, however it is built, and where its content
// is then.
func TestSubjects(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"apposition, then an object", "Maria Duarte, who has led the port since she left Lisbon, blasted Peter Hallam as a “coward” on Monday.",
			[]string{"Maria Duarte: Peter Hallam as a “coward” on Monday"}},
		{"apposition, then the one who is told", "“You kept the money,” Maria Duarte, D-Ohio, told Peter Hallam.",
			[]string{"Maria Duarte: “You kept the money,”"}},
		{"bracket, then an apposition", "“It is late,” Rep. Peter Hallam (R-Ohio), a member of the panel, said in Denver.",
			[]string{"Peter Hallam: “It is late,”"}},
		{"verb first, bracket behind the name", "Two ships sank near Cork, said the National Ports Authority (NPA).",
			[]string{"National Ports Authority: Two ships sank near Cork"}},
		{"verb first, office behind an owner", "Two ships sank near Cork, said the port's regional head, Maria Duarte.",
			[]string{"Maria Duarte: Two ships sank near Cork"}},
		{"verb first, noun that looks like a verb", "“It looks like a film,” said lead author Maria Duarte, a biologist.",
			[]string{"Maria Duarte: “It looks like a film,”"}},
		{"particle in a name", "Presiding judge Maria de Boer said the road was dark.", []string{"Maria de Boer: the road was dark"}},
		{"age with the tag of an adjective", "Maria Duarte was tired. The 61-year-old said she would sell the boat.",
			[]string{"Maria Duarte: she would sell the boat"}},
		{"-ing behind an inverted source", "“We have met before,” said Maria Duarte, adding that the port would close.",
			[]string{"Maria Duarte: “We have met before,”", "Maria Duarte: that the port would close"}},
		{"represented by another", "Peter Hallam, represented by his deputy, Mrs Maria Duarte, said the port would close.",
			[]string{"Peter Hallam: the port would close"}},
		{"seen by an agency", "An e-mail seen by Reuters shows that the crane was rusty.", []string{": that the crane was rusty"}},
		{"picture of somebody speaking", "The film shows footage of Peter Hallam saying the port would close.",
			[]string{"Peter Hallam: the port would close"}},
		{"apposition in the content", "Lawyer Peter Hallam told jurors the captain, Maria Duarte, had been asleep for hours.",
			[]string{"Peter Hallam: the captain, Maria Duarte, had been asleep for hours"}},
		{"aside before what is told", "Mayor Maria Duarte told a rally in Limerick, in the west of the country, that the port would close.",
			[]string{"Maria Duarte: that the port would close"}},
		{"turn of a transcript with thanks", "HALLAM: Minister, thank you for coming in. When will it open?\n\nDUARTE: In March, if we can.\n\n" +
			"HALLAM: Thank you.", []string{"Hallam: Minister, thank you for coming in. When will it open?",
			"Duarte: In March, if we can.", "Hallam: Thank you."}},
		{"close to somebody", "A source close to Maria Duarte said the port would close.",
			[]string{"source close to Maria Duarte: the port would close"}},
		{"name that looks like a preposition", "“It is a bad deal,” said Per Nyberg, who chairs the port.",
			[]string{"Per Nyberg: “It is a bad deal,”"}},
		{"verb of regret", "“Business is down by half,” rued Peter Hallam, who sells phones.", []string{"Peter Hallam: “Business is down by half,”"}},
		{"clause behind the main verb", "A man who stole a crane was jailed in Cork after the judge said he was a danger to ships.",
			[]string{"judge: he was a danger to ships"}},
		{"clause behind a main verb that looks like a participle",
			"Dockers who saw Lisbon win left before coach Maria Duarte said the stand was unsafe.",
			[]string{"Maria Duarte: the stand was unsafe"}},
		{"clause of a body", "Drivers who park on the quay pay twice because the port authority said the crane was unsafe.",
			[]string{"port authority: the crane was unsafe"}},
		{"clause behind a second verb", "Sailors who lost a boat were in tears as the insurer said the claim was late.",
			[]string{"insurer: the claim was late"}},
		{"relative clause with two verbs", "Dockers who had slept by the gate and missed the ferry to the island said the road was shut.",
			[]string{"Dockers: the road was shut"}},
		{"relative clause with a clause in it", "Dockers who say they had slept in the ferry said the road was shut.",
			[]string{"Dockers: they had slept in the ferry said the road was shut", "Dockers: the road was shut"}},
		{"-ing behind what the subject says of others",
			"Maria Duarte told the meeting that the dockers must go on to argue for a share of the tolls, saying that it was fair.",
			[]string{"Maria Duarte: that the dockers must go on to argue for a share of the tolls", "Maria Duarte: that it was fair"}},
		{"-ing behind somebody else who said something",
			"Peter Hallam was short with a diver who said he was never paid, saying, “Perhaps he did a poor job.”",
			[]string{"diver: he was never paid", "Peter Hallam: “Perhaps he did a poor job.”"}},
		{"-ing with a quotation before the subject", "Bemoaning a “phoney court,” Peter Hallam left the hall.",
			[]string{"Peter Hallam: a “phoney court,”"}},
		{"verb first, at the front of a sentence", "Peter Hallam is no friend of hers. Said Hallam: “I do not think she cares.”",
			[]string{"Peter Hallam: “I do not think she cares.”"}},
		{"second verb behind a clause with a modal",
			"Minister Maria Duarte said in June that the town would declare its debt by the spring and suggested that it would pay.",
			[]string{"Maria Duarte: that the town would declare its debt by the spring", "Maria Duarte: that it would pay"}},
		{"relative clause with a time", "Dockers who left after the storm said the road was shut.",
			[]string{"Dockers: the road was shut"}},
	} {
		t.Run(c.name, func(t *testing.T) { assert.Equal(t, c.want, found(t, c.text)) })
	}
}
