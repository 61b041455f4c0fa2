package web

import (
	"fmt"
	"io/fs"
	"net/http"
	"syscall"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/dateline-go/dateline/search"
)

// TestFailureOf looks at what a fault of the disk is answered with.
func TestFailureOf(t *testing.T) {
	for _, c := range []struct {
		name string
		err  error
		want int
	}{
		{"a full disk", &fs.PathError{Op: "write", Path: "store/1.zap", Err: syscall.ENOSPC}, http.StatusInsufficientStorage},
		{"a read-only disk", &fs.PathError{Op: "open", Path: "store/1.zap", Err: syscall.EROFS}, http.StatusServiceUnavailable},
		{"an archive that is only read", search.ErrReadOnly, http.StatusServiceUnavailable},
		{"a cluster that is away", search.ErrUnavailable, http.StatusServiceUnavailable},
		{"not there", search.ErrNotFound, http.StatusNotFound},
		{"anything else", fs.ErrPermission, http.StatusInternalServerError},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := failureOf(fmt.Errorf("archive: write: %w", c.err))
			assert.Equal(t, c.want, f.status)
			assert.NotContains(t, f.words, "zap", "files are not told to readers")
		})
	}
}
