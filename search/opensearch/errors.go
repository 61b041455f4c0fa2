package opensearch

import (
	"errors"
	"fmt"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
)

var (
	// ErrVersion comes from [Open] when what answers is no OpenSearch, or one that
	// is too old.
	ErrVersion = errors.New("opensearch: not OpenSearch 2.10 or later")
	// ErrNotArchive comes from [Open] when the names of the index are taken by
	// something else, or by an archive of another version or [Period].
	ErrNotArchive = errors.New("opensearch: not an archive of this version")
	// ErrOptions comes from [Open] for a setting outside its range. It wraps
	// [dateline.ErrOptions].
	ErrOptions = fmt.Errorf("opensearch: %w", dateline.ErrOptions)
	// ErrNotFound comes from [Archive.Document] for an id that is not there.
	ErrNotFound = search.ErrNotFound
	// ErrUnavailable comes when the cluster is down or busy for longer than
	// [Config.RetryFor], or than the context allows. It wraps [search.ErrUnavailable].
	ErrUnavailable = fmt.Errorf("opensearch: cluster %w", search.ErrUnavailable)
	// ErrRefused comes when the cluster does not do what it is asked, such as for
	// want of a permission or of disk space. It names what was asked.
	ErrRefused = errors.New("opensearch: refused")
	// ErrCredentials comes when the cluster does not accept the name and password,
	// or wants some.
	ErrCredentials = errors.New("opensearch: name and password not accepted")
	// ErrUntrusted comes when the certificate of the cluster is not that of an
	// authority in [Config.CACert] or has another name, when the cluster does not
	// accept that of [Config.ClientCert], or when it does not speak TLS at all.
	ErrUntrusted = errors.New("opensearch: no trust in the connection")
	// ErrClosed comes from every method after [Archive.Close].
	ErrClosed = search.ErrClosed
	// ErrDamaged comes when a stored document is not what was written.
	ErrDamaged = search.ErrDamaged
)

// errExpansions is about a query whose words stand for too many.
var errExpansions = fmt.Errorf("%w: its beginnings of words and fuzzy words stand for too many words: "+
	"write more letters", search.ErrQuery)
