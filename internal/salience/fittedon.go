package salience

import (
	"github.com/dateline-go/dateline/internal/logistic"
	"github.com/dateline-go/dateline/lang"
)

// Source says what the weights were fitted on.
func Source() logistic.Source {
	return logistic.Source{
		Name: "salience", Folder: "internal/salience", FittedOn: fittedOn,
		Command:  "go run ./internal/train/salience -root . -write",
		Features: featureNames[:],
		Classes:  []lang.Class{lang.ReportVerb},
		Readers:  []string{"internal/salience"},
	}
}
