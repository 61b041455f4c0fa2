package web

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"os"
	"slices"
	"strings"
	"sync"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-go/dateline/cmd/newsdesk/internal/wholefile"
	"github.com/dateline-go/dateline/search"
)

// The bounds of a book of alerts.
const (
	maxAlerts    = 200
	maxAlertID   = 80 // runes
	maxAlertFile = 8 << 20
	maxCameIn    = 50
	maxCameID    = 512 // bytes of an id of those, so that the file stays within its bound
)

// ErrAlerts comes from [New] for a file of alerts that is none.
var ErrAlerts = errors.New("web: not a file of alerts")

// alert is a saved search.
type alert struct {
	ID    string `json:"id"`
	Query string `json:"query"` // in the query language
	// Seen is how many articles it had found when it was made, or when somebody last
	// cleared it.
	Seen int `json:"seen"`
	// Webhook is called with each new article that it matches; "" for none.
	Webhook string `json:"webhook,omitempty"`
	// Secret signs these calls.
	Secret string `json:"secret,omitempty"`
	// Made is when the alert was made.
	Made time.Time `json:"made,omitzero"`
	// Came are the articles that it matched as they came in, the newest first, [maxCameIn] at most.
	Came []arrival `json:"came,omitempty"`
}

// arrival says when an article came in.
type arrival struct {
	ID string    `json:"id"`
	At time.Time `json:"at"`
}

// alertBook keeps the alerts, in a file where it has one. A change is in the file
// before it is seen.
type alertBook struct {
	mu   sync.Mutex
	file string
	list []alert // by id
}

// openAlerts reads the file of alerts, if there is one already.
func openAlerts(file string) (*alertBook, error) {
	b := &alertBook{file: file}
	if file == "" {
		return b, nil
	}
	info, err := os.Stat(file)
	if errors.Is(err, fs.ErrNotExist) {
		return b, nil
	}
	if err != nil {
		return nil, err
	}
	if info.Size() > maxAlertFile {
		return nil, fmt.Errorf("%w: %s has %d bytes", ErrAlerts, file, info.Size())
	}
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	if err := json.Unmarshal(text, &b.list); err != nil {
		return nil, fmt.Errorf("%w: %s: %w", ErrAlerts, file, err)
	}
	for _, a := range b.list {
		if err := a.check(); err != nil {
			return nil, fmt.Errorf("%w: %s: %q: %w", ErrAlerts, file, a.ID, err)
		}
	}
	slices.SortFunc(b.list, func(a, b alert) int { return cmp.Compare(a.ID, b.ID) })
	return b, nil
}

// check says what is wrong with an alert.
func (a alert) check() error {
	switch n := utf8.RuneCountInString(a.ID); {
	case strings.TrimSpace(a.ID) == "":
		return refuse(http.StatusBadRequest, "an alert needs a name")
	case n > maxAlertID || strings.ContainsFunc(a.ID, unicode.IsControl) || !utf8.ValidString(a.ID):
		return refuse(http.StatusBadRequest,
			fmt.Sprintf("the name of an alert has at most %d letters and no control characters", maxAlertID))
	case strings.TrimSpace(a.Query) == "":
		return refuse(http.StatusBadRequest, "an alert needs a search")
	}
	q, err := search.Parse(a.Query)
	if err != nil {
		return err
	}
	return q.Validate()
}

// all returns the alerts by id.
func (b *alertBook) all() []alert {
	b.mu.Lock()
	defer b.mu.Unlock()
	return slices.Clone(b.list)
}

// put saves an alert, in place of one of the same id.
func (b *alertBook) put(a alert) error {
	if err := a.check(); err != nil {
		return err
	}
	return b.change(func(list []alert) ([]alert, error) {
		i, found := slices.BinarySearchFunc(list, a.ID, byID)
		switch {
		case found:
			list[i] = a
		case len(list) >= maxAlerts:
			return nil, refuse(http.StatusConflict, fmt.Sprintf("there are %d alerts already: remove one first", maxAlerts))
		default:
			list = slices.Insert(list, i, a)
		}
		return list, nil
	})
}

// remove takes an alert out.
func (b *alertBook) remove(id string) error {
	return b.change(func(list []alert) ([]alert, error) {
		i, found := slices.BinarySearchFunc(list, id, byID)
		if !found {
			return nil, refuse(http.StatusNotFound, "there is no such alert")
		}
		return slices.Delete(list, i, i+1), nil
	})
}

// seen notes how many articles an alert has found.
func (b *alertBook) seen(id string, n int) error {
	return b.change(func(list []alert) ([]alert, error) {
		i, found := slices.BinarySearchFunc(list, id, byID)
		if !found {
			return nil, refuse(http.StatusNotFound, "there is no such alert")
		}
		list[i].Seen = n
		return list, nil
	})
}

// cameIn notes articles that alerts match, by the ids of these, in the order in which they came.
func (b *alertBook) cameIn(at time.Time, came map[string][]string) error {
	if len(came) == 0 {
		return nil
	}
	return b.change(func(list []alert) ([]alert, error) {
		for i, a := range list {
			var newest []arrival
			for _, id := range slices.Backward(came[a.ID]) {
				if len(id) <= maxCameID {
					newest = append(newest, arrival{id, at})
				}
			}
			newest = append(newest, a.Came...)
			list[i].Came = newest[:min(len(newest), maxCameIn)]
		}
		return list, nil
	})
}

// find returns an alert.
func (b *alertBook) find(id string) (alert, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	i, found := slices.BinarySearchFunc(b.list, id, byID)
	if !found {
		return alert{}, refuse(http.StatusNotFound, "there is no such alert")
	}
	return b.list[i], nil
}

func byID(a alert, id string) int { return cmp.Compare(a.ID, id) }

// change writes a changed copy of the list to the file and then takes it.
func (b *alertBook) change(f func([]alert) ([]alert, error)) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	list, err := f(slices.Clone(b.list))
	if err != nil {
		return err
	}
	if b.file != "" {
		if err := writeBook(b.file, list); err != nil {
			return fmt.Errorf("web: alerts: %w", err)
		}
	}
	b.list = list
	return nil
}

// writeBook writes the alerts to their file, whole.
func writeBook(name string, list []alert) error {
	text, err := json.MarshalIndent(list, "", "  ")
	if err != nil {
		return err
	}
	return wholefile.Write(name, append(text, '\n'))
}
