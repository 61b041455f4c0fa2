package main

import (
	"maps"
	"slices"
	"strings"

	"github.com/dateline-go/dateline/internal/knowledge"
)

// uncertain are sources whose rows are left out: written from memory, or of a licence that covers something else.
var uncertain = map[string]bool{"own": true, "iati": true, "us-listings": true, "outlets": true}

// ministries are how bodies begin that every state has by the same name.
var ministries = []string{"Department ", "Ministry ", "Office ", "Bureau ", "Agency ", "Commission ",
	"Council ", "Court ", "National "}

// isShared reports whether a form is one that many organisations have: three or four capitals, or a ministry's.
func isShared(form string) bool {
	if len(form) < 5 && form == strings.ToUpper(form) {
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
	known := map[uint64]knowledge.Organisation{}
	shared := map[uint64]bool{}
	err := read(from, "organisations.tsv", func(r row) error {
		qid, err := r.qid()
		o := knowledge.Organisation{QID: qid, Country: r.get("country")}
		left := uncertain[r.get("source")] || r.get("kind") == "military" || !countries[o.Country]
		if left || o == (knowledge.Organisation{}) {
			return err
		}
		marked := map[string]bool{}
		for _, m := range r.list("ambiguous") {
			marked[m[:max(0, strings.LastIndexByte(m, ':'))]] = true
		}
		for _, form := range append(r.list("aliases"), r.get("name")) {
			key := knowledge.OrganisationKey(form)
			if was, ok := known[key]; ok && was != o {
				shared[key] = true
			}
			if !marked[form] && !isShared(form) {
				known[key] = o
			}
		}
		return err
	}, "name", "aliases", "kind", "country", "qid", "ambiguous", "source")
	if err != nil {
		return nil, err
	}
	maps.DeleteFunc(known, func(key uint64, _ knowledge.Organisation) bool { return shared[key] })
	return knowledge.EncodeOrganisations(known)
}
