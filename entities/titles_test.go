package entities_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/dateline-go/dateline"
)

// TestTitlesBeforeNames has titles of courtesy, of honour and positions in a game, which are no part of a name.
func TestTitlesBeforeNames(t *testing.T) {
	for _, tc := range []struct{ text, name, role string }{
		{"Grid manager Eng. Kamal Perera said the dam was full.", "Kamal Perera", "Grid manager"},
		{"The minister, Datuk Seri Lim Wei Keong, spoke.", "Lim Wei Keong", "minister"},
		{"Transport Minister Datuk Seri Ong Boon Huat came.", "Ong Boon Huat", "Transport Minister"},
		{"A banker, Tan Sri Rahim Yusof, said no.", "Rahim Yusof", "banker"},
		{"Dato' Azman Ali said no.", "Azman Ali", ""},
		{"Prime Minister Ratu Semi Tora left.", "Semi Tora", "Prime Minister"},
		{"Khun Somchai Dee said no.", "Somchai Dee", ""},
		{"Prop Rhys Maddock scored twice.", "Rhys Maddock", "Prop"},
		{"They came back when lock Huw Beynon scored.", "Huw Beynon", "lock"},
		{"The Tonga full-back Sione Mahe came on.", "Sione Mahe", "full-back"},
		{"Shortstop Luis Ferrer hit twice.", "Luis Ferrer", "Shortstop"},
		{"Economist Habib Karim Rony said so.", "Habib Karim Rony", "Economist"},
		{"Supervisor Connie Braun said so.", "Connie Braun", "Supervisor"},
		{"Forecaster Jone Waqa said so.", "Jone Waqa", "Forecaster"},
		{"Tan Ah Hoon said so.", "Tan Ah Hoon", ""},
		{"Sri Mulyani Hartono said so.", "Sri Mulyani Hartono", ""},
	} {
		t.Run(tc.text, func(t *testing.T) {
			var names, roles []string
			for _, e := range recognize(t, tc.text).Entities {
				if e.Label != dateline.Person {
					continue
				}
				names = append(names, e.Name)
				for _, r := range e.Roles {
					roles = append(roles, r.Title)
				}
			}
			assert.Equal(t, []string{tc.name}, names)
			if tc.role == "" {
				assert.Empty(t, roles)
			} else {
				assert.Equal(t, []string{tc.role}, roles)
			}
		})
	}
}
