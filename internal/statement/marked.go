package statement

import (
	"github.com/dateline-go/dateline/internal/marks"
	"github.com/dateline-go/dateline/internal/pace"
	"github.com/dateline-go/dateline/internal/statement/lexicon"
)

// How sure a quotation between marks is, by how the story attributes it, in a language without rules about clauses.
const (
	besideChance   = 0.9  // a verb of saying stands beside it, behind the marks or before a colon
	alongChance    = 0.8  // it goes on with what the speaker before it said
	insideChance   = 0.65 // it is part of a sentence with a verb of saying
	unsourcedShare = 0.7  // of that, where nobody is named as the speaker
)

const (
	maxClause  = 60 // tokens of the clause before or behind a quotation that are read
	maxSource  = 14 // tokens of a source
	leastWhole = 5  // tokens of a quotation that stands as a sentence
	maxTitle   = 5  // tokens of a title, or of a nickname, between marks
)

// marked finds what stands between quotation marks with its speaker, in a language without parts of speech: by verbs
// of saying, the order of words, and names.
func (d *Finder) marked(p *pace.Pace) {
	s := &d.Story
	for i := range s.regions {
		r := &s.regions[i]
		if s.tokens[r.Open].region != int32(i) || r.Inner || p.Stop(r.Close-r.Open) {
			continue
		}
		if i > 0 && s.regions[i-1].Continues && !s.regions[i-1].Closed && s.regions[i-1].Close == r.Open {
			continue // read with the paragraph before
		}
		if q := (quotation{Story: s, open: r.Open, end: regionEnd(r)}); q.words() > 0 {
			d.mark(&q)
		}
	}
}

// mark adds a quotation, where somebody is quoted with it.
func (d *Finder) mark(q *quotation) {
	n := len(d.found)
	near := n > 0 && q.near(&d.found[n-1])
	if n > 0 && q.joined(&d.found[n-1]) {
		before := &d.found[n-1]
		before.Content = append(before.Content[:len(before.Content):len(before.Content)], [2]int{q.open, q.end})
		return
	}
	if f, runs, ok := q.within(); ok {
		d.found = append(d.found, Statement{Frame: f, Content: runs, Direct: true, Chance: besideChance})
		return
	}
	f, chance, ok := q.attribution()
	stands := q.stands()
	if !ok && stands {
		if f, ok = q.spokenBefore(); ok {
			chance = alongChance * besideChance
		}
	}
	switch {
	case near && (!ok && stands || ok && f.Source[1] == 0):
		before := &d.found[n-1]
		if !ok {
			f.Start, f.End, f.Class = before.Start, before.End, lexicon.Bare
		}
		f.Source = before.Source
		d.addMarked(f, q, alongChance*before.Chance, n)
	case ok:
		d.addMarked(f, q, chance, 0)
	}
}

// addMarked adds a quotation with the paragraphs that it runs on over.
func (d *Finder) addMarked(f Frame, q *quotation, chance float64, follows int) {
	n := len(d.spans)
	d.spans = append(d.spans, [2]int{q.open, q.end})
	d.continued(q.end)
	d.found = append(d.found, Statement{Frame: f, Content: d.spans[n:len(d.spans):len(d.spans)], Direct: true,
		Chance: chance, Follows: follows})
}

// regionEnd returns the token behind a region.
func regionEnd(r *marks.Region) int {
	if r.Closed {
		return r.Close + 1
	}
	return r.Close
}

// quotation is what stands between two marks: tokens from open, a mark, to end, behind a mark.
type quotation struct {
	*Story
	open, end int
}

// words returns how many tokens stand between the marks.
func (q *quotation) words() int { return q.end - q.open - 2 }

// attribution looks for what attributes a quotation: a cue behind it, before a colon, or in the sentence around it.
func (q *quotation) attribution() (f Frame, chance float64, ok bool) {
	if f, ok = q.behind(); ok {
		return f, besideChance, true
	}
	from := q.clauseStart()
	if q.bracketed(from) {
		return f, 0, false // "(motto: „…“)"
	}
	if before := q.open - 1; before > from && q.tokens[before].tag == tColon {
		if f, ok = q.introduced(from, before); ok {
			return f, besideChance, true
		}
		if q.words() >= leastWhole && q.word(before) == ":" {
			f = Frame{Head: before, Start: before, End: before + 1, Class: lexicon.Colon, form: fNoVerb}
			return f, insideChance * unsourcedShare, true
		}
	}
	if q.isTitle() {
		return f, 0, false
	}
	if f, ok = q.inside(from); !ok {
		return f, 0, false
	}
	chance = insideChance
	if f.Source[1] == 0 {
		chance *= unsourcedShare
	}
	return f, chance, true
}

// isTitle reports whether the words between the marks are the title of a work or a name, of which nobody is the
// speaker: a noun and its name, `the film "Night Train"`, or a name of the story.
func (q *quotation) isTitle() bool {
	if q.words() > maxTitle || q.open+1 >= q.end {
		return false
	}
	named := true
	for i := q.open + 1; i < q.end-1; i++ {
		named = named && q.tokens[i].label != noName && q.tokens[i].label != value
	}
	if named {
		return true
	}
	before := &token{}
	if q.open > 0 {
		before = &q.tokens[q.open-1]
	}
	if !q.tokens[q.open+1].capital {
		return false
	}
	return before.tag.noun() && q.clauseVerb(q.clauseStart(), q.open, func(c lexicon.Class) bool {
		return groupOf(c) == gJudgement || c == lexicon.Call
	}) < 0
}

// behind reads a cue behind a quotation: `"…", said Ann Lee`, `"…", so Ann Lee`, `"…", as Ann Lee said`.
func (q *quotation) behind() (Frame, bool) {
	i, limit := q.end, min(q.paragraphEnd(q.open), q.end+maxClause)
	for i < limit && (q.tokens[i].tag == tComma || q.isDash(i)) {
		i++
	}
	if i >= limit {
		return Frame{}, false
	}
	t := &q.tokens[i]
	if i == q.end && !q.tokens[q.end-2].tag.in(1<<tStop) && q.open > q.clauseStart() {
		return Frame{}, false // "the film „…“ tells of"
	}
	if i == q.end && t.capital {
		return Frame{}, false // the next sentence
	}
	switch {
	case t.Small == lexicon.As || t.Small == lexicon.AccordingWord:
		return q.as(i, limit)
	case t.capital || t.Verb == lexicon.NoClass:
		return q.reversed(i, limit)
	}
	return q.verbFrame(i, limit, Left)
}

// as reads a cue without a verb, or with one behind such a word: `"…", so Ann Lee`, `"…", as Ann Lee said`.
func (q *quotation) as(i, limit int) (Frame, bool) {
	if v := q.verbAt(i+1, min(limit, i+maxClitics)); v >= 0 && q.tokens[v].Verb != lexicon.Be {
		return q.verbFrame(v, limit, Left) // "comme l'explique Paul Garnier"
	}
	b, e := q.source(i+1, limit)
	if e == 0 || b != i+1 && q.tokens[b-1].tag != tComma {
		return Frame{}, false
	}
	f := Frame{Head: i, Start: i, End: i + 1, Class: lexicon.According, form: fNoVerb, Shape: Left}
	f.Source = [2]int{b, e}
	if v := q.verbAt(e, limit); q.tokens[i].Small == lexicon.As && v == e {
		f.Head, f.Start, f.End, f.Class = v, v, v+1, q.tokens[v].Verb
	}
	return f, true
}

// maxClitics is within how many words of "as" a verb stands before its subject.
const maxClitics = 3

// within reads a cue inside the marks, between commas: "« Le pont, a expliqué Paul Garnier, est trop vieux »". It
// returns the runs around it.
func (q *quotation) within() (f Frame, runs [][2]int, ok bool) {
	for i := q.open + 2; i+2 < q.end-1; i++ {
		t := &q.tokens[i+1]
		if q.tokens[i].tag != tComma || t.Verb == lexicon.NoClass || !t.tag.verb() {
			continue
		}
		if f, ok = q.verbFrame(i+1, min(q.end-1, i+maxClause), Around); !ok || f.Source[1] == 0 || f.Source[0] > f.End+1 {
			continue
		}
		g, e := groupOf(f.Class), f.Source[1]
		if g != gSpeech && g != gTell || !q.speaks(f.Source[0], e) || q.tokens[f.Source[0]].Small == lexicon.First {
			continue
		}
		for e < q.end-1 && !q.tokens[e].tag.in(1<<tComma|1<<tStop) {
			e++
		}
		runs = [][2]int{{q.open, i}}
		if e+2 < q.end-1 {
			runs = append(runs, [2]int{e + 1, q.end})
		}
		return f, runs, true
	}
	return Frame{}, nil, false
}

// reversed reads a cue whose subject stands before it behind a quotation: `"…", Ann Lee said`, `"…", he has said`.
func (q *quotation) reversed(i, limit int) (Frame, bool) {
	b, e := q.source(i, limit)
	if e == 0 || b != i || i == q.end && !q.tokens[b].Subject {
		return Frame{}, false
	}
	v := q.verbAt(e, limit)
	if v != e || q.tokens[v].Verb == lexicon.Be && q.participle(v+1, limit) < 0 {
		return Frame{}, false
	}
	if g := groupOf(q.tokens[v].Verb); g != gSpeech && g != gTell && q.tokens[v].Verb != lexicon.Be {
		return Frame{}, false
	}
	f := Frame{Head: v, Start: v, End: v + 1, Class: q.tokens[v].Verb, form: fPast, Shape: Left}
	f.Source = [2]int{b, e}
	return f, true
}

// verbFrame reads a verb with its subject behind it, and the participle of a perfect: "sagte Anna Lehmann", "a déclaré
// Paul Garnier", "hat Anna Lehmann gesagt".
func (q *quotation) verbFrame(i, limit int, shape Shape) (Frame, bool) {
	f := Frame{Head: i, Start: i, End: i + 1, Class: q.tokens[i].Verb, form: fPast, Shape: shape}
	at := i + 1
	if f.Class == lexicon.Be {
		v := q.participle(at, limit)
		if v < 0 {
			return f, false
		}
		f.Head, f.Class = v, q.tokens[v].Verb
		if b := q.pronounIn(i, v); b >= 0 {
			f.Source, f.End = [2]int{b, b + 1}, i+1
			return f, true
		}
		if b, e := q.source(at, v); e > 0 {
			f.Source = [2]int{b, e} // the participle stands at the end
			return f, true
		}
		f.End, at = v+1, v+1
	}
	if g := groupOf(f.Class); g == gLoose {
		return f, false
	}
	if b, e := q.source(at, limit); e > 0 {
		f.Source = [2]int{b, e}
	}
	return f, true
}

// introduced reads what stands before a colon and a quotation: "Anna Lehmann erklärte:", "Dazu Anna Lehmann:".
func (q *quotation) introduced(from, colon int) (Frame, bool) {
	v := q.clauseVerb(from, colon, func(lexicon.Class) bool { return true })
	if v >= 0 {
		f := Frame{Head: v, Start: v, End: v + 1, Class: q.tokens[v].Verb, form: fPast}
		f.Source = q.subjectOf(v, from, colon)
		return f, true
	}
	f := Frame{Head: colon, Start: colon, End: colon + 1, Class: lexicon.Colon, form: fNoVerb}
	if n := q.nounIn(from, colon); n >= 0 {
		f.Source = q.subjectOf(n, from, colon)
		return f, true
	}
	for i := max(from, colon-maxSource); i < colon; i++ {
		t := &q.tokens[i]
		if t.region < 0 && (t.label == person || t.Person || t.label == organisation || t.Subject && t.Gender != 0) {
			b, e := q.source(i, colon)
			f.Source = [2]int{b, e}
			return f, e > 0 && e+maxBeforeColon > colon
		}
	}
	return f, false
}

// nounIn returns the last noun for words that somebody says in a run of tokens: "mit den Worten"; -1 for none.
func (q *quotation) nounIn(from, to int) int {
	for i := to - 1; i >= from; i-- {
		if t := &q.tokens[i]; t.Noun != lexicon.NoClass && t.region < 0 {
			return i
		}
	}
	return -1
}

// bracketed reports whether a quotation stands in brackets, which open in its sentence from a token on.
func (q *quotation) bracketed(from int) bool {
	for i := q.open - 1; i >= from; i-- {
		switch q.word(i) {
		case "(":
			return true
		case ")":
			return false
		}
	}
	return false
}

// maxBeforeColon is how many words stand between a speaker and a colon without a verb: "Lehmann noch am Montag:".
const maxBeforeColon = 5

// inside reads the sentence around a quotation that is part of it: the last verb of saying before it, or one that ends
// the clause behind it: "Er nannte den Plan „einen Fehler“", "… als „Fehler“ bezeichnet".
func (q *quotation) inside(from int) (Frame, bool) {
	limit := min(q.paragraphEnd(q.open), q.end+maxClause)
	v := q.verbAt(q.end, limit)
	if v < 0 || q.tokens[v].Verb == lexicon.Be {
		v = q.clauseVerb(from, q.open, func(c lexicon.Class) bool { return groupOf(c) != gLoose })
	}
	if v >= 0 {
		f := Frame{Head: v, Start: v, End: v + 1, Class: q.tokens[v].Verb, form: fPast}
		f.Source = q.subjectOf(v, from, limit)
		return f, f.Source[1] > 0 || q.words() > 2
	}
	if n := q.open - 1; n > from && q.tokens[n].Noun != lexicon.NoClass {
		f := Frame{Head: n, Start: n, End: n + 1, Class: lexicon.Colon, form: fNoVerb}
		f.Source = q.subjectOf(n, from, q.open)
		if b := q.pronounIn(q.end, limit); b >= 0 && f.Source[1] == 0 {
			f.Source = [2]int{b, b + 1}
		}
		return f, true
	}
	for i := q.end; i < limit && q.tokens[i].tag != tStop; i++ { // "The „old“ bridge is „a ruin“, said Ann Lee"
		if q.tokens[i].mark == ')' && i+2 < limit {
			next := quotation{Story: q.Story, open: q.open, end: i + 1}
			if f, ok := next.behind(); ok && q.tokens[i+1].tag == tComma {
				return f, true
			}
		}
	}
	for i := from; i < q.open; i++ {
		if t := &q.tokens[i]; t.Small == lexicon.AccordingWord && t.region < 0 {
			b, e := q.source(i+1, q.open)
			f := Frame{Head: i, Start: i, End: i + 1, Class: lexicon.According, form: fNoVerb}
			f.Source = [2]int{b, e}
			return f, e > 0
		}
	}
	return Frame{}, false
}

func (q *quotation) isDash(i int) bool {
	return q.tokens[i].tag == tColon && q.word(i) != ":" && q.word(i) != ";"
}

// stands reports whether a quotation is a sentence of its own, or part of one whose mood says that it reports what
// somebody said: "Die Brücke sei „eine Ruine“".
func (q *quotation) stands() bool {
	for i := q.clauseStart(); i < q.open; i++ {
		if q.tokens[i].Reports && q.tokens[i].region < 0 {
			return true
		}
	}
	if q.end < len(q.tokens) && q.tokens[q.end].Reports {
		return true
	}
	if q.words() < leastWhole {
		return false
	}
	starts := q.open == q.paragraphBefore(q.open) || q.tokens[q.open-1].tag == tStop ||
		q.tokens[q.open-1].tag == tClose
	ends := q.tokens[q.end-2].tag == tStop || q.end >= len(q.tokens) || q.tokens[q.end].tag == tStop
	return starts && ends
}

// maxBack is how many sentences before a quotation are read for who is speaking.
const maxBack = 4

// spokenBefore reads who speaks in the sentences before a quotation that has no cue of its own, in its paragraph.
func (q *quotation) spokenBefore() (Frame, bool) {
	first, end := q.paragraphBefore(q.open), q.clauseStart()
	for n := 0; n < maxBack && end > first; n++ {
		from := q.sentenceStart(end - 1)
		v := q.clauseVerb(from, end, func(c lexicon.Class) bool {
			g := groupOf(c)
			return g == gSpeech || g == gTell || g == gJudgement && n == 0
		})
		if v >= 0 {
			f := Frame{Head: v, Start: v, End: v + 1, Class: q.tokens[v].Verb, form: fPast}
			f.Source = q.subjectOf(v, from, end)
			return f, f.Source[1] > 0 && q.speaks(f.Source[0], f.Source[1])
		}
		end = from
	}
	return Frame{}, false
}

// near reports whether a statement stands in the paragraph of a quotation, or in the one before it.
func (q *quotation) near(before *Statement) bool {
	end := max(before.Content[len(before.Content)-1][1], before.End, before.Source[1])
	from := q.paragraphBefore(q.open)
	return end > from || from > 0 && end > q.paragraphBefore(from-1)
}

// joined reports whether a quotation goes on with the sentence of the last one, which its cue interrupts: `"…", said
// Ann Lee, "…"`.
func (q *quotation) joined(before *Statement) bool {
	end := max(before.End, before.Source[1])
	if before.Shape != Left || q.open < end || q.open-end > maxSource || end <= before.Content[0][1] {
		return false
	}
	for i := end; i < q.open; i++ {
		if t := &q.tokens[i]; t.tag.in(1<<tStop|1<<tClose) || t.tag.verb() && !t.Reports {
			return false
		}
	}
	return q.tokens[q.open-1].tag.in(1<<tComma|1<<tColon) || q.tokens[q.open-1].Reports
}
