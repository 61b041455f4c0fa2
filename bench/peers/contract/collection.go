package contract

import (
	"path/filepath"
	"slices"
	"time"
)

// depth is how many hits a query asks for.
const depth = 100

// Collection is one of the search collections: its documents and queries.
type Collection struct {
	// Documents are what is indexed, Queries what is asked.
	Documents, Queries []Story
}

// Hit is a document that a query found.
type Hit struct {
	// ID is the document, Score how well it fits.
	ID    string
	Score float64
}

// ReadCollection reads a collection by the name of its corpus; the queries are beside
// it.
func ReadCollection(corpus string) (*Collection, error) {
	docs, err := Rows[Story](corpus)
	if err != nil {
		return nil, err
	}
	queries, err := Rows[Story](filepath.Join(filepath.Dir(corpus), "queries.jsonl"))
	return &Collection{docs, queries}, err
}

// Index times the making of the index: CPU milliseconds for a document.
func (c *Collection) Index(j *Job, do func() error) error {
	before := CPU()
	if err := do(); err != nil {
		return err
	}
	j.Figure("index ms", (CPU()-before).Seconds()*1000/float64(len(c.Documents)))
	return nil
}

// Ask asks every query as often as there are passes and writes the hits of the first
// pass in the format of TREC. The time of a query is the best of its passes; reported
// is the middle one of all queries, in milliseconds.
func (c *Collection) Ask(j *Job, do func(text string, n int) ([]Hit, error)) error {
	best := make([]time.Duration, len(c.Queries))
	for pass := range j.Passes {
		for i, q := range c.Queries {
			began := time.Now()
			hits, err := do(q.Text, depth)
			if err != nil {
				return err
			}
			if took := time.Since(began); pass == 0 || took < best[i] {
				best[i] = took
			}
			if pass > 0 {
				continue
			}
			for rank, h := range hits {
				if err := j.Write("%s Q0 %s %d %g bench\n", q.ID, h.ID, rank+1, h.Score); err != nil {
					return err
				}
			}
		}
	}
	slices.Sort(best)
	j.Figure("query ms", best[len(best)/2].Seconds()*1000)
	return nil
}
