package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/cmd/newsdesk/internal/term"
	"github.com/dateline-go/dateline/search"
)

// alertsCommand holds articles against saved queries.
type alertsCommand struct {
	intake
	formatFlag
	Queries   string `required:"" placeholder:"FILE" help:"The saved queries: a line of JSON each, {\"id\",\"query\"}."`
	Documents bool   `help:"The files hold Documents, as tag writes them; they are not analysed again."`
}

// Help shows uses of the command.
func (*alertsCommand) Help() string {
	return `Each article is held against each saved query, which matches it exactly when a search for
it would find it. No archive is needed. A line is written for each match: the alert, the article,
and which parts of the query it has, with their bytes in its text.

Examples:

  newsdesk alerts --queries desk.jsonl articles/
  newsdesk tag wire.jsonl | newsdesk alerts --queries desk.jsonl --documents -

where a line of desk.jsonl is

  {"id":"press","query":"\"press freedom\" OR (journalist* jail~1) country:RU"}`
}

// alerted is one match in the program's JSON.
type alerted struct {
	Alert    string                 `json:"alert"`
	ID       string                 `json:"id"`
	Headline string                 `json:"headline"`
	Matched  []search.MatchedClause `json:"matched"`
}

// Run runs the command.
func (c *alertsCommand) Run(d *desk) error {
	alerts, err := readAlerts(c.Queries)
	if err != nil {
		return usage(fmt.Errorf("--queries: %w", err))
	}
	c.analysed = c.Documents
	r, err := c.intake.open(d, d.screen.Terminal)
	if err != nil {
		return err
	}
	return r.close(c.write(d, r, alerts))
}

// readAlerts reads the saved queries of a file. The error names each that is not
// understood.
func readAlerts(name string) (*search.Alerts, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var alerts search.Alerts
	var bad []error
	s := bufio.NewScanner(f)
	s.Buffer(nil, 1<<20)
	for line := 1; s.Scan(); line++ {
		if strings.TrimSpace(s.Text()) == "" {
			continue
		}
		var row struct{ ID, Query string }
		err := json.Unmarshal(s.Bytes(), &row)
		if err == nil {
			var q search.Query
			if q, err = search.Parse(row.Query); err == nil {
				err = alerts.Add(row.ID, q)
			}
		}
		if err != nil {
			bad = append(bad, fmt.Errorf("%s:%d: %w", name, line, err))
		}
	}
	return &alerts, errors.Join(append(bad, s.Err())...)
}

// write writes the matches as the articles come.
func (c *alertsCommand) write(d *desk, r *reading, alerts *search.Alerts) error {
	out := values{w: d.stdout, format: c.format(d)}
	for doc := range r.documents() {
		matches, err := alerts.Match(doc)
		if err != nil {
			return err
		}
		for _, m := range matches {
			if out.format == table {
				err = d.alert(doc, m)
			} else {
				err = out.add(alerted{m.ID, doc.ID, doc.Headline, m.Matched})
			}
			if err != nil {
				return err
			}
		}
	}
	if r.err != nil || out.format == table {
		return nil // an array that was cut short stays open
	}
	return out.close()
}

// alert writes a match for people.
func (d *desk) alert(doc *dateline.Document, m search.AlertMatch) error {
	c := &card{screen: d.screen}
	c.line(term.Run{Text: m.ID, Style: term.Title}, dim(" · "+doc.ID))
	c.indented(plain(heading(doc)))
	for _, k := range m.Matched {
		var words []string
		for _, s := range k.Spans {
			words = append(words, doc.Words(s))
		}
		c.indented(dim(k.Clause+": "), plain(strings.Join(words, ", ")))
	}
	c.gap()
	_, err := io.WriteString(d.stdout, c.b.String())
	return err
}
