package analyze_test

import (
	"context"
	"errors"
	"fmt"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze"
)

func ExampleNew() {
	_, err := analyze.New(analyze.Options{Workers: -2})
	fmt.Println(err)
	a, err := analyze.New(analyze.Options{}) // loads the models, once
	fmt.Println(a != nil, err)
	// Output:
	// analyze: bad option: -2 workers
	// true <nil>
}

func ExampleAnalyzer_Stream() {
	a, err := analyze.New(analyze.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	pages := analyze.Pages(
		dateline.Page{ID: "dam", Form: dateline.Story, Body: []byte("Kenya opened a dam near Nairobi on Friday.")},
		dateline.Page{ID: "fax", Form: "fax", Body: []byte("Kenya opened a dam.")},
		dateline.Page{ID: "port", Form: dateline.Story, Body: []byte("Dockers in Valparaíso, Chile, ended their strike.")},
	)
	for doc, err := range a.Stream(context.Background(), pages) {
		var failed *analyze.PageError
		if errors.As(err, &failed) {
			fmt.Println("left out:", failed.Page.ID)
			continue
		}
		if err != nil {
			fmt.Println(err) // of the context, or of where the pages come from
			return
		}
		fmt.Println(doc.ID, doc.Countries[0].Code)
	}
	// Output:
	// dam KE
	// left out: fax
	// port CL
}
