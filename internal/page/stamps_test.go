package page_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/dateline-go/dateline"
)

func TestStamps(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, lines, published, modified string }{
		{"a line each", "Published May 4, 2026, 8:10 p.m.\nUpdated May 5, 2026, 7:30 a.m.", "2026-05-04T20:10:00Z", "2026-05-05T07:30:00Z"},
		{"the change first", "Last updated: May 5, 2026 7:30 AM EDT\nPosted: May 4, 2026 8:10 PM EDT", "2026-05-04T20:10:00-04:00", "2026-05-05T07:30:00-04:00"},
		{"one line", "Vesterholm, May 4, 2026 | Updated at: May 5, 2026 07:30 AM (IST)", "2026-05-04", "2026-05-05T07:30:00+05:30"},
		{"a time alone", "Published May 4, 2026 8:10 a.m. CDT / Updated 9:15 p.m.", "2026-05-04T08:10:00-05:00", "2026-05-04T21:15:00-05:00"},
		{"a time alone on its line", "Posted May 4, 2026\nUpdated 9:15 p.m. EDT", "2026-05-04", "2026-05-04T21:15:00-04:00"},
		{"the change alone", "Last modified on Tue 16 Jun 2026 08.20 BST", "2026-06-16T08:20:00+01:00", "2026-06-16T08:20:00+01:00"},
		{"an age", "Published 4 May 2026\nUpdated 3 hours ago", "2026-05-04", "2026-05-05T09:00:00Z"},
		{"German", "Veröffentlicht am 4. Mai 2026, zuletzt aktualisiert am 5. Mai 2026", "2026-05-04", "2026-05-05"},
		{"no change", "May 4, 2026", "2026-05-04", ""},
		{"a name that holds the word", "Posted May 4, 2026 by Updike Dahl", "2026-05-04", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			d := read(t, dateline.Page{
				Form: dateline.PlainPage, Retrieved: time.Date(2026, 5, 5, 12, 0, 0, 0, time.UTC),
				Body: []byte("Vesterholm keeps its keeper by two votes\n\nBy Marte Solberg\n" + tt.lines + "\n\n" + pastedStory),
			})
			assert.Equal(t, tt.published, d.Published.String())
			assert.Equal(t, tt.modified, d.Modified.String())
		})
	}
}

func TestStampsInMarkup(t *testing.T) {
	t.Parallel()
	d := html(t, `<h1>Night trains stay in town</h1><p class="meta">Updated <time datetime="2024-02-12T07:30:00Z">12 Feb</time>,
		first published <time datetime="2024-02-11T18:00:00Z">11 Feb</time></p>`+filler)
	assert.Equal(t, "2024-02-11T18:00:00Z", d.Published.String())
	assert.Equal(t, "2024-02-12T07:30:00Z", d.Modified.String())
}
