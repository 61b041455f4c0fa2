package statement

import "github.com/dateline-go/dateline/internal/statement/lexicon"

// withinOthers cuts statements that others report: in "Lee said that Hallam urged the
// town to pay, which was “fair”" the quoted word behind the comma is Lee's.
func (d *Finder) withinOthers() {
	s := &d.Story
	for i := range d.found {
		x := &d.found[i]
		if x.Shape != Right || x.inQuote || !x.Direct || !d.covered(i, x.Head) {
			continue
		}
		run := &x.Content[0]
		comma := -1
		for k := run[0]; k < run[1] && s.tokens[k].region < 0; k++ {
			if s.tokens[k].tag == tComma {
				comma = k
			}
		}
		if comma <= run[0] {
			continue
		}
		run[1] = comma
		x.Content = x.Content[:1]
		x.Direct = s.direct(x.Content)
	}
}

// otherSpeakers cuts statements where a statement of its own begins: "Lee said it was
// safe, but Hallam warned that it could fall".
func (d *Finder) otherSpeakers() {
	s := &d.Story
	for i := range d.found {
		x := &d.found[i]
		if x.Shape != Right || x.inQuote || x.Turn {
			continue
		}
		for j := i + 1; j < min(i+window, len(d.found)) && d.found[j].sentence == x.sentence; j++ {
			y := &d.found[j]
			run := &x.Content[len(x.Content)-1]
			at := s.clauseBefore(y, run[0])
			if at <= run[0] || y.Head >= run[1] || y.inQuote || !s.reports(y, at) && !y.begins() &&
				!s.contrasts(y, at) {
				continue
			}
			run[1] = at
			x.Direct = s.direct(x.Content)
			break
		}
	}
}

// clauseBefore returns the comma or the conjunction before the clause of a statement, -1
// where there is none behind a token.
func (s *Story) clauseBefore(y *Statement, from int) int {
	at := y.Start
	if b := y.Source[0]; y.Source[1] > 0 && b > from && b < at {
		at = b
	}
	at--
	for at > from && s.tokens[at].tag == tAdv {
		at--
	}
	if at <= from {
		return -1
	}
	switch t := &s.tokens[at]; {
	case t.tag == tComma:
		return at
	case t.Small == lexicon.And, t.Small == lexicon.But, t.Small == lexicon.While, t.Small == lexicon.When,
		t.Small == lexicon.As:
		if s.tokens[at-1].tag == tComma {
			at--
		}
		return at
	}
	return -1
}

// reports reports whether behind ", but" somebody who is named says something.
func (s *Story) reports(y *Statement, at int) bool {
	return s.tokens[at].tag == tComma && s.tokens[at+1].Small == lexicon.But && (y.comp == cThat || y.comp == cClause) &&
		(groupOf(y.Class) == gSpeech || groupOf(y.Class) == gTell) &&
		(y.subject == sPerson || y.subject == sOrganisation || y.subject == sPersonNoun)
}

// contrasts reports whether behind ", while" somebody who is named is set against the first one: "…, while Hallam has
// promised more".
func (s *Story) contrasts(y *Statement, at int) bool {
	return s.tokens[at].tag == tComma && s.tokens[at+1].Small == lexicon.While && y.form.finite() &&
		(y.subject == sPerson || y.subject == sOrganisation)
}

// begins reports whether a statement is one that what another reports does not go on
// with: "…, and the mayor called it a ruin". What somebody thinks or wants may well be
// reported.
func (y *Statement) begins() bool {
	g := groupOf(y.Class)
	return y.Shape == Right && (g == gSpeech || g == gTell || g == gJudgement)
}
