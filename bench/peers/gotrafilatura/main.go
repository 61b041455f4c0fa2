// Command gotrafilatura reads web pages with go-trafilatura.
package main

import (
	"net/url"
	"strings"

	"github.com/markusmobius/go-trafilatura"

	"github.com/dateline-go/dateline/bench/peers/contract"
)

func main() {
	contract.Run("github.com/markusmobius/go-trafilatura", func(j *contract.Job) error {
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
	found, err := trafilatura.Extract(strings.NewReader(p.HTML), trafilatura.Options{
		EnableFallback: true, ExcludeComments: true, OriginalURL: at,
	})
	if err != nil {
		return out
	}
	out.Body, out.Title, out.Author = found.ContentText, found.Metadata.Title, found.Metadata.Author
	if !found.Metadata.Date.IsZero() {
		out.Date = found.Metadata.Date.Format("2006-01-02")
	}
	return out
}
