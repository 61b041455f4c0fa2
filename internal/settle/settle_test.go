package settle

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
)

// told keeps what a test is told in place of failing it.
type told struct {
	testing.TB
	errors []string
}

func (t *told) Helper() {}

func (t *told) Errorf(format string, args ...any) {
	t.errors = append(t.errors, fmt.Sprintf(format, args...))
}

func TestGoroutines(t *testing.T) {
	stop := make(chan struct{})
	var seen told
	settled := within(&seen, 20*time.Millisecond)
	go func() { <-stop }()
	settled()
	assert.Len(t, seen.errors, 1)
	assert.Contains(t, seen.errors[0], "TestGoroutines")
	seen.errors = nil
	close(stop)
	settled = Goroutines(&seen)
	settled()
	assert.Empty(t, seen.errors)
}
