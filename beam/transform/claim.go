package transform

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/dateline-go/dateline"
)

// claimName is the file that says which job a folder belongs to.
const claimName = "job.json"

// ErrFolder comes back for a folder that holds the files of another job.
var ErrFolder = errors.New("transform: the folder holds another job")

// claim is what makes two jobs the same: what is read, and how.
type claim struct {
	Schema int    `json:"schema"`
	Files  int    `json:"files"`
	Bytes  int64  `json:"bytes"`
	SHA256 string `json:"sha256"` // of names, sizes and options
}

// Claim makes a folder that of the job, so that the shards of two jobs never mix.
// A folder that is that of the same job already, whole or cut short, is as good as
// an empty one. With replace the files of another job are taken away first;
// otherwise the error is [ErrFolder].
func (p *Plan) Claim(ctx context.Context, dir string, replace bool) error {
	options := p.options
	options.Workers = 0 // which changes nothing that is written
	b, err := json.Marshal(struct {
		Files   any
		Options Options
	}{p.files, options})
	if err != nil {
		return fmt.Errorf("transform: %w", err)
	}
	sum := sha256.Sum256(b)
	mine := claim{Schema: dateline.Schema, Files: len(p.files), Bytes: p.Bytes(), SHA256: hex.EncodeToString(sum[:])}
	f := folder(dir)
	old, err := f.read(ctx, claimName)
	if err != nil {
		return fmt.Errorf("transform: %w", err)
	}
	names, err := f.list(ctx)
	if err != nil {
		return fmt.Errorf("transform: %w", err)
	}
	var theirs claim
	known := old != nil && json.Unmarshal(old, &theirs) == nil
	for _, name := range names {
		if !ours.MatchString(name) && name != ManifestName {
			continue
		}
		switch {
		case known && theirs == mine && name != ManifestName:
			continue // is written again, or taken away at the end
		case known && theirs == mine, replace:
			if err := f.remove(ctx, name); err != nil {
				return fmt.Errorf("transform: %w", err)
			}
		default:
			return fmt.Errorf("%w: %s", ErrFolder, dir)
		}
	}
	return f.writeJSON(ctx, claimName, mine)
}
