package transform

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"regexp"
	"slices"
	"strings"
)

// ManifestName is the file that a folder has when everything is in it.
const ManifestName = "manifest.json"

// File is a file that was written.
type File struct {
	Name   string `json:"name"`
	Lines  int64  `json:"lines"`
	Bytes  int64  `json:"bytes"`
	SHA256 string `json:"sha256"`
}

// Manifest names the files of a folder. It is the same after every run over the
// same input.
type Manifest struct {
	Documents int64  `json:"documents"`
	Rejects   int64  `json:"rejects"`
	Files     []File `json:"files"` // by name
}

// ReadManifest reads the manifest of a folder, which may be one of a file system of
// Beam's. Where a job did not end, the error is [fs.ErrNotExist].
func ReadManifest(ctx context.Context, dir string) (*Manifest, error) {
	b, err := folder(dir).read(ctx, ManifestName)
	if err == nil && b == nil {
		err = fs.ErrNotExist
	}
	m := new(Manifest)
	if err == nil {
		err = json.Unmarshal(b, m)
	}
	if err != nil {
		return nil, fmt.Errorf("transform: %s: %w", folder(dir).path(ManifestName), err)
	}
	return m, nil
}

// ours are the names that a job gives to files, whole or not.
var ours = regexp.MustCompile(`^(part|rejects)-\d{6}-\d{6}\.jsonl$|` +
	`^\.((part|rejects)-\d{6}-\d{6}\.jsonl|manifest\.json|job\.json)\.\d+\.part$`)

// finishFn ends a job that wrote files.
type finishFn struct {
	Dir string
}

// ProcessElement takes away what an earlier run left and writes the manifest. The
// element is no more than a sign to begin.
func (f *finishFn) ProcessElement(ctx context.Context, _ []byte, next func(*File) bool) error {
	m := Manifest{Files: []File{}}
	named := map[string]bool{}
	for file := (File{}); next(&file); {
		m.Files = append(m.Files, file)
		named[file.Name] = true
		if strings.HasPrefix(file.Name, documentPrefix) {
			m.Documents += file.Lines
		} else {
			m.Rejects += file.Lines
		}
	}
	slices.SortFunc(m.Files, func(a, b File) int { return cmp.Compare(a.Name, b.Name) })
	dir := folder(f.Dir)
	names, err := dir.list(ctx)
	if err != nil {
		return fmt.Errorf("transform: %w", err)
	}
	for _, name := range names {
		if ours.MatchString(name) && !named[name] {
			if err := dir.remove(ctx, name); err != nil && !errors.Is(err, fs.ErrNotExist) {
				return fmt.Errorf("transform: %w", err)
			}
		}
	}
	return dir.writeJSON(ctx, ManifestName, m)
}

// writeJSON writes a value that people may read too.
func (f folder) writeJSON(ctx context.Context, name string, v any) error {
	b, err := json.MarshalIndent(v, "", "  ")
	if err != nil {
		return fmt.Errorf("transform: %s: %w", name, err)
	}
	return f.write(ctx, name, func(w io.Writer) error {
		_, err := io.Copy(w, bytes.NewReader(append(b, '\n')))
		return err
	})
}
