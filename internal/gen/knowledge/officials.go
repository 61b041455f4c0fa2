package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/dateline-go/dateline/internal/gen/rows"
	"github.com/dateline-go/dateline/internal/knowledge"
)

// minor are roles of which the table has thousands and the news hardly any.
var minor = []string{"Substitute", "Deputy member", "Regional Council", "Region Assembly", "Assembly member",
	"Candidate"}

// offices are words of roles with the kinds of office that they say, the first of a role counting. A president of
// something is none of a country.
var offices = []struct {
	word string
	kind knowledge.Offices
}{
	{"First Lady", 0}, {"Vice President", knowledge.OtherOffice}, {"Vice-President", knowledge.OtherOffice},
	{"Deputy Prime Minister", knowledge.Minister}, {"First Deputy", knowledge.Minister},
	{"Minister President", knowledge.Governor}, {"Minister-President", knowledge.Governor},
	{"Deputy Minister", knowledge.Minister}, {"Chief Minister", knowledge.Governor},
	{"First Minister", knowledge.Governor},
	{"Prime Minister", knowledge.Government}, {"Federal Chancellor", knowledge.Government},
	{"Taoiseach", knowledge.Government}, {"Premier of", knowledge.Governor}, {"Premier", knowledge.Government},
	{"Governor of the ", knowledge.OtherOffice}, {"Lieutenant Governor", knowledge.OtherOffice},
	{"Governor", knowledge.Governor}, {"Mayor", knowledge.Mayor}, {"Ambassador", knowledge.Envoy},
	{"Minister", knowledge.Minister}, {"Secretary of", knowledge.Minister}, {"State Secretary", knowledge.Minister},
	{"Chancellor of the", knowledge.Minister}, {"Attorney General", knowledge.Minister},
	{"Attorney-General", knowledge.Minister},
	{"Member", knowledge.Member}, {"member", knowledge.Member}, {"Deputy", knowledge.Member},
	{"deputy", knowledge.Member}, {"enator", knowledge.Member}, {"epresentative", knowledge.Member},
}

// officeOf returns the kind of office that a role is.
func officeOf(role string) knowledge.Offices {
	switch role {
	case "President", "King", "Queen", "Emperor", "Supreme Leader", "Monarch", "Emir", "Sultan":
		return knowledge.Head
	case "President of the United States", "President of East Timor":
		return knowledge.Head
	}
	for _, o := range offices {
		if strings.Contains(role, o.word) {
			return o.kind
		}
	}
	return knowledge.OtherOffice
}

// surnameFirst are countries whose people have the surname before the given name.
var surnameFirst = map[string]bool{"CN": true, "KR": true, "KP": true, "TW": true, "VN": true, "HK": true, "KH": true}

// officials writes the file of officials: those of sources that are open and checked, by full name, and heads of state
// and government by surname too.
func (w *world) officials(from string) ([]byte, error) {
	countries := map[string]bool{}
	for _, c := range w.countries {
		countries[c.code] = true
	}
	states := map[string]string{}
	for _, r := range w.regions {
		if r.country == "US" && len(r.iso) == 2 {
			states[r.name] = r.iso
		}
	}
	var list []knowledge.KeyedOfficial
	seen := map[int]rows.Row{}
	err := rows.Read(from, "people.tsv", func(r rows.Row) error {
		qid, err := r.QID()
		role, source := r.Get("role"), r.Get("source")
		o := knowledge.Official{QID: qid, Country: r.Get("country"), Offices: officeOf(role)}
		isMinor := slices.ContainsFunc(minor, func(m string) bool { return strings.Contains(role, m) })
		if err != nil || qid == 0 || source == "own" || !countries[o.Country] || o.Offices == 0 || isMinor {
			return err
		}
		if was, ok := seen[qid]; ok {
			return fmt.Errorf("%w: the id Q%d of %q is that of %q on %s already", rows.Err, qid, r.Get("name"), was.Get("name"),
				was.At())
		}
		seen[qid] = r
		if o.From, err = r.Number("from", 2100); err != nil {
			return err
		}
		if o.To, err = r.Number("to", 2100); err != nil {
			return err
		}
		if o.Country == "US" {
			o.Region = stateOf(role, states)
		}
		list = append(list, named(r, o)...)
		return nil
	}, "name", "aliases", "role", "country", "qid", "from", "to", "source")
	if err != nil {
		return nil, err
	}
	byKey := func(a, b knowledge.KeyedOfficial) int {
		return cmp.Or(cmp.Compare(a.Key, b.Key), cmp.Compare(a.QID, b.QID))
	}
	slices.SortStableFunc(list, byKey)
	return knowledge.EncodeOfficials(slices.CompactFunc(list, func(a, b knowledge.KeyedOfficial) bool {
		return byKey(a, b) == 0
	}))
}

// stateOf returns the code of the American state that a role names last, "" for none: "Governor of Texas".
func stateOf(role string, states map[string]string) string {
	for name, code := range states {
		if strings.HasSuffix(role, name) && !strings.HasSuffix(role, "West "+name) {
			return code
		}
	}
	return ""
}

// named returns an official under each of the names by which it is looked up.
func named(r rows.Row, o knowledge.Official) []knowledge.KeyedOfficial {
	var list []knowledge.KeyedOfficial
	name := r.Get("name")
	for _, n := range append([]string{name}, r.List("aliases")...) {
		if strings.Contains(n, " ") {
			list = append(list, knowledge.KeyedOfficial{Key: knowledge.OrganisationKey(n), Official: o})
		}
	}
	if o.Offices&(knowledge.Head|knowledge.Government) != 0 && len(name) < 256 {
		words := strings.Fields(name)
		last := words[len(words)-1]
		if surnameFirst[o.Country] {
			last = words[0]
		}
		o.Name = name
		list = append(list, knowledge.KeyedOfficial{Key: knowledge.OrganisationKey(last), Official: o})
	}
	return list
}
