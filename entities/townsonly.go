package entities

import "github.com/dateline-go/dateline"

// townsOnly returns the words that the tagger takes for a place here and for a
// person there, and which nothing but the tagger says are a person's: no full name
// of the story has them, no title stands before them, and somewhere they stand where
// places do ("in Ilam").
func (p *spreader) townsOnly() map[string]bool {
	places := map[string]bool{}
	for i := range p.names {
		if m := &p.names[i]; m.label == dateline.GPE && m.to-m.from == 1 && m.from > 0 && where[p.words[m.from-1].fold] {
			places[p.words[m.from].text] = true
		}
	}
	if len(places) == 0 {
		return places
	}
	for i := range p.names {
		m := &p.names[i]
		switch {
		case m.label != dateline.Person:
		case m.title.End > 0 || m.confidence > fairlySure:
			delete(places, p.words[m.to-1].text)
		case m.to-m.from > 1:
			delete(places, p.words[m.from].text)
			delete(places, p.words[p.lastWord(m)].text)
		}
	}
	return places
}

// where are words before places and hardly ever before people.
var where = set("in near into outside around across throughout")

// fairlySure is the confidence from which on a person's name is one.
const fairlySure = 0.8
