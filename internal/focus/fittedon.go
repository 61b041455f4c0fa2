package focus

import "github.com/dateline-go/dateline/internal/logistic"

// Source says what the weights were fitted on.
func Source() logistic.Source {
	return logistic.Source{
		Name: "countries", Folder: "internal/focus", FittedOn: fittedOn,
		Command:  "go run ./internal/train/countries -write",
		Features: featureNames[:],
		Readers:  []string{"internal/focus"},
	}
}
