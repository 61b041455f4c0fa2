package salience

import (
	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/concept"
	"github.com/dateline-go/dateline/internal/stats"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/lang"
)

// The features, in order. Where something is first named is counted from the end
// of the headline, kicker and dek, so that a story with its headline beside the
// text has the same numbers.
const (
	bias      = iota
	first     // where it is first named: 1 at the front, 0 at the end
	early     // the same by the logarithm of the words before it
	depth     // the same by the logarithm of the sentences before it
	order     // one by how many names are named before it, and one
	turn      // the share of names and concepts that are named after it
	named     // all words of its name are in the headline, by their stems
	overlap   // the largest share of the words of a name of it that are in the headline
	dek       // it is named in the headline, kicker or dek of the text
	opening   // it is named in the first sentence of the story
	second    // it is first named in the second sentence
	lead      // it is named in the first paragraph
	offset    // how far inside its sentence it is first named: 0 at the front
	front     // the share of its mentions among the first words of their sentences
	count     // the logarithm of how often it is named
	once      // it is named once
	most      // its mentions by those of what is named most
	share     // its mentions by all, and by some more
	rank      // the share of names and concepts that are named less often
	spread    // the share of the blocks that name it
	sentences // the share of the sentences that name it
	reach     // the share of the story between its first and its last mention
	middle    // where it is named on average: 0 at the front, 1 at the end
	subject   // the share of its mentions that a verb follows
	owner     // the share of its mentions that a noun or "'s" follows
	quoted    // the share of its mentions inside quotation marks
	after     // the share of its mentions that a preposition stands before
	listed    // the share of its mentions with a comma or "and" before them
	says      // the share of its mentions beside a verb of saying
	person
	org
	located
	people // a nationality or the like
	thing  // a concept
	country
	city
	titled     // a person with a role
	weight     // of the country that it is, in the story
	kin        // the logarithm of how often the other names of its country stand
	words      // the logarithm of the words of its name
	rarest     // the inverse document frequency of the rarest word of its name, by 10
	common     // that of the commonest
	names      // the logarithm of the number of its aliases, and one
	caps       // a concept written with capitals
	earlyNamed // products: of where it is first named and the headline, or the count
	earlyOverlap
	earlyCount
	earlyShare
	turnNamed
	turnOverlap
	turnCount
	turnShare
	featureCount
)

var featureNames = [featureCount]string{
	"bias", "first", "early", "depth", "order", "turn", "named", "overlap", "dek", "opening", "second", "lead",
	"offset", "front", "count", "once", "most", "share", "rank", "spread", "sentences", "reach", "middle",
	"subject", "owner", "quoted", "after", "listed", "says", "person", "org", "place", "people", "thing",
	"country", "city", "titled", "weight", "kin", "words", "rarest", "common", "names", "caps", "early*named",
	"early*overlap", "early*count", "early*share", "turn*named", "turn*overlap", "turn*count", "turn*share",
}

// Features returns the names of the numbers of a vector.
func Features() []string { return featureNames[:] }

// Vectors returns the numbers of each item of a Document: its entities, then
// concepts.
func Vectors(
	doc *dateline.Document, concepts []concept.Concept, f *stats.Frequencies, s *token.Stems, pack *lang.Pack,
) [][]float64 {
	items := itemsOf(doc, concepts)
	list := make([][]float64, len(items))
	all := make([]float64, len(items)*featureCount)
	for i := range list {
		list[i] = all[i*featureCount : (i+1)*featureCount : (i+1)*featureCount]
	}
	r := newReader(doc, len(items), s, pack)
	for _, p := range placesOf(doc, concepts) {
		r.seek(p.Span)
		r.add(list[p.item], p)
	}
	r.finish(list)
	for i, v := range list {
		v[bias] = 1
		items[i].describe(v, f, s)
	}
	kinship(doc, list)
	for _, v := range list {
		for i, k := range [...]int{named, overlap, count, share} {
			v[earlyNamed+i], v[turnNamed+i] = v[early]*v[k], v[turn]*v[k]
		}
	}
	return list
}
