package contract

import (
	"fmt"
	"os"
)

// Page is a web page, as the sets of pages hold it.
type Page struct {
	ID   string `json:"id"`
	URL  string `json:"url"`
	HTML string `json:"html"`
}

// Story is a bare text, as the sets of names, sentences, keyphrases, summaries and
// copies hold it, and a document or query of the search collections.
type Story struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	Text  string `json:"text"`
}

// Extracted is what a reader of pages predicts.
type Extracted struct {
	ID     string `json:"id"`
	Body   string `json:"body"`
	Title  string `json:"title"`
	Author string `json:"author"`
	Date   string `json:"date"`
}

// Named is what a finder of names predicts.
type Named struct {
	ID    string `json:"id"`
	Spans []Name `json:"spans"`
}

// Name is a name: a half-open span of bytes and its label.
type Name struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Label string `json:"label"`
}

// Cut is what a splitter predicts: half-open spans of bytes.
type Cut struct {
	ID        string   `json:"id"`
	Sentences [][2]int `json:"sentences"`
	Tokens    [][2]int `json:"tokens,omitempty"`
}

// Phrases are predicted keyphrases, the best first.
type Phrases struct {
	ID         string   `json:"id"`
	Keyphrases []string `json:"keyphrases"`
}

// Chosen are the sentences of a predicted summary.
type Chosen struct {
	ID      string   `json:"id"`
	Summary []string `json:"summary"`
}

// Run starts a job, does it and reports it; it ends the program when that fails.
func Run(module string, do func(*Job) error) {
	j, err := Start()
	if err == nil {
		err = do(j)
	}
	if err == nil {
		err = j.Done(module)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
