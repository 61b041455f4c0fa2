package entities

import (
	"context"
	"fmt"
	"sort"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/internal/names"
	"github.com/dateline-go/dateline/internal/pace"
	"github.com/dateline-go/dateline/lang"
)

// detector finds the names of a story: the trained tagger says where they stand and of what coarse
// kind they are, the rules of rules.go mend its borders and kinds by the gazetteer and by what
// stands beside.
type detector struct {
	story *story
	out   without // rules that are left out
	say   func(dateline.Decision)
}

// detect returns the names of a story, in order and without overlap.
func (d *detector) detect(ctx context.Context, tagger *names.Tagger) ([]mention, error) {
	marks, err := tagger.Tag(ctx, nil, d.story.doc.Text, d.story.doc.Sentences, d.story.doc.Tokens)
	if err != nil {
		return nil, fmt.Errorf("names: %w", err)
	}
	at := 0
	var found []mention
	p := pace.New(ctx)
	for i := range d.story.sentences {
		x := &d.story.sentences[i]
		if p.Stop(x.to - x.from) {
			return nil, p.Err()
		}
		end := d.story.words[x.to-1].end
		var here []mention
		for ; at < len(marks) && d.story.doc.Tokens[marks[at].First].Start < end; at++ {
			here = d.marked(here, x, &marks[at])
		}
		found = append(found, d.add(x, d.story.knownBodies(x, d.join(x, here)))...)
	}
	return found, nil
}

// wordAt finds the first word of a sentence that begins at a byte or after it.
func (s *story) wordAt(x *sentence, start int) int {
	return x.from + sort.Search(x.to-x.from, func(i int) bool { return s.words[x.from+i].start >= start })
}

// marked appends what the tagger found, as one name or two, or drops it.
func (d *detector) marked(list []mention, x *sentence, m *names.Mention) []mention {
	from := d.story.wordAt(x, d.story.doc.Tokens[m.First].Start)
	to := d.story.wordAt(x, d.story.doc.Tokens[m.End-1].End)
	if m.End-m.First == 1 && to-from > 1 {
		return list // of a token that was cut at a hyphen, the rules say which words are names
	}
	for i := range cutRules {
		r := &cutRules[i]
		if d.out[r.ID] || !r.on(m.Label) {
			continue
		}
		k, ok := r.cut(d.story, from, to)
		if !ok {
			continue
		}
		from, to = k.from, k.to
		d.decided("detect", r.ID, from, to, "cut")
		if q, ok := d.story.candidate(x, k.other, k.otherEnd); ok && k.otherEnd > k.other {
			q.label, q.confidence = k.label, m.Confidence
			list = append(list, q.mention)
		}
	}
	for i := range dropRules {
		if r := &dropRules[i]; !d.out[r.ID] && r.on(m.Label) && r.when(d.story, x, from, to) {
			d.decided("detect", r.ID, from, to, "no name")
			return list
		}
	}
	q, ok := d.story.candidate(x, from, to)
	if !ok {
		return list
	}
	q.label, q.confidence = m.Label, m.Confidence
	if m.Label == dateline.Person {
		d.title(&q)
	}
	d.kind(&q, m)
	return append(list, q.mention)
}

// title sets the title that stands before a person's name.
func (d *detector) title(q *candidate) {
	d.story.titleBefore(q)
	if q.title.End == 0 && d.story.lex.Is(d.story.before(q), lang.Office) && !q.sure {
		d.story.smallTitle(q)
	}
}

// kind gives a name the label that the first rule which applies says.
func (d *detector) kind(q *candidate, m *names.Mention) {
	for i := range kindRules {
		r := &kindRules[i]
		if d.out[r.ID] || !r.when(d.story, q) {
			continue
		}
		if q.label != r.to {
			d.decided("detect", r.ID, q.from, q.to, string(r.to))
		}
		q.label = r.to
		return
	}
	if d.say != nil {
		d.say(dateline.Decision{Pass: "entities/detect", Start: d.story.words[q.from].start, End: d.story.words[q.to-1].end,
			What: string(q.label), Confidence: m.Confidence})
	}
}

// decided notes what a rule did to the words [from, to).
func (d *detector) decided(pass, rule string, from, to int, what string) {
	if d.say == nil || to <= from {
		return
	}
	d.say(dateline.Decision{Pass: "entities/" + pass, Rule: rule,
		Start: d.story.words[from].start, End: d.story.words[to-1].end, What: what})
}

// join makes one name of two that the tagger cut, and lengthens firms by the words for their kind.
func (d *detector) join(x *sentence, marked []mention) []mention {
	kept := marked[:0]
	for i := 0; i < len(marked); i++ {
		m := marked[i]
		end := x.to
		if i+1 < len(marked) {
			end = marked[i+1].from
		}
		if to := d.story.withKind(x, &m, end); to > m.to {
			m.to, m.match, m.entry = to, gazetteer.Match{}, nil
		}
		if to := d.story.withBracket(x, &m); to > m.to {
			m.to, m.match, m.entry = to, gazetteer.Match{}, nil
			for i+1 < len(marked) && marked[i+1].from < to {
				i++ // what the brackets hold
			}
		}
		if from, to, ok := d.story.wholeBody(x, &m, end); ok && (len(kept) == 0 || kept[len(kept)-1].to <= from) {
			m = mention{from: from, to: to, label: dateline.Org, confidence: m.confidence}
		}
		if d.story.isPartner(x, &m) {
			m = mention{from: m.from - 2, to: m.to, label: dateline.Org, confidence: m.confidence}
			if n := len(kept); n > 0 && kept[n-1].to > m.from {
				m.from, kept = kept[n-1].from, kept[:n-1] // "Lowe Harlan & Voss"
			}
		}
		if n := len(kept); n > 0 {
			if label, ok := d.joinedLabel(x, &kept[n-1], &m); ok {
				kept[n-1] = d.story.joined(x, &kept[n-1], &m, label)
				continue
			}
			if d.story.isBracketed(x, &kept[n-1], &m) {
				m.label = dateline.Org
			}
		}
		kept = append(kept, m)
	}
	return kept
}

// joinedLabel returns the label of the one name that two are, and whether they are one.
func (d *detector) joinedLabel(x *sentence, p, m *mention) (dateline.Label, bool) {
	for i := range joinRules {
		if r := &joinRules[i]; !d.out[r.ID] && r.when(d.story, x, p, m) {
			d.decided("detect", r.ID, p.from, m.to, string(r.to))
			return r.to, true
		}
	}
	return "", false
}

// add puts the names between those of a sentence that the tagger passed over and a rule is sure of.
func (d *detector) add(x *sentence, marked []mention) []mention {
	var all []mention
	for i := x.from; i < x.to; {
		for len(marked) > 0 && marked[0].from <= i {
			all = append(all, marked[0])
			i = max(i, marked[0].to)
			marked = marked[1:]
		}
		end := x.to
		if len(marked) > 0 {
			end = marked[0].from
		}
		if i >= end {
			continue
		}
		n := d.addable(x, i)
		if i+n > end {
			n = 1 // the tagger has the rest of it
		} else if q, ok := d.added(x, i, i+n); ok {
			all = append(all, q)
		}
		i += max(1, n)
	}
	return append(all, marked...)
}

// addable returns how many words from one on may be a name that was passed over, 0 for none.
func (d *detector) addable(x *sentence, i int) int {
	w := &d.story.words[i]
	if !w.capital {
		return 0
	}
	n := max(d.story.known(x, i), d.story.firmLen(x, i), d.story.countyLen(x, i))
	if n < 2 && (w.is(lang.NoName) && (!w.caps || n == 0) || w.is(lang.Month)) || w.is(lang.Weekday) {
		return 0
	}
	return max(1, n)
}

// added returns the name that the first rule which applies makes of words.
func (d *detector) added(x *sentence, from, to int) (mention, bool) {
	if to <= from {
		return mention{}, false
	}
	q, ok := d.story.candidate(x, from, to)
	if !ok {
		return mention{}, false
	}
	for i := range addRules {
		r := &addRules[i]
		if d.out[r.ID] || !r.when(d.story, &q) {
			continue
		}
		q.label, q.confidence = r.to, addConfidence
		if r.to == "" {
			q.label = q.entry.Kind.Label()
		}
		d.decided("detect", r.ID, q.from, q.to, string(q.label))
		return q.mention, true
	}
	return mention{}, false
}
