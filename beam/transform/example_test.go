package transform_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	sdk "github.com/apache/beam/sdks/v2/go/pkg/beam"

	"github.com/dateline-go/dateline/beam/transform"
)

// wire writes three articles and a line that is none into a new folder.
func wire() (dir, name string) {
	dir, _ = os.MkdirTemp("", "dateline-beam-")
	name = filepath.Join(dir, "wire.jsonl")
	_ = os.WriteFile(name, []byte(`{"id":"ferry","text":"The ferry to Oban, Scotland, was late on Monday."}
{"id":"dam","text":"Kenya opened a dam near Nairobi on Friday."}
no article
{"id":"ferry","text":"The ferry to Oban, Scotland, sails again."}
`), 0o644)
	return dir, name
}

func ExampleJob_Run() {
	ctx := context.Background()
	dir, name := wire()
	defer os.RemoveAll(dir)
	plan, err := transform.NewPlan(ctx, []string{name}, transform.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	out := filepath.Join(dir, "out")
	counts, err := transform.Job{Plan: plan, Dir: out}.Run(ctx, "prism")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(counts.Pages, "pages,", counts.Documents, "Documents,", counts.Duplicates, "duplicate,", counts.Bad, "bad")
	m, err := transform.ReadManifest(ctx, out)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, f := range m.Files {
		fmt.Println(f.Name, f.Lines)
	}
	// Output:
	// 4 pages, 2 Documents, 1 duplicate, 1 bad
	// part-000000-000000.jsonl 2
	// rejects-000000-000000.jsonl 1
}

func ExamplePlan_Analyze() {
	ctx := context.Background()
	dir, name := wire()
	defer os.RemoveAll(dir)
	plan, err := transform.NewPlan(ctx, []string{name}, transform.Options{ShardSize: 2})
	if err != nil {
		fmt.Println(err)
		return
	}
	p := sdk.NewPipeline()
	s := p.Root()
	read := plan.Read(s)
	analysed := plan.Analyze(s, read.Pages)
	docs := transform.Unique(s, analysed.Documents) // KV<string, Document>, for transforms of your own
	transform.Write(s, docs, filepath.Join(dir, "out"), read.Rejects, analysed.Rejects)
	if _, err := sdk.Run(ctx, "prism", p); err != nil {
		fmt.Println(err)
		return
	}
	names, _ := filepath.Glob(filepath.Join(dir, "out", "part-*"))
	for _, name := range names {
		b, _ := os.ReadFile(name)
		fmt.Println(filepath.Base(name), strings.Count(string(b), "\n"))
	}
	// Output:
	// part-000000-000000.jsonl 1
	// part-000000-000001.jsonl 1
}
