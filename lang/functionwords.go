package lang

// functionClasses are the classes of words that name nothing by themselves.
var functionClasses = [...]Class{SearchStop, TaggerFunction, ClauseWord, SubjectPronoun, Definite, AttributingVerb,
	PerfectAuxiliary, ReportedMood}

// IsFunctionWord reports whether a word in small letters names nothing by itself, as far as the pack knows: an article,
// a pronoun, a conjunction, or a verb by which a story says who says what.
func (p *Pack) IsFunctionWord(word string) bool {
	for _, c := range functionClasses {
		if p.Lexicon.Is(word, c) {
			return true
		}
	}
	return false
}
