package web

import (
	"io"
	"net/http"
	"sync"
	"time"
)

// patience is how long a body may take where others wait for its place.
const patience = 2 * time.Second

// senders are the requests whose bodies are on their way. There are as many places as may be
// read at once; where all are taken, the body that has taken longest, if that is more than
// [patience], is given up for the request that comes.
type senders struct {
	most int

	mu    sync.Mutex
	slow  map[*sender]struct{} // bodies that have not come to their end
	taken int
	freed chan struct{} // holds something after a place has become free
}

// sender is a request with a body.
type sender struct {
	io.ReadCloser
	all   *senders
	since time.Time
	stop  func() // ends the reading of the body
}

func newSenders(most int) *senders {
	return &senders{most: most, slow: map[*sender]struct{}{}, freed: make(chan struct{}, 1)}
}

// enter takes a place for a request and returns its body, nil where there is none to be had.
// The place is the request's until it leaves.
func (s *senders) enter(w http.ResponseWriter, r *http.Request) *sender {
	control := http.NewResponseController(w)
	x := &sender{ReadCloser: r.Body, all: s, since: time.Now()}
	x.stop = func() { control.SetReadDeadline(time.Now()) } // one that cannot is as it was
	late := time.After(patience)
	for {
		if s.take(x) {
			return x
		}
		select {
		case <-s.freed:
		case <-late:
			return nil
		case <-r.Context().Done():
			return nil
		}
	}
}

// take takes a place where there is one; else it gives up the slowest body.
func (s *senders) take(x *sender) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.taken < s.most {
		s.taken++
		s.slow[x] = struct{}{}
		return true
	}
	var slowest *sender
	for one := range s.slow {
		if slowest == nil || one.since.Before(slowest.since) {
			slowest = one
		}
	}
	if slowest != nil && time.Since(slowest.since) > patience {
		delete(s.slow, slowest)
		slowest.stop()
	}
	return false
}

// leave gives the place back.
func (x *sender) leave() {
	x.all.mu.Lock()
	delete(x.all.slow, x)
	x.all.taken--
	x.all.mu.Unlock()
	select {
	case x.all.freed <- struct{}{}:
	default:
	}
}

// Read reads the body. At its end nobody need wait for it any more.
func (x *sender) Read(p []byte) (int, error) {
	n, err := x.ReadCloser.Read(p)
	if err != nil {
		x.all.mu.Lock()
		delete(x.all.slow, x)
		x.all.mu.Unlock()
	}
	return n, err
}
