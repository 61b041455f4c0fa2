package main

import (
	"context"
	"runtime"
	"strconv"
	"time"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze"
	"github.com/dateline-go/dateline/bench/peers/contract"
)

// wholePath makes a Document of every page and its JSON. It counts the tokens, and
// the variant is the number of workers.
func wholePath(j *contract.Job) error {
	pages, err := contract.Rows[contract.Page](j.In)
	if err != nil {
		return err
	}
	workers := 1
	if j.Variant != "" {
		if workers, err = strconv.Atoi(j.Variant); err != nil {
			return err
		}
	}
	runtime.GOMAXPROCS(workers)
	a, err := analyze.New(analyze.Options{Workers: workers})
	if err != nil {
		return err
	}
	j.Ready(len(pages))
	ctx, began := context.Background(), time.Now()
	tokens, bytes := 0, 0
	for pass := range j.Passes {
		stream := func(yield func(dateline.Page, error) bool) {
			for _, p := range pages {
				if !yield(pageOf(p), nil) {
					return
				}
			}
		}
		for doc, err := range a.Stream(ctx, stream) {
			if err != nil {
				return err
			}
			b, err := doc.MarshalJSON()
			if err != nil {
				return err
			}
			tokens += len(doc.Tokens)
			bytes += len(b)
			if pass == 0 {
				if err := j.Write("%s\n", b); err != nil {
					return err
				}
			}
		}
	}
	j.Figure("wall", time.Since(began).Seconds())
	j.Figure("tokens", float64(tokens)/float64(j.Passes))
	j.Figure("KiB of JSON", float64(bytes)/float64(j.Passes)/1024)
	return nil
}

// streamArticles makes Documents of the rows, as often as the variant says, on all cores,
// and reports the memory taken from the system after each quarter.
func streamArticles(j *contract.Job) error {
	stories, err := contract.Rows[contract.Page](j.In)
	if err != nil {
		return err
	}
	times, err := strconv.Atoi(j.Variant)
	if err != nil {
		return err
	}
	runtime.GOMAXPROCS(runtime.NumCPU())
	a, err := analyze.New(analyze.Options{})
	if err != nil {
		return err
	}
	j.Ready(len(stories))
	began, n, total := time.Now(), 0, len(stories)*times
	stream := func(yield func(dateline.Page, error) bool) {
		for range times {
			for _, p := range stories {
				if !yield(pageOf(p), nil) {
					return
				}
			}
		}
	}
	for _, err := range a.Stream(context.Background(), stream) {
		if err != nil {
			return err
		}
		n++
		for q := 1; q <= 4; q++ {
			if n == total*q/4 {
				var m runtime.MemStats
				runtime.ReadMemStats(&m)
				j.Figure("MiB after quarter "+strconv.Itoa(q), float64(m.Sys)/(1<<20))
			}
		}
	}
	j.Figure("articles a second", float64(n)/time.Since(began).Seconds())
	return nil
}
