package archive

import (
	index "github.com/blevesearch/bleve_index_api"

	"github.com/dateline-go/dateline/search/internal/fields"
)

// posting is one term at its place in a field.
type posting = fields.Posting

// field hands terms of ours to bleve as they are, without its analysis.
type field struct {
	name     string
	options  index.FieldIndexingOptions
	postings []posting
	length   int // of the field in words, without those that only phrases read
	freqs    index.TokenFrequencies
}

const (
	withPlaces = index.IndexField | index.IncludeTermVectors
	withCounts = index.IndexField
	termsOnly  = index.IndexField | index.SkipFreqNorm
	// Never index.SkipDVCompression without index.SkipDVChunking: zap's merge (v17.2.5)
	// takes the one for the other and gives all values to the first document.
	withColumn = index.IndexField | index.SkipFreqNorm | index.DocValues
)

func (f *field) Name() string                                     { return f.name }
func (f *field) Value() []byte                                    { return nil }
func (f *field) ArrayPositions() []uint64                         { return nil }
func (f *field) EncodedFieldType() byte                           { return 't' }
func (f *field) Options() index.FieldIndexingOptions              { return f.options }
func (f *field) AnalyzedLength() int                              { return f.length }
func (f *field) AnalyzedTokenFrequencies() index.TokenFrequencies { return f.freqs }
func (f *field) NumPlainTextBytes() uint64                        { return 0 }

// Size is an estimate in bytes, for bleve's statistics.
func (f *field) Size() int { return 64 + 24*len(f.postings) }

// Analyze counts the terms. bleve calls it on its own goroutines. Each kind of
// thing has one piece of memory, since a batch has millions.
func (f *field) Analyze() {
	places, counted := f.options.IncludeTermVectors(), !f.options.SkipFreqNorm()
	size := 0
	for _, p := range f.postings {
		size += len(p.Term)
	}
	bytes := make([]byte, 0, size)
	slab := make([]index.TokenFreq, 0, len(f.postings))
	of := make([]*index.TokenFreq, len(f.postings)) // the term of each posting
	f.freqs = make(index.TokenFrequencies, len(f.postings)/2)
	for i, p := range f.postings {
		tf := f.freqs[p.Term]
		if tf == nil {
			n := len(bytes)
			bytes = append(bytes, p.Term...)
			slab = append(slab, index.TokenFreq{Term: bytes[n:len(bytes):len(bytes)]})
			tf = &slab[len(slab)-1]
			f.freqs[p.Term] = tf
		}
		if counted || places {
			tf.SetFrequency(tf.Frequency() + 1)
		}
		of[i] = tf
	}
	if places {
		f.place(of)
	}
}

// place gives each term its places.
func (f *field) place(of []*index.TokenFreq) {
	locations := make([]index.TokenLocation, len(f.postings))
	pointers := make([]*index.TokenLocation, len(f.postings))
	for i, tf := range of {
		if tf.Locations == nil {
			n := tf.Frequency()
			tf.Locations, pointers = pointers[0:0:n], pointers[n:]
		}
		locations[i].Position = f.postings[i].Place
		tf.Locations = append(tf.Locations, &locations[i])
	}
}
