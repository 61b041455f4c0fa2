package main

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/all"
)

// langSets are the sets that names in other languages are scored on, by the code of the language.
var langSets = map[string][]string{
	"de": {"de_conll03_testa", "de_germeval14_dev", "de_europarl_dev"},
	"es": {"es_conll02_testa", "es_mxnews_1", "es_epixa_a"},
	"fr": {"fr_winer_dev", "fr_sequoia_news_a", "fr_fenec_a", "fr_sequoia_other_a"},
	"it": {"it_kind_wikinews_dev"},
	"nl": {"nl_conll02_testa"},
	"pt": {"pt_uner_bosque_dev"},
}

// runLang scores names in languages other than English on raw text, as [runNames] does.
func runLang(ctx context.Context, dir string) ([]measure, error) {
	maps, err := readLabels(filepath.Join(dir, "lang", "labels.json"))
	if err != nil {
		return nil, err
	}
	var ms []measure
	for _, p := range all.Packs() {
		for _, set := range langSets[p.Code] {
			counts, n, err := scoreLanguage(ctx, p, filepath.Join(dir, "lang", "dev", set), maps.of(set))
			if err != nil {
				return nil, fmt.Errorf("%s: %w", set, err)
			}
			for i, c := range coarse {
				ms = append(ms, measure{set, "f1-" + strings.ToLower(c), total(counts[i]).f1(), n})
			}
			all := counts[len(coarse)]
			ms = append(ms, measure{set, "f1", total(all).f1(), n}, measure{set, "f1-se", standardError(all), n})
		}
	}
	return ms, nil
}

// scoreLanguage counts the names of each document of a set.
func scoreLanguage(
	ctx context.Context, p *lang.Pack, path string, labels map[string]*string,
) (counts [][]prf, n int, err error) {
	docs, err := readPacked[nerDoc](path)
	if err != nil {
		return nil, 0, err
	}
	finder, err := entities.New(entities.Options{Language: p})
	if err != nil {
		return nil, 0, err
	}
	words := token.Buffer{Rules: token.NewRules(p.Lexicon)}
	counts = make([][]prf, len(coarse)+1)
	for _, d := range docs {
		doc := &dateline.Document{ID: d.ID, Text: d.Text, Language: p.Code}
		if err := words.Annotate(ctx, doc, nil); err != nil {
			return nil, 0, err
		}
		if err := finder.Annotate(ctx, doc); err != nil {
			return nil, 0, err
		}
		of := scoreNames(d, doc.Mentions, labels)
		for i, c := range append(of, total(of)) {
			counts[i] = append(counts[i], c)
		}
	}
	return counts, len(docs), nil
}

// readPacked reads a set that is packed, or as it is where it is small.
func readPacked[T any](path string) ([]T, error) {
	if docs, err := readJSONL[T](path + ".jsonl.gz"); err == nil {
		return docs, nil
	}
	return readJSONL[T](path + ".jsonl")
}
