package content

import (
	"encoding/binary"

	"github.com/dateline-go/dateline"
)

// appendSpans writes spans in order, each by its distance from the one before.
func appendSpans(b []byte, spans []dateline.Span) []byte {
	b = binary.AppendUvarint(b, uint64(len(spans)))
	end := 0
	for _, s := range spans {
		b = binary.AppendUvarint(b, uint64(s.Start-end))
		b = binary.AppendUvarint(b, uint64(s.Len()))
		end = s.End
	}
	return b
}

func (r *Reader) spans() []dateline.Span {
	n := r.count()
	if n == 0 {
		return nil
	}
	spans := make([]dateline.Span, n)
	end := 0
	for i := range spans {
		start := end + r.Number()
		end = start + r.Number()
		spans[i] = dateline.Span{Start: start, End: end}
	}
	return spans
}

// appendBlocks writes blocks like spans, each with its kind.
func appendBlocks(b []byte, blocks []dateline.Block) []byte {
	b = binary.AppendUvarint(b, uint64(len(blocks)))
	end := 0
	for _, k := range blocks {
		b = AppendString(b, string(k.Kind))
		b = binary.AppendUvarint(b, uint64(k.Start-end))
		b = binary.AppendUvarint(b, uint64(k.End-k.Start))
		end = k.End
	}
	return b
}

func (r *Reader) blocks() []dateline.Block {
	n := r.count()
	if n == 0 {
		return nil
	}
	blocks := make([]dateline.Block, n)
	end := 0
	for i := range blocks {
		kind := dateline.BlockKind(r.String())
		start := end + r.Number()
		end = start + r.Number()
		blocks[i] = dateline.Block{Kind: kind, Start: start, End: end}
	}
	return blocks
}

// appendTokens writes tokens like spans, each with the number of its tag.
func appendTokens(b []byte, tokens []dateline.Token) []byte {
	tags, numbers := []string(nil), map[string]int{}
	for _, t := range tokens {
		if _, ok := numbers[t.Tag]; !ok {
			numbers[t.Tag] = len(tags)
			tags = append(tags, t.Tag)
		}
	}
	b = binary.AppendUvarint(b, uint64(len(tags)))
	for _, t := range tags {
		b = AppendString(b, t)
	}
	b = binary.AppendUvarint(b, uint64(len(tokens)))
	end := 0
	for _, t := range tokens {
		b = binary.AppendUvarint(b, uint64(t.Start-end))
		b = binary.AppendUvarint(b, uint64(t.End-t.Start))
		b = binary.AppendUvarint(b, uint64(numbers[t.Tag]))
		end = t.End
	}
	return b
}

func (r *Reader) tokens() []dateline.Token {
	tags := make([]string, r.count())
	for i := range tags {
		tags[i] = r.String()
	}
	n := r.count()
	if n == 0 {
		return nil
	}
	tokens := make([]dateline.Token, n)
	end := 0
	for i := range tokens {
		start := end + r.Number()
		end = start + r.Number()
		tag := r.Number()
		if tag >= len(tags) {
			r.fail("has a tag that is not there")
			return nil
		}
		tokens[i] = dateline.Token{Start: start, End: end, Tag: tags[tag]}
	}
	return tokens
}
