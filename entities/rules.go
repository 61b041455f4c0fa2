package entities

import (
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/gazetteer"
)

// rules finds names by runs of capitalised words, gazetteers and cues. Each run
// is cut into pieces, each piece gets points for every label, and what the story
// says of the same words elsewhere is added before the label is chosen.
type rules struct{}

func (rules) detect(s *story) []mention {
	c := &chunker{story: s}
	for i := range s.sentences {
		c.sentence(&s.sentences[i])
	}
	shareEvidence(s, c.pieces)
	var found []mention
	for i := range c.pieces {
		p := &c.pieces[i]
		if label, confidence := p.points.best(); label != "" {
			p.label, p.confidence = label, confidence
			found = append(found, p.mention)
		}
	}
	return found
}

// piece is a stretch of a run that is one name, or none.
type piece struct {
	mention
	in     *sentence
	points points
	// sure says that the gazetteer alone decides.
	sure bool
}

// chunker cuts sentences into pieces.
type chunker struct {
	*story
	pieces []piece
}

func (c *chunker) sentence(x *sentence) {
	for i := x.from; i < x.to; {
		if !c.begins(x, i) {
			i++
			continue
		}
		end := c.runEnd(x, i)
		c.run(x, i, end)
		i = end
	}
}

// begins reports whether a name may begin with the word.
func (c *chunker) begins(x *sentence, i int) bool {
	w := &c.words[i]
	if !w.capital || strings.Contains(w.text, "$") {
		return false
	}
	if never[w.fold] && !w.caps {
		return c.known(x, i) > 1
	}
	if never[w.fold] && w.caps {
		return len(w.text) > 1 && c.known(x, i) > 0
	}
	if weekdays[w.fold] || months[w.fold] && (!c.next(x, i) || c.known(x, i+1) > 0) {
		return false
	}
	if x.shouted {
		return c.names.Lower(w.fold) < 0.2 || c.known(x, i) > 1
	}
	if x.titled && !w.first || w.first && x.titled {
		return c.names.Lower(w.fold) < 0.4 || c.known(x, i) > 1 || c.proper[w.fold] > 0 && c.small[w.fold] == 0
	}
	if w.first {
		return c.firstBegins(x, i)
	}
	return true
}

// firstBegins decides for the first word of a sentence, whose capital says nothing.
func (c *chunker) firstBegins(x *sentence, i int) bool {
	w := &c.words[i]
	if w.caps && len(w.text) > 1 {
		return true
	}
	if c.known(x, i) > 1 {
		return true
	}
	lower := c.names.Lower(w.fold)
	if c.next(x, i) {
		if office[w.fold] || courtesy[w.fold] || titleParts[w.fold] {
			return true
		}
		if _, given := c.names.Given(w.fold); lower < 0.5 || given && strings.HasPrefix(w.tag, "NNP") {
			return true
		}
		// "Human Rights Watch": a common word may begin an organisation's name.
		end := c.runEnd(x, i)
		return end-i > 2 && orgHead[c.words[end-1].fold] && w.tag != "IN" && w.tag != "DT" && w.tag != "RB" && w.tag != "CC"
	}
	if c.proper[w.fold] > 0 && c.small[w.fold] == 0 {
		return true
	}
	return lower < 0.3 && c.small[w.fold] == 0
}

// next reports whether the word after is one of a name too.
func (c *chunker) next(x *sentence, i int) bool {
	return i+1 < x.to && c.words[i+1].capital && !never[c.words[i+1].fold]
}

// known returns how many words the longest known name has that begins here.
func (c *chunker) known(x *sentence, i int) int {
	m := c.names.Longest(c.folds[i:x.to])
	for k := i; k < i+m.Words; k++ {
		if w := &c.words[k]; !w.capital && w.letter && !particles[w.fold] && !never[w.fold] {
			return 0
		}
	}
	for _, caps := range c.names.Entries(m) {
		if m.Words > 1 || !caps || c.words[i].caps {
			return m.Words
		}
	}
	return 0
}

// longestRun bounds the words of a run, so that a text in capitals alone is cut
// up rather than looked at again from each word.
const longestRun = 40

// runEnd returns where the run of words that begins here ends.
func (c *chunker) runEnd(x *sentence, i int) int {
	start := i
	end := i + max(1, c.known(x, i))
	for end < min(x.to, start+longestRun) {
		w := &c.words[end]
		switch {
		case w.capital && !c.breaks(x, end):
			end++
		case w.fold == "of" && c.joinsOf(start, end) && c.capitalAfter(x, end+1):
			end++
			if c.words[end].fold == "the" {
				end++
			}
			end++
		case (w.fold == "for" || w.fold == "on") && orgHead[c.words[end-1].fold] && c.next(x, end) && !x.titled:
			end += 2
		case w.fold == "and" && c.listsOf(start, end) && c.next(x, end):
			end += 2
		case w.text == "," && end+1 < x.to && incorporated[c.words[end+1].fold] && c.words[end+1].capital:
			end += 2
		case w.text == "&" && c.next(x, end):
			end += 2
		case (w.text == "-" || w.text == "–") && w.glued && c.next(x, end) && c.words[end+1].glued:
			end += 2
		case particles[w.fold] && !w.capital && w.letter && c.next(x, end):
			end += 2
		case particles[w.fold] && end+2 < x.to && particles[c.words[end+1].fold] && c.next(x, end+1):
			end += 3
		case w.fold == "'s" && c.possessiveName(x, start, end):
			end++
		default:
			return end
		}
	}
	return end
}

// breaks reports whether a capitalised word ends the run before it.
func (c *chunker) breaks(x *sentence, i int) bool {
	w := &c.words[i]
	if never[w.fold] && !(w.caps && len(w.text) == 2) {
		// "North", "South": inside a name, as in "Iran North Korea".
		return !gpeStart[w.fold] || !c.next(x, i)
	}
	if weekdays[w.fold] || months[w.fold] && (i+1 >= x.to || !c.words[i+1].capital) {
		return true
	}
	if x.shouted || x.titled {
		return c.names.Lower(w.fold) > 0.5 && c.known(x, i) < 1 && !orgHead[w.fold] && !orgSuffix[w.fold]
	}
	return false
}

// capitalAfter reports whether "of" or "of the" is followed by a capital.
func (c *chunker) capitalAfter(x *sentence, i int) bool {
	if i < x.to && c.words[i].fold == "the" {
		i++
	}
	return i < x.to && c.words[i].capital && !never[c.words[i].fold]
}

// joinsOf reports whether "of" after the words belongs to a name: University of …,
// Bay of …, Secretary of ….
func (c *chunker) joinsOf(start, end int) bool {
	last := c.words[end-1].fold
	if c.words[end-1].capital {
		if orgHead[last] || locHead[last] || lawHead[last] || gpeHead[last] || last == "secretary" || last == "chief" || last == "isle" ||
			last == "battle" || last == "house" || last == "minister" || last == "knights" || last == "church" || last == "states" {
			return true
		}
	}
	return false
}

// listsOf reports whether "and" may go on a name: "Ministry of Health and Welfare".
func (c *chunker) listsOf(start, end int) bool {
	if !orgHead[c.words[start].fold] && !orgHead[c.words[max(start, end-3)].fold] {
		return false
	}
	for i := start; i < end; i++ {
		if orgOf[c.words[i].fold] {
			return true
		}
	}
	return false
}

// possessiveName reports whether 's belongs to a name, such as McDonald's.
func (c *chunker) possessiveName(x *sentence, start, end int) bool {
	m := c.names.Longest(c.folds[start : end+1])
	return m.Words == end+1-start
}

// run cuts a run of words into pieces.
func (c *chunker) run(x *sentence, from, to int) {
	title := dateline.Span{}
	var gender gazetteer.Gender
	country := ""
	for p := from; p < to; {
		if f := c.words[p].fold; (f == "former" || f == "ex" || f == "then") && p+1 < to && c.known(x, p) < 2 {
			p++
			continue
		}
		if n := c.titleLen(x, p, to); n > 0 && c.known(x, p) <= n {
			if title == (dateline.Span{}) {
				title.Start = c.words[p].start
			}
			title.End = c.words[p+n-1].end
			gender = max(gender, titleGender(c.words[p].fold))
			p += n
			continue
		}
		n := c.pieceLen(x, p, to)
		q := piece{in: x, mention: mention{from: p, to: p + n, title: title, gender: gender, country: country}}
		c.score(&q)
		if q.to > q.from {
			c.pieces = append(c.pieces, q)
		}
		if q.match.Words > 0 && q.entry != nil && (q.entry.Kind == gazetteer.Group || q.entry.Kind == gazetteer.Country) {
			country = q.entry.Country
		}
		title, gender = dateline.Span{}, 0
		p += n
	}
}

// portfolio returns where the office word of "Forestry Minister" stands, or p
// where what comes before is no common word.
func (c *chunker) portfolio(p, to int) int {
	for i := p; i < min(to, p+4); i++ {
		f := c.words[i].fold
		if i > p && cutting[f] {
			return i
		}
		if c.names.Lower(f) < 0.4 || orgHead[f] {
			break
		}
	}
	return p
}

// titleGender is what a courtesy title says.
func titleGender(fold string) gazetteer.Gender {
	switch fold {
	case "mr", "mr.", "sir", "lord", "king", "prince":
		return gazetteer.Male
	case "mrs", "mrs.", "ms", "ms.", "miss", "lady", "dame", "queen", "princess":
		return gazetteer.Female
	}
	return gazetteer.Either
}

// titleLen returns how many words of the run are a title with a name after them
// or with nothing after them, 0 for none.
func (c *chunker) titleLen(x *sentence, p, to int) int {
	i := p
	for i < to && titleParts[c.words[i].fold] && i-p < 4 {
		i++
	}
	if i == p {
		i = c.portfolio(p, to)
	}
	switch {
	case i == p && i < to && courtesy[c.words[i].fold]:
		if i+1 < to || c.words[i].fold[len(c.words[i].fold)-1] == '.' {
			return 1
		}
		return 0
	case i < to && office[c.words[i].fold]:
		i++
	case i > p && office[c.words[i-1].fold]:
	case i == p:
		return 0
	default:
		for k := i - 1; k >= p; k-- {
			if office[c.words[k].fold] {
				return k + 1 - p
			}
		}
		return 0
	}
	for i < to && office[c.words[i].fold] {
		i++
	}
	if i+1 < to && c.words[i].fold == "of" {
		// "Secretary of State Antony Blinken": one word belongs to the title, more
		// when it is a title's word ("of Defense", "of the Treasury").
		i++
		if c.words[i].fold == "the" {
			i++
		}
		for i < to && (titleParts[c.words[i].fold] || c.words[i].fold == "affairs" || c.words[i].fold == "staff") {
			i++
		}
		if i < to && c.words[i-1].fold == "of" {
			i--
			return i - p
		}
	}
	if i < to {
		last := c.words[to-1].fold
		if orgHead[last] && to-p <= i-p+1 || gpeHead[last] || facHead[last] && to-i == 1 || lawHead[last] {
			return 0
		}
	}
	return i - p
}
