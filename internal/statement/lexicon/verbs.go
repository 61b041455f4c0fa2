package lexicon

// Class is the class of meaning of a verb, noun or adjective; 0 is a word
// that attributes nothing by itself.
type Class uint8

// The classes of verbs.
const (
	NoClass Class = iota
	Say
	Tell
	Add
	State
	Claim
	Write
	Announce
	Report
	Explain
	Admit
	Deny
	Warn
	Promise
	Ask
	Urge
	Order
	Suggest
	Predict
	Expect
	Think
	Know
	Learn
	Hope
	Want
	Plan
	Refuse
	Show
	Seem
	Praise
	Criticise
	Accuse
	Call
	Depict
	Support
	Oppose
	Complain
	Shout
	Discuss
	Cite
	Recall
	Read
	See
	Persuade
	Appoint
	Continue
	Light
	Agree
	Joke
	Hear
	Act
	Be
	Noun     // a noun that names a statement: claim, warning
	Attitude // a noun that names a stance: support, opposition
	Adjective
	According
	Colon
	Bare // no word attributes: a quotation beside nothing
	Classes
)
