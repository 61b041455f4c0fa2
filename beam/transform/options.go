package transform

import (
	"bytes"
	"errors"
	"fmt"

	"github.com/dateline-go/dateline/analyze"
	"github.com/dateline-go/dateline/analyze/source"
	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/summarize"
)

// ErrOptions comes back for an option outside its range.
var ErrOptions = errors.New("transform: bad option")

// The sizes that hold where [Options] sets none, and the largest shard.
const (
	DefaultShardSize  = 200
	DefaultGroupBytes = 16 << 20
	MaxShardSize      = 1_000_000
)

// Options set how pages are read and analysed. The zero value is the best default.
// They travel to the workers as JSON.
type Options struct {
	// As reads every file as one kind. "" goes by the file's name.
	As source.Kind
	// MaxLine, MaxPage, MaxFeed and MaxItems are those of [source.Options].
	MaxLine, MaxPage, MaxFeed, MaxItems int
	// ShardSize is how many pages share a shard: they are analysed by one call and
	// written to one file. 0 means [DefaultShardSize], [MaxShardSize] is the most.
	ShardSize int
	// GroupBytes is about how many bytes of small files are read by one call. 0
	// means [DefaultGroupBytes].
	GroupBytes int64
	// Workers is how many pages of a shard are analysed at a time. 0 means one for
	// each processor of the machine.
	Workers int
	// Names is the text of a names file, which [entities.ReadNames] reads. Empty
	// means none.
	Names []byte
	// Summarize sets how keyphrases and the summary are chosen.
	Summarize Summary
	// Tokens keeps every token with its part of speech in the Documents, as newsdesk
	// tag --tokens does and an archive needs.
	Tokens bool
}

// Summary is what [summarize.Options] say in numbers and names. A pack of language is code, which
// does not travel: workers know English.
type Summary struct {
	Keyphrases            int
	Kind                  summarize.Kind
	Sentences, Characters int
	Ratio                 float64
}

// options returns them as the library takes them.
func (s Summary) options() summarize.Options {
	return summarize.Options{Keyphrases: s.Keyphrases, Kind: s.Kind, Sentences: s.Sentences, Characters: s.Characters,
		Ratio: s.Ratio}
}

// filled returns the options with defaults in place of zeros. The error is
// [ErrOptions], or that of what the options are handed on to.
func (o Options) filled() (Options, error) {
	switch {
	case o.ShardSize < 0 || o.ShardSize > MaxShardSize:
		return o, fmt.Errorf("%w: %d pages in a shard", ErrOptions, o.ShardSize)
	case o.GroupBytes < 0:
		return o, fmt.Errorf("%w: %d bytes in a group", ErrOptions, o.GroupBytes)
	}
	if o.ShardSize == 0 {
		o.ShardSize = DefaultShardSize
	}
	if o.GroupBytes == 0 {
		o.GroupBytes = DefaultGroupBytes
	}
	return o, nil
}

// source returns the part that is about reading.
func (o Options) source() source.Options {
	return source.Options{As: o.As, MaxLine: o.MaxLine, MaxPage: o.MaxPage, MaxFeed: o.MaxFeed, MaxItems: o.MaxItems}
}

// analyzer makes the analyzer. The models of a process are shared by all of them.
func (o Options) analyzer() (*analyze.Analyzer, error) {
	a := analyze.Options{Workers: o.Workers, Summarize: o.Summarize.options()}
	if len(o.Names) > 0 {
		names, err := entities.ReadNames(bytes.NewReader(o.Names))
		if err != nil {
			return nil, fmt.Errorf("transform: names: %w", err)
		}
		a.Entities.Names = names
	}
	return analyze.New(a)
}
