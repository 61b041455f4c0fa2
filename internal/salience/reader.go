package salience

import (
	"math"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/pos"
)

// reader walks through the places of a Document's items with its tokens, blocks
// and sentences.
type reader struct {
	doc             *dateline.Document
	lang            *lang.Pack
	headline        headline
	token, after    int // the first token of the place, and the one behind it
	block, sentence int
	opens           int  // the first token of the sentence
	body            int  // the first token behind the headline, kicker and dek
	inside          bool // inside quotation marks
	head            int  // where the headline, kicker and dek end
	opening         int  // the index of the first sentence behind them
	lead            int  // where the paragraph of that ends
	seen            int  // items named so far
	seenNames       int
	total, top      float64
	of              []track // for each item
}

// track is what was seen of an item.
type track struct {
	block    int // that named it last, and one
	last     int // the sentence that named it last, and one
	from, to int // its first and last place in the body
	sentence int // of the first
	token    int
	turn     int // how many items were named before it
	named    int // how many entities
	begun    bool
}

func newReader(doc *dateline.Document, items int, s *token.Stems, pack *lang.Pack) *reader {
	r := &reader{doc: doc, lang: pack, headline: newHeadline(doc, s), of: make([]track, items), top: 1}
	for _, b := range doc.Blocks {
		switch b.Kind {
		case dateline.BlockHeadline, dateline.BlockKicker, dateline.BlockDek:
			r.head = b.End
		}
	}
	end := 0
	for i, s := range doc.Sentences {
		if s.Start >= r.head {
			r.opening, end = i, s.End
			break
		}
	}
	for _, b := range doc.Blocks {
		if b.End >= end {
			r.lead = b.End
			break
		}
	}
	for r.body < len(doc.Tokens) && doc.Tokens[r.body].Start < r.head {
		r.body++
	}
	return r
}

// seek finds the tokens, the sentence and the block of a place. Places come in
// order.
func (r *reader) seek(s dateline.Span) {
	tokens := r.doc.Tokens
	for r.sentence < len(r.doc.Sentences) && r.doc.Sentences[r.sentence].End <= s.Start {
		r.sentence++
		r.opens = -1
	}
	for r.token < len(tokens) && tokens[r.token].Start < s.Start {
		switch r.doc.Text[tokens[r.token].Start:tokens[r.token].End] {
		case "“", "``":
			r.inside = true
		case "”", "''":
			r.inside = false
		case "\"":
			r.inside = !r.inside
		}
		r.token++
		if r.opens < 0 && r.sentence < len(r.doc.Sentences) && tokens[r.token-1].Start >= r.doc.Sentences[r.sentence].Start {
			r.opens = r.token - 1
		}
	}
	if r.opens < 0 {
		r.opens = r.token
	}
	r.after = max(r.after, r.token)
	for r.after < len(tokens) && tokens[r.after].Start < s.End {
		r.after++
	}
	for r.block < len(r.doc.Blocks) && r.doc.Blocks[r.block].End < s.End {
		r.block++
		r.inside = false // a mark that is never closed ends with its paragraph
	}
}

// add counts a place for the vector of its item.
func (r *reader) add(v []float64, p place) {
	t := &r.of[p.item]
	said := r.headline.share(r.doc.Words(p.Span))
	if said == 1 {
		v[named] = 1
	}
	v[overlap] = max(v[overlap], said)
	v[count]++
	r.total++
	r.top = max(r.top, v[count])
	if t.block != r.block+1 {
		t.block = r.block + 1
		v[spread]++
	}
	if t.last != r.sentence+1 {
		t.last = r.sentence + 1
		v[sentences]++
	}
	if p.Start < r.head {
		v[dek] = 1
	} else {
		if !t.begun {
			*t = track{block: t.block, last: t.last, from: p.Start, sentence: r.sentence - r.opening, token: r.token - r.body,
				turn: r.seen, named: r.seenNames, begun: true}
			r.seen++
			if p.item < len(r.doc.Entities) {
				r.seenNames++
			}
			if s := r.sentence; s < len(r.doc.Sentences) {
				x := r.doc.Sentences[s]
				v[offset] = float64(p.Start-x.Start) / float64(max(1, x.End-x.Start))
			}
			switch t.sentence {
			case 0:
				v[opening] = 1
			case 1:
				v[second] = 1
			}
			if p.Start < r.lead {
				v[lead] = 1
			}
		}
		t.to = p.Start
		v[middle] += float64(p.Start-r.head) / float64(max(1, len(r.doc.Text)-r.head))
	}
	r.around(v)
}

// frontWords is how many words of a sentence are its front.
const frontWords = 4

// around counts what stands around a place.
func (r *reader) around(v []float64) {
	if r.inside {
		v[quoted]++
	}
	if r.token-r.opens < frontWords {
		v[front]++
	}
	if r.token > 0 && r.token > r.opens {
		switch before := r.pos(r.token - 1); {
		case before.Is(pos.Preposition | pos.Infinitive):
			v[after]++
		case before.Is(pos.Comma | pos.Conjunction):
			v[listed]++
		}
	}
	if r.speech(r.token-1) || r.speech(r.after) || r.speech(r.after+1) {
		v[says]++
	}
	if r.after >= len(r.doc.Tokens) {
		return
	}
	switch behind := r.pos(r.after); {
	case behind.Is(pos.Verb | pos.Modal):
		v[subject]++
	case behind.Is(pos.Noun | pos.Genitive):
		v[owner]++
	}
}

// pos returns what a token is in its sentence.
func (r *reader) pos(i int) pos.Class { return r.lang.Tagset.Of(r.doc.Tokens[i].Tag) }

// speech reports whether a token is a verb of saying.
func (r *reader) speech(i int) bool {
	if i < 0 || i >= len(r.doc.Tokens) || !r.pos(i).Is(pos.Verb) {
		return false
	}
	t := r.doc.Tokens[i]
	return r.lang.Lexicon.Is(r.doc.Text[t.Start:t.End], lang.ReportVerb)
}

// finish turns counts into shares.
func (r *reader) finish(list [][]float64) {
	size := float64(max(1, len(r.doc.Text)-r.head))
	longest := math.Log1p(float64(len(r.doc.Tokens)))
	counts := make([]int, int(r.top)+2) // of items that are named less often
	for _, v := range list {
		counts[int(v[count])+1]++
	}
	for i := 1; i < len(counts); i++ {
		counts[i] += counts[i-1]
	}
	all := float64(max(1, len(list)))
	for i, v := range list {
		t, n := &r.of[i], v[count]
		if n == 0 {
			continue
		}
		if t.begun {
			at := float64(t.from-r.head) / size
			v[first] = 1 - math.Sqrt(max(0, at))
			v[early] = 1 - math.Log1p(float64(max(0, t.token)))/longest
			v[depth] = 1 - math.Log1p(float64(max(0, t.sentence)))/6
			v[order] = 1 / float64(1+t.named)
			v[turn] = 1 - float64(t.turn)/all
			v[reach] = float64(t.to-t.from) / size
		}
		if n == 1 {
			v[once] = 1
		}
		v[rank] = float64(counts[int(n)]) / all
		v[most], v[share], v[count] = n/r.top, n/(r.total+fewNames), math.Log(n)
		v[spread] /= float64(max(1, len(r.doc.Blocks)))
		v[sentences] /= float64(max(1, len(r.doc.Sentences)))
		for _, k := range [...]int{middle, front, subject, owner, quoted, after, listed, says} {
			v[k] /= n
		}
	}
}

// fewNames is added to the number of all mentions, so that one of the four of a
// short story is no large share.
const fewNames = 30
