package es

import "github.com/dateline-go/dateline/lang"

// dates is how Spanish writes dates and amounts.
func dates() *lang.Values {
	return &lang.Values{Decimal: ",", Group: ".", SpaceGroups: true, LoosePoint: true, Ordinals: []string{"º"},
		SmallMonths: true, DateMarks: "/-.", HourMark: ".", Linked: true, Behind: true}
}
