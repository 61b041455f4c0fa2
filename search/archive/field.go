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
func (f *field) AnalyzedLength() int                              { return len(f.postings) }
func (f *field) AnalyzedTokenFrequencies() index.TokenFrequencies { return f.freqs }
func (f *field) NumPlainTextBytes() uint64                        { return 0 }

// Size is an estimate in bytes, for bleve's statistics.
func (f *field) Size() int { return 64 + 24*len(f.postings) }

// Analyze counts the terms. bleve calls it on its own goroutines.
func (f *field) Analyze() {
	counts := make(map[string]int, len(f.postings))
	size := 0
	for _, p := range f.postings {
		if counts[p.Term]++; counts[p.Term] == 1 {
			size += len(p.Term)
		}
	}
	places := f.options.IncludeTermVectors()
	var locations []index.TokenLocation
	var pointers []*index.TokenLocation
	if places {
		locations = make([]index.TokenLocation, len(f.postings))
		pointers = make([]*index.TokenLocation, len(f.postings))
	}
	slab := make([]index.TokenFreq, 0, len(counts))
	bytes := make([]byte, 0, size)
	f.freqs = make(index.TokenFrequencies, len(counts))
	for i, p := range f.postings {
		tf := f.freqs[p.Term]
		if tf == nil {
			n := len(bytes)
			bytes = append(bytes, p.Term...)
			slab = append(slab, index.TokenFreq{Term: bytes[n:len(bytes):len(bytes)]})
			tf = &slab[len(slab)-1]
			if places {
				n := counts[p.Term]
				tf.Locations, pointers = pointers[0:0:n], pointers[n:]
			}
			if !f.options.SkipFreqNorm() {
				tf.SetFrequency(counts[p.Term])
			}
			f.freqs[p.Term] = tf
		}
		if places {
			locations[i].Position = p.Place
			tf.Locations = append(tf.Locations, &locations[i])
		}
	}
}
