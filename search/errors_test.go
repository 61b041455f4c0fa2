package search_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
)

// A program tells errors apart by errors.Is, through whatever call they come.
func TestErrors(t *testing.T) {
	var alerts search.Alerts
	ctx := t.Context()
	doc := &dateline.Document{Schema: dateline.Schema, ID: "a", Text: "The tide turned."}
	second := func(_ any, err error) error { return err }
	for name, c := range map[string]struct {
		err  error
		want []error
	}{
		"parse":              {second(search.Parse("(tide")), []error{search.ErrQuery}},
		"typed":              {second(search.ParseTyped("date:tide")), []error{search.ErrQuery}},
		"validate":           {search.Query{Offset: -1}.Validate(), []error{search.ErrQuery}},
		"alert's query":      {alerts.Add("a", search.Query{Offset: -1}), []error{search.ErrQuery}},
		"alert without id":   {alerts.Add("", search.Query{}), []error{search.ErrOptions, dateline.ErrOptions}},
		"no alert":           {alerts.Remove("a"), []error{search.ErrNoAlert}},
		"match of nothing":   {second(alerts.Match(nil)), []error{dateline.ErrInvalid}},
		"match of a ruin":    {second(alerts.Match(&dateline.Document{Blocks: []dateline.Block{{End: 1}}})), []error{dateline.ErrInvalid}},
		"profile":            {second(search.DecodeProfile([]byte("tide"))), []error{search.ErrProfile}},
		"trends of no days":  {second(search.Trends(nil, search.TrendOptions{Days: -1})), []error{search.ErrOptions, dateline.ErrOptions}},
		"trends of nothing":  {second(search.Trends(nil, search.TrendOptions{})), []error{search.ErrOptions}},
		"related to nothing": {second(search.Relate(ctx, nil, nil, search.RelatedOptions{})), []error{dateline.ErrInvalid}},
		"related, k":         {second(search.Relate(ctx, doc, nil, search.RelatedOptions{K: 101})), []error{search.ErrOptions}},
		"related, half-life": {second(search.Relate(ctx, doc, nil, search.RelatedOptions{HalfLife: -1})), []error{dateline.ErrOptions}},
		"related, filter": {second(search.Relate(ctx, doc, nil, search.RelatedOptions{Filter: search.Query{Offset: -1}})),
			[]error{search.ErrQuery}},
	} {
		for _, want := range c.want {
			assert.ErrorIs(t, c.err, want, name)
		}
	}
}
