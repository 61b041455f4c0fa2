package main

import "github.com/dateline-go/dateline/summarize"

// lengths is the part of the command line that says how many keyphrases and how
// long a summary an article gets.
type lengths struct {
	Keyphrases int     `placeholder:"N" help:"The most keyphrases of an article; 10 if not given."`
	Tags       bool    `help:"Give single words and names as keyphrases, for keyword fields."`
	Sentences  int     `placeholder:"N" help:"The most sentences of a summary; 3 if no length is given."`
	Characters int     `placeholder:"N" help:"The most characters of a summary; sentences stay whole."`
	Ratio      float64 `placeholder:"R" help:"The share of an article's sentences that its summary may have, 0 to 1."`
}

// options returns what package summarize makes of it.
func (l *lengths) options() summarize.Options {
	o := summarize.Options{Keyphrases: l.Keyphrases, Sentences: l.Sentences, Characters: l.Characters, Ratio: l.Ratio}
	if l.Tags {
		o.Kind = summarize.Tags
	}
	return o
}
