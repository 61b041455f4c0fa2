package dateline

import "encoding/json"

// conceptLabel marked concepts among the entities of version 0.
const conceptLabel Label = "CONCEPT"

// upgrade turns what was read from the JSON of version 0 into this version: there
// concepts stood among the entities, roles were plain strings, and quotes had one
// speaker.
func (d *document) upgrade(b []byte) error {
	var old struct {
		Entities []struct {
			Spans []Span `json:"spans"`
		} `json:"entities"`
	}
	if err := json.Unmarshal(b, &old); err != nil {
		return err
	}
	names := d.Entities[:0]
	for i, e := range d.Entities {
		if e.Label != conceptLabel {
			names = append(names, e)
			continue
		}
		d.Concepts = append(d.Concepts, Concept{ID: e.ID, Name: e.Name, Aliases: e.Aliases,
			Salience: e.Salience, About: e.About, Spans: old.Entities[i].Spans})
	}
	d.Entities = names
	for i := range d.Quotes {
		if q := &d.Quotes[i]; q.Speaker != "" && q.Speakers == nil {
			q.Speakers = []Speaker{{Name: q.Speaker, Entity: q.Entity}}
		}
	}
	d.Schema = Schema
	return nil
}

// UnmarshalJSON reads a role, also in the form of version 0, its title alone.
func (r *Role) UnmarshalJSON(b []byte) error {
	if len(b) > 0 && b[0] == '"' {
		*r = Role{}
		return json.Unmarshal(b, &r.Title)
	}
	type role Role // without this method
	return json.Unmarshal(b, (*role)(r))
}
