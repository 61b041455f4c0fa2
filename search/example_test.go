package search_test

import (
	"errors"
	"fmt"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
)

func ExampleParse() {
	q, err := search.Parse(`sanctions "press freedom" country:ru -sport after:2021-04`)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(q.Text, q.Countries, q.After.Year())
	fmt.Println(q)
	_, err = search.Parse("author:Lund writer:Haugen")
	fmt.Println(err)
	// Output:
	// sanctions [RU] 2021
	// sanctions "press freedom" -sport country:RU after:2021-04-01
	// search: query: byte 12: "writer:": unknown field "writer:"; fields are title, dek, heading, body, quote, keyphrase, country, person, org, place, name, id, section, site, author, lang, after, before, date, sort, halflife
}

func ExampleHighlighter_Fragments() {
	doc := &dateline.Document{Text: "The harbour is open. Dockers ended their strike on Monday.",
		Sentences: []dateline.Span{{Start: 0, End: 20}, {Start: 21, End: 58}}}
	h := search.NewHighlighter(search.Query{Text: "striking dockers"}, nil)
	for _, f := range h.Fragments(doc, 1) {
		fmt.Println(f.Text, f.Spans)
	}
	// Output:
	// Dockers ended their strike on Monday. [[0,7) [20,26)]
}

func ExampleDuplicates() {
	docs := []*dateline.Document{
		{ID: "wire", Published: dateline.Day(2024, 5, 2), Text: "Dockers in Port Arlen ended their strike on Monday after talks."},
		{ID: "ours", Published: dateline.Day(2024, 5, 3), Text: "(Wire) Dockers in Port Arlen ended their strike on Monday after talks."},
	}
	list, err := search.Duplicates(stream(docs...))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, d := range list {
		fmt.Printf("%s is a %s of %s (%.2f)\n", d.ID, d.Kind, d.Of, d.Score)
	}
	// Output:
	// ours is a copy of wire (1.00)
}

func ExampleFragment_HTML() {
	f := search.Fragment{Text: "Fish & chips <at> the harbour", Spans: []dateline.Span{{Start: 0, End: 4}, {Start: 22, End: 29}}}
	fmt.Println(f.HTML("<mark>", "</mark>"))
	// Output:
	// <mark>Fish</mark> &amp; chips &lt;at&gt; the <mark>harbour</mark>
}

func ExampleAlerts() {
	q, err := search.Parse(`strike* OR "industrial action"`)
	if err != nil {
		fmt.Println(err)
		return
	}
	var alerts search.Alerts
	if err := alerts.Add("labour desk", q); err != nil {
		fmt.Println(err)
		return
	}
	matches, err := alerts.Match(&dateline.Document{ID: "a", Text: "Dockers ended their strike on Monday."})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, m := range matches {
		fmt.Println(m.ID, m.Matched[0].Clause, m.Matched[0].Spans)
	}
	// Output:
	// labour desk strike* [[20,26)]
}

func ExampleStories() {
	x := search.NewStories(search.StoryOptions{})
	for i, text := range []string{
		"Dockers in Port Arlen stopped work over pensions. Cranes stood still.",
		"Rovers beat Athletic on penalties and reach the cup final.",
		"Dockers in Port Arlen vote on pensions, and cranes may move again.",
	} {
		p, err := search.NewProfile(&dateline.Document{ID: string(rune('a' + i)), Text: text, Published: dateline.Day(2024, 5, 2+i)})
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(p.ID, "is in story", x.Add(p))
	}
	// Output:
	// a is in story a
	// b is in story b
	// c is in story a
}

func ExampleSimilarity() {
	var p []*search.Profile
	for _, text := range []string{"Dockers ended their strike.", "The strike of the dockers is over.", "Rovers won the cup."} {
		one, err := search.NewProfile(&dateline.Document{Text: text})
		if err != nil {
			fmt.Println(err)
			return
		}
		p = append(p, one)
	}
	fmt.Println(search.Similarity(p[0], p[1]) > 0.5, search.Similarity(p[0], p[2]) < 0.2)
	// Output:
	// true true
}

// A profile is kept beside the Document, so that related articles need no reading.
func ExampleProfile_Encode() {
	doc := &dateline.Document{ID: "port-1", Headline: "Coal port closes", Text: "The coal terminal in Port Arlen will close."}
	p, err := search.NewProfile(doc)
	if err != nil {
		fmt.Println(err)
		return
	}
	again, err := search.DecodeProfile(p.Encode())
	fmt.Println(again.ID, search.Similarity(p, again) > 0.99, err)
	_, err = search.DecodeProfile([]byte("x"))
	fmt.Println(errors.Is(err, search.ErrProfile))
	// Output:
	// port-1 true <nil>
	// true
}

func ExampleFacets() {
	fmt.Println(search.Facets())
	// Output: [countries people organisations places section site author language month ids]
}
