package search

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search/internal/words"
)

// Feature is something that articles can share: an entity, a keyphrase, a word.
type Feature struct {
	// Kind is one of the Feature constants.
	Kind string
	// Key is the entity's id, or the stems of the phrase or word.
	Key string
	// Weight is how much the article is about it times how rare it is.
	Weight float64
}

// The kinds of feature.
const (
	FeatureEntity = "entity"
	FeaturePhrase = "keyphrase"
	FeatureWord   = "word"
)

// featureKinds fixes the order in which kinds are summed up.
var featureKinds = []string{FeatureEntity, FeaturePhrase, FeatureWord}

// How many features of each kind say what an article is about.
const (
	maxEntities = 24
	maxPhrases  = 12
	maxWords    = 60
)

// asked is the document that related articles are wanted for, and what it is
// about.
type asked struct {
	doc      *dateline.Document
	features []Feature // the weightiest first
	reasons  []Reason  // what each feature is to people, without weight
	strength []float64 // how much the document is about each
	total    map[string]float64
	at       map[string]map[string]int // the place of a feature by kind and key
	whole    *Profile
}

// profile is how much a document is about things, by kind and key: 0..1, but for
// words, where it grows with the logarithm of their number.
type profile struct {
	strengths map[string]map[string]float64
	reasons   map[string]map[string]Reason
}

// asker finds out what documents are about. It is not safe for concurrent use.
type asker struct {
	splitter *words.Splitter
	buf      []words.Word
}

// profile makes that of the document that is asked about.
func (p *asker) profile(doc *dateline.Document) *profile {
	out := &profile{map[string]map[string]float64{}, map[string]map[string]Reason{}}
	for _, kind := range featureKinds {
		out.strengths[kind], out.reasons[kind] = map[string]float64{}, map[string]Reason{}
	}
	add := func(kind, key string, strength float64, r Reason) {
		if key != "" && out.strengths[kind][key] == 0 {
			out.strengths[kind][key], out.reasons[kind][key] = strength, r
		}
	}
	for i := range doc.Entities {
		e := &doc.Entities[i]
		add(FeatureEntity, e.ID, part(e.Salience), Reason{Kind: reasonFor(e), Text: e.Name})
	}
	for _, k := range doc.Keyphrases {
		add(FeaturePhrase, p.splitter.Key(k.Text), part(k.Score), Reason{Kind: KindKeyphrase, Text: k.Text})
	}
	counts := map[string]float64{}
	p.buf = p.splitter.Append(p.buf[:0], doc.Text)
	for _, w := range p.buf {
		if w.Term == "" {
			continue
		}
		if counts[w.Term]++; counts[w.Term] == 1 {
			text := strings.TrimSuffix(strings.TrimSuffix(doc.Text[w.Start:w.End], "'s"), "’s")
			out.reasons[FeatureWord][w.Term] = Reason{Kind: KindWord, Text: text}
		}
	}
	for term, n := range counts {
		out.strengths[FeatureWord][term] = often(n)
	}
	return out
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

// compare returns how much another document is about each of the features.
func (p *asker) compare(a *asked, doc *dateline.Document) []float64 {
	has := make([]float64, len(a.features))
	for i := range doc.Entities {
		if at, ok := a.at[FeatureEntity][doc.Entities[i].ID]; ok {
			has[at] = part(doc.Entities[i].Salience)
		}
	}
	if phrases := a.at[FeaturePhrase]; len(phrases) > 0 {
		for _, k := range doc.Keyphrases {
			if at, ok := phrases[p.splitter.Key(k.Text)]; ok {
				has[at] = max(has[at], part(k.Score))
			}
		}
	}
	terms := a.at[FeatureWord]
	p.buf = p.splitter.Append(p.buf[:0], doc.Text)
	for _, w := range p.buf {
		if at, ok := terms[w.Term]; ok {
			has[at]++
		}
	}
	for _, at := range terms {
		if has[at] > 0 {
			has[at] = often(has[at])
		}
	}
	return has
}

// ask finds the features by which related articles are looked for: of each kind
// the weightiest, by strength times rarity. A feature that no article has, or
// each has, says nothing.
func (r *relater) ask(doc *dateline.Document) (*asked, error) {
	a := &asked{doc: doc, total: map[string]float64{}, at: map[string]map[string]int{}}
	p := r.profiler.profile(doc)
	size := float64(r.src.Size())
	for _, k := range []struct {
		kind string
		most int
	}{{FeatureEntity, maxEntities}, {FeaturePhrase, maxPhrases}, {FeatureWord, maxWords}} {
		var list []Feature
		for key, strength := range p.strengths[k.kind] {
			f := Feature{Kind: k.kind, Key: key}
			df, err := r.src.Frequency(f)
			if err != nil {
				return nil, err
			}
			f.Weight = strength * math.Log((size+1)/(float64(df)+0.5))
			if df > 0 && f.Weight > 0 {
				list = append(list, f)
			}
		}
		slices.SortFunc(list, heaviest)
		a.features = append(a.features, list[:min(len(list), k.most)]...)
	}
	slices.SortFunc(a.features, heaviest)
	for i, f := range a.features {
		a.total[f.Kind] += f.Weight
		a.strength = append(a.strength, p.strengths[f.Kind][f.Key])
		a.reasons = append(a.reasons, p.reasons[f.Kind][f.Key])
		if a.at[f.Kind] == nil {
			a.at[f.Kind] = map[string]int{}
		}
		a.at[f.Kind][f.Key] = i
	}
	var err error
	a.whole, err = NewProfile(doc)
	return a, err
}

// length is by how much a candidate's score shrinks for being longer than what
// was asked about: a long story has something of everything.
func (a *asked) length(d *dateline.Document) float64 {
	ratio := float64(len(d.Text)) / float64(max(len(a.doc.Text), 1))
	return 1 / (1 - longer + longer*math.Sqrt(max(ratio, 1)))
}

func heaviest(a, b Feature) int {
	return cmp.Or(cmp.Compare(b.Weight, a.Weight), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Key, b.Key))
}
