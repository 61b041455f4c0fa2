package gold

import (
	"slices"

	"github.com/dateline-go/dateline"
)

// sure is the confidence from which on a wrong speaker counts as confidently wrong.
const sure = .8

// matched returns the quotes of the Document that give a gold one.
func (r *reading) matched(g *Quote) []*dateline.Quote {
	return r.match(g, func(s, words wordSet) bool {
		covered, more := float64(s.shared(words))/float64(len(words)), float64(r.beyond(s))
		return covered >= .6 && more <= max(3, .5*float64(len(words)))
	})
}

// matchedDirect returns the direct quotes that give a gold one.
func (r *reading) matchedDirect(g *Quote) []*dateline.Quote {
	list := r.match(g, func(s, words wordSet) bool {
		covered, more := float64(s.shared(words))/float64(len(words)), float64(r.beyond(s))
		return covered >= .8 && more <= max(1, .15*float64(len(words)))
	})
	return slices.DeleteFunc(list, func(q *dateline.Quote) bool { return !q.Direct })
}

// near returns the quotes that hold half of a gold one.
func (r *reading) near(g *Quote) []*dateline.Quote {
	return r.match(g, func(s, words wordSet) bool { return 2*s.shared(words) >= len(words) })
}

// giving returns the quotes that give a gold one, by its kind.
func (r *reading) giving(g *Quote) []*dateline.Quote {
	if g.Direct {
		return r.matchedDirect(g)
	}
	list := r.matched(g)
	for _, s := range r.find(g.Text, r.all()) {
		for _, mark := range g.Marks {
			for _, m := range inOne(r.find(mark, r.all()), []dateline.Span{s}) {
				list = r.marked(r.inside(m), list)
			}
		}
	}
	return list
}

// marked adds the quotes that hold the words in marks of a paraphrase and nothing else.
func (r *reading) marked(words wordSet, list []*dateline.Quote) []*dateline.Quote {
	for _, q := range r.quotes {
		s := q.touching(words)
		if len(words) > 0 && float64(s.shared(words)) >= .8*float64(len(words)) && r.beyond(s) <= 1 &&
			!slices.Contains(list, q.Quote) {
			list = append(list, q.Quote)
		}
	}
	return list
}

// match returns the quotes whose spans that touch the words of a gold one are as wanted.
func (r *reading) match(g *Quote, ok func(s, words wordSet) bool) []*dateline.Quote {
	var list []*dateline.Quote
	for _, at := range r.find(g.Text, r.all()) {
		words := r.inside(at)
		if len(words) == 0 {
			continue
		}
		for _, q := range r.quotes {
			if ok(q.touching(words), words) && !slices.Contains(list, q.Quote) {
				list = append(list, q.Quote)
			}
		}
	}
	return list
}

// touching returns the words of the spans that have some of others.
func (q said) touching(words wordSet) wordSet {
	all := wordSet{}
	for _, s := range q.sets {
		if s.shared(words) > 0 {
			all.add(s)
		}
	}
	return all
}

// beyond counts the words that are in no gold quote.
func (r *reading) beyond(s wordSet) int { return len(s) - s.shared(r.allGold) }

// verdict is what a quote says of the speaker.
type verdict int

const (
	unnamed verdict = iota
	right
	wrong
)

// speaker says whether a quote names the right one. Of several speakers one must be right
// and none may be wrong that will not do.
func (r *reading) speaker(q *dateline.Quote, g *Quote) verdict {
	var named []dateline.Speaker
	for _, s := range q.Speakers {
		if s.Entity != "" {
			named = append(named, s)
		}
	}
	if len(named) < 2 {
		return r.byEntity(q.Entity, g)
	}
	best := unnamed
	for _, s := range named {
		switch v := r.byEntity(s.Entity, g); {
		case v == right:
			return right
		case v == wrong:
			best = wrong
		}
	}
	return best
}

// byEntity says whether an entity is the gold speaker.
func (r *reading) byEntity(id string, g *Quote) verdict {
	e := r.doc.Entity(id)
	if id == "" || e == nil {
		return unnamed
	}
	t := r.is[e.ID]
	if t == nil && g.Speaker != "" && r.isPart(e.Name, g.Speaker) {
		return unnamed // a name cut too long or too short, not another's
	}
	if t != nil && slices.Contains(g.Accept, t.Name) {
		if g.Speaker == "" {
			return unnamed
		}
		return right
	}
	if g.Speaker != "" && t != nil && t.Name == g.Speaker {
		return right
	}
	return wrong
}

// isPart reports whether a name holds one of the speaker's, or the other way round.
func (r *reading) isPart(name, speaker string) bool {
	mine := []string{personName(speaker)}
	for _, t := range r.things {
		if t.Name == speaker {
			for _, f := range t.Forms {
				mine = append(mine, personName(f))
			}
		}
	}
	n := personName(name)
	return slices.ContainsFunc(mine, func(m string) bool { return holds(n, m) || holds(m, n) })
}

// takenFor reports whether a span of a quote lies in what is none.
func (r *reading) takenFor(none string) bool {
	for _, at := range r.find(none, r.all()) {
		words := r.inside(at)
		for _, q := range r.quotes {
			for _, s := range q.sets {
				if len(s) > 0 && float64(s.shared(words)) >= .6*float64(len(s)) {
					return true
				}
			}
		}
	}
	return false
}
