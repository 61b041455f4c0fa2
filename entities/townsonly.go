package entities

import (
	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/lang"
)

// townsOnly returns the words that the tagger takes for a place here and for a
// person there, and which nothing but the tagger says are a person's: no full name
// of the story has them, no title stands before them, and somewhere they stand where
// places do.
func (p *spreader) townsOnly() map[string]int {
	places := map[string]int{} // how often they stand where places do
	for i := range p.names {
		if m := &p.names[i]; m.label == dateline.GPE && m.to-m.from == 1 && m.from > 1 && p.isAt(m.from) {
			places[p.story.words[m.from].text]++
		}
	}
	if len(places) == 0 {
		return places
	}
	balance := map[string]float64{}
	for i := range p.names {
		m := &p.names[i]
		text := p.story.words[m.from].text
		switch {
		case m.label == dateline.GPE && m.to-m.from == 1:
			balance[text] += m.confidence
		case m.label != dateline.Person:
		case m.title.End > 0 || m.confidence > fairlySure,
			m.to < len(p.story.words) && p.story.words[m.to].is(lang.SpeechCue):
			delete(places, p.story.words[m.to-1].text)
		case m.to-m.from > 1:
			delete(places, text)
			delete(places, p.story.words[p.story.lastWord(m)].text)
		default:
			balance[text] -= m.confidence
		}
	}
	for text, n := range places {
		if _, given := p.story.names.Given(gazetteer.Fold(text)); balance[text] < 0 &&
			(given || n < 2 && balance[text] < -fairlySure) {
			delete(places, text)
		}
	}
	return places
}

// isAt reports whether a word stands where places do: "in Ilam", "the city of Ilam".
func (p *spreader) isAt(i int) bool {
	before, one := p.story.folds[i-1], p.story.folds[i-2]
	return p.story.lex.Is(before, lang.Where) && !p.story.lex.Is(one, lang.Holding) ||
		p.story.lex.Is(before, lang.OfWord) && p.story.lex.Is(one, lang.TownWord)
}

// ampersands returns the initials of the states of the story that have two names:
// "T&T" of "Trinidad and Tobago".
func (p *spreader) ampersands() map[string]bool {
	short := map[string]bool{}
	for i := range p.names {
		if m := &p.names[i]; m.label == dateline.GPE {
			if a := p.story.ampersand(m); a != "" {
				short[a] = true
			}
		}
	}
	return short
}

// ampersand returns the initials of a place of two names, "" for others.
func (s *story) ampersand(m *mention) string {
	if m.to-m.from != 3 || !s.words[m.from+1].is(lang.Joining) && s.folds[m.from+1] != "&" {
		return ""
	}
	return first(s.words[m.from].text) + "&" + first(s.words[m.to-1].text)
}

// townsIn returns the names of several words that the tagger takes for organisations
// and of which most stand behind "in", as only places do.
func (p *spreader) townsIn() map[string]bool {
	towns := map[string]bool{}
	count := map[string][2]int{}
	for i := range p.names {
		m := &p.names[i]
		if m.label != dateline.Org || m.to-m.from != 2 || m.match.Words > 0 || m.acronym != "" {
			continue
		}
		last := p.story.words[m.to-1].fold
		if p.story.lex.Is(last, lang.OrgHead) || p.story.lex.Is(last, lang.OrgSuffix) ||
			p.story.words[m.from].caps || p.story.words[m.to-1].caps {
			continue
		}
		key := p.key(m)
		n := count[key]
		n[0]++
		if m.from > 1 && p.story.words[m.from-1].is(lang.InWord) && !p.story.words[m.from-2].is(lang.Holding) {
			n[1]++
		}
		count[key] = n
		towns[key] = n[1] > 1 && 2*n[1] >= n[0]
	}
	return towns
}

// fairlySure is the confidence from which on a person's name is one.
const fairlySure = 0.9
