package main

// languagesSection is names in languages other than English; the sets are timed, so that one
// process runs at a time.
func languagesSection() section {
	options := []string{"--only", "PER,ORG,LOC", "--strip-titles", "--strip-the", "--json"}
	ours, corenlp, of := map[string]string{}, map[string]string{}, map[string][]string{}
	var sets []set
	for _, x := range languageSets {
		in := "lang/dev/" + x.file
		sets = append(sets, set{name: x.shown, in: in, units: x.tokens, timed: true,
			score: scored("lang/score.py", "", in, options, measureName{"micro.f1", ""})})
		ours[x.shown], corenlp[x.shown] = x.code, coreNLPModels[x.code]
		of[x.code] = append(of[x.code], x.shown)
	}
	return section{
		name: "languages", title: "Names in French, German and Spanish", task: "names", unit: "tokens", digits: 1,
		note: "Exact F1 of people, organisations and places on raw text, scored as the English sets are. No tagger " +
			"was trained on these parts of the sets. Other parts were seen: of WiNER by our French model; of CoNLL-2003, " +
			"CoNLL-2002 and the Mexican news by the teachers of our German and Spanish ones; of CoNLL-2003 by CoreNLP's " +
			"German model. Our reviewers of French and German names, some numbers each, are fitted on these very sets " +
			"(docs/model-card.md). spaCy is what PyPI has: the medium French model, the small Spanish one of release " +
			"3.1, none of German. Speed is over all sets that a subject does.",
		sets: sets,
		subjects: []subject{
			{name: oursName, command: goPeer("dateline"), variants: ours, passes: 10},
			{name: "CoreNLP", command: java("corenlp", "Names"), variants: corenlp, once: true},
			{name: "spaCy, medium French", command: python("spacy_names"), variant: "fr", only: of["fr"], once: true},
			{name: "spaCy, small Spanish", command: python("spacy_names"), variant: "es", only: of["es"], once: true},
		},
	}
}

// coreNLPModels are the names of CoreNLP's models, by the code of the language.
var coreNLPModels = map[string]string{"de": "german", "es": "spanish", "fr": "french"}

// languageSets are the sets of [languagesSection], with their tokens.
var languageSets = []struct {
	code, file, shown string
	tokens            int
}{
	{"fr", "fr_winer_dev.jsonl.gz", "fr WiNER", 41905},
	{"fr", "fr_sequoia_news_a.jsonl", "fr Sequoia", 6514},
	{"fr", "fr_fenec_a.jsonl", "fr FENEC", 9365},
	{"de", "de_conll03_testa.jsonl.gz", "de CoNLL testa", 51444},
	{"de", "de_germeval14_dev.jsonl.gz", "de GermEval", 41653},
	{"es", "es_conll02_testa.jsonl.gz", "es CoNLL testa", 52923},
	{"es", "es_mxnews_1.jsonl.gz", "es Mexican news", 37485},
}
