package search

import (
	"errors"
	"fmt"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/disk"
)

// The errors that every engine has in common, beside [ErrQuery]. Their texts speak
// of an archive, whatever keeps it.
var (
	// ErrNotFound comes from [Reader.Document] for an id that is not there.
	ErrNotFound = errors.New("archive: no such document")
	// ErrClosed comes from every method of an engine after it was closed.
	ErrClosed = errors.New("archive: closed")
	// ErrDamaged comes when what is stored is not what was written.
	ErrDamaged = errors.New("archive: damaged")
	// ErrReadOnly comes from what would write to an archive that is only read.
	ErrReadOnly = errors.New("archive: open for reading only")
	// ErrUnavailable comes where what keeps the archive cannot be reached, or has too
	// much to do, for longer than the engine tries.
	ErrUnavailable = errors.New("not available")
	// ErrOptions comes for an option outside its range. It wraps
	// [dateline.ErrOptions].
	ErrOptions = fmt.Errorf("search: %w", dateline.ErrOptions)
)

// IsFull reports whether an error says that there is no room on a disk, which may pass.
func IsFull(err error) bool { return disk.IsFull(err) }

// IsReadOnly reports whether an error says that nothing can be written: to an archive or a disk that is only read.
func IsReadOnly(err error) bool { return errors.Is(err, ErrReadOnly) || disk.IsReadOnly(err) }
