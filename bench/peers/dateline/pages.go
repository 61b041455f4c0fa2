package main

import (
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/bench/peers/contract"
	"github.com/dateline-go/dateline/internal/page"
)

// readPages takes web pages apart, and does nothing else to them.
func readPages(j *contract.Job) error {
	pages, err := contract.Rows[contract.Page](j.In)
	if err != nil {
		return err
	}
	j.Ready(len(pages))
	return j.Each(len(pages), func(i int) (any, error) {
		doc, err := page.Read(pageOf(pages[i]), page.Options{})
		if err != nil {
			return contract.Extracted{ID: pages[i].ID}, nil // as the peers: an empty page
		}
		return extracted(pages[i].ID, doc), nil
	})
}

// pageOf is a page of the sets, which are decoded, whatever the head of one says.
func pageOf(p contract.Page) dateline.Page {
	return dateline.Page{ID: p.ID, URL: p.URL, Form: dateline.HTML, ContentType: "text/html; charset=utf-8",
		Body: []byte(p.HTML)}
}

// extracted gives the parts that are scored.
func extracted(id string, doc *dateline.Document) contract.Extracted {
	out := contract.Extracted{ID: id, Title: doc.Headline, Date: doc.Published.String()}
	var names []string
	for _, a := range doc.Byline {
		names = append(names, a.Name)
	}
	out.Author = strings.Join(names, "; ")
	for _, b := range doc.Blocks {
		switch b.Kind {
		case dateline.BlockHeadline, dateline.BlockKicker, dateline.BlockDek:
		default:
			out.Body = doc.Text[b.Start:]
			return out
		}
	}
	return out
}
