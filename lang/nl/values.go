package nl

import "github.com/dateline-go/dateline/lang"

// dates is how Dutch writes dates and amounts.
func dates() *lang.Values {
	return &lang.Values{Decimal: ",", Group: ".", SpaceGroups: true, SmallMonths: true, DateMarks: "-./", HourMark: "."}
}
