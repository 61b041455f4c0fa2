package opensearch

import (
	"context"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/dateline-go/dateline/search/internal/fields"
	"github.com/dateline-go/dateline/search/internal/words"
)

const (
	// maxLanguages is how many languages a query is read in.
	maxLanguages = 12
	// languagesFor is how long the languages of an archive are taken for what they were:
	// other programs may write.
	languagesFor = time.Minute
)

// present are the languages that an archive has documents in.
type present struct {
	languages []*words.Language
	until     time.Time
	met       []*words.Language // of documents that were written from here
}

// languages returns the languages that the archive has documents in: English, which
// those are read as that do not say theirs, then those with the most documents.
func (a *Archive) languages(ctx context.Context) ([]*words.Language, error) {
	a.mu.Lock()
	p := a.present
	a.mu.Unlock()
	if time.Now().Before(p.until) {
		return p.languages, nil
	}
	var res struct {
		Aggregations struct {
			Tags buckets `json:"tags"`
		} `json:"aggregations"`
	}
	kind := fields.Key(fields.Language, "")
	err := a.post(ctx, a.searchPath(), url.Values{"ignore_unavailable": {"true"}}, object{"size": 0,
		"aggs": object{"tags": object{"terms": object{"field": fieldKeys, "include": literal(kind) + "[a-z]+",
			"size": 4 * maxLanguages, "execution_hint": "map"}}}}, &res)
	if err != nil {
		return nil, err
	}
	list := []*words.Language{words.English}
	for _, b := range res.Aggregations.Tags.Buckets {
		l := words.LanguageOf(strings.TrimPrefix(b.Key, kind))
		if len(list) < maxLanguages && !slices.Contains(list, l) {
			list = append(list, l)
		}
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	for _, l := range a.present.met {
		if len(list) < maxLanguages && !slices.Contains(list, l) {
			list = append(list, l)
		}
	}
	a.present.languages, a.present.until = list, time.Now().Add(languagesFor)
	return list, nil
}

// meet takes note of the language of a document that is written.
func (a *Archive) meet(language string) {
	l := words.LanguageOf(language)
	a.mu.Lock()
	defer a.mu.Unlock()
	if !slices.Contains(a.present.met, l) {
		a.present.met = append(a.present.met, l)
		a.present.until = time.Time{} // asked again
	}
}
