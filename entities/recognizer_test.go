package entities_test

import (
	"context"
	"errors"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/entities"
)

// recognize finds the names of a text and checks that the document is valid.
func recognize(t *testing.T, text string) *dateline.Document {
	t.Helper()
	doc, err := entities.Recognize(text)
	require.NoError(t, err)
	require.NoError(t, doc.Validate())
	return doc
}

func TestRecognizeParagraphs(t *testing.T) {
	doc := recognize(t, "Dockers strike in Selje\nOSLO (AFP) - Ships waited off Bergen.\n")
	require.Len(t, doc.Blocks, 2)
	assert.Equal(t, "Dockers strike in Selje", doc.Words(doc.Blocks[0].Span()))
	assert.Equal(t, []string{"Selje/GPE", "OSLO/GPE", "AFP/ORG", "Bergen/GPE"}, names(doc))
	assert.Empty(t, recognize(t, " \n").Blocks)
}

// names lists the mentions of names as "words/LABEL".
func names(doc *dateline.Document) []string {
	list := []string{}
	for _, m := range doc.Mentions {
		if !m.Label.IsValue() {
			list = append(list, doc.Words(m.Span())+"/"+string(m.Label))
		}
	}
	return list
}

func TestRecognizeNames(t *testing.T) {
	for _, tc := range []struct {
		name, text string
		want       []string
	}{
		{"nothing", "the talks went on until late and nobody was pleased.", []string{}},
		{"empty", "", []string{}},
		{"title and nationality", "On Monday French President Paul Garnier met reporters.",
			[]string{"French/NORP", "Paul Garnier/PERSON"}},
		{"office with of", "He spoke to Secretary of State Helen Morris on the phone.", []string{"Helen Morris/PERSON"}},
		{"courtesy", "The minister thanked Mr. Oduya and Mrs. Tanaka.", []string{"Oduya/PERSON", "Tanaka/PERSON"}},
		{"ministry", "The Kenyan Foreign Ministry denied it.", []string{"Kenyan/NORP", "Foreign Ministry/ORG"}},
		{"university of", "She teaches at the University of Leeds.", []string{"University of Leeds/ORG"}},
		{"company", "Shares of Halvorsen Shipping Ltd. fell.", []string{"Halvorsen Shipping Ltd./ORG"}},
		{"brackets", "The Coastal Fisheries Council (CFC) met. Later the CFC voted.",
			[]string{"Coastal Fisheries Council/ORG", "CFC/ORG", "CFC/ORG"}},
		{"possessive", "Ghana's parliament and Kofi Mensah's party agreed.", []string{"Ghana/GPE", "Kofi Mensah/PERSON"}},
		{"city and state", "A bridge in Bangor, Maine, was closed.", []string{"Bangor/GPE", "Maine/GPE"}},
		{"parliaments", "The Althing voted on the fish quotas, and the Storting waited.", []string{"Althing/ORG", "Storting/ORG"}},
		{"two partners", "Rates rose, according to the broker Calder & Voss on Monday.", []string{"Calder & Voss/ORG"}},
		{"two given names", "The tickets of Peter & Mary were lost.", []string{"Peter/PERSON", "Mary/PERSON"}},
		{"seat of power", "The Kremlin and the White House were silent.", []string{"Kremlin/ORG", "White House/ORG"}},
		{"a people's bank", "Envoys met at the African Development Bank on Monday.", []string{"African Development Bank/ORG"}},
		{"head with of", "She taught history at the University of Iceland for years.", []string{"University of Iceland/ORG"}},
		{"owner of a place", "Talks about Russia's Crimea went on in Vienna.", []string{"Russia/GPE", "Crimea/GPE", "Vienna/GPE"}},
		{"river", "Boats on the Danube and on Lake Victoria were checked.", []string{"Danube/LOC", "Lake Victoria/LOC"}},
		{"airport", "They landed at Harlow International Airport.", []string{"Harlow International Airport/FAC"}},
		{"war", "His father fought in World War II and never spoke of it.", []string{"World War II/EVENT"}},
		{"treaty", "Both signed the Lisbon Treaty.", []string{"Lisbon Treaty/LAW"}},
		{"first word is no name", "Sanctions were lifted. Officials in Peru agreed.", []string{"Peru/GPE"}},
		{"pronouns", "He said that She and I would go. They agreed, and We did too.", []string{}},
		{"months", "In May and March, exports rose.", []string{}},
		{"name that is a city", "Paris Whitmore, who sings, cancelled. Her fans in Paris were sad.",
			[]string{"Paris Whitmore/PERSON", "Paris/GPE"}},
		{"surname that is a city", "Denise Lincoln won. Lincoln thanked her team.",
			[]string{"Denise Lincoln/PERSON", "Lincoln/PERSON"}},
		{"the bird", "They roasted a turkey with chad and nice mobile reading.", []string{}},
		{"particles", "Ludovic van der Meer and Khalid bin Rashid shook hands.",
			[]string{"Ludovic van der Meer/PERSON", "Khalid bin Rashid/PERSON"}},
		{"administration", "The Obama administration sent envoys.", []string{"Obama/PERSON"}},
		{"headline", "Ghana Expels Two Togolese Officials Over Lome Port Dispute",
			[]string{"Ghana/GPE", "Togolese/NORP", "Lome/GPE"}},
		{"tied", "A Lagos-based firm and Ghana-Togo talks.", []string{"Lagos/GPE", "Ghana/GPE", "Togo/GPE"}},
		{"minister of something", "Forestry Minister Ama Boateng left.", []string{"Ama Boateng/PERSON"}},
		{"short name of a company", "Brightwater Holdings Ltd. grew. Analysts like Brightwater.",
			[]string{"Brightwater Holdings Ltd./ORG", "Brightwater/ORG"}},
		{"short name of a bank", "Castwick Bank grew. Analysts like Castwick.", []string{"Castwick Bank/ORG", "Castwick/ORG"}},
		{"small word inside", "He flew to Dar es Salaam.", []string{"Dar es Salaam/GPE"}},
		{"ampersand", "Lawyers at Calder & Voss declined.", []string{"Calder & Voss/ORG"}},
		{"dateline", "KISUMU, Kenya (Wire) - Rain fell.", []string{"KISUMU/GPE", "Kenya/GPE", "Wire/ORG"}},
		{"address", "Write to Anna@example.com or Www.example.com soon.", []string{}},
		{"article and small name", "Fighters of al-Shabaab fled.", []string{"al-Shabaab/ORG"}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			assert.Equal(t, tc.want, names(recognize(t, tc.text)))
		})
	}
}

func TestRecognizeRejectsBadText(t *testing.T) {
	_, err := entities.Recognize("Paris \xff")
	assert.ErrorIs(t, err, dateline.ErrUTF8)
}

func TestAnnotateRejectsBadSpans(t *testing.T) {
	r, err := entities.New(entities.Options{})
	require.NoError(t, err)
	for name, doc := range map[string]*dateline.Document{
		"sentence outside":  {Text: "Oslo", Sentences: []dateline.Span{{Start: 0, End: 5}}},
		"sentences overlap": {Text: "Oslo", Sentences: []dateline.Span{{Start: 0, End: 3}, {Start: 2, End: 4}}},
		"token outside":     {Text: "Oslo", Sentences: []dateline.Span{{Start: 0, End: 2}}, Tokens: []dateline.Token{{Start: 0, End: 4}}},
		"token empty":       {Text: "Oslo", Sentences: []dateline.Span{{Start: 0, End: 4}}, Tokens: []dateline.Token{{Start: 1, End: 1}}},
		"token without":     {Text: "Oslo", Tokens: []dateline.Token{{Start: 0, End: 4}}},
		"tokens overlap": {Text: "Oslo", Sentences: []dateline.Span{{Start: 0, End: 4}},
			Tokens: []dateline.Token{{Start: 0, End: 3}, {Start: 2, End: 4}}},
	} {
		t.Run(name, func(t *testing.T) {
			err := r.Annotate(context.Background(), doc)
			assert.ErrorIs(t, err, dateline.ErrInvalid)
			assert.ErrorContains(t, err, "entities: ")
		})
	}
}

func TestAnnotateTwiceAndTogether(t *testing.T) {
	r, err := entities.New(entities.Options{})
	require.NoError(t, err)
	text := "Anna Lindqvist of Volta Energy met Lindqvist's rivals in Lagos. Nigerian officials saw Mr. Bello."
	first := recognize(t, text)
	want, err := first.MarshalJSON()
	require.NoError(t, err)
	var wg sync.WaitGroup
	results := make([]error, 8)
	for i := range results {
		wg.Go(func() {
			doc := &dateline.Document{Text: text, Blocks: first.Blocks, Sentences: first.Sentences, Tokens: first.Tokens}
			for range 3 {
				if err := r.Annotate(context.Background(), doc); err != nil {
					results[i] = err
					return
				}
			}
			if got, err := doc.MarshalJSON(); err != nil || string(got) != string(want) {
				results[i] = errors.New("another document: " + string(got))
			}
		})
	}
	wg.Wait()
	for _, err := range results {
		assert.NoError(t, err)
	}
}

// TestAnnotateIsLinear counts mentions, not time: what is found in a text that is
// repeated grows with it, and a long run of capitals ends.
func TestRecognizeLongInput(t *testing.T) {
	for name, text := range map[string]string{
		"one word":      strings.Repeat("A", 1<<18),
		"capitals":      strings.Repeat("Aa ", 1<<14),
		"of of":         strings.Repeat("University of ", 1<<12),
		"brackets":      strings.Repeat("Bank (B) ", 1<<12),
		"surnames":      strings.Repeat("Ann Miller met Miller. ", 1<<11),
		"many people":   manyPeople(1 << 11),
		"symbols":       strings.Repeat("$ € ", 1<<13),
		"numbers":       strings.Repeat("million 5 million ", 1<<12),
		"title words":   strings.Repeat("Chief Deputy ", 1<<13),
		"commas":        strings.Repeat("Paris, Texas, ", 1<<12),
		"small letters": strings.Repeat("de la ", 1<<13),
	} {
		t.Run(name, func(t *testing.T) { recognize(t, text) })
	}
}

// manyPeople names as many people of one surname.
func manyPeople(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString("We saw ")
		for k := i + 1; k > 0; k /= 26 {
			b.WriteByte(byte('A' + k%26))
			b.WriteByte('o')
		}
		b.WriteString(" Miller. Miller left. ")
	}
	return b.String()
}

func FuzzRecognize(f *testing.F) {
	f.Add("U.S. President Joan Okafor told the Bank of Ghana (BoG) on 3 May 2024 that $5 million, or 3%, was lost.")
	f.Add("ALL CAPITALS IN PARIS, TEXAS\n\nTitle Case In The Headline Of New York\n\n“He’s Mr. O’Neil,” said al-Amin.")
	f.Add("İstanbul’s ß 12 km 10:30 p.m. last Friday 1990s 2024-02-30 US$ 5bn")
	f.Add("The the The of Of & & - - ' 's ( ) (A) , , .")
	f.Fuzz(func(t *testing.T, text string) {
		doc, err := entities.Recognize(text)
		if err != nil {
			require.ErrorIs(t, err, dateline.ErrUTF8)
			return
		}
		require.NoError(t, doc.Validate())
	})
}
