package en

import "github.com/dateline-go/dateline/lang"

// dates is how English writes dates and amounts, in India too.
func dates() *lang.Values {
	return &lang.Values{Decimal: ".", Group: ",", LooseGroups: true, Ordinals: []string{"st", "nd", "rd", "th"},
		MonthFirst: true, DecadeEnd: "s"}
}
