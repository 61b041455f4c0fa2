package archive_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/archive"
)

// harbourNews are three articles, two of them on one matter.
func harbourNews() []*dateline.Document {
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

func ExampleOpen() {
	dir, err := os.MkdirTemp("", "news")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	ctx := context.Background()
	ix, err := archive.Open(ctx, filepath.Join(dir, "idx"), archive.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	if err := ix.Add(ctx, harbourNews()...); err != nil {
		fmt.Println(err)
	}
	fmt.Println(ix.Count(ctx))
	fmt.Println(ix.Close())
	_, err = archive.Open(ctx, dir, archive.Options{}) // the folder above it
	fmt.Println(errors.Is(err, archive.ErrNotArchive))
	// Output:
	// 3 <nil>
	// <nil>
	// true
}

func ExampleArchive_Load() {
	ctx := context.Background()
	ix, err := archive.Open(ctx, "", archive.Options{
		OnError: func(err error) { fmt.Println("left out:", err) },
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	defer ix.Close()
	docs := append(harbourNews(), &dateline.Document{Headline: "Fog"})
	n, err := ix.Load(ctx, all(docs))
	fmt.Println(n, err)
	// Output:
	// left out: archive: dateline: invalid document: document "Fog" has no id
	// 3 <nil>
}

func ExampleArchive_Search() {
	ctx := context.Background()
	ix, err := archive.Open(ctx, "", archive.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	defer ix.Close()
	if err := ix.Add(ctx, harbourNews()...); err != nil {
		fmt.Println(err)
		return
	}
	q := search.Query{Text: "terminal", Limit: 1, Sort: search.Newest}
	for { // page by page
		res, err := ix.Search(ctx, q)
		if err != nil {
			fmt.Println(err)
			return
		}
		for _, h := range res.Hits {
			fmt.Println(h.ID, h.Published, "of", res.Total)
		}
		if q.Cursor = res.Next; q.Cursor == "" {
			return
		}
	}
	// Output:
	// c 2024-05-04 of 2
	// a 2024-05-02 of 2
}

func ExampleArchive_Related() {
	ctx := context.Background()
	ix, err := archive.Open(ctx, "", archive.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	defer ix.Close()
	docs := harbourNews()
	if err := ix.Add(ctx, docs...); err != nil {
		fmt.Println(err)
		return
	}
	related, err := ix.Related(ctx, docs[0], search.RelatedOptions{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, r := range related {
		fmt.Println(r.ID, r.Days, "days later:", docs[0].Words(r.Reasons[0].Here[0]))
	}
	// Output:
	// c 2 days later: Dockers
}

func ExampleArchive_Backup() {
	dir, err := os.MkdirTemp("", "news")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	ctx := context.Background()
	ix, err := archive.Open(ctx, filepath.Join(dir, "idx"), archive.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	defer ix.Close()
	if err := ix.Add(ctx, harbourNews()...); err != nil {
		fmt.Println(err)
		return
	}
	backup, again := filepath.Join(dir, "backup"), filepath.Join(dir, "again")
	if err := ix.Backup(ctx, backup); err != nil { // while others read and write
		fmt.Println(err)
		return
	}
	if err := archive.Restore(ctx, backup, again); err != nil {
		fmt.Println(err)
		return
	}
	report, err := archive.Check(ctx, again)
	fmt.Println(report.Documents, len(report.Damage), err)
	// Output:
	// 3 0 <nil>
}

func ExampleCheck() {
	dir, err := os.MkdirTemp("", "news")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	ctx, idx := context.Background(), filepath.Join(dir, "idx")
	ix, err := archive.Open(ctx, idx, archive.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	err = errors.Join(ix.Add(ctx, harbourNews()...), ix.Close())
	if err != nil {
		fmt.Println(err)
		return
	}
	if err := os.Truncate(filepath.Join(idx, "store", "root.bolt"), 100); err != nil {
		fmt.Println(err)
		return
	}
	report, err := archive.Check(ctx, idx)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, d := range report.Damage {
		fmt.Println(d)
	}
	// Output:
	// archive: damaged: store/root.bolt: cut short
}

func ExampleArchive_DuplicatesOf() {
	ctx := context.Background()
	ix, err := archive.Open(ctx, "", archive.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	defer ix.Close()
	docs := harbourNews()
	if err := ix.Add(ctx, docs...); err != nil {
		fmt.Println(err)
		return
	}
	again := &dateline.Document{ID: "late", Published: dateline.Day(2024, 6, 1), Text: "(Wire) " + docs[0].Text}
	copies, err := ix.DuplicatesOf(ctx, again)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, d := range copies {
		fmt.Printf("%s is a %s of %s\n", d.ID, d.Kind, d.Of)
	}
	// Output:
	// late is a copy of a
}

func ExampleArchive_Documents() {
	ctx := context.Background()
	ix, err := archive.Open(ctx, "", archive.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	defer ix.Close()
	if err := ix.Add(ctx, harbourNews()...); err != nil {
		fmt.Println(err)
		return
	}
	if err := ix.Delete(ctx, "b"); err != nil {
		fmt.Println(err)
		return
	}
	for doc, err := range ix.Documents(ctx) {
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(doc.ID, doc.Published)
	}
	// Unordered output:
	// a 2024-05-02
	// c 2024-05-04
}

func ExampleArchive_LoadItems() {
	ctx := context.Background()
	ix, err := archive.Open(ctx, "", archive.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	defer ix.Close()
	p, err := ix.LoadItems(ctx, func(yield func(archive.Item, error) bool) {
		for _, d := range harbourNews() {
			if !yield(archive.Item{Document: d, Source: "wire.jsonl " + d.ID}, nil) {
				return
			}
		}
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	has, err := ix.HasSource(ctx, "wire.jsonl b")
	fmt.Println(p.Added, has, err)
	// Output:
	// 3 true <nil>
}

// A deleted document leaves a tombstone, which keeps an older feed from bringing it
// back; purging takes that away too.
func ExampleArchive_Delete() {
	ctx := context.Background()
	ix, err := archive.Open(ctx, "", archive.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	defer ix.Close()
	if err := errors.Join(ix.Add(ctx, harbourNews()...), ix.Delete(ctx, "b")); err != nil {
		fmt.Println(err)
		return
	}
	tombstones := func() (ids []string) {
		for r, err := range ix.Deleted(ctx) {
			if err != nil {
				fmt.Println(err)
				return nil
			}
			ids = append(ids, r.ID)
		}
		return ids
	}
	n, err := ix.Count(ctx)
	fmt.Println(n, tombstones(), err)
	err = ix.Purge(ctx)
	fmt.Println(tombstones(), err)
	// Output:
	// 2 [b] <nil>
	// [] <nil>
}

// An archive that this version reads needs no migration.
func ExampleMigrate() {
	dir, err := os.MkdirTemp("", "news")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	ctx, old := context.Background(), filepath.Join(dir, "old")
	ix, err := archive.Open(ctx, old, archive.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	if err := ix.Close(); err != nil {
		fmt.Println(err)
		return
	}
	n, err := archive.Migrate(ctx, old, filepath.Join(dir, "new"), archive.Options{})
	fmt.Println(n, errors.Is(err, archive.ErrVersion))
	// Output: 0 true
}
