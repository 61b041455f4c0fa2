package web

import (
	"slices"
	"time"

	"github.com/dateline-go/dateline/search"
)

// histogram is how many articles there are in each month, drawn as SVG.
type histogram struct {
	Bars   []bar
	Width  float64
	Height float64
	First  string // month
	Last   string
	Count  int // of months from the first to the last
	Most   int
	Months []string // those to write below, where there is room for each

	in speech
}

// bar is one month.
type bar struct {
	Month string
	Count int
	Href  string
	On    bool
	X, W  float64
	Y, H  float64
}

// The drawing's measures, in its own units.
const (
	chartWidth  = 720.0
	chartHeight = 72.0
	maxBarWidth = 44.0
	maxMonths   = 240
	maxNamed    = 8 // months
)

// monthsOf draws the months from the first to the last, those without articles as
// gaps. It returns nil for fewer than two.
func (in speech) monthsOf(counts []search.FacetCount, href func(month string) (string, bool)) *histogram {
	if len(counts) < 2 {
		return nil
	}
	of := map[string]int{}
	var all []string
	h := &histogram{Width: chartWidth, Height: chartHeight, in: in}
	for _, c := range counts {
		if _, err := time.Parse("2006-01", c.Value); err != nil {
			continue
		}
		of[c.Value] = c.Count
		all = append(all, c.Value)
		h.Most = max(h.Most, c.Count)
	}
	if len(all) < 2 {
		return nil
	}
	slices.Sort(all)
	h.First, h.Last = all[0], all[len(all)-1]
	from, _ := time.Parse("2006-01", h.First)
	to, _ := time.Parse("2006-01", h.Last)
	months := (to.Year()-from.Year())*12 + int(to.Month()) - int(from.Month()) + 1
	if months > maxMonths { // the newest ones
		from = to.AddDate(0, 1-maxMonths, 0)
		months = maxMonths
		h.First = from.Format("2006-01")
	}
	h.Count = months
	step := chartWidth / float64(months)
	width := min(step*0.8, maxBarWidth)
	for i := range months {
		at := from.AddDate(0, i, 0)
		m := at.Format("2006-01")
		if months <= maxNamed {
			h.Months = append(h.Months, in.ShortMonth(at))
		}
		n := of[m]
		if n == 0 {
			continue
		}
		b := bar{Month: m, Count: n, X: step*float64(i) + (step-width)/2, W: width}
		b.H = max(2, chartHeight*float64(n)/float64(h.Most))
		b.Y = chartHeight - b.H
		b.Href, b.On = href(m)
		h.Bars = append(h.Bars, b)
	}
	return h
}

// spark is a small drawing of a number for each day.
type spark struct {
	Bars          []bar
	Width, Height float64
}

// sparkOf draws the numbers of up to the last 31 days.
func sparkOf(days []int) spark {
	days = days[max(0, len(days)-31):]
	s := spark{Width: float64(8 * len(days)), Height: 24}
	most := 1
	for _, n := range days {
		most = max(most, n)
	}
	for i, n := range days {
		h := max(1, s.Height*float64(n)/float64(most))
		s.Bars = append(s.Bars, bar{Count: n, X: float64(8 * i), W: 6, Y: s.Height - h, H: h})
	}
	return s
}
