package transform

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
)

func TestPagesTravelWhole(t *testing.T) {
	moment := time.Date(2026, 3, 2, 8, 30, 0, 5, time.FixedZone("", 5*3600+1800))
	for name, p := range map[string]Page{
		"zero": {},
		"full": {dateline.Page{ID: "a", Source: "wire.jsonl:1", URL: "https://news.example/a", Title: "Ferry late", Date: dateline.Date{Time: moment},
			Retrieved: moment, Form: dateline.HTML, ContentType: "text/html", Body: []byte("<p>\x00\xff")}, 1 << 40},
		"day": {dateline.Page{Date: dateline.Day(2026, 3, 2), Form: dateline.Story, Body: []byte("Rain.")}, 7},
	} {
		b, err := encodePage(p)
		require.NoError(t, err, name)
		got, err := decodePage(b)
		require.NoError(t, err, name)
		assert.Equal(t, p.Date.String(), got.Date.String(), name)
		assert.True(t, p.Date.Time.Equal(got.Date.Time) && p.Retrieved.Equal(got.Retrieved), name)
		again, err := encodePage(got)
		require.NoError(t, err, name)
		assert.Equal(t, b, again, name)
		p.Date, p.Retrieved, got.Date, got.Retrieved = dateline.Date{}, time.Time{}, dateline.Date{}, time.Time{}
		if len(p.Body) == 0 {
			got.Body = nil
		}
		assert.Equal(t, p, got, name)
	}
}

func FuzzDecodePage(f *testing.F) {
	b, err := encodePage(Page{dateline.Page{ID: "a", Body: []byte("Rain.")}, 3})
	require.NoError(f, err)
	f.Add(b)
	f.Add(b[:len(b)-1])
	f.Add([]byte{0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f})
	f.Fuzz(func(t *testing.T, b []byte) {
		p, err := decodePage(b)
		if err != nil {
			require.ErrorIs(t, err, errPage)
			return
		}
		again, err := encodePage(p)
		require.NoError(t, err)
		q, err := decodePage(again)
		require.NoError(t, err)
		require.Equal(t, p.ID, q.ID)
		require.Equal(t, p.Body, q.Body)
	})
}
