package names

import "testing"

// BenchmarkLoad is what a program waits for, without reading side by side.
func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		m, packed, err := readWeights(modelFile)
		if err != nil {
			b.Fatal(err)
		}
		words, err := ReadWords(wordsFile)
		if err != nil {
			b.Fatal(err)
		}
		newTagger(m, packed, words)
	}
}
