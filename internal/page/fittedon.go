package page

import (
	"fmt"
	"slices"

	"github.com/dateline-go/dateline/internal/logistic"
	"github.com/dateline-go/dateline/lang/furniture"
)

// Source says what the classifier of blocks was fitted on.
func Source() logistic.Source {
	first, context, again := Names()
	return logistic.Source{
		Name: "page", Folder: "internal/page", FittedOn: fittedOn,
		Command:  "go generate ./internal/page",
		Features: slices.Concat(first, context, again),
		Words:    featureWords(),
	}
}

// featureWords are the phrases that the features look up, each with its kind.
func featureWords() []string {
	var list []string
	for _, k := range []furniture.Kind{furniture.Opener, furniture.Junk, furniture.Picture, furniture.BylineLabel} {
		for _, p := range furniture.Words().Phrases(k) {
			list = append(list, fmt.Sprintf("%d %s=%s", k, p.Words, p.Value))
		}
	}
	return list
}
