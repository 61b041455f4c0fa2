package names

import "testing"

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		m, err := ReadModel(modelFile)
		if err != nil {
			b.Fatal(err)
		}
		w, err := ReadWords(wordsFile)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := NewTagger(m, w); err != nil {
			b.Fatal(err)
		}
	}
}
