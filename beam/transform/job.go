package transform

import (
	"context"
	"errors"
	"fmt"

	sdk "github.com/apache/beam/sdks/v2/go/pkg/beam"
)

// Job is a whole pipeline: what [Plan] reads is analysed, and written to a folder,
// a cluster or both.
type Job struct {
	// Plan is what is read. It must be set.
	Plan *Plan
	// Dir is the folder that [Write] fills. "" writes no files; rejects are then
	// only counted.
	Dir string
	// Replace takes the files of another job in Dir away. Without it they are an
	// error, see [Plan.Claim].
	Replace bool
	// Cluster is where [Store] puts the Documents. nil means nowhere.
	Cluster *Cluster
	// KeepDuplicates writes every Document, as newsdesk tag does, rather than the
	// last of each id. It is for files only: a cluster has each id once.
	KeepDuplicates bool
}

// Run runs the job on a runner that the program has imported, such as "prism", and
// returns what it counted. The errors are [ErrOptions], [ErrFolder] and those of
// the runner; then the folder has no manifest, and the same job may be run again.
// Beam ends the process where the runner is of no name that it knows.
func (j Job) Run(ctx context.Context, runner string) (Counts, error) {
	p := sdk.NewPipeline()
	if err := j.Build(p.Root()); err != nil {
		return Counts{}, err
	}
	if j.Dir != "" {
		if err := j.Plan.Claim(ctx, j.Dir, j.Replace); err != nil {
			return Counts{}, err
		}
	}
	result, err := sdk.Run(ctx, runner, p)
	if err != nil {
		return Counts{}, fmt.Errorf("transform: %w", errors.Join(err, j.unfinish(ctx)))
	}
	return CountsOf(result), nil
}

// unfinish takes the manifest of a job that failed away. Prism, when a step fails, may
// still run those behind it with nothing, the one that writes the manifest among them.
func (j Job) unfinish(ctx context.Context) error {
	if j.Dir == "" {
		return nil
	}
	ctx = context.WithoutCancel(ctx)
	if b, err := folder(j.Dir).read(ctx, ManifestName); err != nil || b == nil {
		return err
	}
	return folder(j.Dir).remove(ctx, ManifestName)
}

// Build adds the job to a pipeline. The error is [ErrOptions].
func (j Job) Build(s sdk.Scope) error {
	switch {
	case j.Plan == nil:
		return fmt.Errorf("%w: no plan", ErrOptions)
	case j.Dir == "" && j.Cluster == nil:
		return fmt.Errorf("%w: neither a folder nor a cluster to write to", ErrOptions)
	case j.KeepDuplicates && j.Cluster != nil:
		return fmt.Errorf("%w: a cluster has each id once, duplicates cannot be kept", ErrOptions)
	}
	read := j.Plan.Read(s)
	analysed := j.Plan.Analyze(s, read.Pages)
	keep := Unique
	if j.KeepDuplicates {
		keep = All
	}
	docs := keep(s, analysed.Documents)
	rejects := []sdk.PCollection{read.Rejects, analysed.Rejects}
	if j.Cluster != nil {
		rejects = append(rejects, Store(s, docs, *j.Cluster))
	}
	if j.Dir != "" {
		Write(s, docs, j.Dir, rejects...)
	}
	return nil
}
