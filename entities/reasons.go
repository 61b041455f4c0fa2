package entities

import (
	"fmt"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/gazetteer"
)

// mostApart is how many things a name was kept apart from are told.
const mostApart = 5

// explainLinks says of each mention which rule linked it to what other words name, and which
// things with a word in common it was kept apart from.
func (w *job) explainLinks() {
	bearers := w.things.byWord()
	for i := range w.names {
		n := &w.names[i]
		apart := w.apart(n, bearers)
		if n.linked == "" && len(apart) == 0 {
			continue
		}
		what := "a thing of its own"
		if n.linked != "" {
			what = "linked to " + w.things[n.entity].Name
		}
		w.say(dateline.Decision{Pass: "entities/link", Rule: n.linked, Start: w.story.words[n.from].start,
			End: w.story.words[n.to-1].end, What: what, Others: apart})
	}
}

// byWord lists the things by each folded word of their names that begins with a capital or a figure.
func (all things) byWord() map[string][]int {
	bearers := map[string][]int{}
	for i, t := range all {
		for _, word := range strings.Fields(t.Name) {
			if fold := gazetteer.Fold(word); fold != word || strings.ContainsAny(fold[:1], "0123456789") {
				bearers[fold] = append(bearers[fold], i)
			}
		}
	}
	return bearers
}

// apart lists the other things that share a word with a mention, in order of first mention.
func (w *job) apart(n *mention, bearers map[string][]int) (list []dateline.Alternative) {
	told := map[int]bool{n.entity: true}
	for _, fold := range w.story.folds[n.from:n.to] {
		for _, i := range bearers[fold] {
			if !told[i] && len(list) < mostApart {
				told[i] = true
				list = append(list, dateline.Alternative{What: w.things[i].Name})
			}
		}
	}
	return list
}

// explainCountries says of each country of the story what its mentions weigh, and what speaks for the story being about
// it.
func (w *job) explainCountries() {
	for _, c := range w.story.weighed(w.things, w.names, w.home.Country) {
		what := fmt.Sprintf("country %s, %.0f %% of what is said of countries", c.Code, 100*c.Weight)
		if c.Focus {
			what += ", in focus"
		}
		w.say(dateline.Decision{Pass: "entities/countries", Entity: "country:" + c.Code, What: what,
			Confidence: c.Chance, Features: c.Explain()})
	}
}

// mostFeatures is how many features of a decision are told.
const mostFeatures = 6

// explainSalience says of each entity and concept what made it as salient as it is.
func (w *job) explainSalience(features map[string][]dateline.Feature) {
	tell := func(id string, salience float64, about bool) {
		what := fmt.Sprintf("salience %.2f", salience)
		if about {
			what += ", the story is about it"
		}
		w.say(dateline.Decision{Pass: "entities/salience", Entity: id, What: what, Confidence: salience,
			Features: dateline.HeaviestFeatures(features[id], mostFeatures)})
	}
	for i := range w.story.doc.Entities {
		e := &w.story.doc.Entities[i]
		tell(e.ID, e.Salience, e.About)
	}
	for i := range w.story.doc.Concepts {
		c := &w.story.doc.Concepts[i]
		tell(c.ID, c.Salience, c.About)
	}
}
