// Command datelinebeam analyses news pages on many machines with Apache Beam: what
// newsdesk tag does on one, with the same bytes.
//
//	datelinebeam -output out articles/ wire.jsonl.gz
//	datelinebeam -runner flink -endpoint flink:8099 -output /mnt/share/out '/mnt/share/crawl/*.warc.gz'
//
// See transform.Job for what is promised.
package main

import (
	"context"
	"flag"
	"log/slog"
	"os"
	"os/signal"
	"syscall"

	sdk "github.com/apache/beam/sdks/v2/go/pkg/beam"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/core/runtime/exec/optimized" // calls without reflection
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/gcs"           // names that begin with gs://
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/runners/dataflow"            // runners are known by their import
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/runners/flink"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/runners/prism"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/runners/universal"
)

func main() {
	f := newFlags(flag.CommandLine) // which Beam's own flags are in
	flag.Parse()
	level := slog.LevelWarn
	if f.verbose {
		level = slog.LevelInfo
	}
	slog.SetDefault(slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: level})))
	sdk.Init() // on a worker it does all the work and does not return
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // so that a second Ctrl-C ends the program at once
	os.Exit(run(ctx, f, flag.Args(), os.Stderr))
}
