package archive_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
)

// TestHyphens looks for words with and without their hyphen.
func TestHyphens(t *testing.T) {
	docs := []*dateline.Document{
		{ID: "with", Headline: "Clinics", Text: "Patients book on-line since Covid-19. The wards co-operate, and X-ray rooms reopen."},
		{ID: "without", Headline: "Schools", Text: "Pupils learn online since Covid19. The schools cooperate, and no xray is needed."},
		{ID: "vote", Headline: "Members re-elect harbour board", Text: "Nobody stood against it."},
		{ID: "poll", Headline: "Harbour board reelected", Text: "Nobody stood against that."},
		{ID: "chain", Headline: "Football", Text: "A 2-1 win for the up-and-coming side, ten-man Ayr."},
		{ID: "zh", Headline: "大桥", Text: "市长说大桥关闭。", Language: "zh"},
	}
	a := open(t, docs...)
	for _, c := range []struct {
		query string
		want  []string
	}{
		{"online", []string{"with", "without"}},
		{"on-line", []string{"with", "without"}},
		{"covid19", []string{"with", "without"}},
		{"covid", []string{"with"}},
		{"co-operating", []string{"with", "without"}},
		{"cooperate", []string{"with", "without"}},
		{"x-rays", []string{"with", "without"}},
		{"title:on-line", nil},
		{"title:re-elect", []string{"vote", "poll"}},
		{"title:reelect", []string{"vote", "poll"}},
		{`title:"re-elect"`, []string{"vote", "poll"}},
		{`"re-elect"`, []string{"vote", "poll"}},
		{"members AND re-elect", []string{"vote"}},
		{"board AND re-elect", []string{"vote", "poll"}},
		{"pupils AND on-line", []string{"without"}},
		{"body:x-ray", []string{"with", "without"}},
		{`rooms AND "x-ray"`, []string{"with"}},
		{`needed AND "x-ray"`, []string{"without"}},
		{"+schools -x-ray", nil},
		{"+harbour -re-elect", nil},
		{"upand", nil},
		{"tenman", []string{"chain"}},
		{"21", nil},
		{"桥", []string{"zh"}},
	} {
		t.Run(c.query, func(t *testing.T) {
			q, err := search.Parse(c.query)
			require.NoError(t, err)
			res, err := a.Search(t.Context(), q)
			require.NoError(t, err)
			var ids []string
			for _, h := range res.Hits {
				ids = append(ids, h.ID)
				require.NotEmpty(t, h.Fragments)
				assert.NotEmpty(t, slices.Concat(h.HeadlineSpans, h.Fragments[0].Spans), "what matched is marked in %s", h.ID)
			}
			assert.ElementsMatch(t, c.want, ids)
			for _, d := range docs {
				var alerts search.Alerts
				require.NoError(t, alerts.Add("a", q))
				matched, err := alerts.Match(d)
				require.NoError(t, err)
				assert.Equal(t, slices.Contains(c.want, d.ID), len(matched) == 1, d.ID)
			}
		})
	}
}
