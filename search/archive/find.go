package archive

import (
	"slices"

	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/internal/engine"
)

// finder finds the documents of one query.
type finder struct {
	*view
	ranked *docs // what has words of the query's text, which ranking knows already
	every  *docs // all documents, once they were needed
	// expansions is how many words beginnings and fuzzy words may still stand for,
	// scans how many may be looked at for it.
	expansions, scans int
	// terms are those that the clauses rank by, besides the text.
	terms []engine.Term
}

// find returns the documents that a tree of clauses asks for, whether the tree
// itself is negated or not. Positive says that it is not, so that its words rank.
// The set is the caller's to change.
func (f *finder) find(c search.Clause, positive bool) (*docs, error) {
	switch {
	case len(c.Any) > 0:
		return f.any(c.Any, positive)
	case len(c.All) > 0:
		return f.all(c.All, positive)
	}
	if err := f.ctx.Err(); err != nil {
		return nil, err
	}
	switch {
	case c.Field == search.Published:
		return f.dated(c)
	case c.Field.HasWords():
		return f.words(c, positive)
	}
	return f.named(c)
}

// any returns the documents that hold one of some clauses.
func (f *finder) any(clauses []search.Clause, positive bool) (*docs, error) {
	set := new(docs)
	for _, c := range clauses {
		found, err := f.find(c, positive && !c.Not)
		if err != nil {
			return nil, err
		}
		if c.Not {
			if found, err = f.without(nil, found); err != nil {
				return nil, err
			}
		}
		set.union(found)
	}
	return set, nil
}

// all returns the documents that hold each of some clauses.
func (f *finder) all(clauses []search.Clause, positive bool) (*docs, error) {
	var set *docs
	not := new(docs)
	for _, c := range clauses {
		found, err := f.find(c, positive && !c.Not)
		switch {
		case err != nil:
			return nil, err
		case c.Not:
			not.union(found)
		case set == nil:
			set = found
		default:
			set.intersect(found)
		}
	}
	return f.without(set, not)
}

// without takes documents out of a set; nil is all.
func (f *finder) without(set, not *docs) (*docs, error) {
	if set == nil {
		if err := f.live(); err != nil {
			return nil, err
		}
		set = &docs{words: slices.Clone(f.every.words)}
	}
	set.subtract(not)
	return set, nil
}

// live reads which documents there are.
func (f *finder) live() (err error) {
	if f.every == nil {
		f.every, err = f.view.all()
	}
	return err
}

// dated returns the documents that were published in a range.
func (f *finder) dated(c search.Clause) (*docs, error) {
	columns, err := f.columns()
	if err != nil {
		return nil, err
	}
	if err := f.live(); err != nil {
		return nil, err
	}
	set := new(docs)
	for doc, unix := range columns.dates {
		if unix != undated && c.Spans(unix) {
			set.add(uint64(doc))
		}
	}
	set.intersect(f.every) // columns have deleted documents too
	return set, nil
}
