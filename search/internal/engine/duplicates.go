package engine

import (
	"cmp"
	"context"
	"iter"
	"slices"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
)

// maxCopies is how many articles that share marks are looked at.
const maxCopies = 256

// DuplicatesOf returns the articles that tell the story of a document in the same
// words, the highest score first, then by id.
func DuplicatesOf(ctx context.Context, st Copies, doc *dateline.Document) ([]search.Duplicate, error) {
	p, err := search.NewProfile(doc)
	if err != nil {
		return nil, err
	}
	marks := p.Marks()
	if len(marks) == 0 {
		return nil, nil
	}
	others, err := st.Sharing(ctx, marks, p.CopyMarks(), maxCopies)
	if err != nil {
		return nil, err
	}
	var list []search.Duplicate
	for _, other := range others {
		if d, ok := p.Repeats(other); ok && other.ID != doc.ID {
			list = append(list, d)
		}
	}
	slices.SortFunc(list, func(a, b search.Duplicate) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Of, b.Of))
	})
	return list, nil
}

// Duplicates returns the articles that repeat another one, by id.
func Duplicates(profiles iter.Seq2[*search.Profile, error]) ([]search.Duplicate, error) {
	var x search.DuplicateIndex
	for p, err := range profiles {
		if err != nil {
			return nil, err
		}
		x.Add(p)
	}
	return x.All(), nil
}
