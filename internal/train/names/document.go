package main

import (
	"slices"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/names"
	"github.com/dateline-go/dateline/internal/names/fit"
	"github.com/dateline-go/dateline/internal/token"
)

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
func makeDocument(x row, set labelSet, split splitter) fit.Document {
	none := uint32(1 << names.Outside)
	for k := range names.Kinds {
		if !set.has(names.Kind(k)) {
			none |= fit.Kinds(names.Kind(k))
		}
	}
	spans := slices.Clone(x.Spans)
	slices.SortStableFunc(spans, func(a, b span) int { return a.Start - b.Start })
	var marked []fit.Name
	for _, s := range spans {
		kind, name, unsure := set.meaning(s.Label)
		if !name && !unsure {
			continue
		}
		n := fit.Name{Start: s.Start, End: s.End, Kind: kind, Unsure: unsure}
		if name {
			n.Start, n.End = trim(x.Text, n.Start, n.End, kind)
		}
		marked = append(marked, n)
	}
	sentences, tokens := split(x)
	return fit.NewDocument(x.ID, x.Text, sentences, tokens, marked, none)
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
