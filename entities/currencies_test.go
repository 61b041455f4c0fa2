package entities_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/dateline-go/dateline"
)

// currencies are the currencies that circulate, by the adjective or name of their country.
var currencies = []struct{ code, of, one, many string }{
	{"AED", "UAE", "dirham", "dirhams"},
	{"AFN", "Afghan", "afghani", "afghanis"},
	{"ALL", "Albanian", "lek", "leke"},
	{"AMD", "Armenian", "dram", "drams"},
	{"AOA", "Angolan", "kwanza", "kwanzas"},
	{"ARS", "Argentine", "peso", "pesos"},
	{"AUD", "Australian", "dollar", "dollars"},
	{"AWG", "Aruban", "florin", "florins"},
	{"AZN", "Azerbaijani", "manat", "manats"},
	{"BAM", "Bosnian", "mark", "marks"},
	{"BBD", "Barbadian", "dollar", "dollars"},
	{"BDT", "Bangladeshi", "taka", "taka"},
	{"BHD", "Bahraini", "dinar", "dinars"},
	{"BIF", "Burundian", "franc", "francs"},
	{"BMD", "Bermudian", "dollar", "dollars"},
	{"BND", "Brunei", "dollar", "dollars"},
	{"BOB", "Bolivian", "boliviano", "bolivianos"},
	{"BRL", "Brazilian", "real", "reais"},
	{"BSD", "Bahamian", "dollar", "dollars"},
	{"BTN", "Bhutanese", "ngultrum", "ngultrums"},
	{"BWP", "Botswana", "pula", "pula"},
	{"BYN", "Belarusian", "ruble", "rubles"},
	{"BZD", "Belize", "dollar", "dollars"},
	{"CAD", "Canadian", "dollar", "dollars"},
	{"CDF", "Congolese", "franc", "francs"},
	{"CHF", "Swiss", "franc", "francs"},
	{"CLP", "Chilean", "peso", "pesos"},
	{"CNY", "Chinese", "yuan", "yuan"},
	{"COP", "Colombian", "peso", "pesos"},
	{"CRC", "Costa Rican", "colon", "colones"},
	{"CUP", "Cuban", "peso", "pesos"},
	{"CVE", "Cape Verdean", "escudo", "escudos"},
	{"CZK", "Czech", "koruna", "crowns"},
	{"DJF", "Djiboutian", "franc", "francs"},
	{"DKK", "Danish", "krone", "kroner"},
	{"DOP", "Dominican", "peso", "pesos"},
	{"DZD", "Algerian", "dinar", "dinars"},
	{"EGP", "Egyptian", "pound", "pounds"},
	{"ERN", "Eritrean", "nakfa", "nakfa"},
	{"ETB", "Ethiopian", "birr", "birr"},
	{"FJD", "Fijian", "dollar", "dollars"},
	{"GBP", "British", "pound", "pounds"},
	{"GEL", "Georgian", "lari", "lari"},
	{"GHS", "Ghanaian", "cedi", "cedis"},
	{"GIP", "Gibraltar", "pound", "pounds"},
	{"GMD", "Gambian", "dalasi", "dalasis"},
	{"GNF", "Guinean", "franc", "francs"},
	{"GTQ", "Guatemalan", "quetzal", "quetzals"},
	{"GYD", "Guyanese", "dollar", "dollars"},
	{"HKD", "Hong Kong", "dollar", "dollars"},
	{"HNL", "Honduran", "lempira", "lempiras"},
	{"HTG", "Haitian", "gourde", "gourdes"},
	{"HUF", "Hungarian", "forint", "forints"},
	{"IDR", "Indonesian", "rupiah", "rupiah"},
	{"ILS", "Israeli", "shekel", "shekels"},
	{"INR", "Indian", "rupee", "rupees"},
	{"IQD", "Iraqi", "dinar", "dinars"},
	{"IRR", "Iranian", "rial", "rials"},
	{"ISK", "Icelandic", "krona", "kronur"},
	{"JMD", "Jamaican", "dollar", "dollars"},
	{"JOD", "Jordanian", "dinar", "dinars"},
	{"JPY", "Japanese", "yen", "yen"},
	{"KES", "Kenyan", "shilling", "shillings"},
	{"KGS", "Kyrgyz", "som", "soms"},
	{"KHR", "Cambodian", "riel", "riels"},
	{"KMF", "Comorian", "franc", "francs"},
	{"KPW", "North Korean", "won", "won"},
	{"KRW", "South Korean", "won", "won"},
	{"KWD", "Kuwaiti", "dinar", "dinars"},
	{"KZT", "Kazakh", "tenge", "tenge"},
	{"LAK", "Lao", "kip", "kip"},
	{"LBP", "Lebanese", "pound", "pounds"},
	{"LKR", "Sri Lankan", "rupee", "rupees"},
	{"LRD", "Liberian", "dollar", "dollars"},
	{"LSL", "Lesotho", "loti", "maloti"},
	{"LYD", "Libyan", "dinar", "dinars"},
	{"MAD", "Moroccan", "dirham", "dirhams"},
	{"MDL", "Moldovan", "leu", "lei"},
	{"MGA", "Malagasy", "ariary", "ariary"},
	{"MKD", "Macedonian", "denar", "denars"},
	{"MMK", "Myanmar", "kyat", "kyats"},
	{"MNT", "Mongolian", "tugrik", "tugriks"},
	{"MOP", "Macau", "pataca", "patacas"},
	{"MRU", "Mauritanian", "ouguiya", "ouguiyas"},
	{"MUR", "Mauritian", "rupee", "rupees"},
	{"MVR", "Maldivian", "rufiyaa", "rufiyaa"},
	{"MWK", "Malawian", "kwacha", "kwacha"},
	{"MXN", "Mexican", "peso", "pesos"},
	{"MYR", "Malaysian", "ringgit", "ringgit"},
	{"MZN", "Mozambican", "metical", "meticais"},
	{"NAD", "Namibian", "dollar", "dollars"},
	{"NGN", "Nigerian", "naira", "naira"},
	{"NIO", "Nicaraguan", "cordoba", "cordobas"},
	{"NOK", "Norwegian", "krone", "kroner"},
	{"NPR", "Nepali", "rupee", "rupees"},
	{"NZD", "New Zealand", "dollar", "dollars"},
	{"OMR", "Omani", "rial", "rials"},
	{"PAB", "Panamanian", "balboa", "balboas"},
	{"PEN", "Peruvian", "sol", "soles"},
	{"PGK", "Papua New Guinean", "kina", "kina"},
	{"PHP", "Philippine", "peso", "pesos"},
	{"PKR", "Pakistani", "rupee", "rupees"},
	{"PLN", "Polish", "zloty", "zlotys"},
	{"PYG", "Paraguayan", "guarani", "guaranis"},
	{"QAR", "Qatari", "riyal", "riyals"},
	{"RON", "Romanian", "leu", "lei"},
	{"RSD", "Serbian", "dinar", "dinars"},
	{"RUB", "Russian", "ruble", "roubles"},
	{"RWF", "Rwandan", "franc", "francs"},
	{"SAR", "Saudi", "riyal", "riyals"},
	{"SBD", "Solomon Islands", "dollar", "dollars"},
	{"SCR", "Seychelles", "rupee", "rupees"},
	{"SDG", "Sudanese", "pound", "pounds"},
	{"SEK", "Swedish", "krona", "kronor"},
	{"SGD", "Singapore", "dollar", "dollars"},
	{"SLE", "Sierra Leonean", "leone", "leones"},
	{"SOS", "Somali", "shilling", "shillings"},
	{"SRD", "Surinamese", "dollar", "dollars"},
	{"SSP", "South Sudanese", "pound", "pounds"},
	{"SYP", "Syrian", "pound", "pounds"},
	{"SZL", "Swazi", "lilangeni", "emalangeni"},
	{"THB", "Thai", "baht", "baht"},
	{"TJS", "Tajik", "somoni", "somoni"},
	{"TMT", "Turkmen", "manat", "manats"},
	{"TND", "Tunisian", "dinar", "dinars"},
	{"TOP", "Tongan", "paanga", "pa'anga"},
	{"TRY", "Turkish", "lira", "liras"},
	{"TTD", "Trinidad and Tobago", "dollar", "dollars"},
	{"TWD", "Taiwan", "dollar", "dollars"},
	{"TZS", "Tanzanian", "shilling", "shillings"},
	{"UAH", "Ukrainian", "hryvnia", "hryvnias"},
	{"UGX", "Ugandan", "shilling", "shillings"},
	{"USD", "US", "dollar", "dollars"},
	{"UYU", "Uruguayan", "peso", "pesos"},
	{"UZS", "Uzbek", "som", "soms"},
	{"VES", "Venezuelan", "bolivar", "bolivars"},
	{"VND", "Vietnamese", "dong", "dong"},
	{"VUV", "Vanuatu", "vatu", "vatu"},
	{"WST", "Samoan", "tala", "tala"},
	{"XAF", "Cameroonian", "CFA franc", "CFA francs"},
	{"XCD", "Saint Lucian", "dollar", "dollars"},
	{"XOF", "Senegalese", "CFA franc", "CFA francs"},
	{"YER", "Yemeni", "rial", "riyals"},
	{"ZAR", "South African", "rand", "rand"},
	{"ZMW", "Zambian", "kwacha", "kwacha"},
}

// sums returns the amounts of money that are found in a text, each with its words.
func sums(t *testing.T, text string) map[string]string {
	t.Helper()
	doc := recognize(t, text)
	list := map[string]string{}
	for _, m := range doc.Mentions {
		if m.Label == dateline.Money {
			list[doc.Words(m.Span())] = m.Value
		}
	}
	return list
}

// TestCurrencies has every currency behind a figure with its country, in the singular and the plural, and its code on
// both sides.
func TestCurrencies(t *testing.T) {
	for _, c := range currencies {
		t.Run(c.code, func(t *testing.T) {
			many, one := "40 million "+c.of+" "+c.many, "1 "+c.of+" "+c.one
			assert.Equal(t, map[string]string{many: c.code + " 40000000"}, sums(t, "The bridge cost "+many+" in all."))
			assert.Equal(t, map[string]string{one: c.code + " 1"}, sums(t, "The ticket costs "+one+" at most."))
			before, behind := c.code+" 2,500", "2,500 "+c.code
			assert.Equal(t, map[string]string{behind: c.code + " 2500"}, sums(t, "The ticket costs "+behind+" at most."))
			if !isWordToo[c.code] {
				assert.Equal(t, map[string]string{before: c.code + " 2500"}, sums(t, "The ticket costs "+before+" at most."))
			}
		})
	}
}

// isWordToo are codes that are words or names before a number.
var isWordToo = map[string]bool{"ALL": true, "AMD": true, "BAM": true, "BOB": true, "COP": true, "CUP": true,
	"CVE": true, "GEL": true, "MAD": true, "MOP": true, "NAD": true, "PAB": true, "PEN": true, "RON": true, "SOS": true,
	"TOP": true, "TRY": true, "WST": true}

// TestCurrencyOfTheStory has names and signs that several countries share, or that are words elsewhere.
func TestCurrencyOfTheStory(t *testing.T) {
	for _, tc := range []struct{ name, text, words, value string }{
		{"rupees in Nepal", "Pokhara is in Nepal. The bridge in Pokhara cost Rs500,000.", "Rs500,000", "NPR 500000"},
		{"rupees in the Seychelles", "Victoria is in the Seychelles. The Seychelles paid 900 rupees.", "900 rupees", "SCR 900"},
		{"dollars in Fiji", "Suva is in Fiji. The wharf in Suva, Fiji, cost $15 million.", "$15 million", "FJD 15000000"},
		{"dollars in Jamaica", "Kingston is in Jamaica. Jamaica paid 40 million dollars.", "40 million dollars", "JMD 40000000"},
		{"dollars with their own mark", "Tuen Mun is in Hong Kong. Hong Kong paid HK$39 million ($5 million) for it.", "$5 million", "USD 5000000"},
		{"Namibian dollars", "The wharf cost N$40 million.", "N$40 million", "NAD 40000000"},
		{"East Caribbean dollars", "The wharf cost EC$40,000.", "EC$40,000", "XCD 40000"},
		{"won that is no verb", "Busan is in South Korea. In South Korea a melon costs 14,500 won.", "14,500 won", "KRW 14500"},
		{"won that is a verb", "Busan is in South Korea. In 2019 South Korea paid; the club of 2021 won.", "", ""},
		{"kina", "Lae is in Papua New Guinea. Papua New Guinea will pay 20 kina for it.", "20 kina", "PGK 20"},
		{"a letter in Papua New Guinea", "Lae is in Papua New Guinea. Papua New Guinea will pay K20 for it.", "K20", "PGK 20"},
		{"a word in Sierra Leone", "Makeni is in Sierra Leone. Sierra Leone paid Le 500,000 for it.", "Le 500,000", "SLE 500000"},
		{"the same word in France", "Lyon is in France. Le 500 is a club in Lyon.", "", ""},
		{"new shekels", "The wall cost 3 million new shekels.", "3 million new shekels", "ILS 3000000"},
		{"new dollars of Taiwan", "The wall cost 3 million new Taiwan dollars.", "3 million new Taiwan dollars", "TWD 3000000"},
		{"pounds of weight", "Ohio is in the United States. In Ohio, United States, a pike of 20 pounds was caught.", "20 pounds", ""},
		{"coins", "Tallinn is in Estonia. In Estonia a stamp costs 90 cents.", "90 cents", "EUR 0.9"},
		{"francs in Senegal", "Thies is in Senegal. Senegal paid 900 million CFA francs.", "900 million CFA francs", "XOF 900000000"},
		{"shillings", "Gulu is in Uganda. Uganda paid Sh380,000 for it.", "Sh380,000", "UGX 380000"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			want := map[string]string{}
			if tc.value != "" {
				want[tc.words] = tc.value
			}
			got := sums(t, tc.text)
			delete(got, "HK$39 million")
			assert.Equal(t, want, got)
		})
	}
}
