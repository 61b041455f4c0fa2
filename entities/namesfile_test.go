package entities_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/internal/token"
)

// withNames finds the names of a text with a names file, whose columns stand
// between semicolons here.
func withNames(t *testing.T, file, text string) *dateline.Document {
	t.Helper()
	own, err := entities.ReadNames(strings.NewReader(strings.ReplaceAll(file, ";", "\t")))
	require.NoError(t, err)
	r, err := entities.New(entities.Options{Names: own})
	require.NoError(t, err)
	doc := &dateline.Document{Text: text, Blocks: []dateline.Block{{Kind: dateline.BlockParagraph, End: len(text)}}}
	tagger, err := token.NewTagger()
	require.NoError(t, err)
	require.NoError(t, new(token.Buffer).Annotate(context.Background(), doc, tagger))
	require.NoError(t, r.Annotate(context.Background(), doc))
	require.NoError(t, doc.Validate())
	return doc
}

func TestNamesFileAdds(t *testing.T) {
	const file = "# our desk's names\naction;name;label;aliases;country;geonames;id\n" +
		"add;Low Tide Consulting;ORG;Low Tide|LTC;GB;;desk-17\n\nadd;the Long Stair;FAC\n"
	doc := withNames(t, file, "Staff of Low Tide met at the Long Stair. Low Tide Consulting said LTC would pay. low tide came at noon.")
	assert.Equal(t, "Low Tide, Low Tide Consulting, LTC; the Long Stair", links(doc))
	e := doc.Entity("desk-17")
	require.NotNil(t, e)
	assert.Equal(t, "Low Tide Consulting", e.Name)
	assert.Equal(t, dateline.Org, e.Label)
	assert.Equal(t, "GB", e.Country)
	assert.Equal(t, []string{"Low Tide", "LTC"}, e.Aliases)
	require.NotNil(t, doc.Entity("fac:the-long-stair"))
}

func TestNamesFileAddsPeople(t *testing.T) {
	doc := withNames(t, "add;Ebba Quist;PERSON;;SE;;p:9\n", "Minister Ebba Quist resigned. Quist said so. Mrs. Quist left.")
	assert.Equal(t, "Ebba Quist, Quist, Quist", links(doc))
	assert.Equal(t, "SE", doc.Entity("p:9").Country)
	assert.Equal(t, []string{"Minister"}, titles(doc.Entity("p:9").Roles))
}

func TestNamesFileBorders(t *testing.T) {
	const file = "add;Arc;ORG\nadd;Arc Light;ORG\nadd;C++ Group;ORG\nadd;Üp;ORG\n"
	for text, want := range map[string]string{
		"They sold Arc, an Arc-type firm, preArc, and an arc.": "Arc",
		"They sold Arc Light and Arc.":                         "Arc Light; Arc",
		"They sold C++ Group’s house and Üp's.":                "C++ Group; Üp",
	} {
		assert.Equal(t, want, links(withNames(t, file, text)), text)
	}
}

func TestNamesFileLongerNamesStay(t *testing.T) {
	doc := withNames(t, "add;Hallam;ORG;;;;h\n", "Peter Hallam joined Hallam in May.")
	assert.Equal(t, "Peter Hallam; Hallam", links(doc))
}

func TestNamesFileMerges(t *testing.T) {
	const text = "Burma agreed. Officials in Myanmar said so. The Harlan Bank and the Harlan Trust are one."
	assert.Equal(t, "Harlan Bank; Harlan Trust", strings.Join(strings.Split(links(recognize(t, text)), "; ")[1:], "; "))
	doc := withNames(t, "merge;Harlan Group;;Harlan Bank|Harlan Trust;;;org/7\n", text)
	e := doc.Entity("org/7")
	require.NotNil(t, e)
	assert.Equal(t, "Harlan Group", e.Name)
	assert.Equal(t, 2, e.Mentions)
	assert.Equal(t, []string{"Harlan Bank", "Harlan Trust"}, e.Aliases)
}

func TestNamesFileCorrects(t *testing.T) {
	const text = "Okonkwo met the mayor of Paris on Monday."
	doc := withNames(t, "correct;Paris;;;US\ncorrect;Okonkwo;ORG;;NG\n", text)
	assert.NotNil(t, doc.Entity("org:okonkwo"))
	assert.Equal(t, "NG", doc.Entity("org:okonkwo").Country)
	for _, e := range doc.Entities {
		if e.Name == "Paris" {
			assert.Equal(t, "US", e.Country)
			assert.NotZero(t, e.GeoNames)
			assert.Less(t, e.Lon, 0.0)
		}
	}
	assert.Equal(t, "Okonkwo; Paris", links(doc))
}

func TestNamesFileSuppresses(t *testing.T) {
	const text = "Maria Okonkwo went to Oslo. Okonkwo liked Oslo."
	assert.Equal(t, "Maria Okonkwo, Okonkwo; Oslo, Oslo", links(recognize(t, text)))
	doc := withNames(t, "suppress;Oslo\n", text)
	assert.Equal(t, "Maria Okonkwo, Okonkwo", links(doc))
	assert.Empty(t, doc.Countries)
	for _, e := range doc.Entities {
		assert.NotEqual(t, "Oslo", e.Name, "it is no concept either")
	}
}

func TestReadNamesCSV(t *testing.T) {
	own, err := entities.ReadNames(strings.NewReader("\ufeffaction,name,label,aliases\r\n# none\r\nadd,\"Quist, Ltd.\",ORG,\"Quist|the \"\"Q\"\"\"\r\n"))
	require.NoError(t, err)
	assert.Equal(t, 1, own.Len())
}

func TestReadNamesErrors(t *testing.T) {
	for file, want := range map[string]string{
		"add;Arc":                              "line 1: want 3 columns, got 2",
		"# x\n\nmerge;Arc;ORG":                 "line 3: want 4 columns, got 3",
		"suppress":                             "line 1: unknown action",
		"suppress;":                            "line 1: empty name",
		"remove;Arc":                           `line 1: unknown action "remove"`,
		"add;Arc;FIRM":                         `line 1: "FIRM" is no label of names`,
		"add;Arc;DATE":                         `line 1: "DATE" is no label of names`,
		"add;Arc;":                             "line 1: add needs a label",
		"add;Arc;ORG;A||B":                     "line 1: empty name",
		"add;Arc;ORG;;gb":                      `line 1: country "gb" is no code of two capitals`,
		"add;Arc;ORG;;;x1":                     `line 1: GeoNames id "x1" is no number`,
		"add;Arc;ORG;;;-4":                     `line 1: GeoNames id "-4" is no number`,
		"add;Arc;ORG;;;;a;;;;b":                "line 1: want at most 10 columns, got 11",
		"add;...;ORG":                          "line 1: name \"...\" has no letter or digit",
		"add;Arc;ORG\nadd;Bow;ORG;Arc":         `line 2: "Arc" is on line 1 already`,
		"correct;Arc;":                         "line 1: correct needs a label or a country",
		"correct;Arc;ORG;;;;7":                 "line 1: correct has a label and a country only",
		"suppress;Arc;ORG":                     "line 1: suppress has a name and aliases only",
		"merge;Arc;;":                          "line 1: merge needs aliases",
		"suppress;" + strings.Repeat("x", 201): "line 1: name of more than 200 bytes",
	} {
		_, err := entities.ReadNames(strings.NewReader(strings.ReplaceAll(file, ";", "\t")))
		require.ErrorIs(t, err, entities.ErrNames, file)
		if file == "suppress" {
			continue // no tab: CSV
		}
		assert.ErrorContains(t, err, "entities: names file "+want, file)
	}
	_, err := entities.ReadNames(strings.NewReader("add\tA\xff\tORG"))
	require.ErrorIs(t, err, dateline.ErrUTF8)
	_, err = entities.ReadNames(strings.NewReader("add,\"Arc,ORG"))
	require.ErrorIs(t, err, entities.ErrNames)
	_, err = entities.ReadNames(iotest.ErrReader(errors.New("disk gone")))
	assert.ErrorContains(t, err, "disk gone")
}

func TestNoNames(t *testing.T) {
	own, err := entities.ReadNames(strings.NewReader("# nothing yet\n"))
	require.NoError(t, err)
	assert.Zero(t, own.Len())
	assert.Zero(t, (*entities.Names)(nil).Len())
}

func ExampleReadNames() {
	own, err := entities.ReadNames(strings.NewReader("add\tLow Tide Consulting\tORG\tLow Tide\tGB\t\tdesk-17\n"))
	if err != nil {
		fmt.Println(err)
		return
	}
	r, err := entities.New(entities.Options{Names: own})
	fmt.Println(r != nil, err, own.Len())
	_, err = entities.ReadNames(strings.NewReader("add\tLow Tide Consulting\n"))
	fmt.Println(err)
	// Output:
	// true <nil> 1
	// entities: names file line 1: want 3 columns, got 2
}

func FuzzReadNames(f *testing.F) {
	f.Add("add\tArc Light\tORG\tArc|AL\tGB\t1\tx\n", "They sold Arc Light to AL.")
	f.Add("suppress,\"Oslo\"\nmerge,B,,Burma|Myanmar\ncorrect,Paris,,,US\n", "Oslo, Burma and Paris. Myanmar too.")
	f.Add("add\t#a\tFAC\n", "#a #a\n#a")
	tagger, err := token.NewTagger()
	require.NoError(f, err)
	f.Fuzz(func(t *testing.T, file, text string) {
		own, err := entities.ReadNames(strings.NewReader(file))
		if err != nil {
			if !errors.Is(err, entities.ErrNames) {
				t.Fatalf("%v is no ErrNames", err)
			}
			return
		}
		r, err := entities.New(entities.Options{Names: own})
		require.NoError(t, err)
		doc := &dateline.Document{ID: "x", Text: strings.ToValidUTF8(text, "?")}
		if doc.Text != "" {
			doc.Blocks = []dateline.Block{{Kind: dateline.BlockParagraph, End: len(doc.Text)}}
		}
		require.NoError(t, new(token.Buffer).Annotate(context.Background(), doc, tagger))
		require.NoError(t, r.Annotate(context.Background(), doc))
		mentions := 0
		for _, m := range doc.Mentions {
			if !m.Label.IsValue() {
				mentions++
				require.NotNil(t, doc.Entity(m.Entity))
			}
		}
		for e := range doc.Names() {
			mentions -= e.Mentions
		}
		require.Zero(t, mentions)
	})
}

func TestNamesFileIDsAndRoles(t *testing.T) {
	const file = "name;label;country;wikidata\n"
	_, err := entities.ReadNames(strings.NewReader(strings.ReplaceAll(file, ";", "\t")))
	require.ErrorIs(t, err, entities.ErrNames)
	assert.ErrorContains(t, err, `unknown column "wikidata"`)

	doc := withNames(t, "name;label;roles;ids\n"+
		"Ebba Quist;PERSON;harbour master@Visby (2019-)|pilot (2001-2004);wikidata=Q90000001|desk=17\n",
		"Ebba Quist, the ferry's owner, closed the pier.")
	e := doc.Entities[0]
	assert.Equal(t, dateline.IDs{dateline.Wikidata: "Q90000001", "desk": "17"}, e.IDs)
	assert.Contains(t, e.Roles, dateline.Role{Title: "harbour master", Of: "Visby"}, "a story without a date")
	assert.NotContains(t, titles(e.Roles), "pilot")
}

// TestNamesFileRolesByYear gives somebody the role of the year of the story.
func TestNamesFileRolesByYear(t *testing.T) {
	own, err := entities.ReadNames(strings.NewReader(
		"name,label,roles\nEbba Quist,PERSON,mayor@Visby (2010-2014)|senator (2015-2019)|pilot (2020-)\n"))
	require.NoError(t, err)
	r, err := entities.New(entities.Options{Names: own})
	require.NoError(t, err)
	for year, want := range map[int]string{2009: "", 2010: "mayor", 2014: "mayor", 2017: "senator", 2030: "pilot"} {
		text := "Ebba Quist closed the pier."
		doc := &dateline.Document{Text: text, Published: dateline.Day(year, 5, 1),
			Blocks: []dateline.Block{{Kind: dateline.BlockParagraph, End: len(text)}}}
		tagger, err := token.NewTagger()
		require.NoError(t, err)
		require.NoError(t, new(token.Buffer).Annotate(t.Context(), doc, tagger))
		require.NoError(t, r.Annotate(t.Context(), doc))
		assert.Equal(t, want, strings.Join(titles(doc.Entities[0].Roles), ","), year)
	}
}

func TestNamesFileDetailErrors(t *testing.T) {
	for row, want := range map[string]string{
		"add;Arc;ORG;;;;;Q5":                           `"Q5" is no id such as wikidata=Q567`,
		"add;Arc;ORG;;;;;wikidata=567":                 `"567" is no id of Wikidata`,
		"add;Arc;ORG;;;;;iso=DE|iso=FR":                "two ids of iso",
		"add;Arc;ORG;;;;;;mayor (2019-2001)":           "ends before it begins",
		"add;Arc;ORG;;;;;;mayor (soon)":                "are no years",
		"add;Arc;ORG;;;;;;(2019-)":                     "has no title",
		"suppress;Arc;;;;;;wikidata=Q5":                "suppress has a name",
		"add;Arc;ORG;;;;x\nadd;Ark;ORG;;;;x":           "id x is on line 1 already",
		"add;Arc;ORG;;;;;iata=A\nadd;B;ORG;;;;;iata=A": "iata A is on line 1 already",
		"name;name\n":                                  "stands there twice",
		"action;label\n":                               `no column "name"`,
	} {
		_, err := entities.ReadNames(strings.NewReader(strings.ReplaceAll(row, ";", "\t")))
		require.ErrorIs(t, err, entities.ErrNames, row)
		assert.ErrorContains(t, err, want, row)
	}
}

func TestCheckNames(t *testing.T) {
	report, err := entities.CheckNames(strings.NewReader(
		"name,label,ids\nNordlys Lines,ORG,\nNORDLYS LINES,ORG,\nFrance,ORG,\nArc,,\nArk,ORG,Q5\n"))
	require.NoError(t, err)
	assert.Equal(t, 3, report.Rows)
	require.Len(t, report.Errors, 2)
	require.ErrorIs(t, report.Errors[0], entities.ErrNames)
	assert.ErrorContains(t, report.Errors[0], "line 5: add needs a label")
	assert.ErrorContains(t, report.Errors[1], "line 6")
	assert.Equal(t, []string{`line 3: "NORDLYS LINES" is "Nordlys Lines" of line 2 but for its case`,
		`line 4: "France" is known as GPE too, and will be ORG wherever it stands`}, report.Clashes)
	_, err = entities.CheckNames(strings.NewReader("\xff"))
	require.ErrorIs(t, err, dateline.ErrUTF8)
}

// TestNamesFileCase finds the texts of rows whatever their case, but for words written small.
func TestNamesFileCase(t *testing.T) {
	for name, c := range map[string]struct{ file, text, want string }{
		"a firm that shouts":      {"add;Low Tide;ORG;;;;desk-17\n", "LOW TIDE will pay, the firm said.", "desk-17"},
		"a firm that whispers":    {"add;eelgrass;ORG;;;;desk-18\n", "Eelgrass will pay, and EELGRASS said so.", "desk-18"},
		"what is found otherwise": {"merge;Harlan Group;;Harlan bank;;;desk-19\n", "The Harlan Bank will pay, it said.", "desk-19"},
	} {
		t.Run(name, func(t *testing.T) {
			doc := withNames(t, c.file, c.text)
			require.NotNil(t, doc.Entity(c.want), links(doc))
		})
	}
	doc := withNames(t, "correct;Plymouth;GPE;;US\n",
		"PLYMOUTH (Coast Wire) - The mayor of Plymouth opened a school on Monday.")
	require.NotEmpty(t, doc.Entities)
	assert.Equal(t, "US", doc.Entities[0].Country, "also in the capitals of a dateline")
	assert.Equal(t, 2, doc.Entities[0].Mentions)
	doc = withNames(t, "add;Low Tide;ORG\nsuppress;Read More\n", "Boats wait for low tide. READ MORE Nadia Firth left Leeds.")
	assert.NotContains(t, links(doc), "low tide")
	assert.NotContains(t, links(doc), "READ")
	both := withNames(t, "add;Arc;ORG;;;;first\nadd;ARC;ORG;;;;second\n", "Arc paid ARC.")
	assert.NotNil(t, both.Entity("first"), "the same case wins")
	assert.NotNil(t, both.Entity("second"))
}

// TestNamesFileOfOneArticle holds a row with an article to that one, before the row of all.
func TestNamesFileOfOneArticle(t *testing.T) {
	const file = "name;label;id;article\nLow Tide;ORG;desk-17;\nLow Tide;WORK;desk-99;film-review\nArc;ORG;desk-99;another\n"
	own, err := entities.ReadNames(strings.NewReader(strings.ReplaceAll(file, ";", "\t")))
	require.NoError(t, err)
	r, err := entities.New(entities.Options{Names: own})
	require.NoError(t, err)
	tagger, err := token.NewTagger()
	require.NoError(t, err)
	for id, want := range map[string]string{"film-review": "desk-99", "another": "desk-17", "": "desk-17"} {
		const text = "She saw Low Tide in Leeds on Monday."
		doc := &dateline.Document{ID: id, Text: text, Blocks: []dateline.Block{{Kind: dateline.BlockParagraph, End: len(text)}}}
		require.NoError(t, new(token.Buffer).Annotate(t.Context(), doc, tagger))
		require.NoError(t, r.Annotate(t.Context(), doc))
		require.NotNil(t, doc.Entity(want), id)
	}
	_, err = entities.ReadNames(strings.NewReader("name,label,article\nArc,ORG,a\nArc,WORK,a\n"))
	assert.ErrorContains(t, err, `line 3: "Arc" is on line 2 already`)
}
