package archive_test

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze"
	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/archive"
)

// strikeNews is an archive of three articles, analysed.
func strikeNews(ctx context.Context) (*archive.Archive, error) {
	a, err := analyze.New(analyze.Options{})
	if err != nil {
		return nil, err
	}
	ix, err := archive.Open(ctx, "", archive.Options{}) // "" keeps it in memory
	if err != nil {
		return nil, err
	}
	var pages []dateline.Page
	for i, text := range []string{
		"Dockers in Rotterdam walked out on Monday. Piet Vos, who leads their union, said the port had broken its word on pay.",
		"Rotterdam’s dockers voted to end their strike. Piet Vos said the port of Rotterdam had kept its word on pay.",
		"Ghana beat Senegal on penalties to win the final in Accra.",
	} {
		pages = append(pages, dateline.Page{
			ID: string(rune('a' + i)), Date: dateline.Day(2026, 5, 4+i), Form: dateline.Story, Body: []byte(text)})
	}
	_, err = ix.Load(ctx, a.Stream(ctx, analyze.Pages(pages...)))
	return ix, err
}

// How many of the articles that were found name each country and each person.
func ExampleArchive_Search_facets() {
	ctx := context.Background()
	ix, err := strikeNews(ctx)
	if err != nil {
		fmt.Println(err)
		return
	}
	defer ix.Close()
	res, err := ix.Search(ctx, search.Query{Text: "strike pay", Facets: true})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(res.Total, "articles")
	fmt.Println(res.Facets[search.FacetCountries], res.Facets[search.FacetPeople])
	// Output:
	// 2 articles
	// [{NL 2}] [{Piet Vos 2}]
}

// What a page of a news site shows beside an article: links, each with its reasons.
func ExampleArchive_Related_handler() {
	ctx := context.Background()
	ix, err := strikeNews(ctx)
	if err != nil {
		fmt.Println(err)
		return
	}
	defer ix.Close()

	handler := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		doc, err := ix.Document(r.Context(), r.FormValue("id"))
		if err != nil {
			http.Error(w, "no such article", http.StatusNotFound)
			return
		}
		related, err := ix.Related(r.Context(), doc, search.RelatedOptions{K: 5})
		if err != nil {
			http.Error(w, "the archive does not answer", http.StatusInternalServerError)
			return
		}
		type link struct {
			Article string
			Why     []string // what the two have in common
		}
		links := []link{}
		for _, x := range related {
			l := link{Article: x.ID}
			for _, r := range x.Reasons {
				if r.Kind == search.KindPerson || r.Kind == search.KindPlace {
					l.Why = append(l.Why, r.Text)
				}
			}
			slices.Sort(l.Why)
			links = append(links, l)
		}
		json.NewEncoder(w).Encode(links)
	})

	answer := httptest.NewRecorder()
	handler.ServeHTTP(answer, httptest.NewRequest("GET", "/related?id=b", nil))
	fmt.Print(answer.Code, " ", answer.Body)
	// Output:
	// 200 [{"Article":"a","Why":["Piet Vos","Rotterdam"]}]
}
