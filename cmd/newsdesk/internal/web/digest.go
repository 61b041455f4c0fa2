package web

import (
	"context"
	"log/slog"

	"github.com/dateline-go/dateline/search"
)

// digest is what is known of the archive as a whole. It is made once, in the
// background: while the desk is open nobody else can write to the archive.
type digest struct {
	ready   chan struct{}            // closed when the rest may be read
	stories map[string]*search.Story // by the id of each article of a story of several
	trends  search.TrendReport
	err     error
}

// make looks through the archive.
func (d *digest) make(ctx context.Context, a search.Engine, log *slog.Logger) {
	defer close(d.ready)
	d.trends, d.err = search.Trends(a.Profiles(ctx), search.TrendOptions{})
	if d.err == nil {
		d.stories, d.err = storiesOf(ctx, a)
	}
	if d.err != nil && ctx.Err() == nil {
		log.Error("stories and trends", "error", d.err.Error())
	}
}

func storiesOf(ctx context.Context, a search.Engine) (map[string]*search.Story, error) {
	x := search.NewStories(search.StoryOptions{})
	for p, err := range a.Profiles(ctx) {
		if err != nil {
			return nil, err
		}
		x.Add(p)
	}
	of := map[string]*search.Story{}
	list := x.List()
	for i := range list {
		if ids := list[i].Articles(); len(ids) > 1 {
			for _, id := range ids {
				of[id] = &list[i]
			}
		}
	}
	return of, nil
}

// known returns the digest where it is made, else nil.
func (d *digest) known() *digest {
	select {
	case <-d.ready:
		if d.err == nil {
			return d
		}
	default:
	}
	return nil
}

// story returns the story of several articles that one is in, nil where there is
// none or it is not known yet.
func (d *digest) story(id string) *search.Story {
	if d = d.known(); d == nil {
		return nil
	}
	return d.stories[id]
}
