package searchtest

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/search"
)

// every is what finds every document.
var every = []string{"ferry-1", "ferry-2", "mine-1", "mine-2", "press", "undated", "untitled"}

// languageCases are queries with what they find, in any order.
var languageCases = []struct {
	name, query string
	want        []string
}{
	{"a word", "copper", []string{"mine-1", "mine-2"}},
	{"another form of it", "mining strikes", []string{"mine-1", "mine-2"}},
	{"without accents", "bodo", []string{"ferry-1"}},
	{"any of the words", "harbour judges", []string{"ferry-1", "undated", "press"}},
	{"phrase", `"press freedom"`, []string{"press"}},
	{"phrase over a stop word", `"freedom of the press"`, []string{"press"}},
	{"phrase over another stop word", `"freedom in the press"`, nil},
	{"stop words around a phrase", `"in the press freedom of"`, []string{"press"}},
	{"phrase of stop words", `"of the"`, []string{"mine-1", "mine-2", "press"}},
	{"phrase of stop words in a field", `heading:"of the"`, nil},
	{"irregular verb", "grow", []string{"ferry-1"}},
	{"American spelling", "harbor", []string{"ferry-1", "undated"}},
	{"words but no phrase", `"freedom ruling"`, nil},
	{"no phrase across blocks", `"aground ninety"`, nil},
	{"one word with a hyphen", "+har-bour", []string{"ferry-1", "undated"}},
	{"one word with a hyphen, in a phrase", `"har-bour"`, []string{"ferry-1", "undated"}},
	{"one word with a hyphen, in a title", "title:ground-ing", []string{"ferry-2"}},
	{"one word with a hyphen, below the title", "body:fer-ry -har-bour", []string{"ferry-2"}},
	{"must", "strike +price", []string{"mine-1"}},
	{"must not", "strike -price", []string{"mine-2"}},
	{"not the phrase", `copper -"third week"`, []string{"mine-2"}},
	{"only what must not be", "-copper", []string{"ferry-1", "ferry-2", "press", "undated", "untitled"}},
	{"beginning", "pass*", []string{"ferry-1"}},
	{"beginning longer than the stem", "passengers*", []string{"ferry-1"}},
	{"beginning of nothing", "zep*", nil},
	{"fuzzy", "pasengers~1", []string{"ferry-1"}},
	{"fuzzy swap", "sanctoins~", []string{"ferry-2"}},
	{"fuzzy, two letters", "pasenjers~2", []string{"ferry-1"}},
	{"fuzzy, too far", "pasenjers~1", nil},
	{"fuzzy, first letter", "bassengers~2", nil},

	{"or", "price OR judges", []string{"mine-1", "press"}},
	{"or of all kinds", `"press freedom" OR country:ZM OR aground`, []string{"press", "mine-1", "mine-2", "ferry-1"}},
	{"and", "strike AND price", []string{"mine-1"}},
	{"brackets", "(copper price) OR (ferry steering)", []string{"mine-1", "ferry-1", "ferry-2"}},
	{"brackets in brackets", "((copper (price OR monday)) OR judges) -vote", []string{"mine-1", "press"}},
	{"not in brackets", "(copper -price) OR -(country:NO OR country:ZM)", []string{"mine-2", "undated", "untitled"}},
	{"not a bracket", "ferry -(cable OR copper)", []string{"ferry-1"}},
	{"not not", "NOT NOT copper", []string{"mine-1", "mine-2"}},

	{"title", "title:ferry", []string{"ferry-1", "ferry-2"}},
	{"title, not the story", "title:inquiry", nil},
	{"title phrase", `title:"ferry grounding"`, []string{"ferry-2"}},
	{"title beginning", "title:ground*", []string{"ferry-2"}},
	{"title fuzzy", "title:groundin~1", []string{"ferry-2"}},
	{"dek", "dek:people", []string{"ferry-1"}},
	{"kicker", "kicker:coast", []string{"ferry-1"}},
	{"dek phrase", `dek:"highest in a year"`, []string{"mine-1"}},
	{"dek, not the story", "dek:inquiry", nil},
	{"dek beginning", "dek:pri*", []string{"mine-1"}},
	{"heading", "heading:prices", []string{"mine-1"}},
	{"heading phrase", `heading:"went wrong"`, []string{"ferry-1"}},
	{"heading fuzzy", "heading:pricse~1", []string{"mine-1"}},
	{"body", "body:aground", []string{"ferry-1"}},
	{"body, not the dek", "body:metal", nil},
	{"body phrase", `body:"aground near bodo"`, []string{"ferry-1"}},
	{"body, not the headline", `body:"ferry runs"`, nil},
	{"body beginning", "body:nin* -body:metal*", []string{"ferry-1"}},
	{"quote", "quote:stone", []string{"ferry-1", "mine-1"}},
	{"quote phrase", `quote:"stone by stone"`, []string{"mine-1"}},
	{"quote, not the story", "quote:harbour", nil},
	{"quote beginning", "quote:unturn*", []string{"ferry-1"}},
	{"keyphrase", "keyphrase:steering", []string{"ferry-2"}},
	{"keyphrase phrase", `keyphrase:"copper mine"`, []string{"mine-1"}},
	{"keyphrase, not the story", "keyphrase:price", nil},
	{"field before a bracket", "title:(ferry steering)", []string{"ferry-2"}},

	{"country", "country:ZM", []string{"mine-1", "mine-2", "press"}},
	{"country by name", "country:zambia country:Norway", []string{"press"}},
	{"two countries", "country:ZM country:NO", []string{"press"}},
	{"not a country", "country:ZM -country:NO", []string{"mine-1", "mine-2"}},
	{"person", `person:"ingrid HAUGEN"`, []string{"ferry-1", "ferry-2"}},
	{"person by alias", `person:"Minister Haugen"`, []string{"ferry-1"}},
	{"id", `id:person\:samuel-okafor`, []string{"mine-1", "mine-2"}},
	{"id in another system", "id:q90000001", []string{"mine-1"}},
	{"person by id", `person:person\:samuel-okafor`, []string{"mine-1", "mine-2"}},
	{"person beginning", "person:oka*", []string{"mine-1", "mine-2"}},
	{"person beginning with a space", `person:"Ingrid H"*`, []string{"ferry-1", "ferry-2"}},
	{"person fuzzy", `person:"Ingrid Haugan"~1`, []string{"ferry-1", "ferry-2"}},
	{"person fuzzy, too far", `person:"Ingrit Haugan"~1`, nil},
	{"organisation", `org:"Nordlys Lines"`, []string{"ferry-1", "ferry-2"}},
	{"place", "place:Bodø", []string{"ferry-1"}},
	{"person is not a place", "place:Okafor", nil},
	{"any name", "name:okafor OR name:kitwe OR name:nordlys", []string{"mine-1", "mine-2", "ferry-1", "ferry-2"}},
	{"name in any case", "name:apple", []string{"mine-2", "undated"}},
	{"name in its own case", "name:=Apple", []string{"mine-2"}},
	{"small name in its own case", "name:=apple", []string{"undated"}},
	{"person in own case", "person:=haugen", nil},
	{"section", "section:business", []string{"mine-1", "mine-2"}},
	{"one of two sections", `section:business section:world site:"daily post"`, []string{"mine-2", "press"}},
	{"both sections", "(section:business) (section:world)", nil},
	{"site beginning", "site:dai*", []string{"mine-2", "press"}},
	{"author", `author:"mia lund"`, []string{"ferry-1"}},
	{"author fuzzy", `author:"mia lumd"~1`, []string{"ferry-1"}},
	{"language and its region", "lang:en", []string{"ferry-1", "ferry-2", "mine-1", "mine-2"}},
	{"region alone", "lang:en-gb", []string{"ferry-1", "ferry-2"}},

	{"after", "after:2024-03-05", []string{"ferry-2", "mine-2"}},
	{"before", "before:2024-03-05", []string{"ferry-1", "mine-1", "press"}},
	{"range", "after:2024-03-01 before:2024-03-05", []string{"ferry-1", "mine-1"}},
	{"a month", "date:2024-03", []string{"ferry-1", "ferry-2", "mine-1", "mine-2"}},
	{"months", "date:2023-11..2024-03-04", []string{"press", "ferry-1", "mine-1"}},
	{"dates in brackets", "date:2023-11-02 OR after:2024-03-20", []string{"press", "mine-2"}},
	{"not a date", "-after:2023", []string{"undated", "untitled"}},

	{"nothing asked", "", every},
	{"only stop words", "the of and", nil},
	{"nothing there", "zeppelin", nil},
}

// language checks what queries find, once as they are written and once from what
// String makes of them.
func language(t *testing.T, e Engine) {
	for _, c := range languageCases {
		t.Run(c.name, func(t *testing.T) {
			res := ask(t, e, c.query)
			assert.ElementsMatch(t, c.want, ids(res))
			assert.Equal(t, len(c.want), res.Total)
			q, err := search.Parse(c.query)
			require.NoError(t, err)
			assert.ElementsMatch(t, c.want, ids(ask(t, e, q.String())), q.String())
		})
	}
}
