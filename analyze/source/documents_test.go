package source_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze/source"
)

func TestDocuments(t *testing.T) {
	const good = `{"schema":1,"id":"a","text":"The ferry.","blocks":[{"kind":"paragraph","start":0,"end":10}]}`
	tests := map[string]struct {
		line string
		want error
		says string
	}{
		"a span outside": {`{"schema":1,"id":"x","text":"The ferry.","blocks":[{"kind":"paragraph","start":0,"end":11}]}`, dateline.ErrInvalid,
			`stdin:2: page "x": invalid document: "x": blocks[0]: span [0,11) is empty or outside the text of 10 bytes`},
		"another schema": {`{"schema":9,"id":"x","text":"","blocks":[]}`, dateline.ErrSchema, `stdin:2: page "x": document of another schema version: 9, this library reads 0 to 1`},
		"invalid UTF-8":  {"{\"schema\":0,\"id\":\"x\",\"text\":\"\xff\",\"blocks\":[]}", dateline.ErrUTF8, `stdin:2: page "x": invalid UTF-8`},
		"not JSON":       {`{`, nil, `stdin:2: document: unexpected end of JSON input`},
		"no Document":    {`null`, dateline.ErrInvalid, `stdin:2: invalid document: no id`},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			o := source.Options{Stdin: strings.NewReader(good + "\n" + tt.line + "\n\n" + good), As: source.HTML}
			var ids []string
			var errs []error
			for doc, err := range source.Documents(t.Context(), []string{"-", "gone.jsonl"}, o) {
				if err != nil {
					errs = append(errs, err)
					continue
				}
				ids = append(ids, doc.ID)
			}
			assert.Equal(t, []string{"a", "a"}, ids)
			require.Len(t, errs, 2)
			assert.EqualError(t, errs[0], tt.says)
			if tt.want != nil {
				assert.ErrorIs(t, errs[0], tt.want)
			}
			assert.EqualError(t, errs[1], "gone.jsonl: no such file or directory")
		})
	}
}
