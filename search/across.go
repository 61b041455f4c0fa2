package search

import (
	"cmp"
	"context"
	"math"
	"slices"
	"strings"
	"time"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search/internal/words"
)

// Articles of two languages share no words. What they can share is what they name, since one thing has one id in
// every language, and their numbers. So between languages the score is
//
//	(1 - e^-evidence) × √overlap × deed × told × 2^(-days / acrossHalfLife)
//
// where evidence is the sum over the things that both name of kind × rarity × √(salience × salience), overlap the
// cosine of all that they name, each by kind × rarity × salience, deed is less than 1 where nobody and nothing that
// does or is a deed is shared, but places and bodies alone, and told less than 1 where few numbers and names stand in
// both texts in the same letters. A country, which half of the articles of a day name, gives next to nothing; a person
// or a town gives most. The constants are round numbers; docs/related.md has the figures.
const (
	// acrossHalfLife is after how long two articles have half as much to do with each other.
	acrossHalfLife = 30 * hoursPerDay * time.Hour
	// acrossNames is how many things of an article are held against others, the most salient.
	acrossNames = 16
	// usualIDF and rareIDF are between which idf a name goes from telling little to telling all.
	usualIDF, rareIDF = 3, 9
	// leastRare is what a name of everyday words tells.
	leastRare = 0.2
	// leastDeed and leastTold are the lowest of those two factors.
	leastDeed = 0.8
	leastTold = 0.6
	// acrossUndated is what is left of a score where a date is not known.
	acrossUndated = 0.5
)

// kindWeight is what a shared thing says by its label: a person does fewer things in a week than a body, and a body
// fewer than happen in a town.
func kindWeight(e *ProfileEntity) float64 {
	switch e.Label {
	case dateline.Person:
		return 1
	case dateline.GPE, dateline.NORP:
		if e.Label == dateline.NORP || strings.HasPrefix(e.ID, countryID) {
			return 0.1
		}
		return 0.5
	case dateline.Loc:
		return 0.2
	case dateline.Org, dateline.Fac, dateline.Event, dateline.Work, dateline.Product, dateline.Law:
		return 0.6
	}
	return 0
}

// countryID begins the ids of countries.
const countryID = "country:"

// acrossName is a thing that an article names, as it is held against those of another language.
type acrossName struct {
	key      uint32
	weight   float64 // by kind and rarity, 0..1
	salience float64 // leastSalience..1
	deed     bool    // it is a person, an event or a thing made, not a place or a body
}

// acrossKey is by what two things are the same. What is known has one id in all languages; a name that is not
// known has an id of its kind and its letters, and the kind is a guess.
func acrossKey(id string) uint32 {
	kind, name, ok := strings.Cut(id, ":")
	switch {
	case !ok, kind == "geonames", kind+":" == countryID, kind == "norp":
		return key('a', id)
	}
	return key('a', name)
}

// acrossOf returns what an article names, by key, each once.
func acrossOf(entities []ProfileEntity, rarity func(name string) float64) []acrossName {
	entities = entities[:min(len(entities), acrossNames)]
	list := make([]acrossName, 0, len(entities))
	for i := range entities {
		e := &entities[i]
		if w := kindWeight(e); w > 0 {
			list = append(list, acrossName{acrossKey(e.ID), w * rareness(rarity(e.Name)), part(e.Salience), isDeed(e.Label)})
		}
	}
	return byAcrossKey(list)
}

// byAcrossKey puts names in order, each once.
func byAcrossKey(list []acrossName) []acrossName {
	slices.SortStableFunc(list, func(a, b acrossName) int { return cmp.Compare(a.key, b.key) })
	return slices.CompactFunc(list, func(a, b acrossName) bool { return a.key == b.key })
}

// rareness turns the idf of a name into what sharing it tells, leastRare..1.
func rareness(idf float64) float64 {
	return min(max((idf-usualIDF)/(rareIDF-usualIDF), leastRare), 1)
}

// isDeed reports whether a thing of a label is seldom in two stories of one day.
func isDeed(l dateline.Label) bool {
	switch l {
	case dateline.Person, dateline.Event, dateline.Work, dateline.Product, dateline.Law:
		return true
	}
	return false
}

// strength is how much an article is about a thing, as far as that tells.
func (n *acrossName) strength() float64 { return n.weight * n.salience }

// across is how much two articles of two languages have to do with each other by what they name, 0..1, and what each
// thing that both name gives to that, by its key. It asks nothing of time.
func across(a, b []acrossName) (float64, map[uint32]float64) {
	var gains map[uint32]float64
	evidence, dot, deed := 0.0, 0.0, leastDeed
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i].key < b[j].key:
			i++
		case a[i].key > b[j].key:
			j++
		default:
			gain := min(a[i].weight, b[j].weight) * math.Sqrt(a[i].salience*b[j].salience)
			if gains == nil {
				gains = map[uint32]float64{}
			}
			gains[a[i].key] = gain
			evidence += gain
			dot += a[i].strength() * b[j].strength()
			if a[i].deed || b[j].deed {
				deed = 1
			}
			i++
			j++
		}
	}
	if dot == 0 {
		return 0, nil
	}
	overlap := min(dot/(length(a)*length(b)), 1)
	score := (1 - math.Exp(-evidence)) * math.Sqrt(overlap) * deed
	for k := range gains {
		gains[k] *= score / evidence
	}
	return score, gains
}

// length is that of what an article names, as a vector.
func length(names []acrossName) float64 {
	square := 0.0
	for i := range names {
		square += names[i].strength() * names[i].strength()
	}
	return math.Sqrt(square)
}

// near is what the time between two articles of two languages leaves of their score.
func near(a, b dateline.Date) float64 {
	if a.IsZero() || b.IsZero() {
		return acrossUndated
	}
	return math.Exp2(-a.Time.Sub(b.Time).Abs().Hours() / acrossHalfLife.Hours())
}

// told is what the numbers and names that stand in two texts in the same letters leave of a score.
func told(a, b *Profile) float64 {
	n := float64(a.tells.facts.common(&b.tells.facts)) * float64(max(a.tells.facts.step, b.tells.facts.step))
	return leastTold + (1-leastTold)*n/(n+1)
}

// languageOf is the language of a Document as profiles have it: "" for English, and for languages without names, by
// which alone articles of two can be compared. A short text in English may also pass as one in such a language.
func languageOf(doc *dateline.Document) string {
	if l := words.LanguageOf(doc.Language); l != words.English && l.HasNames() {
		return l.Code()
	}
	return ""
}

const english = "en"

// comparer holds articles against each other, those of two languages by what they name. It keeps what each names.
type comparer struct {
	profiler *profiler
	names    map[*Profile][]acrossName
}

func newComparer(m *profiler) *comparer { return &comparer{m, map[*Profile][]acrossName{}} }

// similarity is [Similarity].
func (c *comparer) similarity(a, b *Profile) float64 {
	if a.language == b.language {
		return a.vector.cosine(&b.vector)
	}
	score, _ := c.across(a, b)
	return score
}

// across is the score of two articles of two languages, and what each thing that both name gives to it.
func (c *comparer) across(a, b *Profile) (float64, map[uint32]float64) {
	score, gains := across(c.of(a), c.of(b))
	if score == 0 {
		return 0, nil
	}
	left := told(a, b) * near(a.Published, b.Published)
	for k := range gains {
		gains[k] *= left
	}
	return score * left, gains
}

func (c *comparer) of(p *Profile) []acrossName {
	names, known := c.names[p]
	if !known {
		c.profiler.readLanguage(english) // what is known has its English name
		names = acrossOf(p.Entities, c.profiler.rarity)
		c.names[p] = names
	}
	return names
}

// candidates asks a source for articles: for those with the features, then for those of other languages that have the
// entities among them. The former would fill the list with words that the latter cannot have.
func candidates(ctx context.Context, src Source, about *Profile, features []Feature, filter Query,
	n int) ([]*Profile, error) {
	list, err := src.Candidates(ctx, features, filter, n)
	if err != nil {
		return nil, err
	}
	var named []Feature
	for _, f := range features {
		if f.Kind == FeatureEntity {
			named = append(named, f)
		}
	}
	if len(named) == 0 {
		return list, nil
	}
	filter.Clauses = append(slices.Clip(filter.Clauses),
		Clause{Field: InLanguage, Text: cmp.Or(about.language, english), Not: true})
	others, err := src.Candidates(ctx, named, filter, n)
	if err != nil {
		return nil, err
	}
	seen := make(map[string]bool, len(list))
	for _, p := range list {
		seen[p.ID] = true
	}
	for _, p := range others {
		if p.language != about.language && !seen[p.ID] {
			list = append(list, p)
		}
	}
	return list, nil
}

// acrossReasons says what two articles of two languages share: what both name, the weightiest first, then numbers.
func acrossReasons(score float64, gains map[uint32]float64, here, there *traces) []Reason {
	var list []Reason
	for i := range here.entities {
		one := &here.entities[i]
		k := acrossKey(one.id)
		other := there.across(k)
		if len(one.spans) == 0 || other == nil || gains[k] <= leastReason*score {
			continue
		}
		r := one.reason
		r.Weight, r.Here, r.There = gains[k], one.spans, other.spans
		delete(gains, k)
		list = append(list, r)
	}
	slices.SortStableFunc(list, weightier)
	if list = list[:min(len(list), maxReasons)]; len(list) == 0 {
		return nil
	}
	return append(list, sharedNumbers(here, there)...)
}

// across returns the thing with a key, nil where the text does not name it.
func (t *traces) across(k uint32) *trace {
	for i := range t.entities {
		if one := &t.entities[i]; acrossKey(one.id) == k && len(one.spans) > 0 {
			return one
		}
	}
	return nil
}

const (
	// numberReasons is how many numbers are reasons, leastDigits how many digits those have: every text has a "two".
	numberReasons = 2
	leastDigits   = 3
)

// sharedNumbers returns numbers that stand in both texts, whatever marks off their thousands, but no years. They have
// no weight of their own.
func sharedNumbers(here, there *traces) []Reason {
	theirs := there.numbers()
	at := map[string]int{}
	for i, n := range theirs {
		if _, known := at[n.digits]; !known {
			at[n.digits] = i
		}
	}
	var list []Reason
	for _, n := range here.numbers() {
		i, ok := at[n.digits]
		if !ok {
			continue
		}
		delete(at, n.digits)
		list = append(list, Reason{Kind: KindNumber, Text: here.words(n.span),
			Here: []dateline.Span{n.span}, There: []dateline.Span{theirs[i].span}})
		if len(list) == numberReasons {
			break
		}
	}
	return list
}

// number is a number of a text by its digits.
type number struct {
	digits string
	span   dateline.Span
}

// numbers returns those of a text that tell something.
func (t *traces) numbers() []number {
	var list []number
	for _, p := range t.sequence {
		word := t.words(p.span)
		digits := strings.NewReplacer(",", "", ".", "").Replace(word)
		plain := digits == word
		if len(digits) < leastDigits || strings.Trim(digits, "0123456789") != "" {
			continue
		}
		if plain && len(digits) == 4 && (digits[:2] == "19" || digits[:2] == "20") {
			continue // a year
		}
		list = append(list, number{digits, p.span})
	}
	return list
}
