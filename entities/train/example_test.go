package train_test

import (
	"bytes"
	"context"
	"fmt"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze"
	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/entities/train"
)

func ExampleNames() {
	articles, err := train.ReadCoNLL(strings.NewReader(harbour))
	if err != nil {
		fmt.Println(err)
		return
	}
	file, err := train.Names(context.Background(), articles, train.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	model, err := entities.ReadModel(bytes.NewReader(file))
	if err != nil {
		fmt.Println(err)
		return
	}
	a, err := analyze.New(analyze.Options{Stages: analyze.Names, Entities: entities.Options{Model: model}})
	if err != nil {
		fmt.Println(err)
		return
	}
	doc, err := a.Page(context.Background(), dateline.Page{
		Form: dateline.Story,
		Body: []byte("Mira Ekre left Skarvik."),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, m := range doc.Mentions {
		fmt.Println(m.Label, doc.Words(m.Span()))
	}
	// Output:
	// PERSON Mira Ekre
	// GPE Skarvik
}
