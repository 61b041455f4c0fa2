package salience

import (
	"math"
	"strings"
	"unicode"

	"github.com/dateline-go/dateline"
)

// The features, in order.
const (
	bias     = iota
	first    // where it is first named: 1 at the front, 0 at the end
	early    // the same by the logarithm of the words before it
	order    // one by how many entities are named before it, and one
	headline // it is named in the headline, kicker or dek
	overlap  // the share of its name's words that are in the headline
	opening  // it is named in the first sentence of the story
	lead     // it is named in the first paragraph
	count    // the logarithm of how often it is named
	most     // its mentions by those of what is named most
	share    // its mentions by all
	spread   // the share of the blocks that name it
	subject  // the share of its mentions that a verb follows
	owner    // the share of its mentions that a noun or "'s" follows
	quoted   // the share of its mentions inside quotation marks
	person
	org
	place
	people // a nationality or the like
	featureCount
)

var featureNames = [featureCount]string{"bias", "first", "early", "order", "headline", "overlap", "opening", "lead", "count", "most",
	"share", "spread", "subject", "owner", "quoted", "person", "org", "place", "people"}

// Features returns the names of the numbers of a vector.
func Features() []string { return featureNames[:] }

// Vectors returns the numbers of each entity of a Document, in the order of its
// entities.
func Vectors(doc *dateline.Document) [][]float64 {
	at := make(map[string]int, len(doc.Entities))
	list := make([][]float64, len(doc.Entities))
	for i := range doc.Entities {
		at[doc.Entities[i].ID] = i
		list[i] = make([]float64, featureCount)
	}
	r := reader{doc: doc, title: titleWords(doc), last: make([]int, len(list))}
	headEnd, openingEnd, leadEnd := fronts(doc)
	seen, total, top := 0, 0.0, 1.0
	size := float64(max(1, len(doc.Text)))
	for m := range doc.Mentions {
		x := &doc.Mentions[m]
		i, ok := at[x.Entity]
		if !ok {
			continue
		}
		r.seek(x)
		v := list[i]
		if v[bias] == 0 {
			seen++
			v[bias] = 1
			v[first] = 1 - math.Sqrt(float64(x.Start)/size)
			v[early] = 1 - math.Log1p(float64(r.token))/12
			v[order] = 1 / float64(seen)
			r.last[i] = -1
		}
		switch {
		case x.Start < headEnd:
			v[headline] = 1
		case x.Start < openingEnd:
			v[opening] = 1
			fallthrough
		case x.Start < leadEnd:
			v[lead] = 1
		}
		v[overlap] = max(v[overlap], r.overlap(x))
		v[count]++
		total++
		top = max(top, v[count])
		if r.last[i] != r.block {
			r.last[i] = r.block
			v[spread]++
		}
		r.around(v)
	}
	for i, v := range list {
		if v[bias] == 0 {
			v[bias] = 1
			continue
		}
		n := v[count]
		v[most], v[share], v[count] = n/top, n/total, math.Log(n)
		v[spread] /= float64(max(1, len(doc.Blocks)))
		v[subject] /= n
		v[owner] /= n
		v[quoted] /= n
		switch doc.Entities[i].Label {
		case dateline.Person:
			v[person] = 1
		case dateline.Org:
			v[org] = 1
		case dateline.GPE, dateline.Loc, dateline.Fac:
			v[place] = 1
		case dateline.NORP:
			v[people] = 1
		}
	}
	return list
}

// fronts returns where the headline, kicker and dek end, where the first sentence
// after them ends, and where the paragraph of that ends.
func fronts(doc *dateline.Document) (head, sentence, paragraph int) {
	for _, b := range doc.Blocks {
		switch b.Kind {
		case dateline.BlockHeadline, dateline.BlockKicker, dateline.BlockDek:
			head = b.End
		}
	}
	for _, s := range doc.Sentences {
		if s.Start >= head {
			sentence = s.End
			break
		}
	}
	for _, b := range doc.Blocks {
		if b.End >= sentence {
			paragraph = b.End
			break
		}
	}
	return head, sentence, paragraph
}

// longestTitle is how many bytes of a headline are looked at; more is none.
const longestTitle = 1000

// titleWords returns the words of the headline in small letters.
func titleWords(doc *dateline.Document) map[string]bool {
	words := map[string]bool{}
	if len(doc.Headline) > longestTitle {
		return words
	}
	for _, w := range strings.FieldsFunc(strings.ToLower(doc.Headline), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' && r != '.' && r != '\''
	}) {
		words[strings.TrimSuffix(strings.Trim(w, "'."), "'s")] = true
	}
	return words
}

// reader walks through the mentions of a Document with its tokens and blocks.
type reader struct {
	doc          *dateline.Document
	title        map[string]bool
	token, block int   // of the mention
	after        int   // the token behind the mention
	inside       bool  // inside quotation marks
	last         []int // for each entity, the block that named it last
}

// seek finds the tokens and the block of a mention. Mentions come in order.
func (r *reader) seek(m *dateline.Mention) {
	tokens := r.doc.Tokens
	for r.token < len(tokens) && tokens[r.token].Start < m.Start {
		switch r.doc.Text[tokens[r.token].Start:tokens[r.token].End] {
		case "“", "``":
			r.inside = true
		case "”", "''":
			r.inside = false
		case "\"":
			r.inside = !r.inside
		}
		r.token++
	}
	r.after = max(r.after, r.token)
	for r.after < len(tokens) && tokens[r.after].Start < m.End {
		r.after++
	}
	for r.block < len(r.doc.Blocks) && r.doc.Blocks[r.block].End < m.End {
		r.block++
		r.inside = false // a mark that is never closed ends with its paragraph
	}
}

// overlap returns the share of a mention's words that are in the headline.
func (r *reader) overlap(m *dateline.Mention) float64 {
	if len(r.title) == 0 {
		return 0
	}
	n, in := 0, 0
	for w := range strings.FieldsSeq(strings.ToLower(r.doc.Words(m.Span()))) {
		n++
		if r.title[strings.Trim(w, "'.")] {
			in++
		}
	}
	if n == 0 {
		return 0
	}
	return float64(in) / float64(n)
}

// around counts what stands behind a mention.
func (r *reader) around(v []float64) {
	if r.inside {
		v[quoted]++
	}
	if r.after >= len(r.doc.Tokens) {
		return
	}
	switch tag := r.doc.Tokens[r.after].Tag; {
	case strings.HasPrefix(tag, "VB") || tag == "MD":
		v[subject]++
	case strings.HasPrefix(tag, "NN") || tag == "POS":
		v[owner]++
	}
}
