package page

// group is a run of coefficients with what they stand for.
type group struct {
	name  string
	parts []string // nil for a single one
}

// Names of the parts of groups that occur more than once.
var (
	lenNames = []string{"under 10 runes", "under 20", "under 35", "under 60", "under 100", "under 150",
		"under 250", "under 400", "400 and more"}
	tagNames = []string{"p", "div, section, article", "li", "h1", "h2", "h3", "h4 to h6", "td, th",
		"figcaption, caption", "blockquote, pre", "button, label, form", "other"}
	onPlain     = []string{"any page", "also for plain text"}
	quarters    = []string{"first quarter", "second", "third", "last"}
	shareNames  = []string{"under 2 %", "under 15 %", "under half", "half and more"}
	farNames    = []string{"1 block", "2", "3 or 4", "5 to 10", "more"}
	runNames    = []string{"in it", "up to 4 before", "further before", "up to 4 behind", "further behind"}
	climbNames  = []string{"same element", "one up", "two up", "further"}
	twoSides    = []string{"before", "behind"}
	anyShort    = []string{"any", "short"}
	sharedNames = []string{"short without long words", "short, none", "short, under half", "short, half and more"}
	creditNames = []string{"in it", "all of it"}
	hintNames   = []string{"article", "main", "nav", "footer", "header", "aside", "form", "figure", "table",
		"list", "quote", "hidden"}
	classNames = []string{"body", "story", "content", "headline", "dek", "kicker", "byline", "bio", "date",
		"caption", "related", "most read", "newsletter", "share", "comment", "cookie", "menu", "advert", "tags",
		"paywall", "tool", "legal", "box", "teaser", "pull quote", "paragraph", "list of articles", "sidebar", "meta"}
)

// layout returns the groups of the parts of a [Model], in order. Of what lies in one of several bins, the first has no
// coefficient.
func layout() (first, context, again []group) {
	first = []group{
		{"bias", nil}, {"plain text", nil}, {"length", lenNames[1:]}, {"length, plain text", lenNames[1:]},
		{"in links", []string{"under 10 %", "under 25 %", "under half", "under 90 %", "all"}},
		{"ends a sentence", nil}, {"ends a sentence, short", nil}, {"ends with a colon", nil}, {"question", nil},
		{"ellipsis", nil},
		{"long without an end", nil}, {"commas", []string{"1", "3"}}, {"sentences", []string{"2", "4"}},
		{"words in lower case", quarters},
		{"capitals", nil}, {"digits", nil}, {"begins with", []string{"small letter", "digit", "sign",
			"quotation mark"}}, {"separator", nil},
		{"address", nil}, {"copyright", nil}, {"phrase that opens furniture", nil}, {"byline", nil}, {"date", nil},
		{"credit", nil},
		{"phrases of furniture", []string{"1", "more"}}, {"repeated", nil}, {"equals the title", nil},
		{"equals the description", nil}, {"bold", nil},
		{"place on the page", quarters[1:]}, {"headline block", []string{"before it", "behind it"}},
		{"in the JSON-LD body", []string{"yes", "no"}},
		{"tag", tagNames[1:]}, {"own or inherited", append(append([]string{}, hintNames...), classNames...)},
	}
	context = []group{
		{"bias", onPlain}, {"own score", onPlain}, {"own chance", onPlain},
		{"chance beside it", []string{"before", "behind", "before, short", "behind, short"}},
		{"chance around it", []string{"2 blocks", "6", "15", "2, plain text", "6, plain text", "15, plain text"}},
		{"run of the story", runNames[1:]}, {"run of the story, plain text", runNames[1:]}, {"short in the run", onPlain},
		{"sure block before", farNames[1:]}, {"sure block behind", farNames[1:]}, {"between sure blocks", onPlain},
		{"main element", []string{"inside", "1 deep", "2", "3 and more"}}, {"story in the parent", shareNames[1:]},
		{"chance in the parent", []string{"any", "short"}}, {"story in this look", shareNames[1:]},
		{"chance in this look", []string{"any", "short", "tag and class alone"}}, {"story in this indent", shareNames[1:]},
		{"blank lines", []string{"chance with as many", "any"}},
		{"heading", []string{"plain text, sure before", "plain text, blank line", "tag", "bold"}}, {"length", lenNames[1:]},
		{"tag in the run", []string{"p", "li", "div", "h2 to h4"}}, {"edge of the run", []string{"first two", "last two"}},
		{"under the headline", []string{"3 blocks", "8"}}, {"story in all", []string{"under 80 words", "over 1,500"}},
		{"gap between sure blocks", []string{"mean chance", "mean chance, plain text", "best chance", "1 block",
			"2 or 3", "up to 9", "more"}},
		{"up to the sure block before", climbNames[1:]}, {"up to the sure block behind", climbNames[1:]},
		{"same indent as sure block", []string{"before", "behind"}},
		{"no furniture to sure block", []string{"before", "before, plain text", "before, same indent", "behind",
			"behind, plain text", "behind, same indent"}},
		{"wide run", []string{"before", "behind", "before, plain text", "behind, plain text"}},
		{"story in this stretch of one indent", shareNames[1:]}, {"credit of a picture behind it", nil},
		{"chance two away", twoSides}, {"chance in this indent", anyShort}, {"phrases of furniture around it", nil},
		{"words of the sure blocks", sharedNames}, {"credit of a picture", creditNames},
	}
	again = []group{
		{"bias", nil}, {"own score", nil}, {"own chance", nil},
		{"chance beside it", []string{"before", "behind", "before, short", "behind, short"}}, {"chance two away", twoSides},
		{"chance around it", []string{"2 lines", "6", "15"}}, {"run of the story", runNames[1:]}, {"wide run",
			[]string{"before", "behind"}},
		{"sure line", []string{"up to 2 before", "over 10 before", "up to 2 behind", "over 10 behind"}},
		{"gap between sure lines", []string{"mean chance", "best chance"}}, {"chance in this indent", anyShort},
		{"story in this stretch of one indent", shareNames[1:]}, {"phrases of furniture around it", nil},
		{"words of the sure lines", sharedNames},
		{"credit of a picture", append(append([]string{}, creditNames...), "behind it")}, {"same indent as sure line",
			twoSides},
		{"same indent and no furniture to sure line", twoSides}, {"short in the run", nil}, {"edge of the run",
			[]string{"first two", "last two"}},
		{"chance of lines set alike", anyShort}, {"chance up to furniture", anyShort},
		{"story up to furniture", shareNames[1:]}, {"lines that say the same", []string{"some", "their chance"}},
		{"long words of other sure lines", []string{"has none", "share, short", "share"}},
		{"phrases of furniture", []string{"in it", "in the line before", "in the line behind", "in the line behind, short"}},
		{"story left", []string{"under 2 % behind", "under 15 % behind", "under 2 % before", "under 15 % before"}},
		{"score by itself", nil}, {"numbered series", []string{"in one", "chance beside it"}},
	}
	return first, context, again
}

// Names returns what each coefficient of the parts of a [Model] stands for.
func Names() (first, context, again []string) {
	f, c, a := layout()
	return spell(f), spell(c), spell(a)
}

func spell(groups []group) []string {
	var out []string
	for _, g := range groups {
		if g.parts == nil {
			out = append(out, g.name)
		}
		for _, p := range g.parts {
			out = append(out, g.name+": "+p)
		}
	}
	return out
}
