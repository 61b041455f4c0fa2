package main

import (
	"math"
	"strconv"
)

// englishPages is the set that the whole path is measured on: ours looks for names in
// English only, so that pages in other languages would flatter it.
const englishPages = "extract/scrapinghub/pages.jsonl.gz"

const englishPageCount = 92

func wholeSection() section {
	return section{
		name: "whole", title: "The whole path: web page to Document", task: "whole", unit: "articles", own: []string{"tokens"},
		note: "The 92 English pages of scrapinghub. The Python stack is trafilatura, spaCy's small model (tagger and names), YAKE and sumy's LexRank; ours does the same and finds " +
			"links, entities, countries and quotes too. Ours begins and ends with HTML and JSON; both write what they found.",
		sets: []set{{name: "pages", in: englishPages, timed: true}},
		subjects: []subject{
			{name: oursName, command: goPeer("dateline"), passes: 5},
			{name: stackName, command: python("stack_whole")},
		},
		closing: wholeTables,
	}
}

const stackName = "trafilatura + spaCy + YAKE + sumy"

// wholeTables put the parts' quality beside the path's speed, from the other sections
// of the run.
func wholeTables(results map[string]*result) []table {
	res := results["whole"]
	speed := map[string]float64{}
	tokens := 0.0
	for _, r := range res.rows {
		speed[r.subject] = r.speed()
		if r.subject == oursName {
			tokens = r.own["tokens"] * r.speed() / englishPageCount
		}
	}
	ratios := table{columns: []column{{name: "figure", digits: 1}}}
	if speed[stackName] > 0 {
		ratios.rows = append(ratios.rows, tableRow{"articles of a CPU second, ours by theirs", []float64{speed[oursName] / speed[stackName]}})
	}
	ratios.rows = append(ratios.rows, tableRow{"tokens of a CPU second, ours, page to Document", []float64{math.Round(tokens)}})
	parts := []struct{ section, column, shown, peer string }{
		{"pages", "fundus body F1", "body F1, fundus", "trafilatura (Python)"},
		{"pages", "scrapinghub body F1", "body F1, scrapinghub", "trafilatura (Python)"},
		{"pages", "fundus title", "title", "trafilatura (Python)"},
		{"pages", "fundus author F1", "author F1", "trafilatura (Python)"},
		{"pages", "fundus day", "day", "trafilatura (Python)"},
		{"names", "worldwide", "names F1, worldwide", "spaCy small"},
		{"names", "WikiGold", "names F1, WikiGold", "spaCy small"},
		{"keyphrases", "DUC F1@10", "keyphrases F1@10, DUC", "YAKE"},
		{"summaries", "CNN RLsum", "summary RLsum, CNN", "LexRank (sumy)"},
	}
	quality := table{title: "The same parts' quality, from the tables above:", columns: []column{
		{name: oursName, digits: 3}, {name: stackName, digits: 3}}}
	for _, p := range parts {
		cells := []float64{math.NaN(), math.NaN()}
		for i, subject := range []string{oursName, p.peer} {
			if v, ok := results[p.section].find(subject, p.column); ok {
				cells[i] = v
			}
		}
		if !math.IsNaN(cells[0]) && !math.IsNaN(cells[1]) {
			quality.rows = append(quality.rows, tableRow{p.shown, cells})
		}
	}
	tables := []table{ratios}
	if len(quality.rows) > 0 {
		tables = append(tables, quality)
	}
	return tables
}

// find looks up a quality figure; there is none in a section that did not run.
func (r *result) find(subject, column string) (float64, bool) {
	if r == nil {
		return 0, false
	}
	for _, row := range r.rows {
		if row.subject != subject {
			continue
		}
		for _, f := range row.quality {
			if f.name == column {
				return f.value, true
			}
		}
	}
	return 0, false
}

func readySection() section {
	return section{
		name: "ready", title: "Ready", noSpeed: true, own: []string{wallFigure, "analyzer and Document ms", "analyzer ms", "CPU ms", "MiB"},
		note: "A program that makes an Analyzer and one Document of a small story, run from start to end by another: wall time of the process, of making both, " +
			"of analyze.New alone, CPU time, and the most memory. No tags are asked for.",
		sets:     []set{{name: "one", in: englishPages, timed: true}},
		subjects: []subject{{name: oursName, command: goPeer("ready")}},
	}
}

func workersSection() section {
	return section{
		name: "workers", title: "One worker and two", task: "whole", noSpeed: true, own: []string{"wall"},
		note: "The whole path on the same pages, wall seconds of the work, one run after the other. On a machine that does other work too the second worker gets less than " +
			"a core.",
		sets: []set{{name: "pages", in: englishPages, timed: true}},
		subjects: []subject{
			{name: "1 worker", command: goPeer("dateline"), variant: "1", passes: 10},
			{name: "2 workers", command: goPeer("dateline"), variant: "2", passes: 10},
		},
		closing: func(results map[string]*result) []table {
			wall := map[string]float64{}
			for _, r := range results["workers"].rows {
				wall[r.subject] = r.own["wall"]
			}
			return []table{{columns: []column{{name: "figure", digits: 2}}, rows: []tableRow{
				{"2 workers by one", []float64{wall["1 worker"] / wall["2 workers"]}}}}}
		},
	}
}

func streamSection(articles int) section {
	s := section{
		name: "stream", title: "A long stream", task: "stream", noSpeed: true,
		own: []string{"articles a second", "MiB after quarter 1", "MiB after quarter 2", "MiB after quarter 3", "MiB after quarter 4"},
		note: "The same pages over and over, " + strconv.Itoa(articles/englishPageCount*englishPageCount) + " of them, through Analyzer.Stream with a worker for each core: memory taken from the system. " +
			"(`-stream 1000000` streams a million.)",
		sets:     []set{{name: "pages", in: englishPages}},
		subjects: []subject{{name: oursName, command: goPeer("dateline"), variant: strconv.Itoa(max(articles/englishPageCount, 1))}},
	}
	return s
}
