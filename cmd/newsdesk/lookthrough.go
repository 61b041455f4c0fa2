package main

import (
	"iter"

	"github.com/dateline-go/dateline/search"
)

// profiles gives the profile of every article of an archive. Where people watch, it
// shows how many it has come through.
func (d *desk) profiles(a search.Engine) iter.Seq2[*search.Profile, error] {
	return func(yield func(*search.Profile, error) bool) {
		step := func() {}
		if d.notes != nil && d.notes.screen {
			n, err := a.Count(d.ctx)
			if err != nil {
				yield(nil, err)
				return
			}
			bar := newProgress(d.notes.w, int64(n))
			d.notes.bar = bar
			step = func() { bar.read(1); bar.step() }
			defer func() {
				bar.clear()
				d.notes.bar = nil
			}()
		}
		for p, err := range a.Profiles(d.ctx) {
			if !yield(p, err) {
				return
			}
			step()
		}
	}
}
