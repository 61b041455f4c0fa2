package lang

// Classes of the words that keyphrases, summaries and search look for. SummarySays and
// SummaryPerson are features of the model of sentences: their words change only together with a new
// fit.
const (
	// PhraseStop is a word without meaning of its own: it neither begins nor ends a keyphrase and weighs nothing.
	PhraseStop = firstSummary + iota
	// PhraseLight is a word that means too little to be a keyphrase by itself, but may begin or end one.
	PhraseLight
	// PhraseIdle is a word that makes no subject of the noun behind it: its place in an order, a judgement, an amount;
	// "fourth", "poor", "several".
	PhraseIdle
	// SearchStop is a function word, which a search passes over.
	SearchStop
	// PointsBack begins a sentence that leans on the one before it: "it", "however".
	PointsBack
	// FurnitureStart begins a line of page furniture that stayed in a story; it may be several words: "read more".
	FurnitureStart
	// BylineStart begins a byline: "by".
	BylineStart
	// CaptionMark says in brackets where in a picture somebody is: "left", "pictured".
	CaptionMark
	// Reports is a form of a verb that tells who said what stands beside it in a sentence.
	Reports
	// ReportsBy does so before the source: "according".
	ReportsBy
	// ClauseStart begins a clause that a sentence can do without: "after", "which".
	ClauseStart
	// ClauseJoint does so where a verb follows: "and".
	ClauseJoint
	// ClauseAside begins a clause whose verb is not that of the sentence: "who", "when".
	ClauseAside
	// ClauseThat begins, behind a verb, the clause that is the verb's content.
	ClauseThat
	// PhraseKept is a preposition whose phrase belongs to the noun before it: "of".
	PhraseKept
	// SummarySays is a form of "say" and the like. Case counts.
	SummarySays
	// SummaryPerson is a pronoun of the first or second person. Case counts, so that "US" is none.
	SummaryPerson
	// TitleSmall is a word that a headline in capitals at the start of words leaves small: training text is made so.
	TitleSmall
	// SearchTerm gives the term of a form that the stemmer does not see, or takes for a form of another word: "child" for
	// "children", "universe" for "universe". British spellings have the terms of American ones.
	SearchTerm
	// SearchCapitals is a function word that is a name in capitals: "IT".
	SearchCapitals
	// SearchCountry is the name of a country; the value is its ISO 3166-1 code.
	SearchCountry
	// NounAhead is an article, a possessive or the like: behind it stands a noun, or an adjective before one. In a
	// language without parts of speech it says which words are nouns.
	NounAhead
	// NounOrVerbAhead is a preposition behind which a noun stands or a verb: "por", "sans".
	NounOrVerbAhead
	// VerbEnd is the end of the verb that stands there, of two or three letters behind a hyphen: "-ar".
	VerbEnd
	lastSummary
)

var summaryNames = []string{
	"phrase-stop",
	"phrase-light",
	"phrase-idle",
	"search-stop",
	"points-back",
	"furniture-start",
	"byline-start",
	"caption-mark",
	"reports",
	"reports-by",
	"clause-start",
	"clause-joint",
	"clause-aside",
	"clause-that",
	"phrase-kept",
	"summary-says",
	"summary-person",
	"title-small",
	"search-term",
	"search-capitals",
	"search-country",
	"noun-ahead",
	"noun-or-verb-ahead",
	"verb-end",
}
