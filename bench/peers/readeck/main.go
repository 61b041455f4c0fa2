// Command readeck reads web pages with Readeck's go-readability.
package main

import (
	"net/url"
	"strings"

	"codeberg.org/readeck/go-readability/v2"

	"github.com/dateline-go/dateline/bench/peers/contract"
)

func main() {
	contract.Run("codeberg.org/readeck/go-readability/v2", func(j *contract.Job) error {
		pages, err := contract.Rows[contract.Page](j.In)
		if err != nil {
			return err
		}
		j.Ready(len(pages))
		return j.Each(len(pages), func(i int) (any, error) { return read(pages[i]), nil })
	})
}

// read takes a page apart. A page that it refuses is an empty one.
func read(p contract.Page) contract.Extracted {
	out := contract.Extracted{ID: p.ID}
	at, err := url.ParseRequestURI(p.URL)
	if err != nil {
		at = nil
	}
	found, err := readability.FromReader(strings.NewReader(p.HTML), at)
	if err != nil {
		return out
	}
	var body strings.Builder
	if found.RenderText(&body) == nil {
		out.Body = body.String()
	}
	out.Title, out.Author = found.Title(), found.Byline()
	if t, err := found.PublishedTime(); err == nil {
		out.Date = t.Format("2006-01-02")
	}
	return out
}
