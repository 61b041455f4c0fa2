package pages

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// Measure is one figure: its name, its value in 0..1, and how many pages it was taken
// over.
type Measure struct {
	Name  string
	Value float64
	N     int
}

// words returns the runs of letters, digits and underscores, as \w+ of Python does.
func words(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool {
		return r != '_' && !unicode.IsLetter(r) && !unicode.IsNumber(r)
	})
}

// bag counts the n-grams of words, one of all words where there are fewer.
func bag(s string) map[string]int {
	const n = 4
	w := words(s)
	out := map[string]int{}
	for i := range max(1, len(w)-n+1) {
		out[strings.Join(w[min(i, len(w)):min(i+n, len(w))], " ")]++
	}
	return out
}

// both counts what two bags share, and sum what one holds.
func both[K comparable](a, b map[K]int) int {
	n := 0
	for k, c := range a {
		n += min(c, b[k])
	}
	return n
}

func sum[K comparable](a map[K]int) int {
	n := 0
	for _, c := range a {
		n += c
	}
	return n
}

// ratio is a/b, 0 where there is nothing to divide by.
func ratio(a, b float64) float64 {
	if b == 0 {
		return 0
	}
	return a / b
}

// BodyMeasures takes the shingle F1 of the article-extraction-benchmark.
func BodyMeasures(gold []Gold, pred []Extracted) []Measure {
	var ps, rs, np, nr float64
	for i, g := range gold {
		a, b := bag(g.Body), bag(pred[i].Body)
		tp := float64(both(a, b))
		fp, fn := float64(sum(b))-tp, float64(sum(a))-tp
		if tp+fp > 0 {
			ps += tp / (tp + fp)
			np++
		}
		if tp+fn > 0 {
			rs += tp / (tp + fn)
			nr++
		}
	}
	p, r := ratio(ps, np), ratio(rs, nr)
	n := len(gold)
	return []Measure{{"body_f1", ratio(2*p*r, p+r), n}, {"body_p", p, n}, {"body_r", r, n}}
}

// SegmentMeasures looks for the segments that must be there, and those that must not.
func SegmentMeasures(gold []Gold, pred []Extracted) []Measure {
	var tp, fp, fn float64
	for i, g := range gold {
		body := squeeze(pred[i].Body)
		for _, w := range g.With {
			if strings.Contains(body, squeeze(w)) {
				tp++
			} else {
				fn++
			}
		}
		for _, w := range g.Without {
			if strings.Contains(body, squeeze(w)) {
				fp++
			}
		}
	}
	n := len(gold)
	return append([]Measure{
		{"seg_f1", ratio(2*tp, 2*tp+fp+fn), n}, {"seg_p", ratio(tp, tp+fp), n}, {"seg_r", ratio(tp, tp+fn), n},
	}, TitleMeasures(gold, pred)...)
}

// TitleMeasures compares titles: exactly, without case and punctuation, and that as the mean over publishers, of which
// some have several pages. Nothing about titles is fitted, so that each publisher is one that was left out.
func TitleMeasures(gold []Gold, pred []Extracted) []Measure {
	var n, exact, right float64
	pages, rights := map[string]float64{}, map[string]float64{}
	for i := range gold {
		g := &gold[i]
		if g.Title == "" {
			continue
		}
		n++
		pages[g.Site()]++
		if squeeze(g.Title) == pred[i].Title {
			exact++
		}
		if normal(g.Title) == normal(pred[i].Title) {
			right++
			rights[g.Site()]++
		}
	}
	var bySite float64
	for _, site := range slices.Sorted(maps.Keys(pages)) {
		bySite += rights[site] / pages[site]
	}
	return []Measure{
		{"title_norm", ratio(right, n), int(n)}, {"title_exact", ratio(exact, n), int(n)},
		{"title_by_publisher", ratio(bySite, float64(len(pages))), len(pages)},
	}
}

// squeeze makes each run of white space one space.
func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }

// LineMeasures counts the lines of pasted pages that were kept, and takes the body F1.
func LineMeasures(gold []Gold, pred []Extracted) []Measure {
	var tp, fp, fn float64
	for i, g := range gold {
		for n, label := range g.Labels {
			kept := slices.Contains(pred[i].Keep, n)
			switch {
			case label == 'A' && kept:
				tp++
			case label == 'A':
				fn++
			case label == 'B' && kept:
				fp++
			}
		}
	}
	n := len(gold)
	return append([]Measure{
		{"line_f1", ratio(2*tp, 2*tp+fp+fn), n}, {"line_p", ratio(tp, tp+fp), n}, {"line_r", ratio(tp, tp+fn), n},
	}, BodyMeasures(gold, pred)...)
}

// normal is the form in which titles, names and headings are compared.
func normal(s string) string {
	return strings.Join(words(cases.Fold().String(norm.NFKC.String(s))), " ")
}

var (
	rolePrefix = regexp.MustCompile(`(?i)^\s*(?:by|von|par|por|di|av|af|door|text|foto)\s*[:\s]\s*`)
	nameSplit  = regexp.MustCompile(`;|,| and | und | et | y |\||\n|&`)
	dayForm    = regexp.MustCompile(`\d{4}-\d{2}-\d{2}`)
)

// nameSet splits an author field into names.
func nameSet(s string) map[string]int {
	out := map[string]int{}
	for _, p := range nameSplit.Split(s, -1) {
		if n := normal(rolePrefix.ReplaceAllString(p, "")); n != "" {
			out[n] = 1
		}
	}
	return out
}

// FundusMeasures takes the body F1 and what else the set has gold for.
func FundusMeasures(gold []Gold, pred []Extracted) []Measure {
	out := BodyMeasures(gold, pred)
	var deks, dekOK, tp, got, want, htp, hgot, hwant float64
	for i, g := range gold {
		if a := nameSet(string(g.Author)); len(a) > 0 {
			b := nameSet(pred[i].Author)
			tp += float64(both(a, b))
			got += float64(len(b))
			want += float64(len(a))
		}
		if len(g.Sections) > 0 {
			a, b := headings(g.Sections), headings(pred[i].Sections)
			htp += float64(both(a, b))
			hgot += float64(sum(b))
			hwant += float64(sum(a))
		}
		if g.Summary != "" {
			deks++
			if normal(string(g.Summary)) == normal(pred[i].Summary) {
				dekOK++
			}
		}
	}
	n := len(gold)
	out = append(out, TitleMeasures(gold, pred)...)
	out = append(out,
		Measure{"author_f1", ratio(2*tp, got+want), n},
		Measure{"heading_f1", ratio(2*htp, hgot+hwant), n},
		Measure{"dek_norm", ratio(dekOK, deks), int(deks)})
	return append(out, DateMeasures(gold, pred)...)
}

// headings counts the headings of sections.
func headings(list []Section) map[string]int {
	out := map[string]int{}
	for _, s := range list {
		if s.Heading != "" {
			out[normal(s.Heading)]++
		}
	}
	return out
}

// DateMeasures compares the days of publication.
func DateMeasures(gold []Gold, pred []Extracted) []Measure {
	var n, right float64
	for i, g := range gold {
		if want := dayForm.FindString(g.Date); want != "" {
			n++
			if dayForm.FindString(pred[i].Date) == want {
				right++
			}
		}
	}
	return []Measure{{"day", ratio(right, n), int(n)}}
}
