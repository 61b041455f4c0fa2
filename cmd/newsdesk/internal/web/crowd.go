package web

import (
	"net"
	"net/http"
	"sync"
	"time"
)

// crowd keeps connections that nobody uses from keeping others out. Where there are as many as
// may be, the one that has waited longest, idle or before its first request, is closed for the
// one that comes.
type crowd struct {
	most int

	mu      sync.Mutex
	open    int
	waiting map[net.Conn]time.Time // since when
}

func newCrowd(most int) *crowd { return &crowd{most: most, waiting: map[net.Conn]time.Time{}} }

// changed is told of every connection by the server.
func (c *crowd) changed(conn net.Conn, state http.ConnState) {
	if out := c.note(conn, state, time.Now()); out != nil {
		out.Close()
	}
}

// note notes a connection and returns the one to be closed for it, nil for none. Where all others
// are at work it is the one that came.
func (c *crowd) note(conn net.Conn, state http.ConnState, now time.Time) (out net.Conn) {
	c.mu.Lock()
	defer c.mu.Unlock()
	switch state {
	case http.StateNew:
		if c.open++; c.open > c.most {
			out = c.longest(conn)
		}
		c.waiting[conn] = now
	case http.StateIdle:
		c.waiting[conn] = now
	case http.StateActive:
		delete(c.waiting, conn)
	case http.StateClosed, http.StateHijacked:
		delete(c.waiting, conn)
		c.open--
	}
	return out
}

// longest takes the connection that has waited longest from those that wait, else the given one.
func (c *crowd) longest(conn net.Conn) net.Conn {
	var since time.Time
	for one, at := range c.waiting {
		if since.IsZero() || at.Before(since) {
			conn, since = one, at
		}
	}
	delete(c.waiting, conn)
	return conn
}
