package main

import "github.com/dateline-go/dateline/bench/peers/contract"

// sections are the tables, in order.
func sections(f flags) []section {
	return []section{
		pagesSection(), tokensSection(), namesSection(), languagesSection(), keyphrasesSection(), summariesSection(),
		searchSection(), copiesSection(), wholeSection(), readySection(), workersSection(), streamSection(f.stream),
	}
}

func sectionNames() []string {
	var names []string
	for _, s := range sections(flags{}) {
		names = append(names, s.name)
	}
	return names
}

const oursName = "Dateline"

func pagesSection() section {
	body := measureName{"f1", "body F1"}
	pages := func(name string, more ...measureName) set {
		in := "extract/" + name + "/pages.jsonl.gz"
		s := set{name: name, in: in, timed: true, score: scored("extract/score.py", "body", in, nil, body)}
		if len(more) > 0 {
			s.score = scores(s.score, scored("extract/score.py", "meta", in, nil, more...))
		}
		return s
	}
	return section{
		name: "pages", title: "Web pages into stories", task: "pages", unit: "pages", digits: 3,
		own: []string{contract.AllocatedFigure},
		note: "The set fundus: 116 pages of newspapers from 35 countries; scrapinghub: 92 English pages. Body F1 is " +
			"that of the " +
			"article-extraction-benchmark, title exact but for case and punctuation, author F1 over names, day exact. " +
			"Ours is the reader of pages alone. " +
			"Its block classifier was fitted on these pages (not its titles, authors and days): by cross-validation over " +
			"sites its body F1 is 0.971 on both sets. " +
			"\"MB taken\" is what those in Go take from the heap for a page.",
		sets: []set{
			pages("fundus", measureName{"title_norm", "title"}, measureName{"author_f1", "author F1"},
				measureName{"date_ok", "day"}),
			pages("scrapinghub"),
		},
		subjects: []subject{
			{name: oursName, command: goPeer("dateline"), passes: 3},
			{name: "go-trafilatura", command: goPeer("gotrafilatura")},
			{name: "go-readability (Readeck)", command: goPeer("readeck")},
			{name: "trafilatura (Python)", command: python("trafilatura_pages")},
			{name: "newspaper4k (Python)", command: python("newspaper_pages"), once: true},
		},
	}
}

func tokensSection() section {
	tokens := func(name string) set {
		in := "ner/eval/" + name + ".jsonl"
		return set{name: name, in: in, score: tokenF1(in)}
	}
	return section{
		name: "tokens", title: "Sentences and tokens", task: "tokens", unit: "kB of text", digits: 1,
		note: "Golden rules passed of 52; F1 of exact sentences of the English treebanks (EWT, GUM); F1 of exact " +
			"tokens. Nothing is tagged. " +
			"Speed is on the treebanks' text. uax29 follows the rules of Unicode, whose words are no treebank's tokens.",
		sets: []set{
			{name: "treebank", in: "sentences/ud_en_dev.jsonl", timed: true, units: treebankKB,
				score: scored("sentences/score.py", "", "sentences/ud_en_dev.jsonl", []string{"--json"},
					measureName{"f1", "sentences"})},
			{name: "golden", in: "sentences/golden_rules_en.jsonl",
				score: scored("sentences/score.py", "", "sentences/golden_rules_en.jsonl", []string{"--json"},
					measureName{"passed", "rules"})},
			tokens("conll03_testa"), tokens("uner_ewt_dev"),
		},
		subjects: []subject{
			{name: oursName, command: goPeer("dateline"), passes: 50},
			{name: "uax29", command: goPeer("uax29"), passes: 50},
			{name: "prose/v2", command: goPeer("prose")},
			{name: "spaCy, sentencizer", command: python("spacy_tokens"), passes: 3},
			{name: "spaCy, parser", command: python("spacy_tokens"), variant: "parser"},
			{name: "pySBD", command: python("pysbd_tokens")},
		},
	}
}

// treebankKB is the text of the treebanks' set in thousands of bytes.
const treebankKB = 263

func namesSection() section {
	options := []string{"--only", "PER,ORG,LOC", "--strip-titles", "--strip-the", "--json"}
	names := func(name, shown string, tokens int, timed bool) set {
		in := "ner/eval/" + name + ".jsonl"
		return set{name: shown, in: in, units: tokens, timed: timed,
			score: scored("ner/score.py", "", in, options, measureName{"micro.f1", ""})}
	}
	return section{
		name: "names", title: "People, organisations, places", task: "names", unit: "tokens", digits: 1,
		note: "Exact F1, label and all, titles and \"the\" in front left aside, on raw text. None of the sets was " +
			"trained on by ours; CoreNLP's models and spaCy's saw " +
			"CoNLL-2003 or OntoNotes, not these parts. " +
			"spaCy's medium model is of its release 3.7. Ours finds entities, their countries and salience as well. " +
			"CoreNLP runs without dates, numbers and finer kinds. " +
			"Speed is on WikiGold.",
		sets: []set{
			names("wikigold_a", "WikiGold", 23557, true), names("uner_ewt_dev", "EWT", 0, false),
			names("worldwide_dev", "worldwide", 0, false), names("ieer_apw", "AP 1998", 0, false),
			names("conll03_testa", "CoNLL testa", 0, false),
		},
		subjects: []subject{
			{name: oursName, command: goPeer("dateline"), passes: 4},
			{name: "prose/v2", command: goPeer("prose")},
			{name: "spaCy small", command: python("spacy_names")},
			{name: "spaCy medium", command: python("spacy_names"), variant: "medium"},
			{name: "CoreNLP", command: java("corenlp", "Names"), once: true},
			{name: "compromise", command: node("compromise_names")},
		},
	}
}

func keyphrasesSection() section {
	phrases := func(name, shown string, timed bool, pick ...measureName) set {
		in := "keyphrases/" + name + ".jsonl"
		return set{name: shown, in: in, timed: timed, score: scored("keyphrases/score_keyphrases.py", "", in,
			[]string{"--json"}, pick...)}
	}
	at5, at10 := measureName{"F1@5", "F1@5"}, measureName{"F1@10", "F1@10"}
	tags := map[string]string{"KPCrowd": "tags"}
	return section{
		name: "keyphrases", title: "Keyphrases", task: "keyphrases", unit: "articles", digits: 1,
		note: "Ours is the whole path, a story to its Document: names, quotes and summary too. It is fitted on these " +
			"sets; by cross-validation " +
			"DUC is 34.4 and 36.8, KPCrowd 21.5. KPCrowd's gold is mostly single words: ours and YAKE are asked for " +
			"such. keyword-extractor does not rank. Speed is on DUC.",
		sets: []set{phrases("duc2001", "DUC", true, at5, at10), phrases("kpcrowd", "KPCrowd", false, at10)},
		subjects: []subject{
			{name: oursName, command: goPeer("dateline"), variants: tags, passes: 3},
			{name: "YAKE", command: python("yake_keyphrases"), variants: tags},
			{name: "PyTextRank", command: python("textrank_keyphrases"), once: true},
			{name: "keyword-extractor", command: node("keywordextractor_keyphrases")},
		},
	}
}

func summariesSection() section {
	pick := []measureName{{"rouge1", "R1"}, {"rouge2", "R2"}, {"rougeLsum", "RLsum"}}
	summaries := func(name, shown string, timed bool) set {
		in := "summaries/" + name + ".jsonl"
		return set{name: shown, in: in, timed: timed, score: scored("summaries/score_rouge.py", "", in, []string{"--json"},
			pick...)}
	}
	return section{
		name: "summaries", title: "Summaries of three sentences", task: "summaries", unit: "articles", digits: 1,
		note: "ROUGE F1 against the editors' highlights. Ours is the whole path again, fitted on these sets; by " +
			"cross-validation CNN is 30.4, 11.7, 27.2 and the mix " +
			"36.9, 14.8, 33.5. Lead is the first three sentences. Speed is on the mix of CNN and Daily Mail.",
		sets: []set{summaries("cnndm_mix", "mix", true), summaries("cnn", "CNN", false)},
		subjects: []subject{
			{name: oursName, command: goPeer("dateline"), passes: 3},
			{name: "Lead", command: python("lead_summaries"), passes: 20},
			{name: "LexRank (sumy)", command: python("sumy_summaries"), variant: "LexRank"},
			{name: "TextRank (sumy)", command: python("sumy_summaries"), variant: "TextRank"},
			{name: "Luhn (sumy)", command: python("sumy_summaries"), variant: "Luhn"},
		},
	}
}

func searchSection() section {
	collection := func(name, shown string) set {
		return set{name: shown, in: "search/" + name + "/corpus.jsonl.gz", timed: true,
			score: scored("search/score.py", "search", "search/"+name+"/qrels.tsv", nil, measureName{"ndcg10", ""})}
	}
	return section{
		name: "search", title: "Search", task: "search", digits: 3, mean: true, noSpeed: true,
		own: []string{"index ms", "query ms"},
		note: "nDCG@10 of four collections; each query is the user's words as they are, a hundred hits are asked for, " +
			"no facets, no fragments. Indexes are on disk, but for bm25s, which is in " +
			"memory. With MiniLM its hits and those nearest to the query in the space of all-MiniLM-L6-v2 (int8, the first " +
			"256 tokens of a document) are fused by reciprocal ranks; not on NPL, whose documents take minutes to embed. " +
			"Ours stores the documents whole, with what related articles and copies need; the others store ids. " +
			"index: CPU ms for a document; " +
			"query: the middle one, the best of five times each, ms. JVM and all count.",
		sets: []set{collection("time", "TIME"), collection("cran", "CRAN"), collection("med", "MED"),
			collection("npl", "NPL")},
		subjects: []subject{
			{name: oursName, command: goPeer("dateline"), passes: 5},
			{name: "bleve, BM25", command: goPeer("bleve"), passes: 5},
			{name: "Lucene", command: java("lucene", "Search"), passes: 5},
			{name: "tantivy", command: python("tantivy_search"), passes: 5},
			{name: "bm25s", command: python("bm25s_search"), passes: 5},
			{name: "bm25s + MiniLM", command: python("bm25s_search"), variant: "minilm", only: []string{"TIME", "CRAN", "MED"}},
		},
	}
}

func copiesSection() section {
	return section{
		name: "copies", title: "Near-duplicates", task: "copies", unit: "articles", digits: 3,
		note: "2,824 articles, 1,258 pairs of which tell one story in the same words, made of real ones by cutting, " +
			"editing and noise. Both start from the bare text. Both " +
			"thresholds were chosen on this set.",
		sets: []set{{name: "", in: "related/neardup_docs.jsonl.gz", timed: true,
			score: scored("related/score.py", "neardup", "related/neardup_pairs.tsv", nil,
				measureName{"p", "precision"}, measureName{"r", "recall"}, measureName{"f1", "F1"})}},
		subjects: []subject{
			{name: oursName, command: goPeer("dateline"), passes: 3},
			{name: "datasketch", command: python("datasketch_copies")},
		},
	}
}
