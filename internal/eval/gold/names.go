package gold

import (
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Words that are no part of a name when two are compared.
var (
	honorifics = wordsOf(`
		mr mrs ms miss mx dr sir dame prof professor sen senator rep representative gov governor lord lady
		judge justice mayor capt captain sgt sergeant lt col colonel gen general maj major cpl sheriff pc
		insp inspector supt rev reverend fr father bishop archbishop imam rabbi sister chief alhaji hajiya
		malam oba otunba alhaja hajia barrister engr cllr councillor councilman councilwoman president
		minister premier secretary king queen prince princess pope ambassador detective det officer coach
		deputy hon smt shri sri baroness baron count countess taoiseach tanaiste td mp`)
	lettersBehind = wordsOf("kc qc sc san mp mla msp obe mbe cbe phd md esq")
	legalForms    = wordsOf(`
		inc ltd plc llc llp corp corporation co company limited ag gmbh sa nv bv spa pty pvt ab asa oyj
		holdings group`)
	articles = wordsOf("the a an")
)

func wordsOf(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}

// low is a string as strings are compared: marks, spaces and case are one.
func low(s string) string {
	return strings.ToLower(strings.Map(foldMark, strings.Join(strings.Fields(norm.NFC.String(s)), " ")))
}

// nameWords are the words of a name without full stops, a leading "the" and a trailing 's.
func nameWords(s string) []string {
	s = strings.NewReplacer(".", "", ",", "").Replace(low(s))
	if cut, ok := strings.CutSuffix(s, "'s"); ok {
		s = cut
	}
	words := strings.Fields(strings.TrimSuffix(s, "'"))
	if len(words) > 0 && words[0] == "the" {
		words = words[1:]
	}
	return words
}

// personName is a name as names of people and places are compared.
func personName(s string) string {
	words := nameWords(s)
	for len(words) > 1 && honorifics[words[0]] {
		words = words[1:]
	}
	for len(words) > 1 && lettersBehind[words[len(words)-1]] {
		words = words[:len(words)-1]
	}
	return strings.Join(words, " ")
}

// orgName is a name as names of organisations are compared.
func orgName(s string) string {
	words := nameWords(s)
	for len(words) > 1 && legalForms[words[len(words)-1]] {
		words = words[:len(words)-1]
	}
	return strings.Join(words, " ")
}

// roleName is a role as roles are compared.
func roleName(s string) string {
	words := strings.FieldsFunc(low(s), func(r rune) bool { return !isWord(r) && !strings.ContainsRune("'&/-", r) })
	return strings.Join(slices.DeleteFunc(words, func(w string) bool { return articles[w] }), " ")
}

// holds reports whether words stand in others, as whole words.
func holds(words, part string) bool { return strings.Contains(" "+words+" ", " "+part+" ") }
