package archive

import (
	"slices"
	"strings"

	index "github.com/blevesearch/bleve_index_api"

	"github.com/dateline-go/dateline/search/internal/fields"
	"github.com/dateline-go/dateline/search/internal/words"
)

// phrase returns the documents that have the words next to each other in a
// field; see [words.Reading.Phrase] for the stop words among them. Below asks that they stand
// below the head of the story. The places of words are read only in documents
// that have all of them.
func (f *finder) phrase(field string, ws []words.Word, below bool) (*docs, error) {
	var parts []*part
	defer func() {
		for _, p := range parts {
			p.close()
		}
	}()
	small := func(w words.Word) bool { return strings.HasPrefix(w.Term, words.Small) }
	looked := slices.ContainsFunc(ws, func(w words.Word) bool { return !small(w) })
	var set *docs
	for i, w := range ws {
		p, err := f.part(field, w.Term, uint64(i))
		if err != nil {
			return nil, err
		}
		parts = append(parts, p)
		if looked && small(w) {
			continue // almost every document has it
		}
		found, err := f.having(field, w.Term)
		if err != nil {
			return nil, err
		}
		if set == nil {
			set = found
		} else {
			set.intersect(found)
		}
	}
	kept := new(docs)
	for n, doc := range set.list() {
		if n%checkEvery == 0 && f.ctx.Err() != nil {
			return nil, f.ctx.Err()
		}
		ok, err := inOrder(parts, doc, below)
		if err != nil {
			return nil, err
		}
		if ok {
			kept.add(doc)
		}
	}
	return kept, nil
}

// part is one word of a phrase.
type part struct {
	reader index.TermFieldReader
	offset uint64 // of the word in the phrase
	doc    index.TermFieldDoc
	id     index.IndexInternalID
	starts []uint64 // where the phrase must begin for the word to be in place
}

func (f *finder) part(field, term string, offset uint64) (*part, error) {
	r, err := f.r.TermFieldReader(f.ctx, []byte(term), field, true, true, true)
	return &part{reader: r, offset: offset}, err
}

func (p *part) close() {
	if p.reader != nil {
		p.reader.Close()
	}
}

// inOrder reports whether a document that has all the words has them as the
// phrase does. Documents must come in order.
func inOrder(parts []*part, doc uint64, below bool) (bool, error) {
	for i, p := range parts {
		p.id = index.NewIndexInternalID(p.id, doc)
		d, err := p.reader.Advance(p.id, &p.doc)
		if err != nil || d == nil || d.ID.Value() != doc {
			return false, err
		}
		p.starts = p.starts[:0]
		for _, v := range d.Vectors {
			start := v.Pos - p.offset
			if (!below || v.Pos < fields.Head) && (i == 0 || slices.Contains(parts[i-1].starts, start)) {
				p.starts = append(p.starts, start)
			}
		}
		if len(p.starts) == 0 {
			return false, nil
		}
	}
	return true, nil
}
