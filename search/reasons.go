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
	KindNumber       = "number" // between languages only
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
	text     string
	entities []trace // by salience
	phrases  []trace // by score
	sequence []place // the words of the text but stop words
}

// trace is an entity or keyphrase.
type trace struct {
	reason Reason // without weight
	id     string // of an entity
	words  []uint32
	spans  []dateline.Span // of an entity
}

// place is a word in a text.
type place struct {
	key  uint32
	span dateline.Span
}

// trace finds the places of what a document is about.
func (m *profiler) trace(doc *dateline.Document) *traces {
	m.read(doc)
	t := &traces{text: doc.Text}
	for e := range doc.Names() {
		t.entities = append(t.entities, trace{Reason{Kind: reasonFor(e), Text: e.Name}, e.ID,
			append(m.keys(e.Name), entityKey(e.ID)), nil})
	}
	at := make(map[string]*trace, len(t.entities))
	for i := range t.entities {
		at[t.entities[i].id] = &t.entities[i]
	}
	for _, n := range doc.Mentions {
		if one := at[n.Entity]; one != nil && len(one.spans) < maxPlaces {
			one.spans = append(one.spans, n.Span())
		}
	}
	for _, k := range doc.Keyphrases {
		t.phrases = append(t.phrases, trace{reason: Reason{Kind: KindKeyphrase, Text: k.Text}, words: m.keys(k.Text)})
	}
	m.buf = m.splitter.Append(m.buf[:0], doc.Text)
	t.sequence = make([]place, 0, len(m.buf))
	for _, w := range m.buf {
		if w.Term != "" && !w.Weak {
			key := m.info(doc.Text[w.Start:w.End], w).key
			t.sequence = append(t.sequence, place{key, bare(doc.Text, w.Start, w.End)})
		}
	}
	return t
}

// entity returns the entity with an id, nil where the text does not name it.
func (t *traces) entity(id string) *trace {
	for i := range t.entities {
		if one := &t.entities[i]; one.id == id && len(one.spans) > 0 {
			return one
		}
	}
	return nil
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
		keys = append(keys, wordKey(m.splitter.Stem(t)))
	}
	return keys
}

// reasons says what two articles share, the weightiest first, words after all
// else and only where little else is shared. What a word gives to the score
// counts for the entity or keyphrase that it is part of, and once.
func reasons(a, b *Profile, here, there *traces) []Reason {
	l := listing{here: here, there: there, gains: a.vector.gains(&b.vector), least: leastReason * Similarity(a, b)}
	for i := range here.entities {
		one := &here.entities[i]
		if other := there.entity(one.id); other != nil && here.entity(one.id) == one {
			l.add(one.reason, one.words, one.spans, other.spans)
		}
	}
	for i := range here.phrases {
		one := &here.phrases[i]
		l.add(one.reason, one.words, here.find(one.words), there.find(one.words))
	}
	for i := range there.phrases {
		words := there.phrases[i].words
		if spans := here.find(words); len(spans) > 0 {
			l.add(Reason{Kind: KindKeyphrase, Text: here.words(spans[0])}, words, spans, there.find(words))
		}
	}
	slices.SortStableFunc(l.list, weightier)
	l.list = l.list[:min(len(l.list), maxReasons)]
	if len(l.list) < wordReasons {
		n := len(l.list)
		l.words()
		slices.SortStableFunc(l.list[n:], weightier)
		l.list = l.list[:min(len(l.list), wordReasons)]
	}
	return l.list
}

// listing collects the reasons for two articles.
type listing struct {
	here, there *traces
	gains       map[uint32]float64 // what each feature adds to the score
	least       float64            // the weight of a reason
	list        []Reason
}

// add adds a reason that stands in both texts, with the gains of its words.
func (l *listing) add(r Reason, words []uint32, here, there []dateline.Span) {
	if len(here) == 0 || len(there) == 0 {
		return
	}
	for _, w := range words {
		r.Weight += l.gains[w]
		delete(l.gains, w)
	}
	if r.Weight > l.least {
		r.Here, r.There = here, there
		l.list = append(l.list, r)
	}
}

// words adds the words that are part of no other reason. Numbers are none: who
// shares a year need not read on.
func (l *listing) words() {
	for _, p := range l.here.sequence {
		if c := l.here.text[p.span.Start]; l.gains[p.key] > l.least && (c < '0' || c > '9') {
			word := []uint32{p.key}
			l.add(Reason{Kind: KindWord, Text: l.here.words(p.span)}, word, l.here.find(word), l.there.find(word))
		}
	}
}

func weightier(a, b Reason) int { return cmp.Compare(b.Weight, a.Weight) }

func (t *traces) words(s dateline.Span) string { return t.text[s.Start:s.End] }

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
