package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/cmd/newsdesk/internal/term"
	"github.com/dateline-go/dateline/search"
)

// trendsCommand shows what is more frequent than before.
type trendsCommand struct {
	engineFlag
	formatFlag
	Days  int    `default:"7" help:"How many days to look at."`
	Until string `placeholder:"DATE" help:"The last of them, such as 2026-03-09; without it, that of the newest article."`
	K     int    `name:"limit" short:"k" default:"10" help:"How many trends of each kind at most."`
}

// Help shows uses of the command.
func (*trendsCommand) Help() string {
	return `People, organisations, places, countries and keyphrases that more articles are about in
some days than in all the days before. Copies of an article count once.

Examples:

  newsdesk trends --index archive
  newsdesk trends --index archive --days 30 --until 2026-03-31
  newsdesk trends --index archive --format jsonl`
}

// Run runs the command.
func (c *trendsCommand) Run(d *desk) error {
	if c.Days < 1 || c.K < 1 {
		return usage(fmt.Errorf("--days %d, --limit %d: not at least 1", c.Days, c.K))
	}
	until, err := dateline.ParseDate(c.Until)
	if err != nil {
		return usage(fmt.Errorf("--until: %w", err))
	}
	a, err := c.engineFlag.open(d)
	if err != nil {
		return err
	}
	return closing(a, c.write(d, a, search.TrendOptions{Days: c.Days, Until: until, Limit: c.K}))
}

// write writes the trends of an archive.
func (c *trendsCommand) write(d *desk, a search.Engine, o search.TrendOptions) error {
	r, err := search.Trends(d.profiles(a), o)
	if err != nil {
		return err
	}
	out := values{w: d.stdout, format: c.formatFlag.format(d)}
	if out.format == table {
		return d.trends(r)
	}
	for _, t := range r.Trends {
		t.Score = dateline.Round(t.Score)
		if err := out.add(t); err != nil {
			return err
		}
	}
	return out.close()
}

// trends writes them for people.
func (d *desk) trends(r search.TrendReport) error {
	c := &card{screen: d.screen}
	if !r.From.IsZero() {
		days := r.From.Time.Format("2 January") + " to " + r.Until.Time.Format("2 January 2006")
		c.line(term.Run{Text: days, Style: term.Title})
	}
	c.line(dim(fmt.Sprintf("%s, %d before", count(r.Articles, "article"), r.Before)))
	for _, t := range r.Trends {
		counts := fmt.Sprintf(" · %s, %d before · ", count(t.Articles, "article"), t.Before)
		c.row(strings.ToUpper(t.Kind[:1])+t.Kind[1:], plain(t.Text), dim(counts), plain(bars(t.Days)))
	}
	if len(r.Trends) == 0 {
		c.row("Trends", dim("nothing is more frequent than before"))
	}
	c.gap()
	_, err := io.WriteString(d.stdout, c.b.String())
	return err
}

// bars draws a number of each day, up to the last 31.
func bars(days []int) string {
	const steps = "▁▂▃▄▅▆▇█"
	const most = 31
	high := 1
	for _, n := range days {
		high = max(high, n)
	}
	var b strings.Builder
	for _, n := range days[max(0, len(days)-most):] {
		b.WriteRune([]rune(steps)[n*7/high])
	}
	return b.String()
}
