package analyze_test

import (
	"context"
	"fmt"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze"
	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/de"
	"github.com/dateline-go/dateline/lang/en"
)

// The people of a web page, with what the story says that they are.
func ExampleAnalyzer_Page_people() {
	page := `<html lang="en"><head><title>Quay to close - The Courier</title></head><body>
<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>Quay to close for repairs</h1>
<p>The old quay in Bergen will close in June, the harbour master, Ingrid Solheim, said on Monday.</p>
<p>Solheim said the work would take a year. Fisherman Lars Moe called it a disaster.</p></article>
</body></html>`

	a, err := analyze.New(analyze.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	doc, err := a.Page(context.Background(), dateline.Page{Body: []byte(page)})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(doc.Headline)
	for e := range doc.Names() {
		if e.Label == dateline.Person {
			fmt.Println(e.Name, e.Aliases, e.Roles)
		}
	}
	// Output:
	// Quay to close for repairs
	// Ingrid Solheim [Solheim] [harbour master]
	// Lars Moe [] [Fisherman]
}

// Which countries a story names, and which it is about.
func ExampleAnalyzer_Page_countries() {
	a, err := analyze.New(analyze.Options{Stages: analyze.Tokens | analyze.Names})
	if err != nil {
		fmt.Println(err)
		return
	}
	doc, err := a.Page(context.Background(), dateline.Page{Body: []byte(
		"Kenya will build a second railway from Mombasa to Nairobi, its government said. " +
			"Kenyan engineers will lay the track with loans from China.")})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, c := range doc.Countries {
		fmt.Println(c.Code, c.Name, c.Focus)
	}
	// Output:
	// KE Kenya true
	// CN China false
}

// What one person is quoted with, by whatever name the story calls them.
func ExampleAnalyzer_Page_quotes() {
	a, err := analyze.New(analyze.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	doc, err := a.Page(context.Background(), dateline.Page{Form: dateline.Story, Body: []byte(
		`“We will not sell the harbour,” Mayor Inga Dahl said on Tuesday. Per Holt, who leads the opposition, ` +
			`called it “a mistake”. Dahl said the city would vote in June.`)})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, q := range doc.Quotes {
		if q.Entity == "person:inga-dahl" {
			fmt.Println(doc.QuoteText(&q), q.Direct)
		}
	}
	// Output:
	// “We will not sell the harbour,” true
	// the city would vote in June false
}

// Names of your own, from a file: docs/names-file.md describes its columns.
func ExampleNew_ownNames() {
	names, err := entities.ReadNames(strings.NewReader(
		"name\tlabel\taliases\tid\nLow Tide Consulting\tORG\tLow Tide\tdesk-17\n"))
	if err != nil {
		fmt.Println(err)
		return
	}
	a, err := analyze.New(analyze.Options{Entities: entities.Options{Names: names}})
	if err != nil {
		fmt.Println(err)
		return
	}
	doc, err := a.Page(context.Background(), dateline.Page{Body: []byte("The council hired Low Tide to count the gulls.")})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, m := range doc.Mentions {
		fmt.Println(doc.Words(m.Span()), m.Label, m.Entity)
	}
	// Output:
	// Low Tide ORG desk-17
}

// A second language: each page is read by the pack of its own.
func ExampleNew_languages() {
	a, err := analyze.New(analyze.Options{Languages: []*lang.Pack{en.Pack(), de.Pack()}})
	if err != nil {
		fmt.Println(err)
		return
	}
	doc, err := a.Page(context.Background(), dateline.Page{Form: dateline.Story, Body: []byte(
		"Der Hafen von Hamburg bleibt nach dem Sturm geschlossen. Bürgermeisterin Karin Vogt sprach am Montag in Berlin " +
			"mit dem Verkehrsminister über die Schäden an den Mauern.")})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(doc.Language)
	for e := range doc.Names() {
		fmt.Println(e.Label, e.Name, e.ID)
	}
	// Output:
	// de
	// GPE Hamburg geonames:2911298
	// PERSON Karin Vogt person:karin-vogt
	// GPE Berlin geonames:2950159
}
