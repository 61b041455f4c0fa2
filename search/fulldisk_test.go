package search_test

import (
	"fmt"
	"syscall"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/dateline-go/dateline/search"
)

func TestFaultsOfDisks(t *testing.T) {
	assert.True(t, search.IsFull(fmt.Errorf("write: %w", syscall.ENOSPC)))
	assert.True(t, search.IsFull(syscall.EDQUOT))
	assert.True(t, search.IsReadOnly(fmt.Errorf("write: %w", syscall.EROFS)))
	assert.True(t, search.IsReadOnly(fmt.Errorf("write: %w", search.ErrReadOnly)))
	assert.False(t, search.IsFull(syscall.EROFS) || search.IsReadOnly(syscall.ENOSPC) || search.IsFull(nil))
}
