package lang

// Classes of the tagger of names, of the tokenizer, of pages and summaries. Those of the tagger are features of its
// model: the words of one change only together with a new fit.
const (
	// TaggerTitle: a person follows: Mr, President.
	TaggerTitle = firstText + iota
	// TaggerWhere: a place often follows: in, near.
	TaggerWhere
	// TaggerSaid: a person often stands before: said, told.
	TaggerSaid
	// TaggerOrg: what it belongs to is an organisation: Inc, University.
	TaggerOrg
	// TaggerPlace: what it belongs to is a place: River, Street.
	TaggerPlace
	// TaggerThe: the definite article.
	TaggerThe
	// TaggerFunction: a sentence begins with it without its being a name.
	TaggerFunction
	// TaggerHeadline: headlines leave it small.
	TaggerHeadline
	// TaggerLink: joins the words of one name: of, de.
	TaggerLink
	// KindNature: a name that ends with it is a feature of nature.
	KindNature
	// KindRegion: … a region.
	KindRegion
	// KindBuilt: … a building or a road.
	KindBuilt
	// KindEvent: … an event.
	KindEvent
	// KindLaw: … a law.
	KindLaw
	// KindPeople: … a people or a faith.
	KindPeople
	// KindGoverned: a place with a government that is named like a feature of nature.
	KindGoverned
	// KindAmerica: America, a region only behind another word.
	KindAmerica
	// EndDemonym: the last letters of words for peoples.
	EndDemonym
	// EndPlural: the last letters of plurals.
	EndPlural
	// AbbreviationName: an abbreviation that begins with a capital; its value says how it behaves: title, end, word.
	AbbreviationName
	// Abbreviation: an abbreviation, small or large: number, title, end.
	Abbreviation
	// AbbreviationSmall: an abbreviation that is not in capitals throughout: number, title, end.
	AbbreviationSmall
	// Starter: sentences often begin with it and names do not; case counts, here and below.
	Starter
	// SpeechVerb: a verb that follows quoted speech.
	SpeechVerb
	// AfterTime: may follow "a.m." in one sentence.
	AfterTime
	// Clipped: written with an apostrophe in front.
	Clipped
	// Joined: two words in one, cut after three letters: cannot.
	Joined
	// Salutation: a letter begins with it.
	Salutation
	// Closing: a letter ends with it.
	Closing
	// ListEnd: an abbreviation that ends a sentence before any capital: etc..
	ListEnd
	// Elided: a word whose last vowel an apostrophe stands for; the word behind it is one of its own: l', qu'.
	Elided
	// OrdinalMark: a full stop behind a number of one or two digits makes an ordinal of it: "3. Oktober".
	OrdinalMark
	// QuoteCloses: a mark that closes a quotation although it opens one elsewhere: “ in „Wort“.
	QuoteCloses
	// QuoteOpens: a mark that opens a quotation although it closes one elsewhere: » in »Wort«.
	QuoteOpens
	// Clitic: stands behind the apostrophe of a contraction: s, ll.
	Clitic
	// CliticNot: stands behind the apostrophe of a negation, whose n goes with it: t.
	CliticNot
	// DottedTime: letters with stops that follow a time of day: a.m; its last stop is left out, here and below.
	DottedTime
	// DottedAside: letters with stops that never end a sentence: i.e, e.g.
	DottedAside
	// AbbreviationNumbered: an abbreviation that is a word of its own, unless a number follows: Mar. 5.
	AbbreviationNumbered
	lastText
)

var textNames = []string{
	"tagger-title",
	"tagger-where",
	"tagger-said",
	"tagger-org",
	"tagger-place",
	"tagger-the",
	"tagger-function",
	"tagger-headline",
	"tagger-link",
	"kind-nature",
	"kind-region",
	"kind-built",
	"kind-event",
	"kind-law",
	"kind-people",
	"kind-governed",
	"kind-america",
	"end-demonym",
	"end-plural",
	"abbreviation-name",
	"abbreviation",
	"abbreviation-small",
	"starter",
	"speech-verb",
	"after-time",
	"clipped",
	"joined",
	"salutation",
	"closing",
	"list-end",
	"elided",
	"ordinal-mark",
	"quote-closes",
	"quote-opens",
	"clitic",
	"clitic-not",
	"dotted-time",
	"dotted-aside",
	"abbreviation-numbered",
}
