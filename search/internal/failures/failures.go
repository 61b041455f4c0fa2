// Package failures keeps the errors of a load, which may be as many as its documents.
package failures

import (
	"errors"
	"fmt"
)

// maxKept is how many errors are kept; the rest are counted.
const maxKept = 100

// List keeps the first errors and counts the rest. The zero value is ready; it is
// not safe for concurrent use.
type List struct {
	errs []error
	more int
}

// Add adds an error.
func (l *List) Add(err error) {
	if len(l.errs) < maxKept {
		l.errs = append(l.errs, err)
	} else {
		l.more++
	}
}

// Err joins the errors that were kept, and says how many more there were in the
// words of a package; nil where there was none.
func (l *List) Err(pkg string) error {
	if l.more > 0 {
		return errors.Join(errors.Join(l.errs...), fmt.Errorf("%s: %d more documents failed", pkg, l.more))
	}
	return errors.Join(l.errs...)
}
