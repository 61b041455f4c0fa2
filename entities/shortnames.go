package entities

import (
	"slices"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/lang"
)

// wholePlace returns the place that one word of its name stands for: the country
// that alone begins with a point of the compass or alone ends with a word ("the
// North", "Korea"), the town that alone begins with it ("Levico" of "Levico
// Terme"), or the sea ("the Caspian"); -1 for none.
func (u *uniter) wholePlace(n *mention, _ int) int {
	w := &u.merger.story.words[n.from]
	if n.to-n.from > 1 || n.entry != nil && !w.is(lang.Compass) || len(u.words[n.entity]) > 1 ||
		n.label == dateline.Person {
		return -1
	}
	found := -1
	for _, i := range u.heads[w.fold] {
		t, words := u.merger.all[i], u.words[i]
		if i == n.entity || t.Label != dateline.GPE && !(t.Label == dateline.Loc && u.story.waters[w.fold]) {
			continue
		}
		if t.Label == dateline.Loc {
			if words[0] != w.fold || !u.story.lex.Is(words[len(words)-1], lang.WaterHead) {
				continue
			}
		} else if t.entry != nil && t.entry.Kind == gazetteer.Country {
			if !u.shortensCountry(w, words) {
				continue
			}
		} else if n.label != dateline.GPE || !u.shortensTown(w, words) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = i
	}
	return found
}

// shortensCountry reports whether a word stands for a country of a name: "the North", "Korea".
func (u *uniter) shortensCountry(w *word, words []string) bool {
	return words[0] == w.fold && w.is(lang.Compass) ||
		words[len(words)-1] == w.fold && u.story.lex.Is(words[0], lang.Compass)
}

// shortensTown reports whether a word stands for a town of a name. A town is not its county.
func (u *uniter) shortensTown(w *word, words []string) bool {
	last := words[len(words)-1]
	return words[0] == w.fold && !w.caps && !w.is(lang.GPEStart) && !u.story.lex.Is(last, lang.GPEHead) &&
		u.story.names.Lower(w.fold) <= rare && u.story.names.Lower(last) <= rare
}

// wholeStorm returns the storm that its given name alone stands for: "Katrina" of
// "Hurricane Katrina", whom the tagger takes for a person; -1 for none.
func (u *uniter) wholeStorm(n *mention, _ int) int {
	if n.to-n.from > 1 || len(u.words[n.entity]) > 1 || n.label != dateline.Person && n.entry != nil {
		return -1
	}
	for _, i := range u.heads[u.story.folds[n.from]] {
		words := u.words[i]
		if last := len(words) - 1; u.merger.all[i].Label == dateline.Event && words[last] == u.story.folds[n.from] &&
			u.story.lex.Is(words[last-1], lang.Storm) {
			return i
		}
	}
	return -1
}

// wholeChamber returns the one house of a parliament in the story that "the House"
// stands for, -1 for none.
func (u *uniter) wholeChamber(n *mention, _ int) int {
	head, lex := u.story.folds[n.from], u.story.lex
	if n.to-n.from > 1 || n.label != dateline.Org || !u.story.words[n.from].is(lang.ChamberHead) {
		return -1
	}
	found := -1
	for _, i := range u.heads[head] {
		words := u.words[i]
		if at := slices.Index(words, head); i == n.entity || at+3 > len(words) || !lex.Is(words[at+1], lang.OfWord) ||
			!lex.Is(words[at+2], lang.Chamber) {
			continue
		}
		if i = u.find(i); found >= 0 && found != i {
			return -1
		}
		found = i
	}
	return found
}

// wholeEvent returns the event or law that is meant by the head of its name alone
// ("the Games"), the last named before, or the games that have the same name but
// for the season: "Paralympic Games" of "Winter Paralympics"; -1 for none.
func (u *uniter) wholeEvent(n *mention, at int) int {
	if n.label != dateline.Event && n.label != dateline.Law {
		return -1
	}
	found := -1
	words := u.words[n.entity]
	if len(words) == 1 && u.story.lex.Is(words[0], lang.BareHead) {
		for _, i := range u.heads[words[0]] {
			if t := u.merger.all[i]; i != n.entity && t.Label == n.label && t.first < at &&
				u.words[i][len(u.words[i])-1] == words[0] {
				found = i
			}
		}
		return found
	}
	games, season := gamesName(words, u.story.lex)
	if games == "" || season != "" {
		return -1
	}
	for i, words := range u.words {
		other, season := gamesName(words, u.story.lex)
		if i == n.entity || other != games || season == "" || u.merger.all[i].Label != dateline.Event {
			continue
		}
		if i = u.find(i); found >= 0 && found != i {
			return -1
		}
		found = i
	}
	return found
}

// gamesName reads the name of games that recur, such as "Winter Olympics" and "Olympic Games": which they are and the
// season, if any; "" for other names.
func gamesName(words []string, lex *lang.Lexicon) (games, season string) {
	if len(words) > 1 && lex.Value(words[0], lang.ValueWord) == "season" {
		season, words = words[0], words[1:]
	}
	if len(words) == 1 || len(words) == 2 && lex.Is(words[1], lang.BareHead) {
		games = lex.Value(words[0], lang.GamesName)
	}
	return games, season
}

// brackets ties an organisation to the other name that stands in brackets behind
// it, where one of the two is an acronym, of other words or of another tongue:
// "Doctors Without Borders (MSF)".
func (u *uniter) brackets(names []mention) {
	for i := 1; i < len(names); i++ {
		a, b := &names[i-1], &names[i]
		if a.label != dateline.Org || b.label != dateline.Org || b.from != a.to+1 || u.merger.story.words[a.to].text != "(" ||
			b.to >= len(u.merger.story.words) || u.merger.story.words[b.to].text != ")" {
			continue
		}
		if a.to-a.from == 1 {
			a, b = b, a
		}
		w := &u.merger.story.words[b.from]
		if a.to-a.from > 1 && b.to-b.from == 1 && w.caps && len(w.text) <= longestAcronym && b.entry == nil {
			u.tie(b.entity, a.entity, linkBrackets)
		}
	}
}

// longestAcronym is how many letters an acronym has at most.
const longestAcronym = 7
