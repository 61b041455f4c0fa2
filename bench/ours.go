package main

import (
	"fmt"
	"strconv"
	"time"
)

// englishPages is the set that the whole path is measured on: ours looks for names in
// English only, so that pages in other languages would flatter it.
const englishPages = "extract/scrapinghub/pages.jsonl.gz"

const englishPageCount = 92

func wholeSection() section {
	return section{
		name: "whole", title: "The whole path: web page to Document", task: "whole", unit: "articles", speedDigits: 1,
		own: []string{"tokens"},
		note: "The 92 English pages of scrapinghub. The Python stack is trafilatura, spaCy's small model (tagger and " +
			"names), YAKE and sumy's LexRank; ours does the same and finds " +
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

// wholeTables compare speed, and put the parts' quality, from the other sections of the
// run, beside it.
func wholeTables(results map[string]*result) (string, []table) {
	speed := map[string]float64{}
	tokens := 0.0
	for _, r := range results["whole"].rows {
		speed[r.subject] = r.speed()
		if r.subject == oursName {
			tokens = r.own["tokens"] * r.speed() / englishPageCount
		}
	}
	sentence := fmt.Sprintf("Ours takes %s tokens a CPU second from page to Document", column{}.format(tokens))
	if speed[stackName] > 0 {
		sentence += fmt.Sprintf(", and %.1f times as many articles as the stack", speed[oursName]/speed[stackName])
	}
	parts := []struct {
		section, column, shown, peer string
		scale                        float64
	}{
		{"pages", "fundus body F1", "body F1, fundus", "trafilatura (Python)", 100},
		{"pages", "scrapinghub body F1", "body F1, scrapinghub", "trafilatura (Python)", 100},
		{"pages", "fundus title", "title, fundus", "trafilatura (Python)", 100},
		{"pages", "fundus author F1", "author F1, fundus", "trafilatura (Python)", 100},
		{"pages", "fundus day", "day, fundus", "trafilatura (Python)", 100},
		{"names", "worldwide", "names F1, worldwide", "spaCy small", 1},
		{"names", "WikiGold", "names F1, WikiGold", "spaCy small", 1},
		{"names", "EWT", "names F1, EWT", "spaCy small", 1},
		{"keyphrases", "DUC F1@10", "keyphrases F1@10, DUC", "YAKE", 1},
		{"summaries", "CNN RLsum", "summary RLsum, CNN", "LexRank (sumy)", 1},
	}
	quality := table{columns: []column{{oursName, 1, neither}, {stackName, 1, neither}}}
	for _, p := range parts {
		ours, ok := results[p.section].find(oursName, p.column)
		theirs, ok2 := results[p.section].find(p.peer, p.column)
		if ok && ok2 {
			quality.rows = append(quality.rows, tableRow{p.shown, []float64{ours * p.scale, theirs * p.scale}})
		}
	}
	if len(quality.rows) == 0 {
		return sentence + ".", nil
	}
	return sentence + ". The quality of the parts, from the tables above, out of 100:\n", []table{quality}
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
		name: "ready", title: "Ready", noSpeed: true, walls: true, own: []string{wallFigure, "analyzer and Document ms",
			"analyzer ms", "CPU ms"},
		note: "A program that makes an Analyzer and one Document of a small story, run from start to end by another: " +
			"wall time of the process, of making both, " +
			"of analyze.New alone, CPU time, and the most memory. No tags are asked for.",
		sets:     []set{{name: "one", in: englishPages, timed: true}},
		subjects: []subject{{name: oursName, command: goPeer("ready")}},
	}
}

func workersSection() section {
	return section{
		name: "workers", title: "One worker and two", task: "whole", noSpeed: true, walls: true, own: []string{"wall"},
		note: "The whole path on the same pages, wall seconds of the work, one run after the other. On a machine that " +
			"does other work too the second worker gets less than " +
			"a core; `-realtime` is for such.",
		sets: []set{{name: "pages", in: englishPages, timed: true}},
		subjects: []subject{
			{name: "1 worker", command: goPeer("dateline"), variant: "1", passes: 4},
			{name: "2 workers", command: goPeer("dateline"), variant: "2", passes: 4},
		},
		closing: func(results map[string]*result) (string, []table) {
			wall, speed := map[string]float64{}, map[string]float64{}
			for _, r := range results["workers"].rows {
				wall[r.subject], speed[r.subject] = r.own["wall"], r.speed()
			}
			if len(wall) < 2 {
				return "One of the two did not run.", nil
			}
			return fmt.Sprintf("Two workers were %.2f times as fast as one, with %.2f times its CPU time.",
				wall["1 worker"]/wall["2 workers"], speed["1 worker"]/speed["2 workers"]), nil
		},
	}
}

func streamSection(articles int) section {
	s := section{
		name: "stream", title: "A long stream", task: "stream", noSpeed: true,
		own: []string{"articles a second", "MiB after quarter 1", "MiB after quarter 2", "MiB after quarter 3",
			"MiB after quarter 4"},
		note: "The same pages over and over, " + strconv.Itoa(articles/englishPageCount*englishPageCount) +
			" of them, through Analyzer.Stream with a worker for each core: memory taken from the system. " +
			"(`-stream 1000000` streams a million.)",
		sets: []set{{name: "pages", in: englishPages}},
		subjects: []subject{{name: oursName, command: goPeer("dateline"),
			variant: strconv.Itoa(max(articles/englishPageCount, 1)),
			longest: usualLongest + time.Duration(articles)*50*time.Millisecond}},
	}
	return s
}
