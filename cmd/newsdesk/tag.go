package main

import (
	"fmt"
	"slices"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze/export"
)

// tagCommand analyses articles.
type tagCommand struct {
	intake
	Format string `enum:"auto,table,${export_formats}" default:"auto" help:"${tag_format_help}"`
	Tokens bool   `help:"Write every token with its part of speech too, in json and jsonl."`

	Explain bool `help:"Say why each name, place and quote is as it is, in table, json and jsonl."`
}

// Help shows uses of the command.
func (*tagCommand) Help() string {
	return `One Document for each article, in the order of the input. A line of JSON holds "id", "url",
"title", "date" and "retrieved" where they are known, and one of "html" (a web page), "page" (a
whole page as plain text) and "text" (the story alone). A .txt file is a page, an .html or .xhtml file a
web page, .jsonl such lines, .json such an object or a list of them, .csv a table with a header of such
names, .xml, .rss and .atom feeds, .warc a web archive; each may be packed with gzip. What comes on
standard input is known by its looks; plain text is a page. Nothing is fetched from the web.

Examples:

  newsdesk tag page.html
  echo "Ada Quist, the mayor of Visby, resigned." | newsdesk tag
  newsdesk tag --format jsonl articles/ > tagged.jsonl
  zcat wire.jsonl.gz | newsdesk tag --workers 4 -
  curl -s https://example.org/a | newsdesk tag -
  newsdesk tag --tags --keyphrases 20 --characters 280 page.html
  curl -s https://example.org/rss | newsdesk tag -
  newsdesk tag --encoding windows-1251 old/
  newsdesk tag crawl.warc.gz > tagged.jsonl
  newsdesk tag --names desk.tsv page.html

Other programs and people read it as schema.org JSON-LD, IPTC ninjs 3.1, Markdown, plain text, a CSV
of the names, or one web page with the names marked:

  newsdesk tag --format html articles/ > marked.html
  newsdesk tag --format ninjs --errors bad.jsonl wire.jsonl > wire.ninjs

What a story is told to say can be asked for its reasons:

  newsdesk tag --explain page.html
  newsdesk tag --explain --format jsonl page.html | jq .decisions

What failed can be kept, mended by hand and fed in again:

  newsdesk tag --errors bad.jsonl wire.jsonl
  newsdesk tag --errors bad.jsonl bad.jsonl

Another program can keep newsdesk running and give it a line for each article: it gets a line for
each, at once and in the same order, one with "error" for those that failed:

  newsdesk tag --as jsonl --format jsonl --errors - -`
}

// Run runs the command.
func (c *tagCommand) Run(d *desk) error {
	c.explain = c.Explain
	if c.Explain && slices.Contains(export.Formats(), export.Format(c.Format)) {
		return usage(fmt.Errorf("--explain: goes with table, json and jsonl, not with %s", c.Format))
	}
	if form := (formatFlag{c.Format}).format(d); c.Errors == "-" && form != lines {
		return usage(fmt.Errorf("--errors -: goes with jsonl, not with %s", form))
	}
	r, err := c.open(d, d.screen.Terminal)
	if err != nil {
		return err
	}
	return r.close(c.write(d, r))
}

// sink takes the Documents as they come.
type sink interface {
	add(doc *dateline.Document) error
	close() error
}

// sink returns what writes in the format that was chosen.
func (c *tagCommand) sink(d *desk, r *reading) (sink, error) {
	if slices.Contains(export.Formats(), export.Format(c.Format)) {
		w, err := export.New(d.stdout, export.Format(c.Format))
		return exported{w}, err
	}
	form := formatFlag{c.Format}.format(d)
	switch {
	case c.Explain && form == table:
		return explanations{d: d, r: r}, nil
	case c.Explain:
		return explanations{d, r, &values{w: d.stdout, format: form}, c.Tokens}, nil
	case form == table:
		return tables{d}, nil
	}
	return &documentValues{values{w: d.stdout, format: form}, c.Tokens}, nil
}

// write writes the Documents as they come.
func (c *tagCommand) write(d *desk, r *reading) error {
	out, err := c.sink(d, r)
	if err != nil {
		return err
	}
	for doc := range r.documents() {
		if err := out.add(doc); err != nil {
			return err
		}
	}
	if r.err != nil {
		return nil // an array or page that was cut short stays open
	}
	return out.close()
}

// tables shows Documents to people.
type tables struct{ d *desk }

func (t tables) add(doc *dateline.Document) error { return t.d.article(doc, nil) }
func (t tables) close() error                     { return nil }

// documentValues writes Documents as JSON.
type documentValues struct {
	values
	tokens bool
}

func (w *documentValues) add(doc *dateline.Document) error {
	if !w.tokens {
		doc.Tokens = nil // the Document is ours alone
	}
	return w.values.add(doc)
}

// exported writes Documents in a format that others read.
type exported struct{ w *export.Writer }

func (e exported) add(doc *dateline.Document) error { return e.w.Add(doc) }
func (e exported) close() error                     { return e.w.Close() }
