package entities

import "github.com/dateline-go/dateline"

// headEnd returns where the headline, kicker and dek of the text end.
func (s *story) headEnd() int {
	end := 0
	for _, b := range s.doc.Blocks {
		switch b.Kind {
		case dateline.BlockHeadline, dateline.BlockKicker, dateline.BlockDek:
			end = b.End
		}
	}
	return end
}

// entities returns the entities in order of first mention.
func (all things) entities() []dateline.Entity {
	var list []dateline.Entity
	for _, t := range all {
		list = append(list, t.Entity)
	}
	return list
}
