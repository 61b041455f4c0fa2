package it

import "github.com/dateline-go/dateline/lang"

// dates is how Italian writes dates and amounts.
func dates() *lang.Values {
	return &lang.Values{Decimal: ",", Group: ".", SpaceGroups: true, Ordinals: []string{"º", "°"}, SmallMonths: true,
		DateMarks: "/-.", HourMark: ".", Linked: true, Behind: true}
}
