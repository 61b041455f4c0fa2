package main

import (
	"fmt"
	"io"
	"sync/atomic"
	"time"

	"github.com/schollz/progressbar/v3"
)

// progressDelay is how long work must take before a bar is shown.
const progressDelay = time.Second

// progressEvery is how long a bar stands before it is drawn again.
const progressEvery = 100 * time.Millisecond

// progress shows how far long work has come: articles, their rate and, where the
// amount of input is known, the time that remains. Only read is safe for
// concurrent use.
type progress struct {
	bar   *progressbar.ProgressBar
	start time.Time
	drawn time.Time // zero before the first time
	bytes atomic.Int64
	items int
}

// newProgress makes a bar for input of so many bytes, -1 where that is not known.
func newProgress(w io.Writer, total int64) *progress {
	if total >= 0 {
		total++ // articles are still at work when the last byte is read
	}
	bar := progressbar.NewOptions64(total,
		progressbar.OptionSetWriter(w),
		progressbar.OptionSetWidth(30),
		progressbar.OptionSetPredictTime(true),
		progressbar.OptionSetSpinnerChangeInterval(0),
		progressbar.OptionSpinnerType(14),
		progressbar.OptionUseANSICodes(true),
		progressbar.OptionSetTheme(progressbar.Theme{Saucer: "█", SaucerPadding: "·"}))
	bar.StartWithoutRender()
	return &progress{start: time.Now(), bar: bar}
}

// read counts bytes of the input.
func (p *progress) read(n int) { p.bytes.Add(int64(n)) }

// step counts an article and draws the bar where the work is long.
func (p *progress) step() {
	p.items++
	now := time.Now()
	took := now.Sub(p.start)
	if took < progressDelay || now.Sub(p.drawn) < progressEvery {
		return
	}
	p.drawn = now
	_ = p.bar.Set64(p.bytes.Load()) // a bar that cannot be drawn is no reason to stop
	p.bar.Describe(fmt.Sprintf("%s, %.0f/s", count(p.items, "article"), float64(p.items)/took.Seconds()))
}

// clear takes the bar off the screen until the next step.
func (p *progress) clear() {
	if !p.drawn.IsZero() {
		_ = p.bar.Clear()
	}
}
