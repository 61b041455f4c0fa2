package corrections

import (
	"cmp"
	"slices"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/entities"
)

// moveCountry takes the share of some mentions from one country to another; "" is none. A
// country that nothing names any more goes, and the one that has most is what the story is about.
func (p patch) moveCountry(from, to string, mentions int) {
	if from == to || mentions == 0 {
		return
	}
	share, focus := p.takeShare(from, mentions)
	if to != "" {
		p.giveShare(to, share, mentions, focus)
	}
	list := p.doc.Countries
	sum := 0.0
	for _, c := range list {
		sum += c.Weight
	}
	for i := range list {
		if sum > 0 {
			list[i].Weight = dateline.Round(min(1, list[i].Weight/sum))
		}
	}
	slices.SortStableFunc(list, func(a, b dateline.Country) int { return cmp.Compare(b.Weight, a.Weight) })
	if len(list) > 0 && !slices.ContainsFunc(list, func(c dateline.Country) bool { return c.Focus }) {
		list[0].Focus = focus
	}
}

// takeShare takes from a country what some of its mentions are worth, and reports whether the
// story was about it and it is gone.
func (p patch) takeShare(code string, mentions int) (share float64, focus bool) {
	i := slices.IndexFunc(p.doc.Countries, func(c dateline.Country) bool { return c.Code == code })
	if i < 0 {
		return 0, false
	}
	c := &p.doc.Countries[i]
	n := min(mentions, c.Mentions)
	if c.Mentions > 0 {
		share = c.Weight * float64(n) / float64(c.Mentions)
	}
	c.Weight -= share
	if c.Mentions -= n; c.Mentions > 0 {
		return share, false
	}
	focus = c.Focus
	p.doc.Countries = slices.Delete(p.doc.Countries, i, i+1)
	return share, focus
}

// giveShare adds a share to a country, which comes in where it was not there.
func (p patch) giveShare(code string, share float64, mentions int, focus bool) {
	const least = 0.05 // of a country that had no share to take over
	i := slices.IndexFunc(p.doc.Countries, func(c dateline.Country) bool { return c.Code == code })
	if i < 0 {
		i = len(p.doc.Countries)
		c := dateline.Country{Code: code, Name: cmp.Or(entities.CountryName(code), code)}
		p.doc.Countries = append(p.doc.Countries, c)
		share = max(share, least)
	}
	c := &p.doc.Countries[i]
	c.Weight += share
	c.Mentions += mentions
	c.Focus = c.Focus || focus
}
