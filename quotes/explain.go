package quotes

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/speaker"
	"github.com/dateline-go/dateline/internal/statement"
)

// The passes that decisions name.
const (
	passStatement = "quotes/statement"
	passSpeaker   = "quotes/speaker"
)

// maxFeatures and maxOthers bound what a decision lists.
const (
	maxFeatures = 8
	maxOthers   = 4
)

// Explain does what [Finder.Annotate] does and returns why it found what it found. There is a
// decision for each word that may attribute a statement, kept or left out, with the features that
// spoke for and against it; and one for each source, with the rule by which its speaker was chosen,
// and the people or bodies that lost where a choice was made among several. The decisions are in the
// order of what they are about. The errors are those of Annotate.
func (f *Finder) Explain(ctx context.Context, doc *dateline.Document) ([]dateline.Decision, error) {
	why := &recorder{}
	found, err := f.find(ctx, doc, why)
	if err != nil {
		return nil, fmt.Errorf("quotes: %q: %w", doc.ID, err)
	}
	doc.Quotes = found
	slices.SortStableFunc(why.decisions, func(a, b dateline.Decision) int { return a.Start - b.Start })
	return why.decisions, nil
}

// recorder notes decisions. A nil one notes nothing.
type recorder struct{ decisions []dateline.Decision }

// observer returns what notes the choices of a finder of statements.
func (r *recorder) observer(d *statement.Finder) func(*statement.Choice) {
	if r == nil {
		return nil
	}
	names := statement.CueNames()
	return func(c *statement.Choice) {
		what := "no statement"
		if c.Kept {
			what = "statement"
		}
		x := dateline.Decision{Pass: passStatement, Rule: c.Rule, What: what, Confidence: dateline.Round(c.Chance)}
		x.Start, x.End = bounds(d.Story.Span([2]int{c.Frame.Start, c.Frame.End}))
		if c.Rule == "" {
			for _, i := range c.Features {
				x.Features = append(x.Features, dateline.Feature{Name: names[i], Value: 1, Weight: d.Model.Cue[i]})
			}
			x.Features = dateline.HeaviestFeatures(x.Features, maxFeatures)
		}
		r.decisions = append(r.decisions, x)
	}
}

// leftOut notes a statement in a wide sense only.
func (r *recorder) leftOut(story *statement.Story, x *statement.Statement) {
	if r == nil {
		return
	}
	d := dateline.Decision{Pass: passStatement, Rule: "nothing said", What: "left out",
		Confidence: dateline.Round(x.Chance)}
	d.Start, d.End = bounds(story.Span([2]int{x.Start, x.End}))
	r.decisions = append(r.decisions, d)
}

// follows notes the speaker of a quotation that goes on with the one before it.
func (r *recorder) follows(q *dateline.Quote) {
	if r == nil {
		return
	}
	d := dateline.Decision{Pass: passSpeaker, Rule: "goes on", What: "speaker " + q.Speaker, Entity: q.Entity}
	d.Start, d.End = bounds(q.Content[0])
	r.decisions = append(r.decisions, d)
}

// speaker notes who a source stands for.
func (r *recorder) speaker(q *dateline.Quote, a *speaker.Answer) {
	if r == nil {
		return
	}
	d := dateline.Decision{Pass: passSpeaker, Rule: a.Rule, What: "no speaker", Entity: q.Entity}
	if q.Speaker != "" {
		d.What = "speaker " + q.Speaker
	}
	if len(a.Speakers) > 0 {
		d.Confidence = dateline.Round(a.Sure)
	}
	d.Start, d.End = bounds(q.Source)
	for i, chance := range speaker.Chances(a.Among) {
		k := &a.Among[i]
		if e := k.Entity(); e.ID != q.Entity {
			d.Others = append(d.Others, dateline.Alternative{What: "speaker " + e.Name, Confidence: dateline.Round(chance)})
		} else {
			d.Features = dateline.HeaviestFeatures(k.Reasons(), maxFeatures)
		}
	}
	slices.SortStableFunc(d.Others, func(a, b dateline.Alternative) int {
		return cmp.Compare(b.Confidence, a.Confidence)
	})
	d.Others = d.Others[:min(len(d.Others), maxOthers)]
	r.decisions = append(r.decisions, d)
}

func bounds(s dateline.Span) (start, end int) { return s.Start, s.End }
