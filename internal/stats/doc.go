// Package stats tells how common a word is in news: how many documents of a
// background corpus hold it.
//
//	f, err := stats.English() // loads once
//	rarity := f.IDF(token.Stem("embargo"))
//
// The table is made by internal/gen/docfreq from openly licensed text and is
// embedded. [Frequencies] is the type to read first.
//
// # Limits
//
// English only. The corpus is news and official statements of 1994 to 2020;
// words of sport and business are rarer in it than in a newspaper.
package stats

//go:generate go run ../gen/docfreq -in ../../../shared/eval/ner/raw_open -out ../../lang/en/frequencies.bin
