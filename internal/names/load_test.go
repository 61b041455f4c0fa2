package names

import (
	"os"
	"testing"

	"github.com/dateline-go/dateline/internal/clusters"
	"github.com/dateline-go/dateline/lang/en"
)

// BenchmarkLoad is what a program waits for, without reading side by side.
func BenchmarkLoad(b *testing.B) {
	wordsFile, err := os.ReadFile("../clusters/words.bin")
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		m, packed, err := readWeights(en.Pack().Names.Bytes())
		if err != nil {
			b.Fatal(err)
		}
		words, err := clusters.Read(wordsFile)
		if err != nil {
			b.Fatal(err)
		}
		newTagger(m, packed, words, English())
	}
}
