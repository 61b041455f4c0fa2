// Package measure holds the measures that the evaluation and the programs that
// fit models share: for keyphrases F1 at k over stemmed phrases, for summaries
// ROUGE-1, -2 and -Lsum, for names of one thing B-cubed and linked pairs, for
// salience rank correlation and precision at k; and the bootstrap.
//
//	f := measure.PhraseF1(gold, predicted, 10)
//	r := measure.ROUGE(summary, reference)
//
// The figures of keyphrases and summaries are fractions, 0..1, of one document; the
// caller takes the mean.
// They equal those of rouge-score 0.1.2 with its stemmer, and need English text.
package measure
