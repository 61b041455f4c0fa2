package archive

import (
	"github.com/dateline-go/dateline/search/internal/engine"
	"github.com/dateline-go/dateline/search/internal/fields"
)

// The fields of the index. The mapping is static: a document has these and no others.
const (
	fieldBody       = fields.Body
	fieldHeadline   = fields.Headline
	fieldDek        = fields.Dek
	fieldHeadings   = fields.Headings
	fieldQuotes     = fields.Quotes
	fieldNames      = fields.Names
	fieldKeyphrases = fields.Keyphrases
	fieldForms      = fields.Forms
	fieldTitleForms = fields.TitleForms

	fieldKeys      = engine.Keys    // names and codes to filter by, see fields.Keys
	fieldEntities  = "entities"     // entity ids
	fieldPhrases   = engine.Phrases // keyphrases, each as one term
	fieldPublished = "published"
	fieldMarks     = "marks" // by which copies are found, see search.Profile
	fieldProfile   = "profile"
	fieldStored    = "document"
)

// lengths is how many terms a document has in each scored field; summed up over
// documents, it gives the average lengths that ranking needs.
type lengths = engine.Lengths

// moment is the term of a date: seconds in ten groups of seven bits, so that
// terms sort as dates do and no byte is bleve's separator.
func moment(unix int64) string {
	n := uint64(unix) ^ 1<<63
	var b [10]byte
	for i := range b {
		b[i] = byte(n >> (63 - 7*i) & 0x7f)
	}
	return string(b[:])
}

// unixOf reads a term of moment.
func unixOf(term []byte) int64 {
	var n uint64
	for _, c := range term {
		n = n<<7 | uint64(c)
	}
	return int64(n ^ 1<<63)
}
