package resolve

import (
	"github.com/dateline-go/dateline/internal/logistic"
	"github.com/dateline-go/dateline/lang"
)

// Source says what the weights were fitted on.
func Source() logistic.Source {
	return logistic.Source{
		Name: "places", Folder: "internal/resolve", FittedOn: fittedOn,
		Command:  "go run ./internal/train/places -out internal/resolve/weights.go",
		Features: featureNames[:],
		Classes: []lang.Class{
			lang.PlaceFront, lang.PlaceBack, lang.CountyWord, lang.CountyWords, lang.RegionWord, lang.PlaceWithin,
			lang.PlaceSide, lang.Conjunction, lang.PressCountry,
		},
		Readers: []string{"internal/resolve"},
	}
}
