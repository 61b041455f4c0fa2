package de

import "github.com/dateline-go/dateline/lang"

// dates is how German writes dates and amounts.
func dates() *lang.Values {
	return &lang.Values{Decimal: ",", Group: ".", SpaceGroups: true, Ordinals: []string{"."}, DateMarks: ".",
		HourMark: ".", DecadeEnd: "er"}
}
