package archive

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/blevesearch/bleve/v2/index/scorch"
	index "github.com/blevesearch/bleve_index_api"

	"github.com/dateline-go/dateline/search/internal/engine"
	"github.com/dateline-go/dateline/search/internal/fields"
	"github.com/dateline-go/dateline/search/internal/words"
)

// view is one state of the index as one call sees it.
type view struct {
	ctx     context.Context
	r       index.IndexReader
	archive *Archive
	cache   *columnCache
	count   int // documents
	totals  totals
	present []*words.Language // see languages

	borrowed borrowed
}

// view opens the present state. Close it.
func (a *Archive) view(ctx context.Context) (*view, error) {
	r, cache, err := a.reader()
	if err != nil {
		return nil, fmt.Errorf("archive: %w", err)
	}
	v := &view{ctx: ctx, r: r, archive: a, cache: cache}
	n, err := r.DocCount()
	if err == nil {
		v.totals, err = readTotals(r)
	}
	v.count = int(n) - v.totals.Deleted
	if err != nil {
		v.close()
		return nil, fmt.Errorf("archive: %w", err)
	}
	return v, nil
}

func (v *view) close() {
	v.giveBack()
	v.r.Close() // releases memory; it has nothing to say about the answer
}

// maxLanguages is how many languages a query is read in, maxTags how many tags of
// languages are looked at.
const maxLanguages, maxTags = 12, 1000

// languages returns the languages that the archive has documents in: English, which
// those are read as that do not say theirs, then those with the most documents.
func (v *view) languages() ([]*words.Language, error) {
	if v.present != nil {
		return v.present, nil
	}
	f := finder{view: v, expansions: maxTags, scans: maxTags}
	kind := fields.Key(fields.Language, "")
	tags, err := f.scan(fieldKeys, kind, func(tag string) bool { return !strings.Contains(tag, "-") })
	if err != nil && !errors.Is(err, errExpansions) {
		return nil, err
	}
	slices.SortStableFunc(tags, engine.OftenFirst)
	list := []*words.Language{words.English}
	for _, t := range tags {
		l := words.LanguageOf(strings.TrimPrefix(t.Term, kind))
		if len(list) < maxLanguages && !slices.Contains(list, l) {
			list = append(list, l)
		}
	}
	v.present = list
	return list, nil
}

// readings returns a text of a query as each of the languages reads it.
func (v *view) readings(text string) ([]words.Reading, error) {
	languages, err := v.languages()
	return words.Read(text, languages), err
}

// checkEvery is after how many postings the context is looked at.
const checkEvery = 4096

// postings calls visit for each document that has a term in a field. Freq and
// norm are 0 unless they are asked for.
func (v *view) postings(field, term string, scores bool, visit func(doc, freq uint64, norm float64)) error {
	t, err := v.r.TermFieldReader(v.ctx, []byte(term), field, scores, scores, false)
	if err != nil {
		return err
	}
	defer t.Close()
	var d index.TermFieldDoc
	for i := 1; ; i++ {
		if i%checkEvery == 0 {
			if err := v.ctx.Err(); err != nil {
				return err
			}
		}
		p, err := t.Next(&d)
		if err != nil || p == nil {
			return err
		}
		visit(p.ID.Value(), p.Freq, p.Norm)
	}
}

// frequency returns how many documents have a term in a field.
func (v *view) frequency(field, term string) (int, error) {
	t, err := v.r.TermFieldReader(v.ctx, []byte(term), field, false, false, false)
	if err != nil {
		return 0, err
	}
	defer t.Close()
	return int(t.Count()), nil
}

// having returns the documents that have a term in a field.
func (v *view) having(field, term string) (*docs, error) {
	set := new(docs)
	return set, v.into(set, field, term)
}

// into puts the documents that have a term in a field into a set.
func (v *view) into(set *docs, field, term string) error {
	return v.postings(field, term, false, func(doc, _ uint64, _ float64) { set.add(doc) })
}

// all returns every document.
func (v *view) all() (*docs, error) {
	set := new(docs)
	ids, err := v.r.DocIDReaderAll()
	if err != nil {
		return nil, err
	}
	defer ids.Close()
	for {
		id, err := ids.Next()
		if err != nil {
			return nil, err
		}
		if id == nil {
			break
		}
		set.add(id.Value())
	}
	if v.totals.Deleted > 0 {
		tombstones, err := v.having(fieldDeleted, deletedTerm)
		if err != nil {
			return nil, err
		}
		set.subtract(tombstones)
	}
	return set, nil
}

// id returns the id of a document by its number.
func (v *view) id(doc uint64) (string, error) {
	return v.r.ExternalID(index.NewIndexInternalID(nil, doc))
}

// visit calls f with what is stored of a document in a field, which holds during the call, by the number of
// the document: to look it up by its id costs more than to read it.
func (v *view) visit(doc uint64, field string, f func(value []byte)) error {
	snapshot, ok := v.r.(*scorch.IndexSnapshot)
	if !ok {
		return errReader
	}
	for _, s := range snapshot.Segments() {
		if size := uint64(s.FullSize()); doc >= size {
			doc -= size
			continue
		}
		return s.VisitDocument(doc, func(name string, _ byte, value []byte, _ []uint64) bool {
			if name != field {
				return true
			}
			f(value)
			return false
		})
	}
	return fmt.Errorf("%w: there is no document of that number", ErrDamaged)
}

// column calls visit for each value that a document has in some columns.
func (v *view) column(fields ...string) (func(doc uint64, visit func(field string, term []byte)) error, error) {
	dv, err := v.r.DocValueReader(fields)
	if err != nil {
		return nil, err
	}
	var id index.IndexInternalID
	return func(doc uint64, visit func(string, []byte)) error {
		id = index.NewIndexInternalID(id, doc)
		return dv.VisitDocValues(id, visit)
	}, nil
}
