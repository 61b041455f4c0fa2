package search

import (
	"cmp"
	"slices"
	"strings"

	"github.com/dateline-go/dateline"
)

// Reason is one thing that two articles share.
type Reason struct {
	// Kind is one of the Kind constants.
	Kind string `json:"kind"`
	// Text names the thing: an entity's canonical name, else words of the article
	// that was asked about. A keyphrase is one of either article that stands in both.
	Text string `json:"text"`
	// Weight is the part of the score, before age, that comes from it, 0..1.
	Weight float64 `json:"weight"`
	// Here are places of it in the text of the article that was asked about, There
	// in that of the related one: in order, one at least, three at most.
	Here  []dateline.Span `json:"here"`
	There []dateline.Span `json:"there"`
}

// The kinds of reason.
const (
	KindPerson       = "person"
	KindOrganisation = "organisation"
	KindPlace        = "place"
	KindCountry      = "country"
	KindGroup        = "group" // a nationality, religion or party
	KindEvent        = "event"
	KindWork         = "work"
	KindProduct      = "product"
	KindLaw          = "law"
	KindKeyphrase    = "keyphrase"
	KindWord         = "word"
)

const (
	maxReasons  = 6
	wordReasons = 3 // words are given as reasons only up to so many in all
	maxPlaces   = 3 // for each reason
	// leastReason is the part of all that is shared which makes a reason.
	leastReason = 0.01
)

// traces are the places in a text of what can be a reason.
type traces struct {
	entities []trace // by salience
	phrases  []trace // by score
	words    []trace // by their first place
	at       map[string]*trace
	text     string
	sequence []place // the words of the text but stop words
}

// place is a word in a text.
type place struct {
	key  uint32
	span dateline.Span
}

// trace is one thing with its places, which keyphrases have not.
type trace struct {
	reason Reason // without weight
	key    string // the same in two articles that share it, none for keyphrases
	words  []uint32
	spans  []dateline.Span
}

// trace finds the places of what a document is about.
func (m *profiler) trace(doc *dateline.Document) *traces {
	t := &traces{at: map[string]*trace{}, text: doc.Text}
	mentions := map[string][]dateline.Span{}
	for _, n := range doc.Mentions {
		if n.Entity != "" && len(mentions[n.Entity]) < maxPlaces {
			mentions[n.Entity] = append(mentions[n.Entity], n.Span())
		}
	}
	for i := range doc.Entities {
		e := &doc.Entities[i]
		t.entities = append(t.entities, trace{Reason{Kind: reasonFor(e), Text: e.Name}, "e" + e.ID,
			append(m.keys(e.Name), entityKey(e.ID)), mentions[e.ID]})
	}
	for _, k := range doc.Keyphrases {
		t.phrases = append(t.phrases, trace{reason: Reason{Kind: KindKeyphrase, Text: k.Text}, words: m.keys(k.Text)})
	}
	at := map[string]int{}
	m.buf = m.splitter.Append(m.buf[:0], doc.Text)
	for _, w := range m.buf {
		if w.Term == "" {
			continue
		}
		t.sequence = append(t.sequence, place{m.info(doc.Text[w.Start:w.End], w.Term).key, bare(doc.Text, w.Start, w.End)})
		if '0' <= w.Term[0] && w.Term[0] <= '9' {
			continue // years and amounts are no reason to read on
		}
		i, ok := at[w.Term]
		if !ok {
			i = len(t.words)
			at[w.Term] = i
			t.words = append(t.words, trace{Reason{Kind: KindWord}, "w" + w.Term, []uint32{wordKey(w.Term)}, nil})
		}
		if one := &t.words[i]; len(one.spans) < maxPlaces {
			one.spans = append(one.spans, t.sequence[len(t.sequence)-1].span)
			one.reason.Text = doc.Words(one.spans[0])
		}
	}
	for _, list := range [][]trace{t.entities, t.words} {
		for i := range list {
			if one := &list[i]; len(one.spans) > 0 && t.at[one.key] == nil {
				t.at[one.key] = one
			}
		}
	}
	return t
}

// find returns where words stand one after another in a sentence, stop words
// among them or not.
func (t *traces) find(words []uint32) []dateline.Span {
	var spans []dateline.Span
	if len(words) == 0 {
		return nil
	}
next:
	for i := 0; i+len(words) <= len(t.sequence) && len(spans) < maxPlaces; i++ {
		for j, w := range words {
			p := t.sequence[i+j]
			if p.key != w || j > 0 && strings.ContainsAny(t.text[t.sequence[i+j-1].span.End:p.span.Start], ".!?;:\n") {
				continue next
			}
		}
		spans = append(spans, dateline.Span{Start: t.sequence[i].span.Start, End: t.sequence[i+len(words)-1].span.End})
	}
	return spans
}

// bare is the span of a word without a possessive ending.
func bare(text string, start, end int) dateline.Span {
	for _, s := range []string{"'s", "’s"} {
		if end-start > len(s) && strings.HasSuffix(text[start:end], s) {
			end -= len(s)
		}
	}
	return dateline.Span{Start: start, End: end}
}

// keys are those of the words of a name or phrase.
func (m *profiler) keys(text string) []uint32 {
	var keys []uint32
	for _, t := range m.splitter.Terms(text) {
		keys = append(keys, wordKey(t))
	}
	return keys
}

// reasons says what two articles share, the weightiest first, words after all
// else and only where little else is shared. What a word gives to the score
// counts for the entity or keyphrase that it is part of, and once.
func reasons(a, b *Profile, here, there *traces) []Reason {
	gains := a.vector.gains(&b.vector)
	whole := Similarity(a, b)
	var list []Reason
	give := func(one *trace, r Reason, here, there []dateline.Span) {
		if len(here) == 0 || len(there) == 0 {
			return
		}
		for _, w := range one.words {
			r.Weight += gains[w]
			delete(gains, w)
		}
		if r.Weight > leastReason*whole {
			r.Here, r.There = here, there
			list = append(list, r)
		}
	}
	same := func(traces []trace) {
		for i := range traces {
			if one, other := &traces[i], there.at[traces[i].key]; other != nil && here.at[one.key] == one {
				give(one, one.reason, one.spans, other.spans)
			}
		}
	}
	same(here.entities)
	for i := range here.phrases {
		one := &here.phrases[i]
		give(one, one.reason, here.find(one.words), there.find(one.words))
	}
	for i := range there.phrases {
		one := &there.phrases[i]
		if spans := here.find(one.words); len(spans) > 0 {
			give(one, Reason{Kind: KindKeyphrase, Text: here.text[spans[0].Start:spans[0].End]}, spans, there.find(one.words))
		}
	}
	same(here.words)
	slices.SortStableFunc(list, func(a, b Reason) int {
		return cmp.Or(cmp.Compare(b2i(a.Kind == KindWord), b2i(b.Kind == KindWord)), cmp.Compare(b.Weight, a.Weight))
	})
	list = list[:min(len(list), maxReasons)]
	for len(list) > wordReasons && list[len(list)-1].Kind == KindWord {
		list = list[:len(list)-1]
	}
	return list
}

// gains returns what each feature adds to the cosine of two vectors.
func (v *vector) gains(u *vector) map[uint32]float64 {
	gains := map[uint32]float64{}
	for i, key := range v.keys {
		if j, ok := slices.BinarySearch(u.keys, key); ok {
			gains[key] = float64(v.weights[i]) * v.scale * float64(u.weights[j]) * u.scale
		}
	}
	return gains
}

// reasonFor is the kind of reason that an entity makes.
func reasonFor(e *dateline.Entity) string {
	switch e.Label {
	case dateline.Person:
		return KindPerson
	case dateline.Org:
		return KindOrganisation
	case dateline.GPE:
		if strings.HasPrefix(e.ID, "country:") {
			return KindCountry
		}
	case dateline.NORP:
		return KindGroup
	case dateline.Event:
		return KindEvent
	case dateline.Work:
		return KindWork
	case dateline.Product:
		return KindProduct
	case dateline.Law:
		return KindLaw
	}
	return KindPlace
}
