// Package settle lets a test see that a call leaves no goroutine behind.
//
//	defer settle.Goroutines(t)()
package settle

import (
	"runtime"
	"testing"
	"time"
)

// patience is how long goroutines that were told to end may take for it.
const patience = 5 * time.Second

// Goroutines counts the goroutines there are. The function that it returns waits
// until there are no more than that, and fails the test with the stacks of all where
// some stay. It is for tests that do not run in parallel with others.
func Goroutines(t testing.TB) func() {
	t.Helper()
	return within(t, patience)
}

func within(t testing.TB, patience time.Duration) func() {
	before := runtime.NumGoroutine()
	return func() {
		t.Helper()
		for end := time.Now().Add(patience); runtime.NumGoroutine() > before; time.Sleep(time.Millisecond) {
			if time.Now().After(end) {
				stacks := make([]byte, 1<<16)
				t.Errorf("%d goroutines, %d before:\n%s", runtime.NumGoroutine(), before, stacks[:runtime.Stack(stacks, true)])
				return
			}
		}
	}
}
