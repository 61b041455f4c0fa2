package corrections

import (
	"compress/gzip"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/cmd/newsdesk/internal/wholefile"
)

// The bounds of a book.
const (
	maxRows     = 20_000
	maxFile     = 64 << 20
	maxOriginal = 64 << 20
)

// The errors of a [Book].
var (
	// ErrFile comes from [Open] for a file that is no book.
	ErrFile = errors.New("not a file of corrections")
	// ErrFull comes from [Book.Add] when there are 20,000 rows.
	ErrFull = errors.New("there are too many corrections")
	// ErrNone comes from what is asked of a correction that is not there.
	ErrNone = errors.New("there is no such correction")
)

// Book keeps corrections in a file, and the articles that they changed as these were, in the
// folder FILE.originals. A change is on disk before it is seen. It is safe for concurrent use.
type Book struct {
	file string // "" keeps all in memory

	mu        sync.Mutex
	rows      []Correction
	originals map[string]*dateline.Document // where there is no file
}

// Open reads a book; where there is no file it is empty.
func Open(file string) (*Book, error) {
	b := &Book{file: file, originals: map[string]*dateline.Document{}}
	if file == "" {
		return b, nil
	}
	f, err := os.Open(file)
	if errors.Is(err, fs.ErrNotExist) {
		return b, nil
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	if err != nil {
		return nil, err
	}
	if len(text) > maxFile {
		return nil, fmt.Errorf("%w: %s has more than %d bytes", ErrFile, file, maxFile)
	}
	if err := json.Unmarshal(text, &b.rows); err != nil {
		return nil, fmt.Errorf("%w: %s: %w", ErrFile, file, err)
	}
	for i, c := range b.rows {
		if err := c.Check(); err != nil {
			return nil, fmt.Errorf("%w: %s: row %d: %w", ErrFile, file, i+1, err)
		}
	}
	return b, nil
}

// All returns the corrections in the order of their making.
func (b *Book) All() []Correction {
	b.mu.Lock()
	defer b.mu.Unlock()
	return slices.Clone(b.rows)
}

// Add keeps a new correction and gives it an id.
func (b *Book) Add(c Correction) (Correction, error) {
	c.ID, c.When, c.Revoked, c.Pending = rand.Text()[:12], time.Now().UTC().Truncate(time.Second), time.Time{}, true
	if err := c.Check(); err != nil {
		return c, err
	}
	return c, b.change(func(rows []Correction) ([]Correction, error) {
		if len(rows) >= maxRows {
			return nil, ErrFull
		}
		return append(rows, c), nil
	})
}

// Revoke takes a correction back. It stays in the book.
func (b *Book) Revoke(id string) (Correction, error) {
	return b.set(id, func(c *Correction) {
		if c.Active() {
			c.Revoked, c.Pending = time.Now().UTC().Truncate(time.Second), true
		}
	})
}

// Done notes that the articles of a correction have been gone through.
func (b *Book) Done(id string) error {
	_, err := b.set(id, func(c *Correction) { c.Pending = false })
	return err
}

// set changes a row.
func (b *Book) set(id string, f func(*Correction)) (c Correction, err error) {
	err = b.change(func(rows []Correction) ([]Correction, error) {
		i := slices.IndexFunc(rows, func(c Correction) bool { return c.ID == id })
		if i < 0 {
			return nil, ErrNone
		}
		f(&rows[i])
		c = rows[i]
		return rows, nil
	})
	return c, err
}

// change writes a changed copy of the rows to the file and then takes it.
func (b *Book) change(f func([]Correction) ([]Correction, error)) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	rows, err := f(slices.Clone(b.rows))
	if err != nil {
		return err
	}
	if b.file != "" {
		text, err := json.MarshalIndent(rows, "", " ")
		if err != nil {
			return err
		}
		if err := wholefile.Write(b.file, append(text, '\n')); err != nil {
			return err
		}
	}
	b.rows = rows
	return nil
}

// Correct returns an article as the corrections have it, and whether that is another one than
// the given. Given is what the archive has or is to have: where the corrections were applied to
// it already, what it was before is taken, unless its text has changed since.
func (b *Book) Correct(given *dateline.Document) (*dateline.Document, bool, error) {
	before, err := b.original(given.ID)
	if err != nil {
		return nil, false, err
	}
	had := before != nil
	if !had || before.Text != given.Text {
		before = given
	}
	after, n, err := Apply(before, b.All())
	if err != nil {
		return nil, false, err
	}
	switch {
	case n > 0:
		err = b.keep(before)
	case had:
		err = b.Forget(given.ID)
	}
	return after, after != given, err
}

// Fresh is Correct for an article that was just analysed, which no correction was applied to.
func (b *Book) Fresh(given *dateline.Document) (*dateline.Document, error) {
	after, n, err := Apply(given, b.All())
	if err != nil {
		return nil, err
	}
	if n > 0 {
		return after, b.keep(given)
	}
	return after, b.Forget(given.ID)
}

// Corrected returns the ids of the articles that corrections changed, in order.
func (b *Book) Corrected() ([]string, error) {
	var ids []string
	if b.file == "" {
		b.mu.Lock()
		defer b.mu.Unlock()
		return slices.Sorted(maps.Keys(b.originals)), nil
	}
	folder := b.file + ".originals"
	files, err := os.ReadDir(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	for _, f := range files {
		if !strings.HasSuffix(f.Name(), ".json.gz") {
			continue // one that was not written to its end
		}
		doc, err := readOriginal(filepath.Join(folder, f.Name()))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f.Name(), err)
		}
		if doc != nil {
			ids = append(ids, doc.ID)
		}
	}
	slices.Sort(ids)
	return ids, nil
}

// place is the file of an article as it was.
func (b *Book) place(id string) string {
	sum := sha256.Sum256([]byte(id))
	return filepath.Join(b.file+".originals", hex.EncodeToString(sum[:16])+".json.gz")
}

// original returns an article as it was before it was corrected, nil where it was not.
func (b *Book) original(id string) (*dateline.Document, error) {
	if b.file == "" {
		b.mu.Lock()
		defer b.mu.Unlock()
		return b.originals[id], nil
	}
	return readOriginal(b.place(id))
}

// readOriginal reads an article as it was, nil where there is no such file.
func readOriginal(name string) (*dateline.Document, error) {
	f, err := os.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	text, err := io.ReadAll(io.LimitReader(z, maxOriginal))
	if err != nil {
		return nil, err
	}
	doc := &dateline.Document{}
	return doc, doc.UnmarshalJSON(text)
}

// keep keeps an article as it was.
func (b *Book) keep(doc *dateline.Document) error {
	if b.file == "" {
		b.mu.Lock()
		defer b.mu.Unlock()
		b.originals[doc.ID] = doc
		return nil
	}
	text, err := doc.MarshalJSON()
	if err != nil {
		return err
	}
	name := b.place(doc.ID)
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	return wholefile.Write(name, zipped(text))
}

// Forget forgets an article as it was: it is so again, or gone.
func (b *Book) Forget(id string) error {
	if b.file == "" {
		b.mu.Lock()
		defer b.mu.Unlock()
		delete(b.originals, id)
		return nil
	}
	if err := os.Remove(b.place(id)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}
