package search

import (
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/credit"
)

// Profile is what of an article is needed to compare it with others: what it is
// about, what it names, and a signature of its text. It takes about two
// kilobytes, so an engine keeps it beside the article ([Profile.Encode]) and the
// others need not be read again. It is made once and then only read.
type Profile struct {
	// ID, Headline and Published are the article's.
	ID        string
	Headline  string
	Published dateline.Date
	// Entities are those of the article, the most salient first, 64 at most.
	Entities []ProfileEntity
	// Countries are the codes of those that it is about, else names, in their order.
	Countries []string
	// Keyphrases are the article's, the best first, 16 at most.
	Keyphrases []string

	language string // its base in small letters, "" for English
	vector   vector
	tells    tells
}

// ProfileEntity is an entity as a [Profile] holds it.
type ProfileEntity struct {
	ID    string
	Name  string
	Label dateline.Label
	// Salience is how much the story is about it, 0..1, in steps of 1/255.
	Salience float64
}

const (
	maxProfileEntities = 64
	maxProfilePhrases  = 16
)

// NewProfile makes the profile of an article. The error is that of the tables of
// words, which are embedded. The time is linear in the length of the article.
func NewProfile(doc *dateline.Document) (*Profile, error) {
	m, err := getProfiler()
	if err != nil {
		return nil, err
	}
	defer putProfiler(m)
	return m.profile(doc), nil
}

// Similarity is how much two articles have to do with each other, 0..1: the
// cosine of what they are about. It depends on the two alone, not on any others,
// nor on their dates. Articles of two languages are held against each other by what they
// name and by their numbers, and those count for less the more days lie between them.
func Similarity(a, b *Profile) float64 {
	if a.language == b.language {
		return a.vector.cosine(&b.vector)
	}
	m, err := getProfiler()
	if err != nil { // without the table of words, with which profiles are made, nothing is known to be rare
		return 0
	}
	defer putProfiler(m)
	return newComparer(m).similarity(a, b)
}

// Marks returns at most 32 terms of fixed length by which an engine finds the
// articles that tell the same story in the same words: they have some of them in
// common. A text of fewer than three words has none.
func (p *Profile) Marks() []string {
	marks := p.tells.words.marks()
	terms := make([]string, len(marks))
	for i, m := range marks {
		terms[i] = markTerm(m)
	}
	return terms
}

// CopyMarks returns how many of its [Profile.Marks] an article has at least that may be a copy of this one.
func (p *Profile) CopyMarks() int {
	if len(p.tells.words.marks()) < fewMarks {
		return 1
	}
	return leastShared
}

// markTerm writes a mark in letters, six bits in each.
func markTerm(m uint32) string {
	var b [6]byte
	for i := range b {
		b[i] = '0' + byte(m>>(6*i)&63)
	}
	return string(b[:])
}

// profile makes the profile of an article.
func (m *profiler) profile(doc *dateline.Document) *Profile {
	m.read(doc)
	p := &Profile{ID: doc.ID, Headline: doc.Headline, Published: doc.Published, language: languageOf(doc)}
	sent := credit.Of(doc)
	sender := credit.Only(doc, sent)
	for e := range doc.Names() {
		if len(p.Entities) == maxProfileEntities {
			break
		}
		if sender[e.ID] {
			continue
		}
		p.Entities = append(p.Entities, ProfileEntity{e.ID, e.Name, e.Label, step255(e.Salience)})
	}
	for _, k := range doc.Keyphrases[:min(len(doc.Keyphrases), maxProfilePhrases)] {
		p.Keyphrases = append(p.Keyphrases, k.Text)
	}
	p.Countries = countriesOf(doc)
	m.compare(p, doc, sent, sender)
	return p
}

// countriesOf returns the codes of the countries that a story is about, where
// there are none those that it names.
func countriesOf(doc *dateline.Document) []string {
	var focus, all []string
	for _, c := range doc.Countries {
		all = append(all, c.Code)
		if c.Focus {
			focus = append(focus, c.Code)
		}
	}
	if len(focus) > 0 {
		return focus
	}
	return all
}

// step255 rounds a number from 0 to 1 to what a byte holds.
func step255(x float64) float64 { return float64(byteOf(x)) / 255 }

func byteOf(x float64) byte { return byte(min(max(x, 0), 1)*255 + 0.5) }

// headlineApart reports whether the headline came beside the story, not in it.
func headlineApart(doc *dateline.Document) bool {
	for _, b := range doc.Blocks {
		if b.Kind == dateline.BlockHeadline {
			return false
		}
	}
	return !strings.HasPrefix(doc.Text, doc.Headline)
}
