package entities_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze"
)

// TestOfficials gives an id to whom office, country and date speak for, and to nobody else of the name.
func TestOfficials(t *testing.T) {
	a, err := analyze.New(analyze.Options{})
	require.NoError(t, err)
	for _, tc := range []struct {
		name, text string
		year       int
		person, id string
	}{
		{"a full name with the office", "Foreign Minister Sergey Lavrov stayed in Moscow, Russia said.", 2019,
			"Sergey Lavrov", "Q58217"},
		{"a head of state needs no office", "France votes on Sunday. Emmanuel Macron will speak in Paris.", 2022,
			"Emmanuel Macron", "Q3052772"},
		{"unless the story gives another one", "In Lyon, France, the baker Emmanuel Macron closed his shop.", 2022,
			"Emmanuel Macron", ""},
		{"another office", "The plumber Greg Abbott mends taps in Austin, Texas.", 2022, "Greg Abbott", ""},
		{"a state", "Texas Gov. Greg Abbott signed the bill in Austin.", 2022, "Greg Abbott", "Q5605224"},
		{"another state", "Gov. Greg Abbott signed the bill in Portland, Oregon.", 2022, "Greg Abbott", ""},
		{"another country", "Foreign Minister Sergey Lavrov of the village council spoke in Lima, Peru.", 2019,
			"Sergey Lavrov", ""},
		{"before the time", "Foreign Minister Sergey Lavrov stayed in Moscow, Russia said.", 1985, "Sergey Lavrov", ""},
		{"after the time", "President Barack Obama spoke in Washington, the U.S. said.", 2024, "Barack Obama", ""},
		{"after it, as the story says", "Former President Barack Obama spoke in Washington, the U.S. said.", 2024,
			"Barack Obama", "Q76"},
		{"a surname with office and country", "French President Macron flew to Berlin.", 2021, "Macron", "Q3052772"},
		{"a surname without the office", "Macron sells bread in Lyon, France.", 2021, "Macron", ""},
		{"a surname of another country", "Norwegian President Macron of the chess club flew to Oslo.", 2021, "Macron", ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			doc, err := a.Page(t.Context(), dateline.Page{ID: "a", Body: []byte(tc.text), Form: dateline.Story,
				Date: dateline.Day(tc.year, 3, 2)})
			require.NoError(t, err)
			for _, e := range doc.Entities {
				if e.Label != dateline.Person {
					continue
				}
				assert.Equal(t, tc.person, e.Name)
				assert.Equal(t, tc.id, e.IDs[dateline.Wikidata])
				if tc.person == "Macron" && tc.id != "" {
					assert.Contains(t, e.Aliases, "Emmanuel Macron")
				}
				return
			}
			assert.Empty(t, tc.id, "nobody is found")
		})
	}
}

// TestOfficialsByDate reads one sentence as of two years: the office makes a surname the person who held it then, and
// nobody who did not.
func TestOfficialsByDate(t *testing.T) {
	a, err := analyze.New(analyze.Options{})
	require.NoError(t, err)
	for _, tc := range []struct {
		office   string
		earlier  int
		person   string
		id       string
		later    int
		next, nx string
	}{
		{"U.S. President", 2012, "Obama", "Q76", 2018, "Trump", "Q22686"},
		{"French President", 2010, "Sarkozy", "Q329", 2014, "Hollande", "Q157"},
		{"British Prime Minister", 2013, "Cameron", "Q192", 2020, "Johnson", "Q180589"},
		{"Brazilian President", 2014, "Rousseff", "Q40722", 2020, "Bolsonaro", "Q10304982"},
		{"Indian Prime Minister", 2010, "Singh", "Q41914", 2016, "Modi", "Q1058"},
		{"Kenyan President", 2010, "Kibaki", "Q57291", 2016, "Kenyatta", "Q196070"},
		{"Canadian Prime Minister", 2012, "Harper", "Q206", 2018, "Trudeau", "Q3099714"},
		{"Nigerian President", 2013, "Jonathan", "Q57380", 2017, "Buhari", "Q361567"},
		{"Spanish Prime Minister", 2014, "Rajoy", "Q10819", 2020, "Sánchez", "Q6070218"},
	} {
		t.Run(tc.office, func(t *testing.T) {
			idIn := func(name string, year int) string {
				doc, err := a.Page(t.Context(), dateline.Page{ID: "a", Form: dateline.Story, Date: dateline.Day(year, 3, 2),
					Body: []byte(tc.office + " " + name + " flew to Geneva on Monday, officials said.")})
				require.NoError(t, err)
				for _, e := range doc.Entities {
					if e.Label == dateline.Person {
						assert.Equal(t, name, e.Name, "the written name stays the name")
						return e.IDs[dateline.Wikidata]
					}
				}
				return "nobody"
			}
			assert.Equal(t, tc.id, idIn(tc.person, tc.earlier))
			assert.Equal(t, tc.nx, idIn(tc.next, tc.later))
			assert.Empty(t, idIn(tc.person, 1990), "%d is before the time of %s", 1990, tc.person)
		})
	}
}
