package story

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// stopWords are English words without meaning of their own: they neither begin
// nor end a phrase and weigh nothing.
var stopWords = wordSet(`
'd 'll 'm 're 's 've a about above across after again against ago all almost alone along already also although
always am among an and another any anybody anyone anything are aren't around as ask asked at away back be
became because become been before began behind being below between both but by came can can't cannot come could
couldn't did didn't do does doesn't doing don't done down during each either else enough even ever every
everyone everything far few five for four from further gave get gets getting give given gives go goes going
gone got had hadn't has hasn't have haven't having he he'd he'll he's her here hers herself him himself his how
however i i'd i'll i'm i've if in including indeed instead into is isn't it it's its itself just keep knew know
known least less let like made make makes making many may maybe me mean might more most mr mr. mrs mrs. ms ms.
much must my myself n't near never no nor not nothing now n’t of off often on once one only onto or other
others our ours ourselves out over own per perhaps put quite rather really right said same saw say saying says
see seem seemed seems seen several shall she she's should since six so some somebody someone something soon
still such take taken takes tell ten than that that's the their theirs them themselves then there there's
therefore these they they're think this those though thought three through throughout thus to told too took
toward towards two under until up upon us used using very via wanted was wasn't we we're well went were weren't
what whatever when where whether which while who whole whom whose why will with within without won't would yes
yet you you're your yours ’d ’ll ’m ’re ’s ’ve`)

// lightWords mean too little to be a phrase by themselves, but may begin or end one.
var lightWords = wordSet(`
afternoon april area aug. august best better big billion call called case cent day days dec. december early end
evening everybody feb. february first friday full general good great group half hour hours hundred jan. january
july june kind last late later level likely little long look lot man march men million minute minutes monday
month months morning need new next night nobody nov. november number numbers oct. october old ones part people
percent place point possible saturday second seconds sept. september side small state sunday thing things third
thousand thursday time times today together tomorrow tuesday use want way ways wednesday week weeks work year
years yesterday`)

func wordSet(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

// IsLight reports whether a word in lower case means too little to stand alone.
func IsLight(word string) bool { return lightWords[word] }

// IsStop reports whether a word in lower case has no meaning of its own: it is a
// function word or a sign.
func IsStop(word string) bool {
	return stopWords[word] || utf8.RuneCountInString(word) < 2
}

func hasWordSign(w string) bool {
	for _, r := range w {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return true
		}
	}
	return false
}

// IsUpper reports whether every letter of a word is a capital.
func IsUpper(w string) bool {
	for _, r := range w {
		if unicode.IsLetter(r) && !unicode.IsUpper(r) {
			return false
		}
	}
	return true
}

// appendLower appends a word in lower case.
func appendLower(b []byte, w string) []byte {
	for i := range len(w) {
		c := w[i]
		if c >= utf8.RuneSelf {
			return append(b[:0], strings.ToLower(w)...)
		}
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		b = append(b, c)
	}
	return b
}
