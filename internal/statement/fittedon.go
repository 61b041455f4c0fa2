package statement

import (
	"slices"

	"github.com/dateline-go/dateline/internal/logistic"
	"github.com/dateline-go/dateline/internal/statement/lexicon"
)

// Source says what the weights of the three choices were fitted on.
func Source() logistic.Source {
	return logistic.Source{
		Name: "quotes", Folder: "internal/statement", FittedOn: fittedOn,
		Command:  "go run ./internal/train/quotes -write",
		Features: slices.Concat(CueNames(), StartNames(), EndNames()),
		Readers:  []string{"internal/statement", "internal/statement/lexicon"},
		Classes:  lexicon.Reads(),
	}
}
