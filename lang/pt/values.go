package pt

import "github.com/dateline-go/dateline/lang"

// dates is how Portuguese writes dates and amounts.
func dates() *lang.Values {
	return &lang.Values{Decimal: ",", Group: ".", SpaceGroups: true, Ordinals: []string{"º"}, SmallMonths: true,
		DateMarks: "/-.", HourMark: "h", Linked: true, Behind: true}
}
