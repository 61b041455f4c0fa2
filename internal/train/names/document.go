package main

import (
	"slices"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/names"
	"github.com/dateline-go/dateline/internal/token"
)

// document is a text with tokens and what is known of their tags: a set of tags
// for each token, as bits.
type document struct {
	id        string
	text      string
	sentences []dateline.Span
	tokens    []dateline.Token
	allowed   []uint32
	// soft holds the teacher's scores, and replaces allowed where it is there.
	soft []names.Scores
	// second is another tagger's tag of each token, 0 for none; nil where there is no such opinion.
	second []uint8
}

// kindTags returns the tags of a kind, as bits.
func kindTags(k names.Kind) uint32 {
	return 1<<k.Begin() | 1<<k.Inside() | 1<<k.Last() | 1<<k.Unit()
}

// titles are left out of the names of persons.
var titles = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(`
		mr mrs ms miss dr prof professor president prime minister premier chancellor senator sen rep
		representative gov governor secretary general gen col colonel maj major capt captain lt sgt adm
		admiral sir lord lady king queen prince princess pope judge justice mayor chief ambassador chairman
		foreign vice deputy former rev reverend sheikh imam ayatollah cardinal archbishop bishop`) {
		m[w] = true
	}
	return m
}()

// trim takes leading titles off the name of a person, and "the" off any name.
func trim(text string, start, end int, kind names.Kind) (int, int) {
	for {
		s := text[start:end]
		i := strings.IndexAny(s, " \n\t")
		if i <= 0 {
			return start, end
		}
		rest := strings.TrimLeft(s[i:], " \n\t")
		w := strings.TrimRight(strings.ToLower(s[:i]), ".")
		if rest == "" || w != "the" && !(kind == names.KindPerson && titles[w]) {
			return start, end
		}
		start = end - len(rest)
	}
}

// makeDocument tells which tags each token of a row may have. Names of kinds
// that the set does not mark may stand where it marks nothing.
func makeDocument(x row, set labelSet, split splitter) document {
	d := document{id: x.ID, text: x.Text}
	d.sentences, d.tokens = split(x)
	none := uint32(1 << names.Outside)
	for k := range names.Kinds {
		if !set.has(names.Kind(k)) {
			none |= kindTags(names.Kind(k))
		}
	}
	d.allowed = make([]uint32, len(d.tokens))
	for i := range d.allowed {
		d.allowed[i] = none
	}
	spans := slices.Clone(x.Spans)
	slices.SortStableFunc(spans, func(a, b span) int { return a.Start - b.Start })
	next := 0
	for _, s := range spans {
		kind, name, unsure := set.meaning(s.Label)
		if !name && !unsure {
			continue
		}
		start, end := s.Start, s.End
		if name {
			start, end = trim(x.Text, start, end, kind)
		}
		for next < len(d.tokens) && d.tokens[next].End <= start {
			next++
		}
		last := next
		for last < len(d.tokens) && d.tokens[last].Start < end {
			last++
		}
		if last == next || next > 0 && d.tokens[next].Start < spansEnd(d, next) {
			continue
		}
		if unsure {
			for i := next; i < last; i++ {
				d.allowed[i] = none | kindTags(names.KindMisc) | 1<<names.Outside
			}
		} else {
			d.mark(next, last, kind)
		}
		next = last
	}
	return d
}

// spansEnd is where the token before ends.
func spansEnd(d document, i int) int { return d.tokens[i-1].End }

// mark allows only the tags of a name at tokens first to before end. A place that
// names the larger one it lies in is two names.
func (d *document) mark(first, end int, k names.Kind) {
	from := first
	for i := first; i < end; i++ {
		if t := d.tokens[i]; k == names.KindPlace && i > from && i+1 < end && d.text[t.Start:t.End] == "," {
			mark(d.allowed[from:i], k)
			d.allowed[i] = 1 << names.Outside
			from = i + 1
		}
	}
	mark(d.allowed[from:end], k)
}

// mark allows only the tags of one name.
func mark(allowed []uint32, k names.Kind) {
	n := len(allowed)
	if n == 1 {
		allowed[0] = 1 << k.Unit()
		return
	}
	for i := range allowed {
		allowed[i] = 1 << k.Inside()
	}
	allowed[0] = 1 << k.Begin()
	allowed[n-1] = 1 << k.Last()
}

// splitter gives the sentences and tokens of a row.
type splitter func(row) ([]dateline.Span, []dateline.Token)

// split returns a splitter that cuts the text by the project's own rules for the recipe's language.
func (c *command) split() splitter {
	b := token.Buffer{Rules: c.rules}
	return func(x row) ([]dateline.Span, []dateline.Token) {
		b.Segment(x.Text, nil)
		return slices.Clone(b.Sentences), slices.Clone(b.Tokens)
	}
}
