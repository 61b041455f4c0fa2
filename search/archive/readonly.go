package archive

import (
	"context"
	"errors"
	"fmt"

	"github.com/blevesearch/bleve/v2"
)

// openReadOnly opens an archive that is there and writes nothing.
func openReadOnly(ctx context.Context, dir string, verify bool) (bleve.Index, error) {
	if dir == "" {
		return nil, fmt.Errorf("%w: an archive in memory holds nothing to read", ErrNotArchive)
	}
	if err := present(dir); err != nil {
		return nil, err
	}
	if err := described(dir); err != nil {
		return nil, err
	}
	if err := lookOver(ctx, dir, verify); err != nil {
		return nil, err
	}
	a, err := reading(dir)
	if err != nil {
		return nil, err
	}
	return a.index, nil
}

// lookOver is inspect without writing.
func lookOver(ctx context.Context, dir string, verify bool) (err error) {
	r, err := lockRoot(dir, lockDelay, true)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, r.close()) }()
	_, err = survey(ctx, dir, r, verify)
	return err
}
