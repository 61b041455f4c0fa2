package export_test

import (
	"fmt"
	"os"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze/export"
)

func ExampleWriter() {
	doc := &dateline.Document{
		ID: "a17", URL: "https://news.example/ferry", Headline: "Ferry turns back", Byline: []dateline.Author{{Name: "Ana Novak"}},
		Published: dateline.Day(2026, 3, 2), Text: "The ferry to Inishmore turned back on Monday.\n\n1. is not a list here.",
		Blocks: []dateline.Block{{Kind: dateline.BlockParagraph, End: 45}, {Kind: dateline.BlockParagraph, Start: 47, End: 69}},
	}
	w, err := export.New(os.Stdout, export.Markdown)
	if err != nil {
		fmt.Println(err)
		return
	}
	if err := w.Add(doc); err != nil {
		fmt.Println(err)
		return
	}
	if err := w.Close(); err != nil {
		fmt.Println(err)
	}
	// Output:
	// # Ferry turns back
	//
	// By Ana Novak · 2 March 2026 · <https://news.example/ferry>
	//
	// The ferry to Inishmore turned back on Monday.
	//
	// 1\. is not a list here.
}

func ExampleNew() {
	doc := &dateline.Document{
		ID: "a17", Published: dateline.Day(2026, 3, 2), Text: "Galway waits.",
		Mentions: []dateline.Mention{{Start: 0, End: 6, Label: dateline.GPE, Entity: "geonames:2964180", Confidence: 1}},
		Entities: []dateline.Entity{{ID: "geonames:2964180", Name: "Galway", Label: dateline.GPE, Country: "IE", GeoNames: 2964180, Lat: 53.27, Lon: -9.05, Salience: 1, About: true, Mentions: 1}},
	}
	for _, f := range []export.Format{export.CSV, export.JSONLD} {
		w, err := export.New(os.Stdout, f)
		if err != nil {
			fmt.Println(err)
			return
		}
		if err := w.Add(doc); err != nil {
			fmt.Println(err)
			return
		}
	}
	// Output:
	// document,url,published,entity,label,name,country,geonames,lat,lon,salience,about,mentions,aliases,roles
	// a17,,2026-03-02,geonames:2964180,GPE,Galway,IE,2964180,53.27,-9.05,1,true,1,,
	// {"@context":"https://schema.org","@type":"NewsArticle","identifier":"a17","datePublished":"2026-03-02","articleBody":"Galway waits.","wordCount":2,"about":[{"@type":"Place","name":"Galway","sameAs":["https://sws.geonames.org/2964180/"],"geo":{"@type":"GeoCoordinates","latitude":53.27,"longitude":-9.05}}]}
}
