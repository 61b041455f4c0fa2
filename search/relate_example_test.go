package search_test

import (
	"context"
	"fmt"
	"iter"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
)

// articles are three articles, two of them on one matter.
func articles() []*dateline.Document {
	var docs []*dateline.Document
	for i, text := range []string{
		"The coal terminal in Port Arlen will close. Dockers fear for their pensions.",
		"Rovers beat Athletic on penalties and reach the cup final.",
		"Dockers in Port Arlen marched past the coal terminal over pensions.",
	} {
		docs = append(docs, &dateline.Document{ID: string(rune('a' + i)), Text: text, Published: dateline.Day(2024, 5, 2+i),
			Blocks: []dateline.Block{{Kind: dateline.BlockParagraph, End: len(text)}}})
	}
	return docs
}

// profilesOf yields the profiles of documents.
func profilesOf(docs []*dateline.Document) iter.Seq2[*search.Profile, error] {
	return func(yield func(*search.Profile, error) bool) {
		for _, d := range docs {
			if !yield(search.NewProfile(d)) {
				return
			}
		}
	}
}

// list is the smallest [search.Source]: every article is a candidate.
type list []*dateline.Document

func (l list) Candidates(context.Context, []search.Feature, search.Query, int) ([]*search.Profile, error) {
	var all []*search.Profile
	for p, err := range profilesOf(l) {
		if err != nil {
			return nil, err
		}
		all = append(all, p)
	}
	return all, nil
}

func (l list) Document(_ context.Context, id string) (*dateline.Document, error) {
	for _, d := range l {
		if d.ID == id {
			return d, nil
		}
	}
	return nil, fmt.Errorf("no article %q", id)
}

func ExampleRelate() {
	docs := articles()
	related, err := search.Relate(context.Background(), docs[0], list(docs), search.RelatedOptions{K: 3})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, r := range related {
		fmt.Println(r.ID, "is", r.Days, "days away; both have:")
		for _, why := range r.Reasons {
			fmt.Println(" ", why.Kind, docs[0].Words(why.Here[0]))
		}
	}
	// Output:
	// c is 2 days away; both have:
	//   word Dockers
	//   word Arlen
	//   word coal
}

func ExamplePairs() {
	for p, err := range search.Pairs(profilesOf(articles()), 1) {
		if err != nil {
			fmt.Println(err)
			return
		}
		if p.Score > 0.2 {
			fmt.Println(p.A, p.B)
		}
	}
	// Output:
	// a c
}

func ExampleDuplicateIndex() {
	var seen search.DuplicateIndex
	const wire = "Dockers in Port Arlen ended their strike on Monday after talks that went on all night."
	for i, text := range []string{wire, "Rovers beat Athletic on penalties.", "(Wire) " + wire} {
		p, err := search.NewProfile(&dateline.Document{ID: fmt.Sprint("no-", i), Text: text})
		if err != nil {
			fmt.Println(err)
			return
		}
		for _, d := range seen.Add(p) {
			fmt.Println(d.ID, "is a", d.Kind, "of", d.Of)
		}
	}
	// Output:
	// no-2 is a copy of no-0
}

func ExampleTrends() {
	var docs []*dateline.Document
	for day := range 28 {
		text := fmt.Sprintf("Council minutes, %d: item%d, motion%d, vote%d.", day, day, day, day)
		d := &dateline.Document{ID: fmt.Sprint(day), Text: text, Published: dateline.Day(2024, 5, 1+day)}
		if day > 21 { // the last week is about something else
			d.Keyphrases = []dateline.Keyphrase{{Text: "coal terminal", Score: 1}}
		}
		docs = append(docs, d)
	}
	report, err := search.Trends(profilesOf(docs), search.TrendOptions{Days: 7})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(report.From, "to", report.Until)
	for _, t := range report.Trends {
		fmt.Println(t.Kind, t.Text, t.Articles, "articles, before", t.Before)
	}
	// Output:
	// 2024-05-22 to 2024-05-28
	// keyphrase coal terminal 6 articles, before 0
}

func ExampleQuery_Validate() {
	q := search.Query{Text: "harbour", Limit: search.MaxWindow + 1}
	fmt.Println(q.Validate())
	// Output:
	// search: query: offset 0 and limit 10001 are not within 0 and 10000
}

func ExampleQuery_Where() {
	q, err := search.Parse(`harbour (strike OR closure) country:cl`)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(q.Where())
	// Output:
	// ((harbour) (strike OR closure) country:CL)
}

func ExampleNewProfile() {
	p, err := search.NewProfile(articles()[0])
	if err != nil {
		fmt.Println(err)
		return
	}
	kept, err := search.DecodeProfile(p.Encode()) // to be kept in a database, say
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(kept.ID, kept.Published, search.Similarity(p, kept) > 0.99)
	// Output:
	// a 2024-05-02 true
}
