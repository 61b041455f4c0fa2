package main

import (
	"context"
	"fmt"
	"slices"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze"
	"github.com/dateline-go/dateline/bench/peers/contract"
	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/all"
	"github.com/dateline-go/dateline/summarize"
)

// cutStories finds sentences and tokens.
func cutStories(j *contract.Job) error {
	stories, err := contract.Rows[contract.Story](j.In)
	if err != nil {
		return err
	}
	var b token.Buffer
	j.Ready(len(stories))
	return j.Each(len(stories), func(i int) (any, error) {
		b.Segment(stories[i].Text, nil)
		out := contract.Cut{ID: stories[i].ID}
		for _, s := range b.Sentences {
			out.Sentences = append(out.Sentences, [2]int{s.Start, s.End})
		}
		for _, t := range b.Tokens {
			out.Tokens = append(out.Tokens, [2]int{t.Start, t.End})
		}
		return out, nil
	})
}

// findNames finds names, their entities and countries: in English, or in the language
// whose code is the variant.
func findNames(j *contract.Job) error {
	stories, err := contract.Rows[contract.Story](j.In)
	if err != nil {
		return err
	}
	recognize := entities.Recognize
	if j.Variant != "" {
		if recognize, err = recognizeIn(j.Variant); err != nil {
			return err
		}
	}
	if _, err := recognize("One."); err != nil { // loads the models
		return err
	}
	j.Ready(len(stories))
	return j.Each(len(stories), func(i int) (any, error) {
		doc, err := recognize(stories[i].Text)
		if err != nil {
			return nil, err
		}
		out := contract.Named{ID: stories[i].ID, Spans: []contract.Name{}}
		for _, m := range doc.Mentions {
			out.Spans = append(out.Spans, contract.Name{Start: m.Start, End: m.End, Label: string(m.Label)})
		}
		return out, nil
	})
}

// recognizeIn is what [entities.Recognize] does, in another language.
func recognizeIn(code string) (func(text string) (*dateline.Document, error), error) {
	packs := all.Packs()
	at := slices.IndexFunc(packs, func(p *lang.Pack) bool { return p.Code == code })
	if at < 0 {
		return nil, fmt.Errorf("no language %q", code)
	}
	finder, err := entities.New(entities.Options{Language: packs[at]})
	if err != nil {
		return nil, err
	}
	words := token.Buffer{Rules: token.NewRules(packs[at].Lexicon)}
	return func(text string) (*dateline.Document, error) {
		ctx := context.Background()
		doc := &dateline.Document{Text: text, Language: code}
		if err := words.Annotate(ctx, doc, nil); err != nil {
			return nil, err
		}
		return doc, finder.Annotate(ctx, doc)
	}, nil
}

// chooseKeyphrases runs the whole path, since names weigh in; the set kpcrowd, whose
// gold is single words, asks for tags.
func chooseKeyphrases(j *contract.Job) error {
	o := summarize.Options{Keyphrases: 15}
	if j.Variant == "tags" {
		o.Kind = summarize.Tags
	}
	return analyzed(j, o, func(doc *dateline.Document) any {
		out := contract.Phrases{ID: doc.ID}
		for _, k := range doc.Keyphrases {
			out.Keyphrases = append(out.Keyphrases, k.Text)
		}
		return out
	})
}

// chooseSummaries runs the whole path too.
func chooseSummaries(j *contract.Job) error {
	return analyzed(j, summarize.Options{Sentences: 3}, func(doc *dateline.Document) any {
		out := contract.Chosen{ID: doc.ID}
		for _, s := range doc.Summary {
			out.Summary = append(out.Summary, doc.Words(s.Span()))
		}
		return out
	})
}

// analyzed makes Documents of stories and writes what is taken from each.
func analyzed(j *contract.Job, o summarize.Options, take func(*dateline.Document) any) error {
	stories, err := contract.Rows[contract.Story](j.In)
	if err != nil {
		return err
	}
	a, err := analyze.New(analyze.Options{Summarize: o})
	if err != nil {
		return err
	}
	j.Ready(len(stories))
	return j.Each(len(stories), func(i int) (any, error) {
		s := stories[i]
		doc, err := a.Page(context.Background(), dateline.Page{ID: s.ID, Title: s.Title, Form: dateline.Story,
			Body: []byte(s.Text)})
		if err != nil {
			return nil, err
		}
		return take(doc), nil
	})
}
