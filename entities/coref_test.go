package entities_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
)

// links returns the texts of the mentions of each entity, in order: "a, b; c".
func links(doc *dateline.Document) string {
	var order []string
	texts := map[string][]string{}
	for _, m := range doc.Mentions {
		if m.Label.IsValue() {
			continue
		}
		if !slices.Contains(order, m.Entity) {
			order = append(order, m.Entity)
		}
		texts[m.Entity] = append(texts[m.Entity], doc.Words(m.Span()))
	}
	var list []string
	for _, id := range order {
		list = append(list, strings.Join(texts[id], ", "))
	}
	return strings.Join(list, "; ")
}

func TestNamesOfOneThing(t *testing.T) {
	for _, tc := range []struct{ name, text, want string }{
		{"surname", "Maria Okonkwo spoke first. Okonkwo said taxes would fall.", "Maria Okonkwo, Okonkwo"},
		{"surname before the full name", "Okonkwo spoke first, aides said. Maria Okonkwo denied it.", "Okonkwo, Maria Okonkwo"},
		{"given name later", "Peter Hallam milks the cows. Peter sells the cheese himself, he said.", "Peter Hallam, Peter"},
		{"titled apart", "Peter Hallam and his wife Susan Hallam run the farm. Mr. Hallam milks. Mrs. Hallam sells.",
			"Peter Hallam, Hallam; Susan Hallam, Hallam"},
		{"one surname, the one named more", "Peter Hallam met his cousin Susan Hallam. Peter Hallam was late. Hallam said he was sorry.",
			"Peter Hallam, Peter Hallam, Hallam; Susan Hallam"},
		{"brothers, and their father", "Tom and Declan Hallam left in May. Their father, Peter Hallam, wept. Hallam said he would wait.",
			"Tom; Declan Hallam; Peter Hallam, Hallam"},
		{"daughter in apposition", "Reporters met Susan Hallam and Peter Hallam. Susan Hallam, the senator's eldest daughter, left first. " +
			"Susan Hallam waved. Hallam said he was sorry.", "Susan Hallam, Susan Hallam, Susan Hallam; Peter Hallam, Hallam"},
		{"initials", "The novelist J. K. Rowling came to Leeds. Rowling read for an hour.", "J. K. Rowling, Rowling; Leeds"},
		{"middle initial", "Joseph R. Tanner resigned. Joe Tanner had led the bank. Tanner said little.", "Joseph R. Tanner, Joe Tanner, Tanner"},
		{"generation", "Walter Brandt Jr. was elected. Brandt is a lawyer.", "Walter Brandt Jr., Brandt"},
		{"spelling", "Volodymyr Zelenskyy spoke in Kyiv. Zelensky thanked the envoys.", "Volodymyr Zelenskyy, Zelensky; Kyiv"},
		{"possessive", "Maria Okonkwo's speech was short. Okonkwo's aides were pleased.", "Maria Okonkwo, Okonkwo"},
		{"acronym in brackets", "The Coastal Fisheries Council (CFC) met in Accra. The CFC set no date.", "Coastal Fisheries Council, CFC, CFC; Accra"},
		{"acronym with periods", "The United Nations sent aid. The U.N. said more was needed. The UN has a fund.", "United Nations, U.N., UN"},
		{"country by its letters", "The United States agreed. The U.S. will pay.", "United States, U.S."},
		{"company without its kind", "Volta Holdings Ltd. lost money. Volta blamed the weather.", "Volta Holdings Ltd., Volta"},
		{"ministry", "The Greek Foreign Ministry said no. The Foreign Ministry gave no reason. The ministry was silent.",
			"Greek Foreign Ministry, Foreign Ministry"},
		{"people and their country", "Norway won. Norwegians danced in Oslo.", "Norway; Norwegians; Oslo"},
		{"family", "Joe Biden came with his family. The Bidens left early.", "Joe Biden; Bidens"},
		{"person and place", "Denzel Washington filmed in Washington, D.C. all week.", "Denzel Washington; Washington, D.C."},
		{"two companies", "Harlan Bank and Harlan Airlines are at odds.", "Harlan Bank; Harlan Airlines"},
		{"two houses", "The White House was late. The House voted first.", "White House; House"},
		{"a house by its first word", "The United States House of Representatives met. The House voted, and the White House was silent.",
			"United States House of Representatives, House; White House"},
		{"one of two houses", "The Ohio House of Representatives met. The U.S. House of Representatives voted. The House rose.",
			"Ohio House of Representatives; U.S. House of Representatives; House"},
		{"a country's letters before a name", "The U.S. Forest Service met. The United States Forest Service sent help.", "U.S. Forest Service, United States Forest Service"},
		{"a storm", "Hurricane Bettina hit the coast. She said Bettina killed two people in Leeds.", "Hurricane Bettina, Bettina; Leeds"},
		{"a storm and a person", "Hurricane Bettina hit the coast. Bettina Vole had left, Vole said.", "Hurricane Bettina; Bettina Vole, Vole"},
		{"hyphens", "Harlan-Volta Group lost money. Shares of Harlan Volta Group fell.", "Harlan-Volta Group, Harlan Volta Group"},
		{"two parties", "The Democratic Party gained. The Social Democratic Party lost.", "Democratic Party; Social Democratic Party"},
		{"different given names", "Anna Lindqvist and Erik Lindqvist were there.", "Anna Lindqvist; Erik Lindqvist"},
		{"one of two countries", "South Korea fired at North Korea. The North said so, and the South denied it. It rained in the north.",
			"South Korea, South; North Korea, North"},
		{"both in one", "West Germany and East Germany became one Germany.", "West Germany; East Germany; Germany"},
		{"state that is no more", "The Soviet Union fell apart. Russia was left.", "Soviet Union; Russia"},
		{"games by their head", "The Winter Paralympics began in Sochi. The Paralympic Games end on Friday. The Games were good.",
			"Winter Paralympics, Paralympic Games, Games; Sochi"},
		{"event in two years", "The 2018 World Cup was in Russia. The 2022 World Cup was in Qatar. The 2022 World Cup cost more. The World Cup is over.",
			"World Cup; Russia; World Cup, World Cup, World Cup; Qatar"},
		{"acronym of other words", "Doctors Without Borders (MSF) left Kabul. MSF gave no reason.", "Doctors Without Borders, MSF, MSF; Kabul"},
		{"initials of a state", "Trinidad and Tobago voted. He asked why T&T was absent.", "Trinidad and Tobago, T&T"},
		{"first word of a town", "The fair in Levico Terme was full. Few live in Levico.", "Levico Terme, Levico"},
		{"part behind a city", "The Lantern Festival began. The Taipei City Lantern Festival drew many.", "Lantern Festival, Taipei City Lantern Festival"},
		{"front of a firm that looks like a person", "Calder Biologics will sell the drug in Leeds. Calder has promised cheap doses. " +
			"Shares of Calder rose.", "Calder Biologics, Calder, Calder; Leeds"},
		{"front of a firm before its whole name", "Tarvin to close its plant\nTarvin Systems Inc. said Thursday it will close it.",
			"Tarvin, Tarvin Systems Inc."},
		{"front of a firm with two endings", "Sona Mobility Pvt Ltd makes scooters. Sona Mobility lost money. Sona sold few.",
			"Sona Mobility Pvt Ltd, Sona Mobility, Sona"},
		{"firm without its ending first", "Holt Brothers was fined. Holt Brothers Ltd. has appealed.", "Holt Brothers, Holt Brothers Ltd."},
		{"front of a school that is whole", "The University of Oslo agreed. The University of Oslo Debating Society did not.",
			"University of Oslo; University of Oslo Debating Society"},
		{"town before its firm", "Leeds Systems Inc. is in trouble. It rained in Leeds.", "Leeds Systems Inc.; Leeds"},
		{"acronym as a word", "The fee was set by the Upper Lakes Fisheries Authority on Friday. Officials of Ulfa said it was fair.",
			"Upper Lakes Fisheries Authority, Ulfa"},
		{"surname beside a relative", "Latoya Pryce spoke first. Her brother, Terence Pryce, 34, was silent. Pryce told reporters that she was glad.",
			"Latoya Pryce, Pryce; Terence Pryce"},
		{"the younger of two", "Marit Olsen, 84, came with a cat. Her daughter, Inga Olsen, drove. The younger Olsen said it was late.",
			"Marit Olsen; Inga Olsen, Olsen"},
		{"the elder of two", "Marit Olsen, 84, came with a cat. Her daughter, Inga Olsen, drove. The elder Olsen said it was late.",
			"Marit Olsen, Olsen; Inga Olsen"},
		{"part of a list", "Officials from the Ministry of Health and the Ministry of Defence met.", "Ministry of Health; Ministry of Defence"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			doc := recognize(t, tc.text)
			require.NoError(t, doc.Validate())
			assert.Equal(t, tc.want, links(doc))
		})
	}
}

func TestCanonicalNameIsTheFullest(t *testing.T) {
	doc := recognize(t, "Okonkwo won, aides of Okonkwo said. President Maria Okonkwo thanked them. Maria Ada Okonkwo is 61.")
	names := slices.Collect(doc.Names())
	require.Len(t, names, 1)
	e := names[0]
	assert.Equal(t, "Maria Ada Okonkwo", e.Name)
	assert.Equal(t, "person:maria-ada-okonkwo", e.ID)
	assert.ElementsMatch(t, []string{"Okonkwo", "Maria Okonkwo"}, e.Aliases)
}

func TestEverySurfaceFormIsAnAlias(t *testing.T) {
	doc := recognize(t, "The U.S. and the United States. The Coastal Fisheries Council (CFC) met. The CFC met Zelensky. Volodymyr Zelenskyy came.")
	for _, m := range doc.Mentions {
		e := doc.Entity(m.Entity)
		require.NotNil(t, e)
		text := doc.Words(m.Span())
		assert.True(t, e.Name == text || slices.Contains(e.Aliases, text), "%q of %q", text, e.ID)
	}
}

func TestPeoplesHaveTheirCountry(t *testing.T) {
	doc := recognize(t, "Norwegians danced.")
	e := doc.Entity("norp:norwegian")
	require.NotNil(t, e)
	assert.Equal(t, "NO", e.Country)
}

func TestNeverAPronoun(t *testing.T) {
	doc := recognize(t, "He came. SHE said so. It was They who knew. I and You and We, Ours and Theirs. Who? HIM. Maria Okonkwo knew them.")
	assert.Equal(t, "Maria Okonkwo", links(doc))
}
