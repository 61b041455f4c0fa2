package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/blevesearch/bleve/v2"
	_ "github.com/blevesearch/bleve/v2/analysis/lang/de" // its analyzer, by name
	_ "github.com/blevesearch/bleve/v2/analysis/lang/es"
	_ "github.com/blevesearch/bleve/v2/analysis/lang/fr"

	"github.com/dateline-go/dateline/search"
)

// foundIn is within how many hits the right article must be.
const foundIn = 3

// runLangSearch asks for words of our articles in other forms, singular for plural and the like, and looks whether the
// right article is among the first hits: ours, and those of bleve with its own analyzer of the language.
func runLangSearch(ctx context.Context, _ string) ([]measure, error) {
	ix, docs, err := crossArchive(ctx)
	if err != nil {
		return nil, err
	}
	defer ix.Close()
	ours, theirs, n := map[string]int{}, map[string]int{}, map[string]int{}
	peers := map[string]bleve.Index{}
	for fields, err := range readFields(filepath.Join(crossFolder, "queries.tsv")) {
		if err != nil {
			return nil, err
		}
		code, want, word := fields[0], fields[1], fields[2]
		if peers[code] == nil {
			mapping := bleve.NewIndexMapping()
			mapping.DefaultAnalyzer = code
			if peers[code], err = bleve.NewMemOnly(mapping); err != nil {
				return nil, err
			}
			defer peers[code].Close()
			for id, d := range docs {
				if d.Language == code {
					if err := peers[code].Index(id, d.Headline+"\n"+d.Text); err != nil {
						return nil, err
					}
				}
			}
		}
		res, err := ix.Search(ctx, search.Query{Text: word, Languages: []string{code}, Limit: foundIn, Fragments: -1})
		if err != nil {
			return nil, err
		}
		peer, err := peers[code].Search(bleve.NewSearchRequestOptions(bleve.NewMatchQuery(word), foundIn, 0, false))
		if err != nil {
			return nil, err
		}
		n[code]++
		if slices.ContainsFunc(res.Hits, func(h search.Hit) bool { return h.ID == want }) {
			ours[code]++
		} else {
			fmt.Fprintf(os.Stderr, "eval: langsearch: %s does not find %s\n", word, want)
		}
		for _, h := range peer.Hits {
			if h.ID == want {
				theirs[code]++
			}
		}
	}
	var all []measure
	for _, code := range []string{"de", "es", "fr"} {
		all = append(all, measure{code, "top3", float64(ours[code]) / float64(n[code]), n[code]},
			measure{code, "bleve-top3", float64(theirs[code]) / float64(n[code]), n[code]})
	}
	return all, nil
}
