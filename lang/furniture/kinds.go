package furniture

import "slices"

// Kind is what a phrase does on a page.
type Kind uint8

// The kinds, in the groups of the tables that hold them.
const (
	// Opener begins a line that opens a part of the page; its value names that part: "most-read", "newsletter".
	Opener Kind = iota
	// Junk stands in lines beside a story. Two tell furniture; one says little.
	Junk

	// Picture stands in the credit or caption of a picture; PictureEnd ends it.
	Picture
	PictureEnd

	// BylineLabel begins a byline before a name. BylineLabelWeak begins other lines too.
	BylineLabel
	BylineLabelWeak
	// NameLabel stands before a name in the field of an author.
	NameLabel
	// BylineEnd ends the names of a byline; NameEnd ends one name.
	BylineEnd
	NameEnd
	// BylineInner stands before a name inside a line. Credited is held by lines that say who wrote or took something.
	BylineInner
	Credited
	// CreditLabel stands before the names of those who did something else: pictures, editing.
	CreditLabel
	// Agency is a news agency; With stands before it behind a name: "with AFP".
	Agency
	With
	// Contact stands before how to reach an author.
	Contact
	// OrgWord is a word of the body that an author belongs to.
	OrgWord
	// Reported says that the one before it reported.
	Reported
	// NameJoiner stands between two names.
	NameJoiner
	// NoName is what systems write where an author is asked for.
	NoName
	// Desk is the last word of what names a post rather than a person.
	Desk
	// Post is what those who write for a paper are.
	Post
	// Particle is a word inside a name that begins with a small letter.
	Particle
	// NotInName is a word of headings, menus and buttons.
	NotInName

	// About stands before a name in the heading of an author's box; AboutNo begins other headings behind it.
	About
	AboutNo
	// Bio is held by the words about one who writes.
	Bio

	// Stub says that one must subscribe to read on; Plea begins such a line.
	Stub
	Plea

	// Notice is held by sentences in which a site speaks of itself, and hardly by those of a story.
	Notice

	// LeadLabel stands before a colon in lines of the site among the paragraphs: "RELATED: …".
	LeadLabel
	// SiteLine is such a line, or begins it; SitePhrase is held by one.
	SiteLine
	SitePhrase

	// Stamp says what the date behind it stands for: "published", "modified".
	Stamp
	// AgeLabel stands before an age and is no part of it.
	AgeLabel
	// Month has the number of a month as its value.
	Month
	// SolarMonth is one of the Iranian calendar. Era stands before a year that is counted from the one in its value.
	SolarMonth
	Era
	// AgeNumber is a word for a small number; AgeUnit one for a span of time, whose value is that in English.
	AgeNumber
	AgeUnit
	// Yesterday and Now are ages by themselves.
	Yesterday
	Now
	// DayWord is a day seen from today; its value is how many days back.
	DayWord
	// AgeBehind stands behind an age, AgeBefore before it, AgeAbout before a vague one.
	AgeBehind
	AgeBefore
	AgeAbout
	// Half is the half of a day, "am" or "pm".
	Half
	// DateOrdinal ends the number of a day; DateOf stands between the parts of a date.
	DateOrdinal
	DateOf
	// Zone is a time zone by name; its value is minutes east of UTC, with those of summer behind a stroke.
	Zone

	// Frequent is frequent in the languages that its value lists.
	Frequent
	// Letters are those beyond ASCII that a language uses most; the value lists the encodings it is written in.
	Letters

	kindCount
)

// kindNames are the names by which tables write the kinds.
var kindNames = [kindCount]string{
	Opener: "opener", Junk: "junk",
	Picture: "picture", PictureEnd: "picture-end",
	BylineLabel: "byline-label", BylineLabelWeak: "byline-label-weak", NameLabel: "name-label",
	BylineEnd: "byline-end", NameEnd: "name-end", BylineInner: "byline-inner", Credited: "credited",
	CreditLabel: "credit-label", Agency: "agency", With: "with", Contact: "contact", OrgWord: "org-word",
	Reported:   "reported",
	NameJoiner: "name-joiner", NoName: "no-name", Desk: "desk", Post: "post",
	Particle: "particle", NotInName: "not-in-name",
	About: "about", AboutNo: "about-no", Bio: "bio",
	Stub: "stub", Plea: "plea", Notice: "notice",
	LeadLabel: "lead-label", SiteLine: "site-line", SitePhrase: "site-phrase",
	Stamp: "stamp", AgeLabel: "age-label", Month: "month", SolarMonth: "solar-month", Era: "era",
	AgeNumber: "age-number", AgeUnit: "age-unit",
	Yesterday: "yesterday", DayWord: "day-word", Now: "now", AgeBehind: "age-behind",
	AgeBefore: "age-before", AgeAbout: "age-about",
	Half: "half", DateOrdinal: "date-ordinal", DateOf: "date-of", Zone: "zone",
	Frequent: "frequent", Letters: "letters",
}

// kindNamed returns the kind that tables write by a name.
func kindNamed(name string) (Kind, bool) {
	at := slices.Index(kindNames[:], name)
	return Kind(max(at, 0)), at >= 0
}
