package disk_test

import (
	"errors"
	"fmt"
	"io/fs"
	"syscall"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/dateline-go/dateline/internal/disk"
)

func TestFaults(t *testing.T) {
	for _, by := range disk.Faults() {
		err := fmt.Errorf("write: %w", &fs.PathError{Op: "write", Path: "file", Err: by})
		assert.True(t, disk.IsFull(err) != disk.IsReadOnly(err), "%v is one of both", by)
	}
	for _, err := range []error{nil, errors.New("no space left on device"), syscall.EIO, fs.ErrPermission} {
		assert.False(t, disk.IsFull(err) || disk.IsReadOnly(err), "%v", err)
	}
}
