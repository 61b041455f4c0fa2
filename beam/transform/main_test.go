package transform_test

import (
	"context"
	"fmt"
	"log/slog"
	"os"
	"testing"

	sdk "github.com/apache/beam/sdks/v2/go/pkg/beam"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/runners/prism"

	"github.com/dateline-go/dateline/beam/transform"
)

// runner is what every test runs on.
const runner = "prism"

// environment asks the test's own program to run a job and to kill itself.
const (
	envInput  = "DATELINE_BEAM_INPUT"
	envOutput = "DATELINE_BEAM_OUTPUT"
	envKill   = "DATELINE_BEAM_KILL"
)

func TestMain(m *testing.M) {
	sdk.Init()
	slog.SetDefault(slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelError})))
	if dir := os.Getenv(envOutput); dir != "" {
		if err := child(context.Background(), os.Getenv(envInput), dir, os.Getenv(envKill)); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// options are those of the jobs that are killed: many small shards.
var options = transform.Options{ShardSize: 7, GroupBytes: 1 << 18}
