package web

import (
	"context"
	"fmt"
	"iter"
	"log/slog"
	"slices"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
)

// kept is an archive of which only profiles are asked, and how often.
type kept struct {
	search.Relater
	docs  []*dateline.Document
	looks atomic.Int32
}

func (k *kept) Profiles(context.Context) iter.Seq2[*search.Profile, error] {
	return func(yield func(*search.Profile, error) bool) {
		k.looks.Add(1)
		for _, doc := range k.docs {
			p, err := search.NewProfile(doc)
			if !yield(p, err) {
				return
			}
		}
	}
}

// flood is an article of one story, with a number.
func flood(n int) *dateline.Document {
	text := fmt.Sprintf("The river Wharfe flooded Otley on Monday for the %dth time. Nadia Firth of Otley council closed the "+
		"Wharfe bridge, and families left their houses by the river for a school hall.", n)
	return &dateline.Document{
		ID: fmt.Sprintf("flood-%d", n), Headline: "Wharfe floods Otley", Text: text, Language: "en",
		Published: dateline.Day(2026, time.June, n), Keyphrases: []dateline.Keyphrase{{Text: "Wharfe flood"}},
	}
}

// baker is an article of another one.
func baker() *dateline.Document {
	return &dateline.Document{
		ID: "baker", Headline: "Baker wins the lottery", Language: "en", Published: dateline.Day(2026, time.June, 6),
		Text:       "A baker in Leeds won the lottery on Tuesday and gave his prize to a home for old donkeys in Devon.",
		Keyphrases: []dateline.Keyphrase{{Text: "lottery prize"}},
	}
}

// storyOfFlood is how many articles the story of an article has.
func storyOfFlood(d *digest, id string) int {
	if s := d.story(id); s != nil {
		return len(s.Articles())
	}
	return 0
}

// TestDigestFollowsWithinAMinute holds stories and trends to that by a clock of its own.
func TestDigestFollowsWithinAMinute(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, stop := context.WithCancel(t.Context())
		defer stop()
		archive := &kept{docs: []*dateline.Document{flood(1), flood(2)}}
		d := newDigest(digestPause)
		go d.keep(ctx, archive, slog.New(slog.DiscardHandler))
		<-d.ready
		require.Equal(t, 2, storyOfFlood(d, "flood-1"))

		for n := 3; n <= 5; n++ { // they come while it rests
			archive.docs = append(archive.docs, flood(n))
			d.added(archive.docs[n-1:])
		}
		other := baker()
		archive.docs = append(archive.docs, other)
		d.added([]*dateline.Document{other})
		time.Sleep(time.Minute)
		synctest.Wait()
		assert.Equal(t, 5, storyOfFlood(d, "flood-4"))
		assert.Equal(t, 2, d.known().trends[7].Articles, "copies count once")
		assert.EqualValues(t, 1, archive.looks.Load(), "what comes is added to what is known")

		d.added(archive.docs[:3])
		time.Sleep(time.Minute)
		synctest.Wait()
		assert.Equal(t, 5, storyOfFlood(d, "flood-4"))
		assert.EqualValues(t, 1, archive.looks.Load(), "the same again is nothing new")

		other = baker()
		other.ID = "flood-2"
		archive.docs[1] = other
		d.added([]*dateline.Document{other})
		time.Sleep(time.Minute)
		synctest.Wait()
		assert.Equal(t, 4, storyOfFlood(d, "flood-4"), "it is of another story now")
		assert.Equal(t, 2, storyOfFlood(d, "flood-2"))
		assert.EqualValues(t, 2, archive.looks.Load())

		archive.docs = slices.Delete(archive.docs, 0, 1)
		d.changed()
		time.Sleep(time.Minute)
		synctest.Wait()
		assert.Equal(t, 3, storyOfFlood(d, "flood-4"), "one was deleted")
	})
}

// TestDigestOfManyThatCome reads all again rather than keep any number of articles waiting.
func TestDigestOfManyThatCome(t *testing.T) {
	d := newDigest(digestPause)
	archive := &kept{docs: []*dateline.Document{flood(1)}}
	require.NoError(t, d.follow(t.Context(), archive))
	for range maxCame + 1 {
		d.added(archive.docs)
	}
	assert.Empty(t, d.came)
	require.NoError(t, d.follow(t.Context(), archive))
	assert.EqualValues(t, 2, archive.looks.Load())
}
