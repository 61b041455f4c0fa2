package speaker

import (
	"github.com/dateline-go/dateline/internal/logistic"
	"github.com/dateline-go/dateline/internal/statement/lexicon"
)

// Source says what the coefficients of the ranker of antecedents were fitted on.
func Source() logistic.Source {
	return logistic.Source{
		Name: "antecedents", Folder: "internal/speaker", FittedOn: fittedOn,
		Command:  "go run ./internal/train/quotes -antecedents, and put the coefficients into weights.go",
		Features: Features[:],
		Readers:  []string{"internal/speaker", "internal/statement/lexicon"},
		Classes:  lexicon.Reads(),
	}
}
