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
	maxWords    = 40
)

// profile is what one document is about.
type profile struct {
	strengths map[string]map[string]float64 // by kind and key, 0..1 but for words
	entities  map[string]*dateline.Entity
	texts     map[string]string // of keyphrases and words, by key
	shingles  shingles
}

// profiler makes profiles. It is not safe for concurrent use.
type profiler struct {
	splitter words.Splitter
	buf      []words.Word
}

func newProfiler() *profiler { return new(profiler) }

// leastSalience is what an entity counts that the story only mentions.
const leastSalience = 0.2

func (p *profiler) profile(doc *dateline.Document) *profile {
	out := &profile{
		strengths: map[string]map[string]float64{FeatureEntity: {}, FeaturePhrase: {}, FeatureWord: {}},
		entities:  map[string]*dateline.Entity{},
		texts:     map[string]string{},
	}
	for i := range doc.Entities {
		e := &doc.Entities[i]
		out.strengths[FeatureEntity][e.ID] = leastSalience + (1-leastSalience)*e.Salience
		out.entities[e.ID] = e
	}
	for _, k := range doc.Keyphrases {
		key := p.splitter.Key(k.Text)
		if key != "" && out.strengths[FeaturePhrase][key] == 0 {
			out.strengths[FeaturePhrase][key] = leastSalience + (1-leastSalience)*k.Score
			out.texts[key] = k.Text
		}
	}
	counts := out.strengths[FeatureWord]
	p.buf = p.splitter.Append(p.buf[:0], doc.Text)
	for _, w := range p.buf {
		if w.Term == "" {
			continue
		}
		counts[w.Term]++
		if _, ok := out.texts[w.Term]; !ok {
			out.texts[w.Term] = strings.TrimSuffix(strings.TrimSuffix(doc.Text[w.Start:w.End], "'s"), "’s")
		}
	}
	for term, n := range counts {
		counts[term] = 1 + math.Log(n)
	}
	out.shingles = p.shingles(doc.Text)
	return out
}

func (p *profile) strength(f Feature) float64 { return p.strengths[f.Kind][f.Key] }

// text names a feature for people.
func (p *profile) text(f Feature) string {
	if e := p.entities[f.Key]; f.Kind == FeatureEntity && e != nil {
		return e.Name
	}
	return p.texts[f.Key]
}

// kind is the kind of reason that a feature makes.
func (p *profile) kind(f Feature) string {
	switch f.Kind {
	case FeaturePhrase:
		return KindKeyphrase
	case FeatureWord:
		return KindWord
	}
	switch e := p.entities[f.Key]; e.Label {
	case dateline.Person:
		return KindPerson
	case dateline.Org:
		return KindOrganisation
	case dateline.GPE:
		if strings.HasPrefix(e.ID, "country:") {
			return KindCountry
		}
		return KindPlace
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

// overlap is how much of their words two profiles share, 0..1.
func (p *profile) overlap(o *profile) float64 {
	a, b := p.strengths[FeatureWord], o.strengths[FeatureWord]
	if len(a) > len(b) {
		a, b = b, a
	}
	shared := 0
	for term := range a {
		if b[term] > 0 {
			shared++
		}
	}
	return float64(shared) / float64(max(len(a)+len(b)-shared, 1))
}

// copyOf reports whether one of two stories is the other again, or a large part
// of it.
func (p *profile) copyOf(o *profile) bool { return p.shingles.share(o.shingles) >= copyShare }

// asked finds the features by which related articles are looked for: of each
// kind the weightiest, by strength times rarity. A feature that no other article
// has, or each has, says nothing.
func (r *relater) asked(doc *dateline.Document) (*asked, error) {
	a := &asked{doc: doc, profile: r.profiler.profile(doc), total: map[string]float64{}}
	size := float64(r.src.Size())
	for _, k := range []struct {
		kind string
		most int
	}{{FeatureEntity, maxEntities}, {FeaturePhrase, maxPhrases}, {FeatureWord, maxWords}} {
		var list []Feature
		for key, strength := range a.profile.strengths[k.kind] {
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
		list = list[:min(len(list), k.most)]
		for _, f := range list {
			a.total[k.kind] += f.Weight
		}
		a.features = append(a.features, list...)
	}
	slices.SortStableFunc(a.features, heaviest)
	return a, nil
}

func heaviest(a, b Feature) int {
	return cmp.Or(cmp.Compare(b.Weight, a.Weight), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Key, b.Key))
}
