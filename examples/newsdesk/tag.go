package main

// tagCommand analyses articles.
type tagCommand struct {
	intake
	formatFlag
	Tokens bool `help:"Write every token with its part of speech too."`
}

// Help shows uses of the command.
func (*tagCommand) Help() string {
	return `One Document for each article, in the order of the input. A line of JSON holds "id", "url", "title", "date" and "retrieved" where they are known, and one of "html" (a web page), "page" (a whole page as plain text) and "text" (the story alone). A .txt file is a page, an .html file a web page, .jsonl such lines, .xml, .rss and .atom feeds, .warc a web archive; each may be packed with gzip.

Examples:

  newsdesk tag page.html
  newsdesk tag --format jsonl articles/ > tagged.jsonl
  zcat wire.jsonl.gz | newsdesk tag --workers 4 -
  curl -s https://example.org/a | newsdesk tag --as html -
  newsdesk tag --tags --keyphrases 20 --characters 280 page.html
  curl -s https://example.org/rss | newsdesk tag --as feed -
  newsdesk tag crawl.warc.gz > tagged.jsonl
  newsdesk tag --names desk.tsv page.html

What failed can be kept, mended by hand and fed in again:

  newsdesk tag --errors bad.jsonl wire.jsonl
  newsdesk tag --errors bad.jsonl bad.jsonl`
}

// Run runs the command.
func (c *tagCommand) Run(d *desk) error {
	r, err := c.open(d, d.screen.Terminal)
	if err != nil {
		return err
	}
	return r.close(c.write(d, r))
}

// write writes the Documents as they come.
func (c *tagCommand) write(d *desk, r *reading) error {
	out := values{w: d.stdout, format: c.format(d)}
	for doc := range r.documents() {
		if out.format == table {
			if err := d.article(doc, nil); err != nil {
				return err
			}
			continue
		}
		if !c.Tokens {
			doc.Tokens = nil // the Document is ours alone
		}
		if err := out.add(doc); err != nil {
			return err
		}
	}
	if r.err != nil {
		return nil // an array that was cut short stays open
	}
	return out.close()
}
