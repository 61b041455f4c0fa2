package export

import (
	"encoding/json"
	"strings"

	"github.com/dateline-go/dateline"
)

// wikidata returns the address of an entity's concept in Wikidata, "" where it has none. A names file may hold any
// id, so that one which is none of Wikidata's makes no address.
func wikidata(e dateline.Entity) string {
	id := e.IDs[dateline.Wikidata]
	digits, ok := strings.CutPrefix(id, "Q")
	if !ok || digits == "" || len(digits) > 12 || strings.Trim(digits, "0123456789") != "" {
		return ""
	}
	return "http://www.wikidata.org/entity/" + id
}

// catalogues are the systems whose ids an export names beside the addresses, in the order in which it names them.
var catalogues = []struct {
	system dateline.System
	name   string
}{
	{dateline.ISO, "ISO 3166-2"}, {dateline.IOC, "IOC"}, {dateline.FIFA, "FIFA"},
	{dateline.IATA, "IATA"}, {dateline.Ticker, "ticker"},
}

// properties are the ids of a thing in catalogues without addresses. One stands for itself, several are a list.
type properties []property

// MarshalJSON implements [json.Marshaler].
func (p properties) MarshalJSON() ([]byte, error) {
	if len(p) == 1 {
		return json.Marshal(p[0])
	}
	return json.Marshal([]property(p))
}

// identifiers returns an entity's ids in catalogues. The code of a country is its own, which [country] gives.
func identifiers(e dateline.Entity) properties {
	var list properties
	for _, c := range catalogues {
		if id := e.IDs[c.system]; id != "" && (c.system != dateline.ISO || isoCode(e) == "") {
			list = append(list, property{"PropertyValue", c.name, id})
		}
	}
	return list
}
