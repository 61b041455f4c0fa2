package quotes

import (
	"slices"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/quotes/internal/lexicon"
)

// lookBack is how many mentions before a pronoun or a role are looked at.
const lookBack = 24

// pronoun returns whom a pronoun at a byte means: the nearest person of its
// gender, one that acts and the last speaker before others; for "it" and "they" an
// organisation.
func (r *resolver) pronoun(e lexicon.Entry, at int) *known {
	person := e.Small == lexicon.He || e.Small == lexicon.She
	if !person && e.Small != lexicon.It && e.Small != lexicon.They {
		return nil
	}
	var best *known
	most := 0.0
	n := r.before(at)
	for i := n - 1; i >= max(0, n-lookBack); i-- {
		p := r.at[i]
		switch p.who.entity.Label {
		case dateline.Person:
			if !person || p.who.gender != 0 && p.who.gender != e.Gender {
				continue
			}
		case dateline.Org:
			if person {
				continue
			}
		default:
			continue
		}
		score := 10 / (10 + float64(r.sentencesBetween(p.span.End, at))*4 + float64(n-1-i))
		if p.acts {
			score *= 1.8
		}
		if i == 0 || r.at[i-1].sentence != p.sentence {
			score *= 1.3 // the first of its sentence
		}
		if p.quoted {
			score *= 0.4
		}
		if p.who == r.last {
			score *= 1.7
		}
		if person && p.who.gender == e.Gender {
			score *= 1.2
		}
		if r.possessive(p.span) {
			score *= 0.7
		}
		if score > most {
			best, most = p.who, score
		}
	}
	if !person && most < 0.5 {
		return nil
	}
	if best != nil && person && best.gender == 0 {
		best.gender = e.Gender // the story has said so now
	}
	return best
}

// maxSentences is the most sentences that are told apart.
const maxSentences = 20

// sentencesBetween counts the sentences that end from one byte to another, up to
// maxSentences.
func (r *resolver) sentencesBetween(from, to int) int {
	i := r.story.SentenceAt(to)
	n := 0
	for i > 0 && n < maxSentences && r.doc.Sentences[i].Start > from {
		i--
		n++
	}
	return n
}

// role returns whom a phrase such as "the ministry's spokeswoman" means: a person
// named before with that role, or an organisation whose name ends so; nil where
// there is none. The name that stands inside the phrase, if any, is of.
func (r *resolver) role(head dateline.Span, at int, of *known) *known {
	words := strings.Fields(r.doc.Words(head))
	if len(words) == 0 {
		return nil
	}
	definite := strings.EqualFold(words[0], "the") || of != nil || strings.EqualFold(words[0], "his") || strings.EqualFold(words[0], "her")
	if !definite {
		return nil
	}
	last := gazetteer.Fold(words[len(words)-1])
	gender := lexicon.Default().Find(last).Gender
	n := r.before(at)
	for i := n - 1; i >= max(0, n-lookBack); i-- {
		w := r.at[i].who
		switch w.entity.Label {
		case dateline.Person:
			if gender != 0 && w.gender != 0 && w.gender != gender {
				continue
			}
			if slices.Contains(w.roles, last) {
				return w
			}
			for _, role := range w.entity.Roles {
				if lastWord(role.Title) == last {
					return w
				}
			}
		case dateline.Org:
			if of == nil && len(words) == 2 && lastWord(w.entity.Name) == last {
				return w
			}
		}
	}
	return nil
}

// lastWord returns the folded last word of a name.
func lastWord(name string) string {
	return gazetteer.Fold(name[strings.LastIndexByte(name, ' ')+1:])
}
