// Command uax29 cuts text into words and sentences by the rules of Unicode, with
// clipperhouse/uax29.
package main

import (
	"strings"

	"github.com/clipperhouse/uax29/v2/sentences"
	"github.com/clipperhouse/uax29/v2/words"

	"github.com/dateline-go/dateline/bench/peers/contract"
)

func main() {
	contract.Run("github.com/clipperhouse/uax29/v2", func(j *contract.Job) error {
		stories, err := contract.Rows[contract.Story](j.In)
		if err != nil {
			return err
		}
		j.Ready(len(stories))
		return j.Each(len(stories), func(i int) (any, error) { return cut(stories[i]), nil })
	})
}

// cut finds sentences and words. The rules have white space as words too, which is
// left out.
func cut(s contract.Story) contract.Cut {
	out := contract.Cut{ID: s.ID}
	for it := sentences.FromString(s.Text); it.Next(); {
		out.Sentences = append(out.Sentences, [2]int{it.Start(), it.End()})
	}
	for it := words.FromString(s.Text); it.Next(); {
		if strings.TrimSpace(it.Value()) != "" {
			out.Tokens = append(out.Tokens, [2]int{it.Start(), it.End()})
		}
	}
	return out
}
