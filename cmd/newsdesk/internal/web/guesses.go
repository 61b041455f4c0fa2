package web

import (
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"strconv"
	"sync"
	"time"
)

// The bounds of guessing at the token.
const (
	freeGuesses  = 5 // wrong tokens from one address before it has to wait
	longestWait  = 5 * time.Minute
	maxGuessers  = 10_000
	guessMemory  = time.Hour // after which an address begins anew
	firstPenalty = time.Second
)

// guesses slows those down who guess at the token: after a few wrong ones an address waits,
// each time twice as long, and nothing that it gives meanwhile is looked at.
type guesses struct {
	mu   sync.Mutex
	from map[netip.Prefix]*guesser
}

type guesser struct {
	wrong int
	until time.Time // nothing is taken before
	last  time.Time
}

func newGuesses() *guesses { return &guesses{from: map[netip.Prefix]*guesser{}} }

// network is what counts as one guesser: an address of version 4, a /64 of version 6.
func network(remote string) netip.Prefix {
	host, _, err := net.SplitHostPort(remote)
	if err != nil {
		host = remote
	}
	a, err := netip.ParseAddr(host)
	if err != nil {
		return netip.Prefix{}
	}
	a = a.Unmap().WithZone("")
	bits := 64
	if a.Is4() {
		bits = 32
	}
	p, _ := a.Prefix(bits) // the number of bits is right
	return p
}

// wait returns how long an address has to wait.
func (g *guesses) wait(remote string, now time.Time) time.Duration {
	g.mu.Lock()
	defer g.mu.Unlock()
	if x := g.from[network(remote)]; x != nil {
		return max(0, x.until.Sub(now))
	}
	return 0
}

// note notes whether an address gave the right token.
func (g *guesses) note(remote string, right bool, now time.Time) {
	g.mu.Lock()
	defer g.mu.Unlock()
	key := network(remote)
	if right {
		delete(g.from, key)
		return
	}
	x := g.from[key]
	if x == nil {
		if len(g.from) >= maxGuessers {
			g.sweep(now)
		}
		x = &guesser{}
		g.from[key] = x
	}
	if now.Sub(x.last) > guessMemory {
		x.wrong = 0
	}
	x.wrong++
	x.last = now
	if over := x.wrong - freeGuesses; over >= 0 {
		x.until = now.Add(min(longestWait, firstPenalty<<min(over, 20)))
	}
}

// sweep forgets those who may try again, and all of them where that is not enough.
func (g *guesses) sweep(now time.Time) {
	for key, x := range g.from {
		if now.After(x.until) {
			delete(g.from, key)
		}
	}
	if len(g.from) >= maxGuessers {
		clear(g.from)
	}
}

// isRightToken compares what a request gives with the token. The error says that its
// address has guessed too often.
func (s *Site) isRightToken(w http.ResponseWriter, r *http.Request, given string) (bool, error) {
	now := time.Now()
	if left := s.guesses.wait(r.RemoteAddr, now); left > 0 {
		seconds := strconv.Itoa(int(left/time.Second) + 1)
		w.Header().Set("Retry-After", seconds)
		return false, refuse(http.StatusTooManyRequests, fmt.Sprintf("too many wrong tokens: wait %s seconds", seconds))
	}
	right := s.isToken(given)
	s.guesses.note(r.RemoteAddr, right, now)
	return right, nil
}
