package phrase

import (
	"github.com/dateline-go/dateline/internal/logistic"
	"github.com/dateline-go/dateline/lang"
)

// Source says what the weights of phrases and tags were fitted on.
func Source() logistic.Source {
	return logistic.Source{
		Name: "keyphrases", Folder: "internal/summary/phrase", FittedOn: fittedOn,
		Command:  "go run ./internal/train/summary -write",
		Features: featureNames,
		Classes: []lang.Class{lang.PhraseStop, lang.PhraseLight, lang.PhraseIdle, lang.PhraseKept,
			lang.NounAhead, lang.NounOrVerbAhead, lang.VerbEnd},
		Readers: []string{"internal/summary/phrase", "internal/summary/story"},
	}
}
