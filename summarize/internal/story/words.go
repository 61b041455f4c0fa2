package story

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// stopWords are English words without meaning of their own. They head no phrase
// and weigh nothing.
var stopWords = func() map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(`
a about above across after again against ago all almost alone along already also although always am among an and
another any anybody anyone anything are aren't around as ask asked at away back be became because become been before
began behind being below best better between big both but by 'd 'll 'm 're 's 've ’d ’ll ’m ’re ’s ’ve
call called came can can't cannot come could couldn't day days did didn't do does doesn't doing don't done down during
each early either else end enough even ever every everybody everyone everything far few first five for four from full
further gave general get gets getting give given gives go goes going gone good got great had hadn't has hasn't have haven't having
he he'd he'll he's her here hers herself him himself his hour hours how however i i'd i'll i'm i've if in including indeed
instead into is isn't it it's its itself just keep kind knew know known last late later least less let like likely
little long look lot made make makes making man many may maybe me mean might million more most mr mr. mrs mrs. ms ms. much must
my myself n't n’t near need never new next no nobody nor not nothing now of off often old on once one ones only onto
or other others our ours ourselves out over own part people per perhaps place possible put quite rather really right
said same saw say saying says second see seem seemed seems seen several shall she she's should since six small so some
somebody someone something soon still such take taken takes tell ten than that that's the their theirs them themselves then there
there's therefore these they they're thing things think third this those though thought three through throughout thus
time times to today together told tomorrow too took toward towards tuesday two under until up upon us use used using
very via want wanted was wasn't way ways we we're well went were weren't what whatever when where whether which while
who whole whom whose why will with within without won't would year years yes yesterday yet you you're your yours
monday wednesday thursday friday saturday sunday week weeks month months billion hundred thousand
january february march april june july august september october november december jan. feb. aug. sept. oct. nov. dec.`) {
		m[w] = true
	}
	return m
}()

// IsStop reports whether a word in lower case has no meaning of its own: it is a
// function word, a day, or a sign.
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
