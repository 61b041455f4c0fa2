package lang

// Classes that several stages use.
const (
	// Month is the name of a month or its short form; its value is the number, 1 to 12.
	Month = firstCommon + iota
	// Weekday is the name of a day of the week or its short form; its value is the number, 1 (Monday) to 7.
	Weekday
	// Rank stands before a name like a title of courtesy and is an office too: "gov.", "sgt".
	Rank
	// RoleNoun is a noun for what somebody does, beside those of Office and SpeakingPerson: "goalkeeper", "engineer".
	RoleNoun
	// RoleOf joins a role to what it is of: "of", "for".
	RoleOf
	// RoleIn joins a role to where it is held or what it is about: "in", "on".
	RoleIn
	// Kin is a noun for a relative: "brother", "widow".
	Kin
	// Seniority tells relatives of one name apart by their age; the value is "elder" or "younger".
	Seniority
	// Owner is a possessive pronoun before a noun: "his", "their".
	Owner
	// Indefinite is the indefinite article.
	Indefinite
	// Joining joins two of a kind: "and".
	Joining
	// FirmNoun is a noun for a kind of firm that is none for people: "brokerage", "insurer".
	FirmNoun
	// Relative begins a clause about a thing: "which".
	Relative
	// Whence stands before where somebody comes from: "from".
	Whence
	// LocalCurrency names a currency behind an amount where the story is about its country, and other things elsewhere:
	// "marks". Its value lists ISO 4217 codes.
	LocalCurrency
	// Honorific is a title before a name that many take for a part of it, in one word or several: "datuk seri", "eng.".
	Honorific
	// FirmOrPerson is a noun for a kind of firm that people are called too: "rival", "producer".
	FirmOrPerson
	lastCommon
)

var commonNames = []string{
	"month", "weekday", "rank", "role-noun", "role-of", "role-in", "kin", "seniority", "owner", "indefinite",
	"joining", "firm-noun", "relative", "whence", "local-currency", "honorific", "firm-or-person"}
