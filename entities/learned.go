package entities

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"sort"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/internal/names"
	"github.com/dateline-go/dateline/internal/pace"
	"github.com/dateline-go/dateline/lang"
)

// learned finds names by the tagger that was trained. It says where a name is
// and of what coarse kind; the rules say the rest: the title before it, what the
// gazetteer knows of it, and the finer kind. What the rules alone are sure of
// (countries, peoples, seats of power, datelines, parts of cut tokens) is kept where
// the tagger passed it over.
type learned struct{ tagger *names.Tagger }

func (l learned) detect(ctx context.Context, s *story) ([]mention, error) {
	marks, err := l.tagger.Tag(ctx, nil, s.doc.Text, s.doc.Sentences, s.doc.Tokens)
	if err != nil {
		return nil, fmt.Errorf("names: %w", err)
	}
	c := &chunker{story: s}
	at := 0
	var found []mention
	p := pace.New(ctx)
	for i := range s.sentences {
		x := &s.sentences[i]
		if p.Stop(x.to - x.from) {
			return nil, p.Err()
		}
		end := s.words[x.to-1].end
		var here []mention
		for ; at < len(marks) && s.doc.Tokens[marks[at].First].Start < end; at++ {
			if o, ok := c.owning(x, &marks[at]); ok {
				here = append(here, o)
			}
			if m, ok := c.marked(x, &marks[at]); ok {
				here = append(here, m)
			}
		}
		found = append(found, c.districts(c.withSure(x, c.join(x, here)))...)
	}
	return found, nil
}

// marked makes a mention of what the tagger found.
func (c *chunker) marked(x *sentence, m *names.Mention) (mention, bool) {
	from := c.wordAt(x, c.doc.Tokens[m.First].Start)
	to := c.wordAt(x, c.doc.Tokens[m.End-1].End)
	if to-from == 1 && (c.isNoName(x, from) || c.isBareHead(from, m.Label)) || m.End-m.First == 1 && to-from > 1 {
		return mention{}, false // of a token that was cut, the rules say which words are names
	}
	if n := cmp.Or(c.owner(from, to), c.twoCountries(from, to)); n > 0 && m.Label != dateline.Person {
		from += n
	} else if _, next := c.twoOrgs(from, to); m.Label == dateline.Org {
		from += next
	}
	cut := c.untied(from, to) < to
	if to = c.untied(from, to); isPlaceLabel(m.Label) {
		if from, to = c.placeBorders(from, to); c.isNoPlace(from, to) {
			return mention{}, false
		}
	}
	q := piece{in: x, mention: mention{from: from, to: to}}
	if m.Label == dateline.Person {
		if c.isNobody(from, to) {
			return mention{}, false
		}
		if n := c.titleLen(x, from, to); n > 0 && from+n < to && !(n == 1 && c.folds[from] == "dean" && to-from == 2) {
			q.from += n
		}
		c.titleBefore(&q)
	}
	c.score(&q)
	if q.to <= q.from {
		return mention{}, false
	}
	label := m.Label
	if isPlaceLabel(label) && q.to-q.from == 1 && isRoadNumber(c.words[q.from].text) && !c.isRoad(&q) {
		return mention{}, false
	}
	known, overruled := c.overruled(&q, label)
	switch {
	case overruled:
		label = known
	case c.isStateTeam(&q, label):
		label = dateline.Org
	case c.isTown(&q, label), c.isWhere(&q, label), label == dateline.Org && (cut && q.entry != nil && q.entry.Kind.Place() || c.isState(&q)):
		label = dateline.GPE
	case c.isBuilding(&q), c.isFactory(&q, label), label == dateline.Org && c.isJunction(&q):
		label = dateline.Fac
	}
	if c.isFirm(&q, label) || label != dateline.Person && c.isPeopleList(&q) || isPlaceLabel(label) && (c.isNation(&q) || c.isChamber(&q)) {
		label = dateline.Org
	}
	q.label, q.confidence = q.finer(label), m.Confidence
	return q.mention, true
}

// isNoName reports whether a word alone is a sign of money, a time zone or the
// like, whatever its capitals.
func (c *chunker) isNoName(x *sentence, i int) bool {
	w := &c.words[i]
	return strings.Contains(w.text, "$") || isParty(w.text) || w.is(lang.NoName) && c.known(x, i) == 0
}

// wordAt finds the first word of a sentence that begins at a byte or after it.
func (c *chunker) wordAt(x *sentence, start int) int {
	return x.from + sort.Search(x.to-x.from, func(i int) bool { return c.words[x.from+i].start >= start })
}

// titleReach is how many words a title may have.
const titleReach = 8

// titleBefore finds the title that ends where the piece begins.
func (c *chunker) titleBefore(q *piece) {
	for p := max(q.in.from, q.from-titleReach); p < q.from; p++ {
		if c.words[p].capital && p+c.titleLen(q.in, p, q.to) == q.from {
			q.title = dateline.Span{Start: c.words[p].start, End: c.words[q.from-1].end}
			q.gender = titleGender(&c.words[p])
			if p > q.in.from {
				q.country = c.stateOf(p - 1)
			}
			return
		}
	}
}

// stateOf returns the country that one word names, "" where it names none.
func (c *chunker) stateOf(i int) string {
	for e := range c.names.Entries(c.names.Find(c.folds[i : i+1])) {
		if e.Kind == gazetteer.Group || e.Kind == gazetteer.Country {
			return e.Country
		}
		break
	}
	return ""
}

// isFirm reports whether what the tagger takes for something else is an
// organisation by its last word: "Low Tide Consulting", "Dana Airline".
func (c *chunker) isFirm(q *piece, label dateline.Label) bool {
	last := c.words[q.to-1].fold
	if q.to-q.from < 2 || !c.lex.Is(last, lang.OrgSuffix) && (!c.lex.Is(last, lang.OrgHead) || c.lex.Is(last, lang.Undertaking)) && !(label == dateline.Person && c.words[q.from].is(lang.OrgStart)) {
		return false
	}
	switch label {
	case dateline.Work, dateline.Product:
		return true
	case dateline.GPE, dateline.Loc, dateline.Fac:
		before := c.folds[q.to-2]
		return (last == "line" || last == "lines") && c.lex.Is(before, lang.Carrier) || q.match.Words == 0 && (c.lex.Is(last, lang.Trust) || c.lex.Is(last, lang.FirmPlaceTail) || c.words[q.from].is(lang.OrgStart))
	case dateline.Person:
		if c.lex.Is(last, lang.FirmTail) && q.title.End == 0 {
			return true
		}
		_, given := c.names.Given(c.folds[q.from])
		return !given && q.title.End == 0 && (!c.names.Surname(last) || c.words[q.from].is(lang.OrgStart))
	}
	return false
}

// kinds are the labels that the tagger does not tell apart as well as the rules do.
var kinds = [][]int{{gpe, loc, fac}, {norp, event, work, law}}

// finer returns the label with most points among those of the same coarse kind
// as the tagger's, which wins where the rules have nothing to say. A body or seat
// of power that the gazetteer is sure of ("the Kremlin") is one.
func (q *piece) finer(label dateline.Label) dateline.Label {
	if q.isKnown(gazetteer.Organisation) || q.entry != nil && q.entry.Kind == gazetteer.Seat {
		return dateline.Org
	}
	at := index(label)
	for _, kind := range kinds {
		for _, k := range kind {
			if k != at {
				continue
			}
			best := at
			for _, k := range kind {
				if q.points[k] > q.points[best]+1 {
					best = k
				}
			}
			return pointLabels[best]
		}
	}
	return label
}

// join makes one name of two that the tagger cut and the rules read as one
// organisation: a people and what is right behind it ("African Development
// Bank"), and a head with "of" ("University of Iceland").
func (c *chunker) join(x *sentence, marked []mention) []mention {
	kept := marked[:0]
	for i, m := range marked {
		end := x.to
		if i+1 < len(marked) {
			end = marked[i+1].from
		}
		if to := c.withKind(x, &m, end); to > m.to {
			m.to, m.match, m.entry = to, gazetteer.Match{}, nil
		}
		if c.isPartner(x, &m) {
			m = mention{from: m.from - 2, to: m.to, label: dateline.Org, confidence: m.confidence}
			if n := len(kept); n > 0 && kept[n-1].to > m.from {
				m.from, kept = kept[n-1].from, kept[:n-1] // "Lowe Harlan & Voss"
			}
		}
		if n := len(kept); n > 0 && c.isOneOrg(&kept[n-1], &m) {
			p := &kept[n-1]
			q := piece{in: x, mention: mention{from: p.from, to: m.to}}
			c.score(&q)
			q.label, q.confidence = dateline.Org, min(p.confidence, m.confidence)
			*p = q.mention
			continue
		} else if n > 0 && c.isPort(x, &kept[n-1], &m) {
			p := &kept[n-1]
			p.to, p.label, p.match, p.entry = m.to, dateline.Org, gazetteer.Match{}, nil
			if p.from > x.from && c.folds[p.from-1] == "the" {
				p.label = dateline.Fac
			}
			continue
		} else if n > 0 && c.isBracketed(x, &kept[n-1], &m) {
			m.label = dateline.Org
		}
		kept = append(kept, m)
	}
	return kept
}

// isOneOrg reports whether two mentions of a sentence are one organisation.
func (c *chunker) isOneOrg(p, m *mention) bool {
	if m.title.End > 0 {
		return false
	}
	if p.to == m.from {
		last := c.words[m.to-1].fold
		if p.label == dateline.GPE && m.label == dateline.Org && m.to-m.from == 1 && c.lex.Is(last, lang.Paper) {
			return true // "New Zealand Herald"
		}
		return p.label == dateline.NORP && m.label == dateline.Org && p.to-p.from == 1 && c.lex.Is(last, lang.OrgHead) && !c.lex.Is(last, lang.StateHead)
	}
	gap := c.folds[p.to:m.from]
	if p.label == dateline.NORP && m.label == dateline.Org && slices.Equal(gap, []string{"people", "'s"}) {
		return c.words[p.to].capital && c.words[m.to-1].is(lang.OrgHead) // "Korean People's Army"
	}
	return p.label == dateline.Org && m.label != dateline.Person && c.words[p.to-1].is(lang.OrgHead) &&
		(slices.Equal(gap, []string{"of"}) || slices.Equal(gap, []string{"of", "the"}))
}

// isKnown reports whether the gazetteer is sure that the piece is of one of the kinds.
func (q *piece) isKnown(kinds ...gazetteer.Kind) bool {
	return q.sure && q.entry != nil && slices.Contains(kinds, q.entry.Kind)
}

// isCut reports whether the piece is a part of a token that was cut at a hyphen,
// such as the first of "Delhi-based".
func (c *chunker) isCut(q *piece) bool {
	return q.to < q.in.to && c.words[q.to].text == "-" && c.words[q.to].glued ||
		q.from > q.in.from && c.words[q.from-1].text == "-" && c.words[q.from].glued
}

// isSure reports whether the rules are sure of a name that the tagger passed over.
func (c *chunker) isSure(q *piece) bool {
	return q.isKnown(gazetteer.Country, gazetteer.Group, gazetteer.Seat) || c.isKnownBody(q) || c.isCut(q) || c.isDateline(q) ||
		articled(c.words[q.from].text) || c.isHyphened(q) || c.isStateOffice(q) || c.isState(q) || c.isHome(q) || c.isRoad(q) || c.isPassedOver(q)
}

// isKnownBody reports whether the gazetteer knows a piece as an organisation. One
// word must be no other name, and none that is written small: "Storting", not
// "Congress".
func (c *chunker) isKnownBody(q *piece) bool {
	if q.to-q.from > 1 || q.entry == nil || q.entry.Kind != gazetteer.Organisation {
		return q.isKnown(gazetteer.Organisation)
	}
	fold := c.folds[q.from]
	_, given := c.names.Given(fold)
	return !q.in.titled && !q.in.shouted && !given && !c.names.Surname(fold) && c.names.Lower(fold) <= rare
}

// withSure adds to the mentions of a sentence the names between them that the
// tagger passes over and the rules are sure of.
func (c *chunker) withSure(x *sentence, marked []mention) []mention {
	c.pieces = c.pieces[:0]
	c.sentence(x)
	var all []mention
	for i := range c.pieces {
		q := &c.pieces[i]
		if n := c.replaces(q, marked); n > 0 {
			all, marked = append(all, q.mention), marked[n:]
			continue
		}
		for len(marked) > 0 && marked[0].from < q.to {
			if marked[0].to > q.to {
				break
			}
			all, marked = append(all, marked[0]), marked[1:]
		}
		if len(all) > 0 && all[len(all)-1].to > q.from || len(marked) > 0 && marked[0].from < q.to {
			continue // the tagger has it
		}
		if c.isSure(q) {
			if e := q.entry; e != nil && e.Kind == gazetteer.City && c.isCut(q) && e.Population < cityInside && !e.Capital {
				q.points[gpe] = 0 // "Obama-era" is not of Obama in Japan
			}
			q.label, q.confidence = q.points.best()
			if q.label != "" {
				all = append(all, q.mention)
			}
		}
	}
	return append(all, marked...)
}
