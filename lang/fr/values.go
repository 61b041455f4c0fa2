package fr

import "github.com/dateline-go/dateline/lang"

// dates is how French writes dates and amounts.
func dates() *lang.Values {
	return &lang.Values{Decimal: ",", Group: ".", SpaceGroups: true, Ordinals: []string{"er"}, SmallMonths: true,
		DateMarks: "/-.", HourMark: "h", Linked: true, Behind: true}
}
