package quotes_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/quotes"
)

// TestSpeakers holds the ways in which a story says whose words it gives.
func TestSpeakers(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"name behind a role", "The harbour master, Maria Duarte, said the port would close.",
			[]string{"Maria Duarte: the port would close"}},
		{"verb first, name behind a role", "“The port is safe,” said the city's harbour master, Maria Duarte.",
			[]string{"Maria Duarte: “The port is safe,”"}},
		{"delegate by the short form", "“It is over,” said Del. Maria Duarte of Guam. She lives in Dover, Del. The vote is on Monday.",
			[]string{"Maria Duarte: “It is over,”"}},
		{"relative of somebody named", "Peter Hallam drowned in May.\n\n“He loved the sea,” said his mother, Maria Hallam.",
			[]string{"Maria Hallam: “He loved the sea,”"}},
		{"one whose role owns something", "Mayor Peter Hallam came to Lisbon on Monday.\n\nLars Lindqvist, one of the mayor's cousins, " +
			"hummed a song that Jorge Prado wrote about Hallam.\n\nThe mayor's boat is red again. At the quay on Friday, he warned sailors that the paint was wet.",
			[]string{"Peter Hallam: that the paint was wet"}},
		{"not the relative who was named last",
			"Former mayor Peter Hallam was in Lisbon on Monday, in the hall of the old fish market behind the second harbour, " +
				"at a rally for his wife Maria Hallam.\n\n" +
				"Dockers had come from three towns, and some had slept in the square, where the band of the fire brigade played until the rain " +
				"put out its lamps and the mayors of two islands had to be led to a school.\n\n" +
				"“It does not work,” Hallam said.", []string{"Peter Hallam: “It does not work,”"}},
		{"the one who is always called so", "Peter Hallam built a raft. On Monday Hallam sailed it to Cork, where Hallam met the mayor. Hallam was fed by dockers, " +
			"and Hallam slept on a crane.\n\n" +
			strings.Repeat("The wind was cold, the sea was grey and the boats stayed in the harbour for the whole of that long week.\n\n", 6) + "His father, Hallam Jorge Hallam, said he was proud.\n\nDockers heard of the raft in May. " +
			"“It floats,” Hallam said.",
			[]string{"Hallam Jorge Hallam: he was proud", "Peter Hallam: “It floats,”"}},
		{"one of them", "Neighbours met on Monday. One of them, Maria Duarte, said the road was dark.",
			[]string{"Maria Duarte: the road was dark"}},
		{"age and trade between name and verb", "Peter Hallam, 81, a retired teacher, said the school was cold.",
			[]string{"Peter Hallam: the school was cold"}},
		{"two ministers", "The foreign minister, Peter Hallam, left on Monday. The health minister said the clinics would open.",
			[]string{"health minister: the clinics would open"}},
		{"role given before", "Maria Duarte, the health minister, arrived late.\n\n“The clinics will open,” the health minister said.",
			[]string{"Maria Duarte: “The clinics will open,”"}},
		{"age as an epithet", "Maria Duarte, 52, won in Lisbon.\n\n“I ran well,” the 52-year-old said.",
			[]string{"Maria Duarte: “I ran well,”"}},
		{"indefinite role", "Maria Duarte, a nurse, arrived late.\n\n“It was cold,” another nurse said.",
			[]string{"nurse: “It was cold,”"}},
		{"letter to somebody", "In a letter to Maria Duarte, the governor said the port would close.",
			[]string{"governor: the port would close"}},
		{"two who fit alike", "Maria Duarte met Anna Lindqvist in the office. The lawyer said the case was over.",
			[]string{"lawyer: the case was over"}},
		{"from a town", "Peter Hallam, of Cork, said the road was dark.", []string{"Peter Hallam: the road was dark"}},
		{"institute in a city", "Maria Duarte of the Tagus Institute in Lisbon said the river had risen.",
			[]string{"Maria Duarte: the river had risen"}},
		{"name behind a place", "The chairwoman of the dockers' union in Lisbon, Maria Duarte, said the port was closed.",
			[]string{"Maria Duarte: the port was closed"}},
		{"epithet of the last speaker", "“The vote was fair,” Peter Hallam said on Monday. “We lost.”\n\nThe candidate said he would go home.",
			[]string{"Peter Hallam: “The vote was fair,” | “We lost.”", "Peter Hallam: he would go home"}},
		{"office by its short name", "Sen. Maria Duarte met Peter Hallam in Denver.\n\n“The dam is safe,” the Colorado senator said.",
			[]string{"Maria Duarte: “The dam is safe,”"}},
		{"lawyer of the one named last", "Peter Hallam, a lawyer, was arrested in Leeds. His lawyer said the charge was false.",
			[]string{"lawyer: the charge was false"}},
		{"pronoun over pronoun", "Anna Lindqvist arrived late.\n\n“The bridge is old,” Anna Lindqvist said.\n\n" +
			"The engineer, Maria Duarte, came on Monday. She counted the cracks in the deck.\n\n“There are nine,” she said.",
			[]string{"Anna Lindqvist: “The bridge is old,”", "Maria Duarte: “There are nine,”"}},
		{"which, behind an acronym", "The crane belongs to the National Ports Authority (NPA), which said the quay was safe.",
			[]string{"National Ports Authority: the quay was safe"}},
		{"name given in a clause", "A docker from Hull, who gave his name as Peter Hallam, said the crane was rusty.",
			[]string{"Peter Hallam: the crane was rusty"}},
		{"somebody unnamed spoke", "Maria Duarte opened the trial in Leeds. One juror said it was long.\n\n“We were tired,” she said.",
			[]string{"One juror: it was long", ": “We were tired,”"}},
		{"somebody unnamed again", "Peter Hallam left on Monday. A nurse waited outside. The nurse said it was cold.",
			[]string{"nurse: it was cold"}},
		{"possessor of a claim", "Auditors did a check on Peter Hallam's claim that there had been “thousands of thefts” in the port.",
			[]string{"Peter Hallam: that there had been “thousands of thefts” in the port"}},
		{"letters behind a name", "“The port is closed,” Peter Hallam KC said.", []string{"Peter Hallam: “The port is closed,”"}},
		{"her mother, introduced as another's", "Anna Hallam's mother, Maria, said she had been afraid for months.\n\n" +
			"“She slept with the lights on,” her mother said.",
			[]string{"Maria: she had been afraid for months", "Maria: “She slept with the lights on,”"}},
		{"noun that no table knows", "Peter Hallam won the final for Leeds.\n\n“I just watched the ball,” the left-hander said.",
			[]string{"Peter Hallam: “I just watched the ball,”"}},
		{"age that was not given", "Peter Hallam scored for Leeds.\n\n“I was lucky,” the 19-year-old said.",
			[]string{"Peter Hallam: “I was lucky,”"}},
		{"one of many, then the man", "Peter Hallam praised the crew. Passengers waited. One said he would take the train. " +
			"“It is slow,” the man said.", []string{": he would take the train", "man: “It is slow,”"}},
		{"lawyer of somebody else", "Peter Hallam was arrested in Leeds. Anna Lindqvist, a lawyer, was at work in Lisbon. " +
			"His lawyer said the charge was false.", []string{"lawyer: the charge was false"}},
		{"next in turn", "Peter Hallam praised Tom Poe. “He is good,” Peter Hallam said.\n\nPoe was modest. “I was lucky,” he said.",
			[]string{"Peter Hallam: “He is good,”", "Tom Poe: “I was lucky,”"}},
		{"somebody unnamed from a place", "Maria Duarte opened the hearing. One survivor, a baker from Cork, said the roof fell.\n\n" +
			"“We ran,” she said.", []string{"One survivor: the roof fell", ": “We ran,”"}},
		{"somebody unnamed with others behind", "Peter Hallam led the search. A sailor on one of the ferries said the sea was calm. " +
			"“I slept,” he said.", []string{"sailor on one of the ferries: the sea was calm", ": “I slept,”"}},
		{"an office that nobody has", "Maria Duarte, president of the union, was late.\n\n“We lost money,” the auditor general said.",
			[]string{"auditor general: “We lost money,”"}},
		{"two places in one word", "The Lisbon-Madrid train was late. Maria Duarte was on it.\n\n“It was cold,” she said.",
			[]string{"Maria Duarte: “It was cold,”"}},
		{"nationality as a noun", "Coach Peter Hallam praised his crew.\n\n“We rowed well,” said the New Zealander.",
			[]string{"Peter Hallam: “We rowed well,”"}},
		{"age and home", "Peter Hallam rowed for Leeds on Sunday.\n\n“I was lucky,” the 19-year-old from Hull said.",
			[]string{"Peter Hallam: “I was lucky,”"}},
		{"company by its town", "Tagus Shipping Ltd lost money. The Lisbon-based company said the crane was old.",
			[]string{"Tagus Shipping Ltd: the crane was old"}},
		{"name of a union and what it is", "The RMT union said the crane was old.", []string{"RMT: the crane was old"}},
		{"she of a role", "Judge Maria Duarte fined Peter Hallam. His wife, Anna Hallam, was not charged.\n\n" +
			"The judge praised the crew. “The law is clear,” she said.", []string{"Maria Duarte: “The law is clear,”"}},
		{"introduced behind a preposition", "Peter Hallam supported the ban.\n\n" +
			"The only vote against it came from Councillor Tom Poe.\n\n“It is too late,” he said.",
			[]string{"Tom Poe: “It is too late,”"}},
		{"body that is not named", "The Severn Hospital Trust met in Hexham.\n\nThe irrigation department disputed this. " +
			"In a statement, it said the dam was safe.", []string{": the dam was safe"}},
		{"woman of two paragraphs before", "Judge Maria Duarte asked if the crane was safe.\n\n“It is,” Tom Poe answered.\n\n" +
			"In her ruling she said the port was closed.",
			[]string{"Tom Poe: “It is,”", "Maria Duarte: the port was closed"}},
		{"day before the verb", "The Minister of Transport, Mrs Maria Duarte, on Monday said the levy would stay.",
			[]string{"Maria Duarte: the levy would stay"}},
		{"where somebody was", "Peter Hallam, who was in Paris, France, for a fair, called the plan “a pause.”",
			[]string{"Peter Hallam: the plan “a pause.”"}},
		{"firm by its country", "Tagus Shipping Ltd lost money. The Portuguese company said the crane was old.",
			[]string{"Tagus Shipping Ltd: the crane was old"}},
		{"he of an age", "Coach Peter Hallam praised the crew.\n\n“I told him to row,” Peter Hallam said.\n\n" +
			"The 22-year-old shrugged off the praise. “I was tired,” he said.",
			[]string{"Peter Hallam: “I told him to row,”", ": “I was tired,”"}},
		{"named later", "A coroner has ruled that the fall was an accident.\n\nPeter Hallam died in Hull in May. " +
			"Coroner Maria Duarte left early.", []string{"Maria Duarte: that the fall was an accident"}},
		{"two named later", "A judge has ruled that the fall was an accident.\n\nJudge Maria Duarte and Judge Tom Poe left.",
			[]string{"judge: that the fall was an accident"}},
		{"nationality before an adverb", "Manager Maria Duarte praised the crew. “They rowed well,” she said.\n\n" +
			"The Portuguese also confirmed that Tom Poe would leave.",
			[]string{"Maria Duarte: “They rowed well,”", "Maria Duarte: that Tom Poe would leave"}},
		{"spokeswoman for somebody", "A spokesperson for Transport Minister Maria Duarte said the crane was old.",
			[]string{"spokesperson for Transport Minister Maria Duarte: the crane was old"}},
		{"minister for something", "Minister for Transport Maria Duarte said the crane was old.",
			[]string{"Maria Duarte: the crane was old"}},
		{"clause of those who wait", "Dockers who had gathered outside the station said they were cold.",
			[]string{"Dockers: they were cold"}},
		{"first name of either gender", "Peter Hallam and Anna Lindqvist met in Hull. Lou Pennington, 58, said she would leave.\n\n" +
			"“It is cold,” she said.", []string{"Lou Pennington: she would leave", "Lou Pennington: “It is cold,”"}},
		{"his own pronoun", "Peter Hallam met Anna Lindqvist. Peter Hallam said he would pay. He said it was fair.",
			[]string{"Peter Hallam: he would pay", "Peter Hallam: it was fair"}},
		{"dateline with a colon", "COLOMBO: The bank kept its rate on Monday.", nil},
		{"wife who is not named", "Anna Lindqvist led the trial. Peter Hallam's wife waited outside. “He only drove,” she said.",
			[]string{": “He only drove,”"}},
		{"two bodies in one sentence", "Tagus Shipping Ltd lost money. The company took too long, according to the union.",
			[]string{"union: The company took too long"}},
		{"report", "According to a leaked report, the port lost money last year.", []string{": the port lost money last year"}},
		{"town and state", "Maria Duarte, 59, of Salem, Ore., said the road was dark.", []string{"Maria Duarte: the road was dark"}},
		{"letters behind a name between commas", "The docker's barrister, Peter Hallam KC, said the charge was false.",
			[]string{"Peter Hallam: the charge was false"}},
		{"several names behind what they are", "His parents, Maria and Tom Duarte, said the road was dark.",
			[]string{"Maria: the road was dark"}},
		{"skipper of a captain", "Captain Maria Duarte and Anna Lindqvist won the final.\n\nLindqvist scored twice. " +
			"The skipper said the pitch was wet.", []string{"Maria Duarte: the pitch was wet"}},
		{"wider kind of an office", "Senator Maria Duarte met Anna Lindqvist.\n\n“The dam is safe,” the lawmaker said.",
			[]string{"Maria Duarte: “The dam is safe,”"}},
		{"rank of a detective", "Detective Sergeant Maria Duarte led the search for Peter Hallam. The detective said he had fled.",
			[]string{"Maria Duarte: he had fled"}},
		{"office of two words and its letters", "Maria Duarte, the chief executive, met Anna Lindqvist.\n\n" +
			"The CEO said the port was closed.", []string{"Maria Duarte: the port was closed"}},
		{"deputy of an office", "Deputy mayor Peter Hallam left. The mayor said the port was closed.",
			[]string{"mayor: the port was closed"}},
		{"lawyer of somebody, far before", "An attorney for Hallam, Maria Duarte, was late.\n\nAnna Lindqvist met Tom Poe and " +
			"Peter Hallam.\n\nHallam's lawyer said the charge was false.", []string{"Maria Duarte: the charge was false"}},
		{"more words before than later", "The state water commissioner said the dam was safe.\n\n" +
			"But Commissioner Maria Duarte was late.", []string{"Maria Duarte: the dam was safe"}},
		{"governor of another state", "Texas Governor Peter Hallam left on Monday.\n\nThe Ohio governor said the dam was safe.",
			[]string{"Ohio governor: the dam was safe"}},
		{"mother of three", "Anna Lindqvist rowed for Leeds on Sunday.\n\n“I was lucky,” the 34-year-old mother of two said.",
			[]string{"Anna Lindqvist: “I was lucky,”"}},
		{"epithet behind a clause", "Peter Hallam rowed for Leeds on Sunday.\n\nAs Hallam left the boat, the sailor said he was cold.",
			[]string{"Peter Hallam: he was cold"}},
		{"those who do something", "Police investigating the fire said the shop was empty.",
			[]string{"Police investigating the fire: the shop was empty"}},
		{"name behind what somebody does", "Speaking, the lawmaker representing Leeds North, Maria Duarte, said: “We will pay.”",
			[]string{"Maria Duarte: “We will pay.”"}},
		{"name like a verb", "“There is no buyer,” said joint administrator Will Tranter of Leeds.",
			[]string{"Will Tranter: “There is no buyer,”"}},
		{"age and a relative clause", "Peter Hallam, 39, who taught at a school in Bolton, told the town it was “a joke.”",
			[]string{"Peter Hallam: it was “a joke.”"}},
		{"firm of a town and a state", "Tagus Shipping Ltd lost money.\n\nThe Omaha, Nebraska-based company said the crane was old.",
			[]string{"Tagus Shipping Ltd: the crane was old"}},
		{"firm of a country in apposition", "One of them, the Swedish chain Norrsken, said it would close two shops.",
			[]string{"Norrsken: it would close two shops"}},
		{"according to a body that does something", "According to Bergen Council, which runs the clinic, the tapes are erased in May.",
			[]string{"Bergen Council: the tapes are erased in May"}},
		{"dateline in the story", "LISBON: The port will be closed until Friday, the harbour master announced on Tuesday.",
			[]string{"harbour master: The port will be closed until Friday"}},
		{"dateline under a headline", "Port closes\n\nPORTO, Portugal — The port is closed, the mayor said.",
			[]string{"mayor: The port is closed"}},
		{"somebody else's promise", "Anna Lindqvist said it was late, while Premier Peter Hallam has promised that he would pay.",
			[]string{"Anna Lindqvist: it was late", "Peter Hallam: that he would pay"}},
		{"somebody retired", "“It is too soon,” said the port's lawyer, retired judge Maria Duarte. “We will wait.”",
			[]string{"Maria Duarte: “It is too soon,” | “We will wait.”"}},
		{"what she used to say", "Maria Duarte taught in Hull.\n\n“I came for a year,” she used to say, “and stayed for ten.”",
			[]string{"Maria Duarte: “I came for a year,” | “and stayed for ten.”"}},
		{"the trust", "The Severn Hospital Trust met in Hexham. The trust said the patients were safe.",
			[]string{"Severn Hospital Trust: the patients were safe"}},
	} {
		t.Run(c.name, func(t *testing.T) { assert.Equal(t, c.want, found(t, c.text)) })
	}
}

func TestSeveralSpeakers(t *testing.T) {
	doc := analysed(t, "Maria Duarte and Peter Hallam said the port would close.")
	f, err := quotes.New(quotes.Options{})
	require.NoError(t, err)
	require.NoError(t, f.Annotate(t.Context(), doc))
	require.Len(t, doc.Quotes, 1)
	var names []string
	for _, s := range doc.Quotes[0].Speakers {
		names = append(names, s.Name)
	}
	assert.Equal(t, []string{"Maria Duarte", "Peter Hallam"}, names)
	assert.Equal(t, "Maria Duarte", doc.Quotes[0].Speaker)
}

func TestSpeakersBesideEachOther(t *testing.T) {
	for _, text := range []string{
		"Maria Duarte and her brother, Peter Hallam, said the port would close.",
		"The owners, Maria Duarte and Peter Hallam, said the port would close.",
	} {
		doc := analysed(t, text)
		f, err := quotes.New(quotes.Options{})
		require.NoError(t, err)
		require.NoError(t, f.Annotate(t.Context(), doc))
		require.Len(t, doc.Quotes, 1, text)
		require.Len(t, doc.Quotes[0].Speakers, 2, text)
		assert.Equal(t, "Maria Duarte", doc.Quotes[0].Speakers[0].Name)
		assert.Equal(t, "Peter Hallam", doc.Quotes[0].Speakers[1].Name)
	}
}

// TestSharedSurname holds that a surname that two people have is less sure.
func TestSharedSurname(t *testing.T) {
	f, err := quotes.New(quotes.Options{})
	require.NoError(t, err)
	var sure [2]float64
	for i, other := range []string{"Hallam", "Lindqvist"} {
		doc := analysed(t, "Peter Hallam and Maria "+other+" met in Lisbon.\n\n“The port is closed,” Hallam said.")
		require.NoError(t, f.Annotate(t.Context(), doc))
		require.Len(t, doc.Quotes, 1)
		sure[i] = doc.Quotes[0].Confidence
	}
	assert.Less(t, sure[0], sure[1])
}
