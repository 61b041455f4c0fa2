// Package summarize says what a news story is about: keyphrases as the story
// writes them, and a summary of whole sentences of the story.
//
//	s, err := summarize.New(summarize.Options{})
//	err = s.Annotate(ctx, doc) // sets doc.Keyphrases and doc.Summary
//	for _, k := range doc.Keyphrases {
//		fmt.Println(k.Text, k.Score)
//	}
//
// [Keyphrases] and [Summary] do one part alone on a string. Read [Summarizer] and
// [Options] first.
//
// Keyphrases are noun phrases by their tags, and names; of kind [Tags], single
// words and names. What has the same stems is
// one phrase, and so are the names of one entity. A phrase that never stands
// outside of a better one is left out. They are ranked by a logistic model over
// place, frequency against a background of news, length, the headline's words and
// the entity's salience.
//
// The summary takes sentences of paragraphs, whole and in reading order. A
// sentence that begins with a word that points back, that begins or ends inside a
// quotation, or that is none (a byline, a label, a list of figures) is taken only
// where nothing better is left, in that order; a heading, caption or list item
// only where the story has too few other sentences.
//
// # Limits
//
// The tags and words without meaning are English. A story without sentences has
// no keyphrases and no summary; a story of one sentence is its own summary; in a
// story written in capitals case says nothing; a list of scores gives the names
// in it and its first lines. None of these is an error. A summary copies
// sentences and never rewrites them.
package summarize

//go:generate go run ../internal/train/summary -in ../../shared/eval -out ../internal/summary -write
