package lang

// Classes of the words by which a story says who said what.
const (
	// AttributingVerb is a form of a verb that may attribute a statement, alone or with its particle ("shot back"); its
	// value is its class of meaning: say, tell, warn …
	AttributingVerb = firstQuotes + iota
	// StatementNoun names something said or written: claim, warning.
	StatementNoun
	// StanceNoun names what somebody thinks, wants or stands for: support, fear.
	StanceNoun
	// StanceAdjective says behind a form of "be" what somebody thinks: confident.
	StanceAdjective
	// SpeakingPerson is a noun for somebody who can say something, of either gender: official, judge.
	SpeakingPerson
	// SpeakingBody is a noun for a group, an office or a writing that is said to say something: ministry, report.
	SpeakingBody
	// AnyBody is a noun for a body of any name: company, group.
	AnyBody
	// Woman and Man are nouns and titles for people whose gender they say: spokeswoman, mr.
	Woman
	Man
	// Female and Male are pronouns that say a gender.
	Female
	Male
	// TimeAdverbial is a word of time that follows a verb without being its object: monday, later.
	TimeAdverbial
	// SubjectPronoun is a pronoun that stands before a verb.
	SubjectPronoun
	// Definite begins a phrase for somebody whom the reader knows: the, his.
	Definite
	// FirstPlural is a pronoun for the speaker and others: we.
	FirstPlural
	// PerfectAuxiliary is a form of the verb that makes a perfect: has, 've.
	PerfectAuxiliary
	// AgeSuffix is what follows the number of a word for somebody's age: -year-old.
	AgeSuffix
	// SameOffice is a word for an office that has another name; its value is the name that all of them share: sen. and
	// senator.
	SameOffice
	// AnonymityWord is what somebody asks not to be, or to keep: named, anonymity.
	AnonymityWord
	// ClauseWord is a small word that a clause is made of; its value is its kind: that, who, of, he …
	ClauseWord
	// Writing is a noun for something written or shown, whose words are no speaker's: report, letter.
	Writing
	// WideOffice is a word for an office that is of a wider kind; its value is the noun for that kind, by which those who
	// hold the office are called too: lawmaker for senator, player for striker.
	WideOffice
	// UnderOffice is a word before an office that makes another one of it: deputy, vice, shadow.
	UnderOffice
	// ReportedMood is a form of a verb by which a sentence reports what somebody said: "sei" and "habe" in German.
	ReportedMood
	// AnswerLabel stands before the answers of an interview: A, answer.
	AnswerLabel
	lastQuotes
)

var quotesNames = []string{
	"attributing-verb", "statement-noun", "stance-noun", "stance-adjective", "speaking-person", "speaking-body",
	"any-body", "woman", "man", "female", "male", "time-adverbial", "subject-pronoun", "definite",
	"first-plural", "perfect-auxiliary", "age-suffix", "same-office", "anonymity-word", "clause-word",
	"writing", "wide-office", "under-office", "reported-mood", "answer-label",
}
