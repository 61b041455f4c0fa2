// Package disk tells apart the faults of a disk that people can do something about.
package disk

import (
	"errors"
	"syscall"
)

// Faults returns them all: there is no room, the user may have no more of it, nothing can be written.
func Faults() []syscall.Errno { return []syscall.Errno{syscall.ENOSPC, syscall.EDQUOT, syscall.EROFS} }

// IsFull reports whether an error says that there is no room, which may pass.
func IsFull(err error) bool { return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) }

// IsReadOnly reports whether an error says that nothing can be written there.
func IsReadOnly(err error) bool { return errors.Is(err, syscall.EROFS) }
