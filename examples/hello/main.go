// Command hello analyses one story and prints what it found: the program of README.md.
package main

import (
	"context"
	"fmt"
	"log"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze"
)

const story = `OSLO, May 4 - Prime Minister Kari Lunde flew to Tbilisi, Georgia, on Monday.
"We will share our power with our neighbours," Lunde told reporters before she left.`

func main() {
	a, err := analyze.New(analyze.Options{})
	if err != nil {
		log.Fatal(err)
	}
	doc, err := a.Page(context.Background(), dateline.Page{Body: []byte(story)})
	if err != nil {
		log.Fatal(err)
	}
	for _, e := range doc.Entities {
		fmt.Printf("%-6s  %-2s  %s\n", e.Label, e.Country, e.Name)
	}
	for _, q := range doc.Quotes {
		fmt.Println(q.Speaker, "said:", doc.QuoteText(&q))
	}
}
