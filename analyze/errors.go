package analyze

import (
	"errors"
	"fmt"

	"github.com/dateline-go/dateline"
)

// ErrOptions comes back from [New] for an option outside its range. It wraps
// [dateline.ErrOptions].
var ErrOptions = fmt.Errorf("analyze: %w", dateline.ErrOptions)

// ErrInternal is what a page error wraps when a stage failed in a way that it
// should not: a fault of this library, worth a report with the page.
var ErrInternal = errors.New("analyze: internal error")

// PageError says which page could not be analysed and why. It keeps the page, so
// that nothing is lost and the page can be fed in again.
type PageError struct {
	// Page is the page as it was given.
	Page dateline.Page
	// Err is the reason.
	Err error
}

// Error names the page by its id, else its URL, with where it was read from.
func (e *PageError) Error() string {
	name := e.Page.ID
	if name == "" {
		name = e.Page.URL
	}
	switch {
	case name == "" && e.Page.Source == "":
		return fmt.Sprintf("page without id: %v", e.Err)
	case name == "":
		return fmt.Sprintf("%s: %v", e.Page.Source, e.Err)
	case e.Page.Source == "":
		return fmt.Sprintf("page %q: %v", name, e.Err)
	}
	return fmt.Sprintf("%s: page %q: %v", e.Page.Source, name, e.Err)
}

// Unwrap gives the reason.
func (e *PageError) Unwrap() error { return e.Err }
