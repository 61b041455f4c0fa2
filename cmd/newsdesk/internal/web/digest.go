package web

import (
	"context"
	"hash/maphash"
	"iter"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
)

// digestPause is the least time from one look through the archive to the next, so that a
// busy feed does not keep the machine at it.
const digestPause = 20 * time.Second

// digest keeps what is known of the archive as a whole. It is made in the background: of all
// articles when the desk opens and after one was changed or deleted, and by adding those that
// came otherwise.
type digest struct {
	pause   time.Duration
	ready   chan struct{} // closed when the first one is made, or failed
	stale   chan struct{} // holds something after a change
	once    sync.Once
	current atomic.Pointer[overview]

	mu   sync.Mutex
	came [][]byte // the profiles of articles that came since the last look, as they are kept
	anew bool     // all have to be looked at

	all *gathered // what keep works with

	pressed func() bool // somebody waits for an answer; nil where nobody does
}

// To look through an archive takes seconds of a processor. While somebody waits for an answer it rests
// after each part, this many times as long as the part took.
const (
	gatherPart = 16 // articles
	gatherRest = 2
	longRest   = 100 * time.Millisecond
)

// gently gives profiles on and rests between them while the desk is asked something.
func (d *digest) gently(
	ctx context.Context, profiles iter.Seq2[*search.Profile, error],
) iter.Seq2[*search.Profile, error] {
	return func(yield func(*search.Profile, error) bool) {
		n, began := 0, time.Now()
		for p, err := range profiles {
			if !yield(p, err) {
				return
			}
			if n++; n%gatherPart != 0 {
				continue
			}
			if d.pressed != nil && d.pressed() {
				select {
				case <-time.After(min(gatherRest*time.Since(began), longRest)):
				case <-ctx.Done(): // of which profiles tell
				}
			}
			began = time.Now()
		}
	}
}

// gathered is what has been made of articles, to which others can be added.
type gathered struct {
	seed    maphash.Seed
	known   map[uint64]uint64 // a hash of each article, by that of its id
	trends  *search.TrendCounter
	stories *search.Stories
}

// maxCame bounds the articles that wait to be added; more of them are read from the archive.
const maxCame = 1000

// overview is what is known of the archive as a whole.
type overview struct {
	stories map[string]*search.Story // by the id of each article of a story of several
	// trends are those of the last days, by how many, one for each of [trendDays].
	trends map[int]search.TrendReport
}

// trendDays are the periods of trends that one can choose, the usual one first.
var trendDays = []int{7, 30, 90}

func newDigest(pause time.Duration) *digest {
	return &digest{pause: pause, ready: make(chan struct{}), stale: make(chan struct{}, 1), anew: true}
}

// keep looks through the archive, and again after each change, until ctx ends.
func (d *digest) keep(ctx context.Context, a search.Relater, log *slog.Logger) {
	defer d.once.Do(func() { close(d.ready) })
	for {
		if err := d.follow(ctx, a); err != nil && ctx.Err() == nil {
			log.Error("stories and trends", "error", err.Error())
		}
		d.once.Do(func() { close(d.ready) })
		select {
		case <-time.After(d.pause):
		case <-ctx.Done():
			return
		}
		select {
		case <-d.stale:
		case <-ctx.Done():
			return
		}
	}
}

// added says that articles were put in the archive.
func (d *digest) added(docs []*dateline.Document) {
	var profiles [][]byte
	for _, doc := range docs {
		p, err := search.NewProfile(doc)
		if err != nil { // the archive has it all the same
			d.changed()
			return
		}
		profiles = append(profiles, p.Encode())
	}
	d.mu.Lock()
	if d.came = append(d.came, profiles...); len(d.came) > maxCame {
		d.came, d.anew = nil, true
	}
	d.mu.Unlock()
	d.wake()
}

// changed says that the archive is not what it was.
func (d *digest) changed() {
	d.mu.Lock()
	d.came, d.anew = nil, true
	d.mu.Unlock()
	d.wake()
}

// wake tells keep that there is something to do.
func (d *digest) wake() {
	select {
	case d.stale <- struct{}{}:
	default: // it is known already
	}
}

// follow brings what is known up to date with the archive.
func (d *digest) follow(ctx context.Context, a search.Relater) error {
	d.mu.Lock()
	came, anew := d.came, d.anew || d.all == nil
	d.came, d.anew = nil, false
	d.mu.Unlock()
	for i := 0; i < len(came) && !anew; i++ {
		anew = !d.all.take(came[i])
	}
	if anew {
		d.all = nil // which is as large as what comes in its place
		all, err := gather(d.gently(ctx, a.Profiles(ctx)))
		if err != nil {
			d.changed() // to be tried again
			return err
		}
		d.all = all
	}
	o, err := d.all.overview()
	if err == nil {
		d.current.Store(o)
	}
	return err
}

// gather takes all articles of an archive.
func gather(profiles iter.Seq2[*search.Profile, error]) (*gathered, error) {
	g := newGathered()
	for p, err := range profiles {
		if err != nil {
			return nil, err
		}
		g.add(p, maphash.Bytes(g.seed, p.Encode()))
	}
	g.stories.Trim()
	return g, nil
}

// take takes an article that came, unless it is there as it is. It reports false where all have
// to be gathered anew, since what was added once cannot be taken out.
func (g *gathered) take(profile []byte) bool {
	p, err := search.DecodeProfile(profile) // as the archive has it, so that both ways lead to the same
	if err != nil {
		return false
	}
	hash := maphash.Bytes(g.seed, profile)
	was, known := g.known[maphash.String(g.seed, p.ID)]
	if !known {
		g.add(p, hash)
	}
	return !known || was == hash
}

func newGathered() *gathered {
	return &gathered{
		seed: maphash.MakeSeed(), known: map[uint64]uint64{},
		trends: search.NewTrendCounter(), stories: search.NewStories(search.StoryOptions{}),
	}
}

// add takes an article.
func (g *gathered) add(p *search.Profile, hash uint64) {
	g.known[maphash.String(g.seed, p.ID)] = hash
	g.trends.Add(p)
	g.stories.Add(p)
}

// overview says what the articles come to.
func (g *gathered) overview() (*overview, error) {
	o := &overview{trends: map[int]search.TrendReport{}}
	for _, days := range trendDays {
		var err error
		if o.trends[days], err = g.trends.Report(search.TrendOptions{Days: days}); err != nil {
			return nil, err
		}
	}
	o.stories = search.StoryByArticle(g.stories.List(), 2)
	return o, nil
}

// known returns what is known of the archive, nil before anything is.
func (d *digest) known() *overview { return d.current.Load() }

// story returns the story of several articles that one is in, nil where there is none or
// it is not known yet.
func (d *digest) story(id string) *search.Story {
	if o := d.known(); o != nil {
		return o.stories[id]
	}
	return nil
}
