package archive

import (
	"errors"
	"fmt"
	"strings"
	"syscall"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/disk"
	"github.com/dateline-go/dateline/search"
)

var (
	// ErrLocked comes from [Open] when another process has the archive open.
	ErrLocked = errors.New("archive: open in another process")
	// ErrNotArchive comes from [Open] for a file, and for a folder that holds
	// something else.
	ErrNotArchive = errors.New("archive: not an archive")
	// ErrVersion comes from [Open] for an archive of another version of this library.
	ErrVersion = errors.New("archive: made by another version")
	// ErrReadOnly comes from what would write to an archive that was opened with
	// [Options.ReadOnly].
	ErrReadOnly = search.ErrReadOnly
	// ErrMemory comes from what needs files, asked of an archive in memory.
	ErrMemory = errors.New("archive: an archive in memory has no files")
	// ErrOptions comes for an option outside its range. It wraps
	// [dateline.ErrOptions].
	ErrOptions = fmt.Errorf("archive: %w", dateline.ErrOptions)
	// ErrNotFound comes from [Archive.Document] for an id that is not there.
	ErrNotFound = search.ErrNotFound
	// ErrClosed comes from every method after [Archive.Close].
	ErrClosed = search.ErrClosed
	// ErrDamaged comes when what is on disk is not what was written.
	ErrDamaged = search.ErrDamaged
)

// errReader stands for what cannot be while archives are made by [Open].
var errReader = errors.New("archive: the engine's reader has no segments")

// errEngine stands for another thing that cannot be.
var errEngine = errors.New("the engine can neither copy nor merge")

// guard turns a panic of the engine, which it has for damaged files, into an
// error of ours.
func guard(err *error) {
	if p := recover(); p != nil {
		*err = fmt.Errorf("%w: %v", ErrDamaged, p)
	}
}

// caused is an error of the engine with the fault of the system that it names in words
// alone.
type caused struct {
	error
	by syscall.Errno
}

func (c caused) Unwrap() []error { return []error{c.error, c.by} }

// withCause lets [errors.Is] find the faults of a disk that people can do something
// about in an error of the engine, which keeps their texts only.
func withCause(err error) error {
	for _, by := range disk.Faults() {
		if !errors.Is(err, by) && strings.Contains(err.Error(), by.Error()) {
			return caused{err, by}
		}
	}
	return err
}
