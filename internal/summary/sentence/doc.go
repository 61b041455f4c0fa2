// Package sentence chooses the sentences of a story that sum it up.
//
//	standing := sentence.Judge(s)
//	scores := sentence.Scores(s, standing, phrases, phraseScores)
//	for _, c := range sentence.Choose(s, standing, scores, sentence.Limit{Sentences: 3}) {
//		fmt.Println(s.Doc.Words(s.Sentences[c.Index].Span), c.Score)
//	}
//
// Sentences are judged in two ways: whether they may stand in a summary at all
// ([Judge]), and how much they say ([Vectors], [Model]).
package sentence
