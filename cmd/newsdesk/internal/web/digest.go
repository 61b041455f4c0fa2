package web

import (
	"context"
	"log/slog"
	"maps"
	"sync"
	"sync/atomic"
	"time"

	"github.com/dateline-go/dateline/search"
)

// digestPause is the least time from one look through the archive to the next, so that a
// busy feed does not keep the machine at it.
const digestPause = 20 * time.Second

// digest keeps what is known of the archive as a whole. It is made in the background, and
// made anew after the archive has changed.
type digest struct {
	pause   time.Duration
	ready   chan struct{} // closed when the first one is made, or failed
	stale   chan struct{} // holds something after a change
	once    sync.Once
	current atomic.Pointer[overview]
}

// overview is what is known of the archive as a whole.
type overview struct {
	stories map[string]*search.Story // by the id of each article of a story of several
	// trends are those of the last days, by how many: of [trendDays] those that are known yet.
	trends map[int]search.TrendReport
}

// trendDays are the periods of trends that one can choose, the usual one first.
var trendDays = []int{7, 30, 90}

func newDigest(pause time.Duration) *digest {
	return &digest{pause: pause, ready: make(chan struct{}), stale: make(chan struct{}, 1)}
}

// keep looks through the archive, and again after each change, until ctx ends.
func (d *digest) keep(ctx context.Context, a search.Relater, log *slog.Logger) {
	defer d.once.Do(func() { close(d.ready) })
	for {
		if err := d.make(ctx, a); err != nil && ctx.Err() == nil {
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

// changed says that the archive is not what it was.
func (d *digest) changed() {
	select {
	case d.stale <- struct{}{}:
	default: // it is known already
	}
}

// make looks through the archive once.
func (d *digest) make(ctx context.Context, a search.Relater) error {
	trends := map[int]search.TrendReport{}
	var err error
	if trends[trendDays[0]], err = search.Trends(a.Profiles(ctx), search.TrendOptions{Days: trendDays[0]}); err != nil {
		return err
	}
	stories, err := storiesOf(ctx, a)
	if err != nil {
		return err
	}
	d.current.Store(&overview{stories, trends})
	all := maps.Clone(trends)
	for _, days := range trendDays[1:] {
		if all[days], err = search.Trends(a.Profiles(ctx), search.TrendOptions{Days: days}); err != nil {
			return err
		}
	}
	d.current.Store(&overview{stories, all})
	return nil
}

func storiesOf(ctx context.Context, a search.Relater) (map[string]*search.Story, error) {
	list, err := search.StoriesOf(a.Profiles(ctx), search.StoryOptions{})
	if err != nil {
		return nil, err
	}
	of := map[string]*search.Story{}
	for i := range list {
		if ids := list[i].Articles(); len(ids) > 1 {
			for _, id := range ids {
				of[id] = &list[i]
			}
		}
	}
	return of, nil
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
