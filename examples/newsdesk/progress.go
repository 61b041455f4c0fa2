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

// progress shows how far long work has come: articles, their rate and, where the
// amount of input is known, the time that remains. Only read is safe for
// concurrent use.
type progress struct {
	bar   *progressbar.ProgressBar
	start time.Time
	bytes atomic.Int64
	items int
	shown bool
}

// newProgress makes a bar for input of so many bytes, -1 where that is not known.
func newProgress(w io.Writer, total int64) *progress {
	if total >= 0 {
		total++ // articles are still at work when the last byte is read
	}
	return &progress{start: time.Now(), bar: progressbar.NewOptions64(total,
		progressbar.OptionSetWriter(w), progressbar.OptionThrottle(100*time.Millisecond),
		progressbar.OptionSetWidth(30), progressbar.OptionSetPredictTime(true),
		progressbar.OptionSetSpinnerChangeInterval(0), progressbar.OptionSpinnerType(14),
		progressbar.OptionSetTheme(progressbar.Theme{Saucer: "█", SaucerPadding: "·", BarStart: "", BarEnd: ""}))}
}

// read counts bytes of the input.
func (p *progress) read(n int) { p.bytes.Add(int64(n)) }

// step counts an article and shows the bar where the work is long.
func (p *progress) step() {
	p.items++
	took := time.Since(p.start)
	if took < progressDelay {
		return
	}
	p.shown = true
	p.bar.Describe(fmt.Sprintf("%d articles, %.0f/s", p.items, float64(p.items)/took.Seconds()))
	_ = p.bar.Set64(p.bytes.Load()) // a bar that cannot be drawn is no reason to stop
}

// clear takes the bar off the screen until the next step.
func (p *progress) clear() {
	if p.shown {
		_ = p.bar.Clear()
	}
}
