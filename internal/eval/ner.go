package main

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/internal/casing"
	"github.com/dateline-go/dateline/lang/en"
)

// nerSets are the sets that names are scored on, by file.
var nerSets = []string{"worldwide_dev", "ieer_apw", "wikigold_a", "uner_ewt_dev", "finer_ord_val", "gum_news_dev",
	"conll03_testa"}

// coarse are the labels that every set annotates.
var coarse = []string{"PER", "ORG", "LOC"}

// nerDoc is a document of eval/ner.
type nerDoc struct {
	ID    string `json:"id"`
	Text  string `json:"text"`
	Spans []struct {
		Start int    `json:"start"`
		End   int    `json:"end"`
		Label string `json:"label"`
		Named *bool  `json:"named"`
	} `json:"spans"`
}

// nerName is a name with its coarse label.
type nerName struct {
	dateline.Span
	label string
}

// writings are how each set is written: as it is, and as headlines are.
var writings = []struct {
	name  string
	write func(string) string
}{
	{"", func(s string) string { return s }},
	{"title", func(s string) string { return casing.Title(s, en.Words().Lexicon) }},
	{"capitals", casing.Capitals},
}

// runNames scores names on raw text: exact span and label, as eval/ner/score.py
// does with --strip-titles --strip-the --only PER,ORG,LOC; with the standard
// errors, and with what is lost in Title Case and in capitals ("-change").
func runNames(ctx context.Context, dir string) ([]measure, error) {
	maps, err := readLabels(filepath.Join(dir, "ner", "labels.json"))
	if err != nil {
		return nil, err
	}
	var ms []measure
	var mean [3]float64
	for _, set := range nerSets {
		docs, err := readJSONL[nerDoc](dir, "ner", "eval", set+".jsonl")
		if err != nil {
			return nil, err
		}
		var f1 [3]float64
		var asIs []prf
		for k, w := range writings {
			counts, err := scoreSet(ctx, docs, maps.of(set), w.write)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", set, err)
			}
			all := counts[len(coarse)]
			f1[k] = total(all).f1()
			mean[k] += f1[k] / float64(len(nerSets))
			if k > 0 {
				ms = append(ms, measure{set, w.name + "-f1", f1[k], len(docs)},
					measure{set, w.name + "-change", f1[k] - f1[0], len(docs)},
					measure{set, w.name + "-change-se", changeError(asIs, all), len(docs)})
				continue
			}
			asIs = all
			for i, c := range coarse {
				name := "f1-" + strings.ToLower(c)
				ms = append(ms, measure{set, name, total(counts[i]).f1(), len(docs)},
					measure{set, name + "-se", standardError(counts[i]), len(docs)})
			}
			ms = append(ms, measure{set, "f1", f1[0], len(docs)}, measure{set, "f1-se", standardError(all), len(docs)})
		}
	}
	ms = append(ms, measure{"mean", "f1", mean[0], len(nerSets)})
	for k, w := range writings[1:] {
		ms = append(ms, measure{"mean", w.name + "-change", mean[k+1] - mean[0], len(nerSets)})
	}
	return ms, nil
}

// scoreSet counts the names of each document, for each coarse label and at the end
// for all of them.
func scoreSet(
	ctx context.Context, docs []nerDoc, labels map[string]*string, write func(string) string,
) ([][]prf, error) {
	counts := make([][]prf, len(coarse)+1)
	for _, d := range docs {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		d.Text = write(d.Text)
		doc, err := entities.Recognize(d.Text)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", d.ID, err)
		}
		of := scoreNames(d, doc.Mentions, labels)
		for i, c := range append(of, total(of)) {
			counts[i] = append(counts[i], c)
		}
	}
	return counts, nil
}

// coarseLabels are the labels of ours that are scored.
var coarseLabels = map[dateline.Label]string{dateline.Person: "PER", dateline.Org: "ORG",
	dateline.GPE: "LOC", dateline.Loc: "LOC", dateline.Fac: "LOC"}

// scoreNames counts the names of one document, a count for each coarse label.
func scoreNames(d nerDoc, mentions []dateline.Mention, labels map[string]*string) []prf {
	gold, skip := map[nerName]bool{}, map[dateline.Span]bool{}
	hit := map[dateline.Span]bool{}
	for _, s := range d.Spans {
		span := dateline.Span{Start: s.Start, End: s.End}
		switch l := labels[s.Label]; {
		case l == nil:
		case *l == "?" || s.Named != nil && !*s.Named:
			skip[span] = true
		default:
			n := nerName{trimName(d.Text, span, *l), *l}
			gold[n], hit[n.Span] = true, true
		}
	}
	predicted := map[nerName]bool{}
	for _, m := range mentions {
		l := coarseLabels[m.Label]
		if l == "" {
			continue
		}
		n := nerName{trimName(d.Text, m.Span(), l), l}
		// A name that maps badly is neither right nor wrong.
		if !skip[n.Span] || hit[n.Span] {
			predicted[n] = true
		}
	}
	counts := make([]prf, len(coarse))
	for i, l := range coarse {
		for n := range gold {
			if n.label == l {
				counts[i].gold++
			}
		}
		for n := range predicted {
			if n.label != l {
				continue
			}
			counts[i].predicted++
			if gold[n] {
				counts[i].right++
			}
		}
	}
	return counts
}

// nerTitles are the words that are taken off the front of people's names, on both
// sides.
var nerTitles = wordSet(`mr mrs ms miss dr prof professor president prime minister premier chancellor senator sen rep
	representative gov governor secretary general gen col colonel maj major capt captain lt sgt adm admiral
	sir lord lady king
	queen prince princess pope judge justice mayor chief ambassador chairman foreign vice deputy former rev
	reverend sheikh imam
	ayatollah cardinal archbishop bishop`)

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

// trimName takes titles and a leading "the" off a name.
func trimName(text string, s dateline.Span, label string) dateline.Span {
	w := text[s.Start:s.End]
	for {
		trimmed := strings.TrimSpace(w)
		i := strings.IndexFunc(trimmed, func(r rune) bool { return strings.ContainsRune(" \t\n\r\u00a0", r) })
		if i < 0 {
			break
		}
		word := strings.TrimRight(strings.ToLower(trimmed[:i]), ".")
		if word != "the" && !(label == "PER" && nerTitles[word]) {
			break
		}
		w = strings.TrimSpace(trimmed[i:])
	}
	return dateline.Span{Start: s.End - len(w), End: s.End}
}

// labelMaps holds labels.json: for each family of sets, what its labels mean.
type labelMaps map[string]struct {
	Map map[string]*string `json:"map"`
}

func readLabels(path string) (labelMaps, error) {
	rows, err := readJSONL[struct {
		Datasets labelMaps `json:"datasets"`
	}](path)
	if err != nil {
		return nil, err
	}
	if len(rows) != 1 {
		return nil, fmt.Errorf("%s: %d objects, not 1", path, len(rows))
	}
	return rows[0].Datasets, nil
}

// of returns the labels of a set: those of the longest family name that it begins
// with.
func (m labelMaps) of(set string) map[string]*string {
	best := ""
	for name := range m {
		if strings.HasPrefix(set, name) && len(name) > len(best) {
			best = name
		}
	}
	return m[best].Map
}
