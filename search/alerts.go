package search

import (
	"errors"
	"fmt"
	"slices"
	"sync"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/stats"
	"github.com/dateline-go/dateline/search/internal/words"
)

// ErrNoAlert comes from [Alerts.Remove] for an id that is not there.
var ErrNoAlert = errors.New("search: no such alert")

// Alert is a saved query with its name.
type Alert struct {
	ID    string `json:"id"`
	Query Query  `json:"query"`
}

// AlertMatch is an alert whose query finds a Document.
type AlertMatch struct {
	ID string `json:"id"`
	// Matched are the leaves of the query that the Document has, in the order of
	// the query. There are none where the query only says what must not be there.
	Matched []MatchedClause `json:"matched"`
}

// MatchedClause is a leaf of a query with where a Document has it.
type MatchedClause struct {
	// Clause is the leaf in the language of [Parse].
	Clause string `json:"clause"`
	// Spans are the words of the story that match, in order, at most 20: bytes of
	// the Document's Text. What does not stand in the story, such as a section, has
	// none.
	Spans []dateline.Span `json:"spans"`
}

// Alerts are saved queries that each new Document is held against. A query
// matches exactly the Documents that a search for it would find; what it says
// of order, window and feedback does not count. An index of the rarest words and
// names of the queries keeps a Document from being held against all of them:
// only queries without any word or name that must be there, and those that
// share one with the Document, cost time. The zero value is ready, and safe for
// concurrent use.
type Alerts struct {
	mu      sync.RWMutex
	byID    map[string]Alert
	shelves map[*words.Language]*shelf // those of the languages that Documents came in
}

// shelf holds the alerts as Documents of one language are held against them.
type shelf struct {
	language *words.Language
	byID     map[string]*alert
	index    map[string][]*alert // by anchor
	always   []*alert            // those without anchors
}

// alert is an Alert made ready for one language.
type alert struct {
	Alert
	where   condition
	anchors []string
	always  bool
}

// Add saves a query under an id, in place of one that is there. The error wraps
// [ErrQuery] where the query is not valid.
func (a *Alerts) Add(id string, q Query) error {
	if id == "" {
		return fmt.Errorf("%w: alert without id", ErrOptions)
	}
	if err := q.Validate(); err != nil {
		return fmt.Errorf("alert %q: %w", id, err)
	}
	f, err := stats.English()
	if err != nil {
		return fmt.Errorf("search: alert %q: %w", id, err)
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.byID == nil {
		a.byID, a.shelves = map[string]Alert{}, map[*words.Language]*shelf{}
	}
	a.byID[id] = Alert{ID: id, Query: q}
	for _, s := range a.shelves {
		s.add(a.byID[id], f)
	}
	return nil
}

// add makes an alert ready and puts it in, in place of one of the same id.
func (a *shelf) add(one Alert, f *stats.Frequencies) {
	s := a.language.Get()
	defer words.Put(s)
	n := &alert{Alert: one, where: compile(one.Query.Where(), a.language)}
	list, _, ok := n.where.anchors(f, s)
	slices.Sort(list)
	n.anchors, n.always = slices.Compact(list), !ok
	a.drop(one.ID)
	a.byID[one.ID] = n
	if n.always {
		a.always = append(a.always, n)
	}
	for _, anchor := range n.anchors {
		a.index[anchor] = append(a.index[anchor], n)
	}
}

// Remove takes an alert out. The error wraps [ErrNoAlert] where there is none of
// that id.
func (a *Alerts) Remove(id string) error {
	a.mu.Lock()
	defer a.mu.Unlock()
	if _, ok := a.byID[id]; !ok {
		return fmt.Errorf("%w: %q", ErrNoAlert, id)
	}
	delete(a.byID, id)
	for _, s := range a.shelves {
		s.drop(id)
	}
	return nil
}

// drop takes an alert out of everything, where it is there.
func (a *shelf) drop(id string) {
	old := a.byID[id]
	if old == nil {
		return
	}
	delete(a.byID, id)
	without := func(list []*alert) []*alert {
		return slices.DeleteFunc(list, func(o *alert) bool { return o == old })
	}
	if old.always {
		a.always = without(a.always)
	}
	for _, anchor := range old.anchors {
		if a.index[anchor] = without(a.index[anchor]); len(a.index[anchor]) == 0 {
			delete(a.index, anchor)
		}
	}
}

// Len returns how many alerts there are.
func (a *Alerts) Len() int {
	a.mu.RLock()
	defer a.mu.RUnlock()
	return len(a.byID)
}

// List returns the alerts in the order of their ids.
func (a *Alerts) List() []Alert {
	a.mu.RLock()
	defer a.mu.RUnlock()
	list := make([]Alert, 0, len(a.byID))
	for _, n := range a.byID {
		list = append(list, n)
	}
	slices.SortFunc(list, func(a, b Alert) int { return compareIDs(a.ID, b.ID) })
	return list
}

// Match returns the alerts whose query finds a Document, in the order of their
// ids. The Document must be valid ([dateline.Document.Validate]).
func (a *Alerts) Match(doc *dateline.Document) ([]AlertMatch, error) {
	if doc == nil {
		return nil, fmt.Errorf("search: alerts: %w: no document", dateline.ErrInvalid)
	}
	if err := doc.Validate(); err != nil {
		return nil, fmt.Errorf("search: alerts: %w", err)
	}
	language := words.LanguageOf(doc.Language)
	s := language.Get()
	defer words.Put(s)
	m := contentOf(doc, s)
	candidates, err := a.candidates(m, language)
	if err != nil {
		return nil, fmt.Errorf("search: alerts: %w", err)
	}
	list := []AlertMatch{}
	for _, n := range candidates {
		if m.holds(&n.where) {
			list = append(list, AlertMatch{ID: n.ID, Matched: m.matched(&n.where)})
		}
	}
	slices.SortFunc(list, func(a, b AlertMatch) int { return compareIDs(a.ID, b.ID) })
	return list, nil
}

// candidates returns the alerts that may match a Document of a language.
func (a *Alerts) candidates(m *content, language *words.Language) ([]*alert, error) {
	a.mu.RLock()
	if a.shelves[language] == nil && len(a.byID) > 0 {
		a.mu.RUnlock()
		if err := a.open(language); err != nil {
			return nil, err
		}
		a.mu.RLock()
	}
	defer a.mu.RUnlock()
	shelf := a.shelves[language]
	if shelf == nil {
		return nil, nil
	}
	list := slices.Clone(shelf.always)
	seen := map[*alert]bool{}
	m.anchors(func(anchor []byte) {
		for _, n := range shelf.index[string(anchor)] {
			if len(n.anchors) == 1 && anchor[0] == 'k' { // keys come once
				list = append(list, n)
			} else if !seen[n] {
				seen[n] = true
				list = append(list, n)
			}
		}
	})
	return list, nil
}

// open makes the alerts ready for Documents of a language.
func (a *Alerts) open(language *words.Language) error {
	f, err := stats.English()
	if err != nil {
		return err
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.shelves[language] != nil {
		return nil
	}
	s := &shelf{language: language, byID: map[string]*alert{}, index: map[string][]*alert{}}
	for _, one := range a.byID {
		s.add(one, f)
	}
	a.shelves[language] = s
	return nil
}
