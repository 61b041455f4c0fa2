package search

import (
	"cmp"
	"fmt"
	"iter"
	"math"
	"slices"
	"strings"
	"time"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search/internal/words"
)

// TrendOptions say which days are compared with those before. The zero value
// takes the last week of the articles.
type TrendOptions struct {
	// Days is how many days are looked at; 0 means 7.
	Days int
	// Until is the last of these days; the zero Date means that of the newest article.
	Until dateline.Date
	// Limit is how many trends at most of each kind; 0 means 10.
	Limit int
}

// Trend is a thing that more articles are about than before.
type Trend struct {
	// Kind is one of the Kind constants: an entity's, KindCountry or KindKeyphrase.
	Kind string `json:"kind"`
	// ID is the entity's, or "country:" and a code; "" for a keyphrase.
	ID   string `json:"id,omitempty"`
	Text string `json:"text"`
	// Articles is how many of the days' articles have it, Before how many of those before.
	Articles int `json:"articles"`
	Before   int `json:"before"`
	// Score is the log-likelihood ratio (Dunning, "Accurate methods for the
	// statistics of surprise and coincidence", 1993, G²): how sure it is that it
	// is more frequent now. 3.84 is one chance in twenty that it is not.
	Score float64 `json:"score"`
	// Days is how many articles have it on each of the days, the first one first.
	Days []int `json:"days"`
}

// TrendReport is what is more frequent in some days than before.
type TrendReport struct {
	// From and Until are the first and the last day.
	From  dateline.Date `json:"from,omitzero"`
	Until dateline.Date `json:"until,omitzero"`
	// Articles is how many were published in these days, Before how many before;
	// copies are not counted.
	Articles int `json:"articles"`
	Before   int `json:"before"`
	// Trends are in order of score, the highest first, then by kind and text.
	Trends []Trend `json:"trends"`
}

const (
	usualDays   = 7
	usualTrends = 10
	maxDays     = 3660
	// leastTrend is the lowest score of a trend, leastArticles in how many articles
	// of the days it stands at least.
	leastTrend    = 3.84
	leastArticles = 2
)

// Trends returns what more articles are about in some days than in all the days
// before: entities, countries, keyphrases. Articles without a date and copies of
// earlier ones in the stream are not counted, nor those after the days. Where there
// are no articles before, nothing can be said to be more frequent. An error of the
// stream ends it. Memory is that of a [TrendCounter].
func Trends(profiles iter.Seq2[*Profile, error], o TrendOptions) (TrendReport, error) {
	if err := o.check(); err != nil {
		return TrendReport{}, err
	}
	if profiles == nil {
		return TrendReport{}, fmt.Errorf("%w: trends: no profiles", ErrOptions)
	}
	t := NewTrendCounter()
	for p, err := range profiles {
		if err != nil {
			return TrendReport{}, err
		}
		t.Add(p)
	}
	return t.Report(o)
}

// check returns an error for options outside their range.
func (o TrendOptions) check() error {
	if o.Days < 0 || o.Days > maxDays || o.Limit < 0 {
		return fmt.Errorf("%w: trends: %d days are not within 0 and %d, or the limit of %d is negative",
			ErrOptions, o.Days, maxDays, o.Limit)
	}
	return nil
}

// TrendCounter counts what articles are about as they come in, for whoever asks for
// several periods, or again after more articles: see [Trends]. Memory is some hundred
// bytes for each article and what a [DuplicateIndex] keeps. It is not safe for
// concurrent use.
type TrendCounter struct {
	copies   DuplicateIndex
	newest   time.Time
	at       map[string]int32 // things by key
	things   []Trend          // with kind, id and text alone
	articles []dayOf
	texts    texts
}

// NewTrendCounter returns a counter without articles.
func NewTrendCounter() *TrendCounter { return &TrendCounter{at: map[string]int32{}} }

// dayOf is an article's day and its things, each once.
type dayOf struct {
	day    time.Time
	things []int32
}

// Add counts an article. One is taken only once.
func (t *TrendCounter) Add(p *Profile) {
	if p.Published.IsZero() || len(t.copies.Add(p)) > 0 {
		return
	}
	a := dayOf{day: day0(p.Published)}
	if a.day.After(t.newest) {
		t.newest = a.day
	}
	has := func(key string, thing Trend) {
		i, ok := t.at[key]
		if !ok {
			i = int32(len(t.things))
			key = t.texts.keep(key)
			if thing.ID != "" {
				thing.ID = key[1:]
			}
			thing.Text = t.texts.keep(thing.Text)
			t.at[key] = i
			t.things = append(t.things, thing)
		}
		a.things = append(a.things, i)
	}
	splitter := words.Get()
	defer words.Put(splitter)
	names := map[string]string{}
	named := map[string]bool{} // a phrase that is a name counts as that
	for _, e := range p.Entities {
		named[splitter.Key(e.Name)] = true
		if strings.HasPrefix(e.ID, "country:") {
			names[e.ID] = e.Name // the country counts where the story is about it
			continue
		}
		has("e"+e.ID, Trend{Kind: reasonFor(&dateline.Entity{ID: e.ID, Label: e.Label}), ID: e.ID, Text: e.Name})
	}
	for _, code := range p.Countries {
		id := "country:" + code
		has("c"+id, Trend{Kind: KindCountry, ID: id, Text: code})
		if thing := &t.things[t.at["c"+id]]; names[id] != "" && thing.Text == code {
			thing.Text = t.texts.keep(names[id])
		}
	}
	for _, k := range p.Keyphrases {
		if key := splitter.Key(k); key != "" && !named[key] {
			has("k"+key, Trend{Kind: KindKeyphrase, Text: k})
		}
	}
	slices.Sort(a.things)
	a.things = slices.Compact(a.things)
	t.articles = append(t.articles, a)
}

// Report returns what more of the articles are about in some days than before.
func (t *TrendCounter) Report(o TrendOptions) (TrendReport, error) {
	if err := o.check(); err != nil {
		return TrendReport{}, err
	}
	until := o.Until
	if until.IsZero() {
		until = dateline.Date{Time: t.newest}
	}
	if until.IsZero() {
		return TrendReport{Trends: []Trend{}}, nil
	}
	return t.report(day0(until), cmp.Or(o.Days, usualDays), cmp.Or(o.Limit, usualTrends)), nil
}

// report counts the days that end with a day.
func (t *TrendCounter) report(until time.Time, days, limit int) TrendReport {
	from := until.AddDate(0, 0, 1-days)
	r := TrendReport{From: dateline.Date{Time: from, DayOnly: true}, Until: dateline.Date{Time: until, DayOnly: true},
		Trends: []Trend{}}
	before, now := make([]int32, len(t.things)), make([]int32, len(t.things))
	for _, a := range t.articles {
		count := now
		switch {
		case a.day.After(until):
			continue
		case a.day.Before(from):
			r.Before++
			count = before
		default:
			r.Articles++
		}
		for _, i := range a.things {
			count[i]++
		}
	}
	rising := map[int32][]int{} // the days of what is more frequent
	for i := range now {
		if now[i] >= leastArticles && surprise(int(now[i]), r.Articles, int(before[i]), r.Before) >= leastTrend {
			rising[int32(i)] = make([]int, days)
		}
	}
	for _, a := range t.articles {
		if a.day.After(until) || a.day.Before(from) {
			continue
		}
		at := int(a.day.Sub(from).Hours() / hoursPerDay)
		for _, i := range a.things {
			if list := rising[i]; list != nil {
				list[at]++
			}
		}
	}
	for i, list := range rising {
		thing := t.things[i]
		thing.Articles, thing.Before, thing.Days = int(now[i]), int(before[i]), list
		thing.Score = surprise(thing.Articles, r.Articles, thing.Before, r.Before)
		r.Trends = append(r.Trends, thing)
	}
	slices.SortFunc(r.Trends, func(a, b Trend) int {
		return cmp.Or(
			cmp.Compare(b.Score, a.Score), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Text, b.Text), cmp.Compare(a.ID, b.ID))
	})
	counts := map[string]int{}
	r.Trends = slices.DeleteFunc(r.Trends, func(thing Trend) bool {
		counts[thing.Kind]++
		return counts[thing.Kind] > limit
	})
	return r
}

// surprise is G² of k of n articles against j of m before, 0 where the thing is not
// more frequent than before.
func surprise(k, n, j, m int) float64 {
	a, b := float64(k), float64(j)
	c, d := float64(n), float64(m)
	if d == 0 || a*d <= b*c {
		return 0
	}
	// term is o ln(o/e), 0 for o = 0
	term := func(o, e float64) float64 {
		if o == 0 {
			return 0
		}
		return o * math.Log(o/e)
	}
	rate := (a + b) / (c + d)
	return 2 * (term(a, c*rate) + term(b, d*rate) + term(c-a, c*(1-rate)) + term(d-b, d*(1-rate)))
}
