package main

import (
	"context"
	"os"
	"time"

	"github.com/dateline-go/dateline/analyze/source"
	"github.com/dateline-go/dateline/cmd/newsdesk/internal/web"
)

// watchPause is the time from one look into the folders to the next.
const watchPause = time.Second

// mostWatchPause is that time after looks at files that the archive did not take.
const mostWatchPause = time.Minute

// watcher puts the articles of files that come into folders in the archive of a desk. A file
// is taken when it has stayed as it is from one look to the next, so that one that is still
// being written is not read in half; and again after it has changed.
type watcher struct {
	folders []string
	pause   time.Duration
	feed    func(ctx context.Context, files []string) error
	seen    map[string]fileState
	taken   map[string]fileState
}

// fileState is what tells one writing of a file from the next.
type fileState struct {
	size int64
	time time.Time
}

// watch looks into folders until ctx ends.
func (c *serveCommand) watch(ctx context.Context, d *desk, site *web.Site) {
	w := watcher{
		folders: c.Watch, pause: watchPause, seen: map[string]fileState{}, taken: map[string]fileState{},
		feed: func(ctx context.Context, files []string) error { return takeFiles(ctx, d, site, files) },
	}
	w.run(ctx, d)
}

// takeFiles feeds files into a desk and says how many articles there were.
func takeFiles(ctx context.Context, d *desk, site *web.Site, files []string) error {
	failed := 0
	n, err := site.Feed(ctx, source.Files(ctx, files, source.Options{}), func(err error) {
		failed++
		d.notes.say("%s", saying(err))
	})
	if n > 0 || failed > 0 {
		d.notes.say("%s taken from %s%s", count(n, "article"), count(len(files), "file"), also(failed, "failed"))
	}
	return err
}

func (w *watcher) run(ctx context.Context, d *desk) {
	failures := 0
	for {
		if files := w.settled(ctx); len(files) > 0 {
			err := w.feed(ctx, files)
			switch {
			case err == nil:
				failures = 0
			case ctx.Err() == nil: // the archive takes nothing, as on a full disk: they are taken later
				d.notes.say("watch: %v", err)
				failures++
				for _, name := range files {
					delete(w.taken, name)
				}
			}
		}
		select {
		case <-time.After(min(w.pause<<min(failures, 10), max(w.pause, mostWatchPause))):
		case <-ctx.Done():
			return
		}
	}
}

// settled returns the files that have come or changed since they were taken, and have not
// changed since the last look. They count as taken then.
func (w *watcher) settled(ctx context.Context) []string {
	var files []string
	now := map[string]fileState{}
	for f, err := range source.Find(ctx, w.folders, source.Options{}) {
		if err != nil {
			continue // an empty folder, or a file that went away meanwhile
		}
		info, err := os.Stat(f.Name)
		if err != nil {
			continue
		}
		is := fileState{info.Size(), info.ModTime()}
		now[f.Name] = is
		if w.seen[f.Name] == is && w.taken[f.Name] != is {
			w.taken[f.Name] = is
			files = append(files, f.Name)
		}
	}
	w.seen = now
	return files
}
