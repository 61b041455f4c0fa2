package statement

import (
	"sort"

	"github.com/dateline-go/dateline/internal/statement/lexicon"
)

// clauseVerb returns the last verb of a class, outside of quotation marks, in a run of tokens; -1 for none.
func (q *quotation) clauseVerb(from, to int, is func(lexicon.Class) bool) int {
	for i := to - 1; i >= from; i-- {
		t := &q.tokens[i]
		if t.Verb != lexicon.NoClass && t.Verb != lexicon.Be && t.region < 0 && t.tag.verb() && is(t.Verb) {
			return i
		}
	}
	return -1
}

// subjectOf returns the subject of a verb in a clause: what stands behind it where the clause begins with something
// else or with the verb, else what the clause begins with. Where a comma parts the verb from an opening phrase the
// subject begins behind that.
func (q *quotation) subjectOf(v, from, limit int) [2]int {
	next := v + 1
	if q.inverts(next, limit) {
		if b, e := q.source(next, limit); e > 0 {
			return [2]int{b, e}
		}
	}
	start := from
	for start < v && (q.tokens[start].mark != 0 || q.tokens[start].region >= 0 || q.joins(start)) {
		start++
	}
	for _, at := range [...]int{q.clauseBegin(v, start), start} {
		if b, e := q.source(at, v); e > 0 && (b == at || at == start) {
			return [2]int{b, e}
		}
	}
	if b, e := q.source(next, limit); e > 0 && (q.speaks(b, e) || q.preposed(start) && q.tokens[b].tag.noun()) {
		return [2]int{b, e}
	}
	return [2]int{}
}

// clauseBegin returns the token behind the last comma or conjunction before a verb where a subject begins, else start.
func (q *quotation) clauseBegin(v, start int) int {
	for i := v - 2; i > start; i-- {
		if q.tokens[i].tag != tComma && !q.joins(i) {
			continue
		}
		if q.tokens[i+2].Subject && q.relational(i+1) && i+2 < v {
			return i + 2 // ", indem sie … aufforderte"
		}
		if (q.tokens[i+1].Subject || q.preposed(start)) && q.begins(i+1) {
			return i + 1
		}
	}
	return start
}

// preposed reports whether a clause begins with a preposition, an adverb or a conjunction, so that its subject stands
// elsewhere.
func (q *quotation) preposed(i int) bool { return !q.begins(i) }

// begins reports whether a source may begin at a token: a pronoun, an article, a name, a noun for somebody.
func (q *quotation) begins(i int) bool {
	t := &q.tokens[i]
	return t.Subject && t.Small != lexicon.First || t.label == person || t.label == organisation ||
		(t.Definite || t.Person) && !q.relational(i)
}

// inverts reports whether the subject of a verb stands right behind it: a pronoun, or somebody who can speak.
func (q *quotation) inverts(i, limit int) bool {
	if i >= limit {
		return false
	}
	t := &q.tokens[i]
	if t.Subject && t.Small != lexicon.First && t.Small != lexicon.You {
		return t.Small == lexicon.He && !q.joins(i-2) || q.verbFirst(i-1)
	}
	if start := q.sentenceStart(i); t.label == person && !q.tokens[start].Subject && q.tokens[start].label != person {
		if _, e := q.source(start, i-1); !q.namesPerson(start, e) {
			return true // "Der Zeitung sagte Anna Lehmann"
		}
	}
	_, e := q.source(i, limit)
	return q.begins(i) && e > 0 && q.speaks(i, e) && !t.Subject && q.verbFirst(i-1)
}

// verbFirst reports whether the verb at a token opens its clause or stands behind what is no subject: "Dazu sagte".
func (q *quotation) verbFirst(v int) bool {
	from := q.sentenceStart(v)
	for from < v && q.tokens[from].mark != 0 {
		from++
	}
	if from >= v || q.preposed(from) {
		return true
	}
	_, e := q.source(from, v)
	return q.tokens[v-1].tag == tComma && !q.speaks(from, e) // "Die Brücke sei alt, sagte Anna Lehmann"
}

// sentenceStart returns where the sentence of a token begins by the stops before it.
func (q *quotation) sentenceStart(i int) int {
	first := q.paragraphBefore(i)
	for k := i; k > first && k > i-maxClause; k-- {
		if t := &q.tokens[k-1]; t.tag == tStop && t.region < 0 {
			return k
		}
	}
	return max(first, i-maxClause)
}

// joins reports whether a token is a small word that joins clauses.
func (q *quotation) joins(i int) bool {
	switch q.tokens[i].Small {
	case lexicon.And, lexicon.But, lexicon.That, lexicon.Because, lexicon.While:
		return true
	}
	return false
}

// relational reports whether a token is a small word before a noun phrase, or one that begins a clause.
func (q *quotation) relational(i int) bool {
	switch t := &q.tokens[i]; t.Small {
	case lexicon.In, lexicon.On, lexicon.With, lexicon.Against, lexicon.From, lexicon.For, lexicon.By, lexicon.About,
		lexicon.As, lexicon.When, lexicon.To, lexicon.That, lexicon.If, lexicon.Because, lexicon.While, lexicon.Wh,
		lexicon.AccordingWord, lexicon.Not, lexicon.But, lexicon.This:
		return true
	default:
		return t.Time && !t.Person
	}
}

// source returns the phrase that names a speaker from a token on: a pronoun, a name with what stands before it, or a
// noun. Where a time or another phrase stands first, it is the first name behind that; 0 for none.
func (q *quotation) source(i, limit int) (from, to int) {
	limit = min(limit, i+maxClause)
	if i >= limit {
		return 0, 0
	}
	if t := &q.tokens[i]; t.Subject && t.Small != lexicon.First && t.Small != lexicon.It {
		return i, i + 1
	}
	end := q.sourceEnd(i, limit)
	switch {
	case end <= i || q.tokens[i].mark != 0 || end == i+1 && q.tokens[i].tag == tDet:
	case end+1 < limit && q.tokens[end].tag == tComma && q.tokens[end+1].label == person && !q.namesPerson(i, i+1):
		return end + 1, q.nameEnd(end+1, limit) // "the mayor of Lyon, Paul Garnier"
	default:
		return i, end
	}
	for k := i; k < limit && !q.tokens[k].tag.in(1<<tStop|1<<tColon) && q.tokens[k].mark == 0; k++ {
		if q.tokens[k].label == person && !q.tokens[k].goesOn {
			return k, q.nameEnd(k, limit)
		}
	}
	return q.report(i, limit)
}

// report returns what words stand in, where no person says them: "heißt es in einem Bericht".
func (q *quotation) report(i, limit int) (from, to int) {
	if q.tokens[i].Small == lexicon.It && i+1 < limit {
		i++
	} else if q.tokens[i].Small != lexicon.In {
		return 0, 0
	}
	if q.tokens[i].Small == lexicon.In && i+1 < limit {
		if end := q.sourceEnd(i+1, limit); end > i+1 {
			return i + 1, end
		}
	}
	return 0, 0
}

// sourceEnd returns where a source that begins at a token ends; the token itself where none does.
func (q *quotation) sourceEnd(i, limit int) int {
	for k := i; k < min(limit, i+maxSource); k++ {
		t := &q.tokens[k]
		switch {
		case t.label == person && !t.goesOn && (k == i || q.tokens[k-1].Small != lexicon.Of):
			return q.othersEnd(q.nameEnd(k, limit), limit)
		case t.label == organisation || t.label == place || t.label == person:
		case t.tag == tComma:
			return k
		case t.mark != 0 || t.tag.in(1<<tStop|1<<tColon|1<<tOpen|1<<tClose) || q.relational(k) || t.label == value,
			t.tag.verb() && t.Verb != lexicon.NoClass, t.Subject && k > i,
			t.Small == lexicon.And && k+1 < limit && !q.begins(k+1):
			return k
		}
	}
	return min(limit, i+maxSource)
}

// nameEnd returns the token behind the name of a person that begins at a token.
func (q *quotation) nameEnd(i, limit int) int {
	i++
	for i < limit && q.tokens[i].goesOn && q.tokens[i].label == person {
		i++
	}
	return i
}

// othersEnd returns the end of a source with the people who are named beside the first: "Anna und Paul Lehmann".
func (q *quotation) othersEnd(i, limit int) int {
	for i+1 < limit && (q.tokens[i].Small == lexicon.And || q.tokens[i].tag == tComma) && q.tokens[i+1].label == person {
		i = q.nameEnd(i+1, limit)
	}
	return i
}

// speaks reports whether a phrase is somebody who can say something: a person, a body, or a noun for one.
func (q *quotation) speaks(from, to int) bool {
	for i := from; i < to; i++ {
		if t := &q.tokens[i]; t.label == person || t.label == organisation || t.Person || t.Subject {
			return true
		}
	}
	return false
}

// namesPerson reports whether a phrase names a person, or is a noun for one.
func (q *quotation) namesPerson(from, to int) bool {
	for i := from; i < to; i++ {
		if t := &q.tokens[i]; t.label == person || t.Person && !t.Body {
			return true
		}
	}
	return false
}

// clauseStart returns where the sentence begins that a quotation stands in, by the stops before it that stand
// outside of quotation marks.
func (q *quotation) clauseStart() int {
	first := 0
	if n := q.paragraphBefore(q.open); n > 0 {
		first = n
	}
	i := q.open
	for i > first && i > q.open-maxClause {
		t := &q.tokens[i-1]
		if t.tag == tStop && t.region < 0 {
			break
		}
		if t.mark == ')' && q.tokens[i-2].tag == tStop && i < q.open && q.tokens[i].capital && !q.tokens[i].tag.verb() {
			break // the quotation before ends its sentence
		}
		i--
	}
	return i
}

// paragraphBefore returns the token with which the paragraph of a token begins.
func (s *Story) paragraphBefore(i int) int {
	if n := sort.SearchInts(s.paragraphs, i+1); n > 0 {
		return s.paragraphs[n-1]
	}
	return 0
}

// pronounIn returns the first subject pronoun from a token on before another one, -1 for none.
func (q *quotation) pronounIn(from, to int) int {
	for i := from; i < to; i++ {
		if q.tokens[i].Subject && (q.tokens[i].Gender != 0 || q.tokens[i].Small == lexicon.They) {
			return i
		}
	}
	return -1
}

// participle returns the verb of saying that follows an auxiliary within its clause, -1 for none.
func (q *quotation) participle(i, limit int) int {
	for ; i < limit && q.tokens[i].tag != tStop && q.tokens[i].mark == 0 && q.tokens[i].tag != tColon; i++ {
		if t := &q.tokens[i]; t.Verb != lexicon.NoClass && t.Verb != lexicon.Be && t.tag.verb() {
			return i
		}
	}
	return -1
}

// verbAt returns the first verb that may attribute from a token on, before the clause ends; -1 for none.
func (q *quotation) verbAt(i, limit int) int {
	for ; i < limit && !q.tokens[i].tag.in(1<<tStop|1<<tComma|1<<tColon) && q.tokens[i].mark == 0; i++ {
		if q.tokens[i].tag.verb() && q.tokens[i].Verb != lexicon.NoClass {
			return i
		}
	}
	return -1
}
