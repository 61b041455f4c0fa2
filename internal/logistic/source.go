package logistic

import (
	"slices"

	"github.com/dateline-go/dateline/lang"
)

// Source says what the coefficients of a package were fitted on. When a list of words changes that their features look
// up, they have to be fitted anew, or to be accepted as they are after a look at the figures; a test says so.
type Source struct {
	// Name is what the model is called: "salience".
	Name string
	// Folder is where the package stands in the repository; FittedOn is a constant of its fingerprint.go.
	Folder string
	// Features are the names of the features, in their order.
	Features []string
	// Classes are the classes of words that the features look up, and Readers the folders of the code that does.
	Classes []lang.Class
	Readers []string
	// Words are those of other tables that the features look up.
	Words []string
	// FittedOn is the fingerprint of all these when the coefficients were fitted.
	FittedOn string
	// Command fits them anew.
	Command string
}

// Fingerprint is that of the features and of the words as a lexicon has them now.
func (s Source) Fingerprint(l *lang.Lexicon) string {
	return l.Fingerprint(slices.Concat(s.Features, s.Words), s.Classes...)
}
