package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/dateline-go/dateline/internal/gen/rows"
	"github.com/dateline-go/dateline/internal/knowledge"
)

// uncertain are sources whose rows are left out: written from memory, or of a licence that covers something else.
var uncertain = map[string]bool{"own": true, "iati": true, "us-listings": true, "outlets": true}

// ministries are how bodies begin that every state has by the same name.
var ministries = []string{"Department ", "Ministry ", "Office ", "Bureau ", "Agency ", "Commission ",
	"Council ", "Court ", "National ", "Directorate ", "Board ", "Central "}

// local are sources that list what is in one country at a time.
var local = map[string]bool{"nsi": true, "mysociety": true, "mysociety,nsi": true, "govuk": true, "dotgov": true,
	"dotgov,nsi": true}

// isShared reports whether a form is one that many organisations have: three or four capitals, or a ministry's.
func isShared(form string) bool {
	if len(form) < 5 && form == strings.ToUpper(form) {
		return true
	}
	if strings.HasSuffix(form, " Fire Department") { // there are ten Rochesters
		return true
	}
	return slices.ContainsFunc(ministries, func(m string) bool { return strings.HasPrefix(form, m) })
}

// organisations writes the file of organisations. A form that is marked as a word, a name or a place too is left out,
// and so is one that two organisations have.
func (w *world) organisations(from string) ([]byte, error) {
	countries := map[string]bool{"": true}
	for _, c := range w.countries {
		countries[c.code] = true
	}
	var list []body
	err := rows.Read(from, "organisations.tsv", func(r rows.Row) error {
		qid, err := r.QID()
		if err != nil || uncertain[r.Get("source")] || r.Get("kind") == "military" || !countries[r.Get("country")] {
			return err
		}
		b := body{forms: append(r.List("aliases"), r.Get("name")), marked: map[string]bool{}}
		b.QID, b.Country = qid, r.Get("country")
		b.Local = b.Country != "" && local[r.Get("source")]
		if traded[r.Get("size")] {
			b.Exchange, b.Symbol = w.listed(r.Get("ticker"), b.Country)
		}
		for _, m := range r.List("ambiguous") {
			b.marked[m[:max(0, strings.LastIndexByte(m, ':'))]] = true
		}
		list = append(list, b)
		return nil
	}, "name", "aliases", "kind", "country", "qid", "ticker", "size", "ambiguous", "source")
	if err != nil {
		return nil, err
	}
	strangers(list)
	twice(list)
	return knowledge.EncodeOrganisations(w.byForm(list))
}

// body is an organisation with the names that the table has for it.
type body struct {
	knowledge.NamedOrganisation
	forms  []string
	marked map[string]bool // forms that are something else too
}

// byForm returns organisations by the keys of the forms that only one of them has.
func (w *world) byForm(list []body) map[uint64]knowledge.NamedOrganisation {
	known, shared := map[uint64]knowledge.NamedOrganisation{}, map[uint64]bool{}
	for i := range list {
		b := &list[i]
		for _, form := range b.forms {
			key := knowledge.OrganisationKey(form)
			if was, ok := known[key]; ok && was != b.NamedOrganisation {
				shared[key] = true
			}
			own := !b.marked[form] && !isShared(form) && !w.isOther(b, form)
			if own && b.NamedOrganisation != (knowledge.NamedOrganisation{}) {
				known[key] = b.NamedOrganisation
			}
		}
	}
	maps.DeleteFunc(known, func(key uint64, _ knowledge.NamedOrganisation) bool { return shared[key] })
	return known
}

// isOther reports whether a form, such as "Siemens Energy", is the name of an organisation with an
// id and another word behind it that changes what it is.
func (w *world) isOther(b *body, form string) bool {
	name := strings.Fields(string(knowledge.AppendFold(nil, b.forms[len(b.forms)-1])))
	words := strings.Fields(string(knowledge.AppendFold(nil, form)))
	if b.QID == 0 || len(words) <= len(name) || !slices.Equal(words[:len(name)], name) {
		return false
	}
	return slices.ContainsFunc(words[len(name):], func(x string) bool {
		return !w.words[ending][strings.Trim(x, ",()")]
	})
}

// strangers takes the id in Wikidata from those of several organisations with one id whose names have no word in
// common with those of another of them: a chain of shops and the garages of its owner, or a slip.
func strangers(list []body) {
	byID := map[int][]int{}
	for i := range list {
		if id := list[i].QID; id != 0 {
			byID[id] = append(byID[id], i)
		}
	}
	for _, same := range byID {
		if len(same) == 1 {
			continue
		}
		count := map[string]int{}
		for _, i := range same {
			for w := range list[i].words() {
				count[w]++
			}
		}
		for _, i := range same {
			alone := true
			for w := range list[i].words() {
				alone = alone && count[w] == 1
			}
			if alone {
				list[i].QID = 0
			}
		}
	}
}

// words are the words in the forms of an organisation.
func (b *body) words() map[string]bool {
	all := map[string]bool{}
	for _, form := range b.forms {
		for w := range strings.FieldsSeq(string(knowledge.AppendFold(nil, form))) {
			all[w] = true
		}
	}
	return all
}

// twice takes their tickers from organisations of which several have the same: it is that of one of them, and the table
// does not say of which.
func twice(list []body) {
	count := map[[2]string]int{}
	for i := range list {
		count[[2]string{list[i].Exchange, list[i].Symbol}]++
	}
	for i := range list {
		if b := &list[i]; count[[2]string{b.Exchange, b.Symbol}] > 1 {
			b.Exchange, b.Symbol = "", ""
		}
	}
}

// traded are the sizes of companies that the news speak of: of small ones a ticker is hardly ever asked for.
var traded = map[string]bool{"S&P 500": true, "mega": true, "large": true, "mid": true}

// listing notes a row of listings.tsv.
func (w *world) listing(cells []string) error {
	if !knowledge.IsExchange(cells[2]) {
		return fmt.Errorf("%w: %q is no exchange", rows.Err, cells[2])
	}
	w.listings[[2]string{cells[0], cells[1]}] = cells[2]
	return nil
}

// listed returns the exchange and the symbol of a ticker such as "BARC.L" of a company in a country; "" where that is
// no listing at home.
func (w *world) listed(ticker, country string) (exchange, symbol string) {
	symbol, end, _ := strings.Cut(ticker, ".")
	exchange = w.listings[[2]string{cmp.Or(end, "-"), country}]
	if exchange == "" || symbol == "" || len(symbol) > knowledge.MostSymbol {
		return "", ""
	}
	return exchange, symbol
}
