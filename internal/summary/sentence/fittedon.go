package sentence

import (
	"github.com/dateline-go/dateline/internal/logistic"
	"github.com/dateline-go/dateline/lang"
)

// Source says what the weights were fitted on.
func Source() logistic.Source {
	return logistic.Source{
		Name: "summary", Folder: "internal/summary/sentence", FittedOn: fittedOn,
		Command:  "go run ./internal/train/summary -write",
		Features: featureNames,
		Classes: []lang.Class{
			lang.PhraseStop, lang.PhraseLight, lang.BylineStart, lang.FurnitureStart, lang.CaptionMark, lang.PointsBack,
			lang.SummaryPerson, lang.SummarySays, lang.NounAhead,
		},
		Readers: []string{"internal/summary/sentence", "internal/summary/story"},
	}
}
