package opensearch

import (
	"fmt"
	"regexp"
	"time"
)

// Config says where the archive is and how it is written. The zero value is an
// archive "news" on http://localhost:9200.
type Config struct {
	// Addresses are the URLs of nodes; none means http://localhost:9200.
	Addresses []string
	// Username and Password are for HTTP Basic authentication. They go as they are
	// to addresses that begin with http.
	Username, Password string
	// CACert holds the PEM certificates of the authorities to trust; nil means
	// those of the system.
	CACert []byte
	// Insecure turns the check of the cluster's certificate off, for tests.
	Insecure bool
	// ClientCert and ClientKey are the PEM certificate and key by which the cluster
	// knows this program; nil means none. It takes both.
	ClientCert, ClientKey []byte

	// Index names the archive: its alias, and the beginning of the names of its
	// indices. "" means "news". It has small letters, digits, - and _.
	Index string
	// Period says how documents are spread over indices; "" means that of the
	// archive if there is one already, otherwise [Yearly].
	Period Period
	// Rollover says when an index is full. The zero value is never. It may change
	// from one Open to the next.
	Rollover Rollover
	// Shards is how many primary shards each index has; 0 means 1.
	Shards int
	// Replicas is how many copies each shard has; 0 means 1, negative none.
	Replicas int
	// Averages are the average lengths of fields for a new archive; the zero value
	// has them taken from the first documents that are written, a thousand or so.
	Averages Averages

	// BatchSize is how many documents go into one bulk request at most; 0 means
	// 250. Long documents make it less.
	BatchSize int
	// Workers is how many bulk requests are under way at once; 0 means 3. A few more
	// are made ready meanwhile: at most as many as there are processors.
	Workers int
	// Timeout is how long one try of a request may take; 0 means a minute.
	Timeout time.Duration
	// RetryFor is how long a request is tried again while the cluster is down or
	// busy; 0 means two minutes, negative not at all. The context may end it sooner.
	RetryFor time.Duration
	// OnError is told of each document that [Archive.Load] could not take. When it
	// is nil, Load joins the first hundred to its error.
	OnError func(error)
	// OnProgress is told how far [Archive.Load] has come after each bulk request.
	OnProgress func(Progress)
}

// Period is how much time of publication shares an index.
type Period string

// The periods. Documents without a date share an index of their own.
const (
	Yearly  Period = "year"
	Monthly Period = "month"
	// Undivided puts all documents into one index, and with [Config.Rollover] into
	// one after another as they come.
	Undivided Period = "all"
)

const (
	defaultIndex    = "news"
	defaultBatch    = 250
	defaultWorkers  = 3
	defaultTimeout  = time.Minute
	defaultRetryFor = 2 * time.Minute
)

var indexName = regexp.MustCompile(`^[a-z0-9][a-z0-9_-]{0,99}$`)

// complete checks the settings and puts the defaults in.
func (c Config) complete() (Config, error) {
	set(&c.Index, defaultIndex)
	set(&c.Shards, 1)
	set(&c.Replicas, 1)
	set(&c.BatchSize, defaultBatch)
	set(&c.Workers, defaultWorkers)
	set(&c.Timeout, defaultTimeout)
	set(&c.RetryFor, defaultRetryFor)
	c.Replicas = max(c.Replicas, 0)
	switch {
	case !indexName.MatchString(c.Index):
		return c, fmt.Errorf("%w: index %.120q: small letters, digits, - and _ only, 100 at most", ErrOptions, c.Index)
	case c.Period != "" && c.Period != Yearly && c.Period != Monthly && c.Period != Undivided:
		return c, fmt.Errorf("%w: unknown period %q", ErrOptions, c.Period)
	case c.Shards < 0 || c.BatchSize < 0 || c.Workers < 0 || c.Timeout < 0:
		return c, fmt.Errorf("%w: shards %d, batch size %d, workers %d and timeout %s must not be negative",
			ErrOptions, c.Shards, c.BatchSize, c.Workers, c.Timeout)
	}
	if err := c.Rollover.check(); err != nil {
		return c, err
	}
	return c, c.Averages.check()
}

// set puts a default in the place of a zero value.
func set[T comparable](value *T, fallback T) {
	var zero T
	if *value == zero {
		*value = fallback
	}
}
