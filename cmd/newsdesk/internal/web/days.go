package web

import (
	"maps"
	"slices"
	"time"
)

// daysView is the form of the days that a search is narrowed to.
type daysView struct {
	From, To string
	Kept     []sent // what it sends beside them
	Set      bool
}

// sent is a value that a form sends unseen.
type sent struct{ Name, Value string }

// daysOf makes the form of a search. A month that is picked is its days.
func daysOf(l lookup) daysView {
	d := daysView{From: l.From, To: l.To}
	if t, err := time.Parse("2006-01", l.Month); err == nil && l.From == "" && l.To == "" {
		d.From, d.To = t.Format(time.DateOnly), t.AddDate(0, 1, -1).Format(time.DateOnly)
	}
	d.Set = d.From != "" || d.To != ""
	kept := l.Kept()
	for _, name := range slices.Sorted(maps.Keys(kept)) {
		for _, value := range kept[name] {
			d.Kept = append(d.Kept, sent{name, value})
		}
	}
	return d
}

// daysPicked writes the days of a search for people, "" where there are none.
func (in speech) daysPicked(l lookup) string {
	from, to := in.dayOf(l.From), in.dayOf(l.To)
	switch {
	case l.From == "" && l.To == "":
		if l.Month == "" {
			return ""
		}
		return in.month(l.Month)
	case l.From == l.To:
		return from
	case l.To == "":
		return in.Say("days.since", from)
	case l.From == "":
		return in.Say("days.until", to)
	}
	return in.Say("days.between", from, to)
}

// dayOf writes a day such as 2026-03-09 for people.
func (in speech) dayOf(day string) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return day
	}
	return in.Day(t)
}
