package statement

import (
	"math"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/logistic"
	"github.com/dateline-go/dateline/internal/pace"
	"github.com/dateline-go/dateline/internal/statement/lexicon"
	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/pos"
)

// Model holds the weights of the three choices.
type Model struct {
	Cue, Start, End []float64
}

// Statement is what somebody said, thought or wants, by the story.
type Statement struct {
	Frame
	// Content holds runs of tokens, in order, without what lies between them.
	Content   [][2]int
	Direct    bool
	anonymity bool // it is the wish to stay unnamed
	withheld  bool // it stands in what somebody asks, denies or does not say
	thing     bool // it is a thing, no words: "promised a third of it"
	repeated  bool // it stands in what somebody else says, and has no source
	// Chance is how sure it is, 0..1.
	Chance float64
	// Follows is the number, from 1, of the statement whose speaker goes on; 0 for none.
	Follows int
}

// Finder finds statements. Its buffers are used again; it is not safe for
// concurrent use. The zero value with a Model, Words and a Tagset is ready.
type Finder struct {
	Model *Model
	Words *lexicon.Lexicon
	// Tagset says what the tags of the tokens mean.
	Tagset *pos.Tagset
	// Case says what a capital letter tells, where there are no tags.
	Case  lang.Case
	Story Story
	v     vector
	// MarksOnly says that the language has no rules about clauses, so that only what stands between quotation marks is
	// looked for.
	MarksOnly bool
	// Observe, where it is set, is shown each choice of whether a frame attributes; it keeps nothing of it.
	Observe func(*Choice)
	places  []int
	ends    []endPlace
	found   []Statement
	spans   [][2]int
}

// Frames reads a Document and returns its cues.
func (d *Finder) Frames(doc *dateline.Document) []Frame {
	d.read(doc)
	d.Story.findFrames()
	return d.Story.frames
}

func (d *Finder) read(doc *dateline.Document) {
	d.Story.words, d.Story.tagset, d.Story.nounCase = d.Words, d.Tagset, d.Case
	d.Story.Read(doc)
}

// Content returns the content of a frame, nil where there is none. What it
// returns is good until the next call of Frames.
func (d *Finder) Content(f *Frame) [][2]int {
	n := len(d.spans)
	if f.Shape != Right {
		d.spans = append(d.spans, f.left)
	}
	if f.Shape != Left && f.right < f.limit {
		if from, to := d.right(f); to > from {
			d.spans = append(d.spans, [2]int{from, to})
			if !f.Turn {
				d.continued(to)
			}
		}
	}
	return d.spans[n:len(d.spans):len(d.spans)]
}

// right chooses the borders of the content on the right.
func (d *Finder) right(f *Frame) (from, to int) {
	s := &d.Story
	from = f.right
	if f.Turn {
		return from, f.limit
	}
	if f.Shape == Right || f.Shape == Raised {
		d.places = s.starts(f, d.places[:0])
		best := math.Inf(-1)
		for _, i := range d.places {
			d.v = s.startFeatures(f, i, d.v[:0])
			if x := d.v.score(d.Model.Start); x > best {
				best, from = x, i
			}
		}
		if len(d.places) == 0 {
			return 0, 0
		}
	}
	d.ends = s.ends(f, from, d.ends[:0])
	best := math.Inf(-1)
	for _, e := range d.ends {
		d.v = s.endFeatures(f, from, e, d.v[:0])
		if x := d.v.score(d.Model.End); x > best {
			best, to = x, e.at
		}
	}
	return from, to
}

// continued adds the paragraphs over which a quotation that ends at token i runs on.
func (d *Finder) continued(i int) {
	s := &d.Story
	if i == 0 || s.tokens[i-1].region < 0 {
		return
	}
	for r := int(s.tokens[i-1].region); s.regions[r].Continues && s.regions[r].Close == i; {
		r++
		for r < len(s.regions) && s.regions[r].Open != i {
			r++
		}
		if r == len(s.regions) {
			return
		}
		from := i
		i = s.regions[r].Close
		if s.regions[r].Closed {
			i++
		}
		d.spans = append(d.spans, [2]int{from, i})
	}
}

// Find returns the statements of a Document whose chance is at least the
// threshold. What it returns is good until the next call.
//
// When p stops there are too few of them, and the caller gives the error.
func (d *Finder) Find(doc *dateline.Document, threshold float64, p *pace.Pace) []Statement {
	d.found, d.spans = d.found[:0], d.spans[:0]
	if p.Now() != nil {
		return nil
	}
	if d.MarksOnly {
		d.read(doc)
		d.marked(p)
		return d.found
	}
	frames := d.Frames(doc)
	for i := range frames {
		f := &frames[i] // no copy: it would be one on the heap for every cue
		if p.Stop(f.limit - f.right) {
			return nil
		}
		chance, rule := d.chance(f)
		if d.Observe != nil {
			d.Observe(&Choice{Frame: f, Chance: chance, Rule: rule, Features: d.v, Kept: chance >= threshold})
		}
		if chance < threshold {
			continue
		}
		content := d.Content(f)
		if len(content) == 0 {
			continue
		}
		d.found = append(d.found, Statement{
			Frame: *f, Content: content, Direct: d.Story.direct(content), Chance: chance,
			anonymity: d.Story.asksAnonymity(f, content), thing: d.Story.isThing(f, content),
		})
	}
	d.found = d.distinct(d.found)
	d.withinOthers()
	d.otherSpeakers()
	d.follow()
	d.alone()
	d.hush()
	d.repeat()
	return d.found
}

// Choice is whether a frame attributes something.
type Choice struct {
	*Frame
	Chance   float64 // 0..1
	Rule     string  // that decided instead of the features; "" for none
	Features []int16 // the places of their weights
	Kept     bool
}

// chance says how likely a frame attributes something, and by which rule where it is not by its features.
func (d *Finder) chance(f *Frame) (chance float64, rule string) {
	d.v = f.features(d.v[:0])
	chance = logistic.Chance(d.v.score(d.Model.Cue))
	switch {
	case f.Turn:
		return turnChance, "label of a transcript"
	case f.Signed && chance < signedChance:
		return signedChance, "signed quotation"
	}
	return chance, ""
}

// direct reports whether content has a double quotation mark in it or right before it.
func (s *Story) direct(content [][2]int) bool {
	for _, c := range content {
		if c[0] > 0 && s.tokens[c[0]-1].mark == '(' {
			return true
		}
		for i := c[0]; i < c[1]; i++ {
			if s.tokens[i].mark != 0 {
				return true
			}
		}
	}
	return false
}

// Span returns the bytes of a run of tokens.
func (s *Story) Span(run [2]int) dateline.Span {
	if run[1] <= run[0] {
		return dateline.Span{}
	}
	return dateline.Span{Start: s.doc.Tokens[run[0]].Start, End: s.doc.Tokens[run[1]-1].End}
}

// follow gives a sentence that is a quotation without a cue of its own to the last
// statement of the sentence before it, in the same paragraph.
func (d *Finder) follow() {
	s := &d.Story
	for i := range d.found {
		x := &d.found[i]
		if x.inQuote || x.Signed || i+1 < len(d.found) && d.found[i+1].sentence == x.sentence {
			continue
		}
		last := &x.Content[len(x.Content)-1]
		for next := s.sentences[x.sentence].end; next < len(s.tokens) && s.tokens[next].mark == '(' &&
			s.paragraphEnd(s.sentences[x.sentence].start) > next; {
			c := clauses{Story: s, sentence: s.sentences[x.sentence]}
			if last[1] > next || !c.unclaimed(next) || d.covered(i, next) ||
				i+1 < len(d.found) && d.found[i+1].Content[0][0] <= next &&
					d.found[i+1].Content[len(d.found[i+1].Content)-1][1] > next {
				break
			}
			end := c.regionEnd(next)
			x.Content = append(x.Content, [2]int{next, end})
			x.Direct = true
			last = &x.Content[len(x.Content)-1]
			next = end
		}
	}
}

// covered reports whether a statement before the one at i, of the same sentence,
// has token k in its content.
func (d *Finder) covered(i, k int) bool {
	for j := i - 1; j >= max(0, i-window) && d.found[j].sentence == d.found[i].sentence; j-- {
		for _, c := range d.found[j].Content {
			if c[0] <= k && k < c[1] {
				return true
			}
		}
	}
	return false
}

// same is the share of tokens that two contents have in common from which on they are
// one statement.
const same = 0.7

// distinct leaves out, of statements that are nearly the same, all but the surest.
// Statements of one content lie near each other, so that only a few behind each
// are looked at.
func (d *Finder) distinct(list []Statement) []Statement {
	out := list[:0]
	for i := range list {
		x := list[i]
		keep := true
		for k := len(out) - 1; k >= max(0, len(out)-window); k-- {
			if alike(out[k].Content, x.Content) < same {
				continue
			}
			if out[k].Chance >= x.Chance {
				keep = false
			} else {
				out = append(out[:k], out[k+1:]...)
			}
		}
		if keep {
			out = append(out, x)
		}
	}
	return out
}

const window = 8

// alike is the share of tokens that two contents have in common.
func alike(a, b [][2]int) float64 {
	common, all := 0, 0
	for _, x := range a {
		all += x[1] - x[0]
		for _, y := range b {
			common += max(0, min(x[1], y[1])-max(x[0], y[0]))
		}
	}
	for _, y := range b {
		all += y[1] - y[0]
	}
	return float64(common) / float64(all-common)
}
