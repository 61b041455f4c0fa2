package page_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// timetable is a story whose parts say the same again and again: stops, fares and boats of one harbour after another.
func timetable(harbours ...string) string {
	var b strings.Builder
	for _, h := range harbours {
		fmt.Fprintf(&b, "Boats to %s\n\n", h)
		for _, boat := range []string{"Morning boat", "Noon boat", "Night boat"} {
			fmt.Fprintf(&b, "%s\n\nCheck in 20 minutes before departure\n\nFare: 4 crowns, 2 for pupils\n\nPier 3\n\n", boat)
		}
	}
	return b.String()
}

func TestPastedRefrains(t *testing.T) {
	t.Parallel()
	plan := timetable("Storvik", "Selje", "Tranby", "Holm", "Vik")
	doc := plainPage(t, "Boats of the winter\n\n3 November 2025\n\n"+pastedStory+"\n"+plan+
		"Related\n\nA bridge to Holm, at last\n\nPrivacy policy\n")
	for _, line := range []string{"Boats to Vik", "Night boat", "Pier 3", "Check in 20 minutes before departure"} {
		assert.Equal(t, strings.Count(plan, line), strings.Count(doc.Text, line), line)
	}
	assert.NotContains(t, doc.Text, "A bridge to Holm")
}
