package entities_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/entities"
)

func TestValues(t *testing.T) {
	// A Thursday.
	published := dateline.Day(2021, 4, 15)
	for _, tc := range []struct{ text, words, value string }{
		{"It rained on April 3, 2019, in town.", "April 3, 2019", "2019-04-03"},
		{"It rained on 3 April 2019 in town.", "3 April 2019", "2019-04-03"},
		{"It rained in April 2019.", "April 2019", "2019-04"},
		{"It rained on March 30 again.", "March 30", "2021-03-30"},
		{"It rained on November 30 again.", "November 30", "2020-11-30"},
		{"It rained in 2016.", "2016", "2016"},
		{"It rained in the 1990s.", "1990s", "199X"},
		{"It rained on 2020-02-29.", "2020-02-29", "2020-02-29"},
		{"It rained on Thursday.", "Thursday", "2021-04-15"},
		{"It rained on Friday.", "Friday", "2021-04-09"},
		{"It may rain next Friday.", "next Friday", "2021-04-16"},
		{"The council will vote on Monday.", "Monday", "2021-04-19"},
		{"The council voted on Monday.", "Monday", "2021-04-12"},
		{"The council is expected to vote on Monday.", "Monday", "2021-04-19"},
		{"The council failed to vote on Monday.", "Monday", "2021-04-12"},
		{"The road is closed until Tuesday.", "Tuesday", "2021-04-20"},
		{"On Monday the council will vote.", "Monday", "2021-04-19"},
		{"The report will be published on Friday.", "Friday", "2021-04-16"},
		{"They play again on Tuesday.", "Tuesday", "2021-04-20"},
		{"We are at home on Tuesday night.", "Tuesday", "2021-04-20"},
		{"The mayor says on Tuesday he saw nothing.", "Tuesday", "2021-04-13"},
		{"The team is investigating a fire on Tuesday.", "Tuesday", "2021-04-13"},
		{"The price had risen by a third until Wednesday.", "Wednesday", "2021-04-14"},
		{"The road is closed until Wednesday.", "Wednesday", "2021-04-21"},
		{"The trial was postponed to Monday, when an expert takes the stand.", "Monday", "2021-04-19"},
		{"She said a strike planned for Monday would go ahead.", "Monday", "2021-04-19"},
		{"The fair, which was put off to October, has sold out.", "October", "2021-10"},
		{"Sales moved to a low in October.", "October", "2020-10"},
		{"Appeals close on Friday.", "Friday", "2021-04-16"},
		{"She was not told of the fire until Tuesday.", "Tuesday", "2021-04-13"},
		{"The mayor would visit the flooded farms on Monday.", "Monday", "2021-04-19"},
		{"The firm agreed to leave the yard by Tuesday.", "Tuesday", "2021-04-20"},
		{"The levy, on flats and houses, begins on December 1.", "December 1", "2021-12-01"},
		{"The handover is to take place at the border crossing on Sunday.", "Sunday", "2021-04-18"},
		{"The handover took place at the border crossing on Sunday.", "Sunday", "2021-04-11"},
		{"He faced two charges under the licensing acts on Tuesday.", "Tuesday", "2021-04-13"},
		{"The harbour master is thought to have seen the plan in December.", "December", "2020-12"},
		{"The ferry was to have been sold in June.", "June", "2021-06"},
		{"A man was arrested at the harbour in September.", "September", "2020-09"},
		{"He was released in March.", "March", "2021-03"},
		{"The union plans a second march, at the plant in the north of the town, on Tuesday.", "Tuesday", "2021-04-20"},
		{"More rain was possible Sunday night.", "Sunday", "2021-04-18"},
		{"He is due at the farm on Friday.", "Friday", "2021-04-16"},
		{"Let the builder be on site on Friday.", "Friday", "2021-04-16"},
		{"The debt must be paid by Christmas.", "Christmas", "2021-12-25"},
		{"The bill goes for assent after Easter.", "Easter", "2022-04-17"},
		{"It rained on Good Friday.", "Good Friday", "2021-04-02"},
		{"It snowed on Christmas Eve.", "Christmas Eve", "2020-12-24"},
		{"It rained last Thursday.", "last Thursday", "2021-04-08"},
		{"It rained last June.", "last June", "2020-06"},
		{"The school will open in January.", "January", "2022-01"},
		{"It had stood there until November.", "November", "2020-11"},
		{"The school opened in January.", "January", "2021-01"},
		{"It rained yesterday.", "yesterday", "2021-04-14"},
		{"It rained last year.", "last year", "2020"},
		{"It may rain next month.", "next month", "2021-05"},
		{"It rained this week.", "this week", "2021-W15"},
		{"It rained three years ago.", "three years ago", "2018"},
		{"It rained 10 days ago.", "10 days ago", "2021-04-05"},
		{"It rained for six months.", "six months", "P6M"},
		{"It began at 10:30 a.m. sharp.", "10:30 a.m.", "T10:30"},
		{"It began at 3 pm sharp.", "3 pm", "T15:00"},
		{"It began at 15:00 GMT sharp.", "15:00 GMT", "T15:00"},
		{"It cost $1,250.50 in all.", "$1,250.50", "USD 1250.5"},
		{"It cost £2.5 million in all.", "£2.5 million", "GBP 2500000"},
		{"It cost 300 million euros in all.", "300 million euros", "EUR 300000000"},
		{"It cost three dollars in all.", "three dollars", "USD 3"},
		{"It cost US$40 in all.", "US$40", "USD 40"},
		{"It cost Rs 20 lakh in all.", "Rs 20 lakh", "INR 2000000"},
		{"It cost Rs18.5 crore in all.", "Rs18.5 crore", "INR 185000000"},
		{"It cost N3.5bn in all.", "N3.5bn", "NGN 3500000000"},
		{"It cost N700 million in all.", "N700 million", "NGN 700000000"},
		{"It cost R40,000 in all.", "R40,000", "ZAR 40000"},
		{"It cost KSh 600 in all.", "KSh 600", "KES 600"},
		{"The fund paid Nok 1.4bn for it.", "Nok 1.4bn", "NOK 1400000000"},
		{"The yacht cost Dhs 600 in all.", "Dhs 600", "AED 600"},
		{"It cost Sh380 in all.", "Sh380", "KES 380"},
		{"It cost RM30m in all.", "RM30m", "MYR 30000000"},
		{"It cost GBP 5m in all.", "GBP 5m", "GBP 5000000"},
		{"It cost 5 million CHF in all.", "5 million CHF", "CHF 5000000"},
		{"It cost NT$40 in all.", "NT$40", "TWD 40"},
		{"It cost R$30 in all.", "R$30", "BRL 30"},
		{"It cost $2.4 bln in all.", "$2.4 bln", "USD 2400000000"},
		{"It cost $728 mil in all.", "$728 mil", "USD 728000000"},
		{"It was a $640-million hall.", "$640-million", "USD 640000000"},
		{"It cost $10-15 million in all.", "$10-15 million", "USD 10000000/15000000"},
		{"It cost 350 million kronor in all.", "350 million kronor", "SEK 350000000"},
		{"It cost 2 billion dong in all.", "2 billion dong", "VND 2000000000"},
		{"It rose by 12.5 percent.", "12.5 percent", "12.5"},
		{"It rose by 7% today.", "7%", "7"},
		{"It rose by 4 per cent.", "4 per cent", "4"},
		{"It is 12 kilometres long.", "12 kilometres", "12 km"},
		{"It holds 2,000 barrels.", "2,000 barrels", "2000 bbl"},
		{"It covers 30 square miles.", "30 square miles", "30 mi2"},
	} {
		t.Run(tc.words, func(t *testing.T) {
			doc := recognize(t, tc.text)
			doc.Published = published
			r, err := entities.New(entities.Options{})
			require.NoError(t, err)
			require.NoError(t, r.Annotate(context.Background(), doc))
			require.NoError(t, doc.Validate())
			require.NotEmpty(t, doc.Mentions)
			m := doc.Mentions[0]
			assert.Equal(t, tc.words, doc.Words(m.Span()))
			assert.Equal(t, tc.value, m.Value)
			assert.True(t, m.Label.IsValue())
		})
	}
}

func TestValuesWithoutPublication(t *testing.T) {
	doc := recognize(t, "It rained on March 30 and last year.")
	require.Len(t, doc.Mentions, 2)
	assert.Equal(t, "XXXX-03-30", doc.Mentions[0].Value)
	assert.Empty(t, doc.Mentions[1].Value)
}

func TestNoValues(t *testing.T) {
	for _, text := range []string{"They may march.", "No 5 of 12.", "He won 7 to 5.", "A sat phone; Sun and fri.", "1,2,3 and 4..5", "The N1 and the R5 were shut.", "$ and €"} {
		for _, m := range recognize(t, text).Mentions {
			assert.False(t, m.Label.IsValue(), text)
		}
	}
}

// TestMoneyOfTheStory has signs that several countries share.
func TestMoneyOfTheStory(t *testing.T) {
	for text, want := range map[string]string{
		"Ottawa is in Canada. The hall in Ottawa cost $5 million.":                          "CAD 5000000",
		"Ottawa is in Canada. The hall in Ottawa cost US$5 million.":                        "USD 5000000",
		"Lahore is in Pakistan. The hall in Lahore cost Rs 5,000.":                          "PKR 5000",
		"Chicago is in the United States. The hall in Chicago cost $5 million.":             "USD 5000000",
		"Durban is in South Africa. A bucket in Durban cost R200 on Monday.":                "ZAR 200",
		"Durban is in South Africa. A house in Durban cost R1 200 000 on Monday.":           "ZAR 1200000",
		"Durban is in South Africa. The crash near Durban closed the R61.":                  "",
		"Oslo is in Norway. Fans in Oslo wore R200 badges.":                                 "",
		"Dubai is in the United Arab Emirates. The Dubai airline lost Dh7.9 billion.":       "AED 7900000000",
		"Mostar is in Bosnia and Herzegovina. The tunnel in Mostar cost 3.2 million marks.": "BAM 3200000",
		"Bergen is in Norway. Pupils in Bergen got 80 marks in English.":                    "",
	} {
		doc := recognize(t, text)
		got := ""
		for _, m := range doc.Mentions {
			if m.Label == dateline.Money {
				got += m.Value
			}
		}
		assert.Equal(t, want, got, text)
	}
}
