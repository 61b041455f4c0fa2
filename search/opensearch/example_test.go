package opensearch_test

import (
	"context"
	"encoding/pem"
	"errors"
	"fmt"
	"log"
	"net/http"
	"net/http/httptest"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/opensearch"
)

// Articles are loaded into a cluster, searched, and held against a saved query.
// It is not run with the tests, since it needs a cluster: testdata/node/start
// starts one.
func Example() {
	ctx := context.Background()
	ix, err := opensearch.Open(ctx, opensearch.Config{Addresses: []string{"http://127.0.0.1:9271"}, Index: "tides"})
	if err != nil {
		log.Fatal(err)
	}
	defer ix.Close()
	docs := []*dateline.Document{
		{ID: "port-1", Headline: "Port reopens", Text: "The port reopened on Monday.", Published: dateline.Day(2024, 5, 2)},
		{ID: "tide-2", Headline: "Spring tide floods quay", Text: "The tide flooded the quay.", Published: dateline.Day(2024, 5, 3)},
	}
	n, err := ix.Load(ctx, func(yield func(*dateline.Document, error) bool) {
		for _, doc := range docs {
			if !yield(doc, nil) {
				return
			}
		}
	})
	if err != nil {
		log.Fatal(err)
	}
	res, err := ix.Search(ctx, search.Query{Text: "tides"})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%d articles, %d about tides: %s\n", n, res.Total, res.Hits[0].Headline)

	if err := ix.AddAlerts(ctx, search.Alert{ID: "floods", Query: search.Query{Text: "flood"}}); err != nil {
		log.Fatal(err)
	}
	for _, doc := range docs {
		matches, err := ix.MatchAlerts(ctx, doc)
		if err != nil {
			log.Fatal(err)
		}
		for _, m := range matches {
			fmt.Printf("alert %s: %s\n", m.ID, doc.Headline)
		}
	}
	// It prints
	//
	//	2 articles, 1 about tides: Spring tide floods quay
	//	alert floods: Spring tide floods quay
}

// A cluster that wants TLS, a name and a password. What it does not accept is said
// at once.
func ExampleOpen() {
	cluster := httptest.NewTLSServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch name, password, _ := r.BasicAuth(); {
		case name != "desk" || password != "spring tide":
			w.WriteHeader(http.StatusUnauthorized)
		case r.URL.Path == "/":
			fmt.Fprint(w, `{"version": {"distribution": "opensearch", "number": "2.19.1"}}`)
		default:
			w.WriteHeader(http.StatusNotFound) // no archive yet
		}
	}))
	defer cluster.Close()
	config := opensearch.Config{
		Addresses: []string{cluster.URL},
		CACert:    pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: cluster.Certificate().Raw}),
		Username:  "desk", Password: "neap tide",
	}
	_, err := opensearch.Open(context.Background(), config)
	fmt.Println(errors.Is(err, opensearch.ErrCredentials))

	config.Password = "spring tide"
	ix, err := opensearch.Open(context.Background(), config)
	if err != nil {
		log.Fatal(err)
	}
	defer ix.Close()
	n, err := ix.Count(context.Background())
	fmt.Println(n, err)
	// Output:
	// true
	// 0 <nil>
}
