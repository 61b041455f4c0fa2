// Command bleve searches with bare bleve: an index with the English analyzer and the
// ranking by BM25, on disk.
package main

import (
	"errors"
	"os"
	"path/filepath"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis/lang/en"
	"github.com/blevesearch/bleve/v2/index/scorch"

	"github.com/dateline-go/dateline/bench/peers/contract"
)

// batch is how many documents are written at a time.
const batch = 1000

func main() { contract.Run("github.com/blevesearch/bleve/v2", search) }

func search(j *contract.Job) (err error) {
	c, err := contract.ReadCollection(j.In)
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "bench-bleve-")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	m := bleve.NewIndexMapping()
	m.DefaultAnalyzer, m.ScoringModel = en.AnalyzerName, "bm25"
	ix, err := bleve.NewUsing(filepath.Join(dir, "index"), m, scorch.Name, scorch.Name, nil)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, ix.Close()) }()
	j.Ready(len(c.Documents))
	if err := c.Index(j, func() error { return fill(ix, c.Documents) }); err != nil {
		return err
	}
	return c.Ask(j, func(text string, n int) ([]contract.Hit, error) {
		req := bleve.NewSearchRequestOptions(bleve.NewMatchQuery(text), n, 0, false)
		res, err := ix.Search(req)
		if err != nil {
			return nil, err
		}
		hits := make([]contract.Hit, len(res.Hits))
		for i, h := range res.Hits {
			hits[i] = contract.Hit{ID: h.ID, Score: h.Score}
		}
		return hits, nil
	})
}

// fill indexes the documents.
func fill(ix bleve.Index, docs []contract.Story) error {
	b := ix.NewBatch()
	for _, d := range docs {
		if err := b.Index(d.ID, map[string]any{"title": d.Title, "text": d.Text}); err != nil {
			return err
		}
		if b.Size() < batch {
			continue
		}
		if err := ix.Batch(b); err != nil {
			return err
		}
		b.Reset()
	}
	return ix.Batch(b)
}
