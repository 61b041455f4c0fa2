package opensearch

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/dateline-go/dateline"
)

// Rollover says when the index of a [Period] is full, so that new documents of the
// period go to another. The first bound that is reached counts; 0 means none. A
// document that is there already is replaced where it lies, whatever the bounds.
type Rollover struct {
	// Documents is how many documents an index has at most.
	Documents int
	// Bytes is how large an index gets on disk, replicas not counted. The cluster
	// knows it half a minute late, so that a fast load goes beyond.
	Bytes int64
	// Age is how long after it was made an index takes new documents.
	Age time.Duration
}

func (r Rollover) check() error {
	if r.Documents < 0 || r.Bytes < 0 || r.Age < 0 {
		return fmt.Errorf("%w: rollover at %d documents, %d bytes, %s: must not be negative",
			ErrOptions, r.Documents, r.Bytes, r.Age)
	}
	return nil
}

// The indices of a period are a series: NAME-2024, NAME-2024.2, NAME-2024.3.

// seriesOf returns the first index of the series that a document belongs to.
func (a *Archive) seriesOf(m *meta, doc *dateline.Document) string {
	name := "undated"
	switch t := doc.Published.Time.UTC(); {
	case m.Period == Undivided:
		name = "all"
	case doc.Published.IsZero():
	case m.Period == Monthly:
		name = t.Format("2006-01")
	default:
		name = t.Format("2006")
	}
	return a.config.Index + "-" + name
}

// inSeries reports whether an index belongs to a series.
func inSeries(index, series string) bool {
	rest, ok := strings.CutPrefix(index, series)
	return ok && (rest == "" || rest[0] == '.')
}

// member returns an index of a series by its number, from 1.
func member(series string, n int) string {
	if n == 1 {
		return series
	}
	return series + "." + strconv.Itoa(n)
}

// filling is how full an index is.
type filling struct {
	documents int
	bytes     int64
	made      time.Time
}

// fillings asks how full the indices are; nil where that does not matter.
func (a *Archive) fillings(ctx context.Context) (map[string]filling, error) {
	if a.config.Rollover == (Rollover{}) {
		return nil, nil
	}
	var list []struct {
		Index     string `json:"index"`
		Documents string `json:"docs.count"`
		Bytes     string `json:"pri.store.size"`
		Made      string `json:"creation.date"` // milliseconds since 1970
	}
	err := a.do(ctx, http.MethodGet, "/_cat/indices/"+a.config.Index+"-*", url.Values{"format": {"json"}, "bytes": {"b"},
		"h": {"index,docs.count,pri.store.size,creation.date"}}, nil, &list)
	if err != nil {
		return nil, err
	}
	all := map[string]filling{}
	for _, x := range list {
		var f filling
		f.documents, _ = strconv.Atoi(x.Documents) // null for an index that is not up yet
		f.bytes, _ = strconv.ParseInt(x.Bytes, 10, 64)
		made, _ := strconv.ParseInt(x.Made, 10, 64)
		f.made = time.UnixMilli(made)
		all[x.Index] = f
	}
	return all, nil
}

// place returns the index that a new document of a series goes to, and counts it:
// what was sent a moment ago is not in the numbers of the cluster yet.
func (a *Archive) place(series string, all map[string]filling) string {
	r := a.config.Rollover
	if r == (Rollover{}) {
		return series
	}
	n := 1
	for index := range all {
		if inSeries(index, series) {
			last, _ := strconv.Atoi(strings.TrimPrefix(index[len(series):], "."))
			n = max(n, last)
		}
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	for ; ; n++ {
		index := member(series, n)
		f, there := all[index]
		count, ok := a.counted[index]
		if !ok || count < f.documents {
			count = f.documents
		}
		full := r.Documents > 0 && count >= r.Documents || r.Bytes > 0 && f.bytes >= r.Bytes ||
			r.Age > 0 && there && time.Since(f.made) >= r.Age
		if !full {
			a.counted[index] = count + 1
			return index
		}
	}
}
