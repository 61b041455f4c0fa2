package opensearch

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"sync"

	client "github.com/opensearch-project/opensearch-go/v4"

	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/internal/engine"
)

var _ search.Engine = (*Archive)(nil)

// Archive is an archive on a cluster. It is safe for concurrent use, by several
// programs too.
type Archive struct {
	config Config
	client *client.Client
	// legacy says that Lucene's score has a factor k1+1, as it had before
	// OpenSearch 3.
	legacy bool
	// maxAnswer is the constant of that name; a test sets a smaller one.
	maxAnswer int64

	gate    engine.Gate
	mu      sync.Mutex      // of what follows
	meta    *meta           // nil before the archive was begun
	indices map[string]bool // those that are known to be there
	counted map[string]int  // documents of an index, what was sent too, see place
	present present
}

// Open connects to a cluster and looks at what it is. An archive that is not there
// begins with its first document. The errors are [ErrVersion], [ErrNotArchive],
// [ErrCredentials], [ErrUntrusted], [ErrUnavailable] and [ErrRefused].
func Open(ctx context.Context, c Config) (*Archive, error) {
	c, err := c.complete()
	if err != nil {
		return nil, err
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	a := &Archive{config: c, maxAnswer: maxAnswer, indices: map[string]bool{}, counted: map[string]int{}}
	if a.client, err = connect(c); err != nil {
		return nil, fmt.Errorf("opensearch: open %q: %w", c.Index, err)
	}
	if err = a.checkVersion(ctx); err == nil {
		_, err = a.begun(ctx)
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("opensearch: open %q: %w", c.Index, err), a.client.Close())
	}
	return a, nil
}

// The oldest version that will do: it has the token filter by which terms carry
// their frequency.
const minMajor, minMinor = 2, 10

// checkVersion asks the cluster what it is.
func (a *Archive) checkVersion(ctx context.Context) error {
	var info struct {
		Version struct {
			Distribution string `json:"distribution"`
			Number       string `json:"number"`
		} `json:"version"`
	}
	if err := a.do(ctx, http.MethodGet, "/", nil, nil, &info); err != nil {
		return err
	}
	major, minor, _, err := client.ParseVersion(info.Version.Number)
	old := major < minMajor || major == minMajor && minor < minMinor
	if err != nil || info.Version.Distribution != "opensearch" || old {
		return fmt.Errorf("%w: it says distribution %.40q, version %.40q", ErrVersion,
			info.Version.Distribution, info.Version.Number)
	}
	a.legacy = major < 3
	return nil
}

// enter marks the beginning of a call; leave its end.
func (a *Archive) enter(ctx context.Context) error { return a.gate.Enter(ctx) }

func (a *Archive) leave() { a.gate.Leave() }

// read calls do with what the archive says of itself. An archive that was not begun
// holds nothing, and do is not called.
func (a *Archive) read(ctx context.Context, do func(*meta) error) error {
	if err := a.enter(ctx); err != nil {
		return err
	}
	defer a.leave()
	m, err := a.begun(ctx)
	if m == nil || err != nil {
		return err
	}
	return do(m)
}

// Close waits for running calls and lets the connections go. What was acknowledged
// is on the cluster's disks already. A second Close returns [ErrClosed].
func (a *Archive) Close() error {
	if err := a.gate.Close(); err != nil {
		return err
	}
	return a.client.Close()
}
