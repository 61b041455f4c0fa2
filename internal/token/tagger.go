package token

import "github.com/dateline-go/dateline"

// Tagger sets the parts of speech of tokens.
type Tagger interface {
	// Tag sets the Tag of each token of one sentence of the text, in the Penn
	// Treebank's set. After an error the tags are undefined.
	Tag(text string, sentence []dateline.Token) error
}

// TagAll tags every sentence of a buffer that was filled from the text. It stops
// at the first error.
func (b *Buffer) TagAll(text string, tagger Tagger) error {
	for i := range b.Sentences {
		sentence := b.SentenceTokens(i)
		if b.pace.Stop(len(sentence)) {
			break
		}
		if err := tagger.Tag(text, sentence); err != nil {
			return err
		}
	}
	return b.pace.Err()
}
