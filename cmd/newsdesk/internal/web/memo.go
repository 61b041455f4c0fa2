package web

import "sync"

// How many answers and lines about articles are remembered.
const (
	maxAnswers = 256
	maxCards   = 20_000
)

// memo remembers what the archive said, until it changes. When it is full it begins again.
type memo[V any] struct {
	mu    sync.Mutex
	m     map[string]V
	most  int
	times int // how often it forgot
}

func newMemo[V any](most int) *memo[V] { return &memo[V]{m: map[string]V{}, most: most} }

// of returns what is remembered under a key, else what f makes, which is kept where it is
// no error and the archive has not changed meanwhile.
func (m *memo[V]) of(key string, f func() (V, error)) (V, error) {
	m.mu.Lock()
	v, ok := m.m[key]
	times := m.times
	m.mu.Unlock()
	if ok {
		return v, nil
	}
	v, err := f()
	if err != nil {
		return v, err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if times != m.times {
		return v, nil
	}
	if len(m.m) >= m.most {
		clear(m.m)
	}
	m.m[key] = v
	return v, nil
}

// drop forgets what is remembered under some keys.
func (m *memo[V]) drop(keys []string) {
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, key := range keys {
		delete(m.m, key)
	}
	m.times++
}

// forget forgets everything: the archive has changed.
func (m *memo[V]) forget() {
	m.mu.Lock()
	defer m.mu.Unlock()
	clear(m.m)
	m.times++
}
