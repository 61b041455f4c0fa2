package lang_test

import (
	"errors"
	"fmt"

	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/de"
	"github.com/dateline-go/dateline/lang/en"
)

// One look-up says everything that a language knows of a word.
func ExampleLexicon_Of() {
	words := en.Words().Lexicon
	fmt.Println(words.Is("said", lang.AttributingVerb), words.Value("said", lang.AttributingVerb))
	fmt.Println(words.Is("quay", lang.AttributingVerb))
	// Output:
	// true say
	// false
}

// A lexicon of your own is a table: a word, its classes, a note.
func ExampleLexicon_Add() {
	words := lang.NewLexicon()
	err := words.Add("quoth\tattributing-verb=say\told\n")
	fmt.Println(words.Value("quoth", lang.AttributingVerb), err)
	err = words.Add("quoth\tno-such-class\n")
	fmt.Println(errors.Is(err, lang.ErrTable))
	// Output:
	// say <nil>
	// true
}

// Text is read by the pack of its language, and by the first if its language is not known.
func ExamplePacks_For() {
	packs, err := lang.NewPacks(en.Pack(), de.Pack())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(packs.For("de-AT").Code, packs.For("").Code, packs.For("fi") == nil)
	_, err = lang.NewPacks(en.Pack(), en.Pack())
	fmt.Println(errors.Is(err, lang.ErrTwice))
	// Output:
	// de en true
	// true
}

// What a pack does not have is left out of Documents, and said in their warnings.
func ExamplePack_Lacks() {
	fmt.Println(len(en.Pack().Lacks()))
	fmt.Println((&lang.Pack{Code: "fo", Lexicon: lang.NewLexicon()}).Lacks()[0])
	// Output:
	// 0
	// parts of speech
}
