// Package measure holds the measures of keyphrases and summaries that the
// evaluation and the programs that fit models share: F1 at k over stemmed
// phrases, and ROUGE-1, -2 and -Lsum.
//
//	f := measure.PhraseF1(gold, predicted, 10)
//	r := measure.ROUGE(summary, reference)
//
// The figures are fractions, 0..1, of one document; the caller takes the mean.
// They equal those of rouge-score 0.1.2 with its stemmer, and need English text.
package measure
