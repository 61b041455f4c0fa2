package page

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// pastedNeighbours is a pasted page of which each line has a chance of its own.
func pastedNeighbours(chances []float64, lines ...string) *neighbourhood {
	h := &neighbourhood{c: &content{plain: true}, p: chances}
	h.mass, h.words = make([]float64, len(lines)+1), make([]float64, len(lines)+1)
	for i, text := range lines {
		h.c.blocks = append(h.c.blocks, block{text: text, marked: text == "Read more"})
		h.shapes = append(h.shapes, shapeOf(text))
		words := wordsOf(&h.shapes[i])
		h.mass[i+1], h.words[i+1] = h.mass[i]+chances[i]*words, h.words[i]+words
	}
	return h
}

func TestKinLines(t *testing.T) {
	h := pastedNeighbours([]float64{0.9, 0.5, 0.1, 0, 0.7, 0.8, 0.2},
		"The harbour of Selje has been rebuilt in stone by two hundred workers since the storm of last winter.",
		"1. Fare: 4 crowns", "2) Harbour dues", "Read more", "1. Fare: 12 crowns",
		"The harbour master said on Monday that dues would rise to pay for the stone that the workers brought.", "Bread")
	k := newKinLines(h)
	assert.Equal(t, k.twin[1], k.twin[4], "the same words with other numbers")
	assert.InDelta(t, 2, k.twins[k.twin[1]].words, 0)
	assert.NotEqual(t, k.twin[0], k.twin[5])
	assert.Equal(t, []int32{0, 0, 0, 3, 4, 4, 4}, k.segFrom)
	assert.Equal(t, []int32{3, 3, 3, 4, 7, 7, 7}, k.segTo)
	assert.InDeltaSlice(t, []float64{-1, 0.1, 0.5, -1, -1, -1, -1}, k.series, 1e-9)
	assert.InDelta(t, -1, k.shared(h, 6), 0, "no long word")
	assert.InDelta(t, 1, k.shared(h, 2), 0, "a word of two sure lines")
	assert.Less(t, k.shared(h, 0), 0.6, "its own words do not count")
}

func TestLeadingNumber(t *testing.T) {
	for text, want := range map[string]int{"7. Oslo": 7, "12 ships": 12, "1984 was": 0, "Oslo 7": 0, "": 0, "3": 3} {
		assert.Equal(t, want, leadingNumber(text), text)
	}
}

// A list of other stories says the same again and again, too: who wrote them.
func TestTeasersAreNoRefrain(t *testing.T) {
	for last, want := range map[string]bool{"By Marte Solberg": false, "Fare: 4 crowns": true} {
		c := &content{plain: true}
		for range 8 {
			for i, text := range []string{"The ferry leaves at noon.", "Fashion", last} {
				c.blocks = append(c.blocks, block{text: text, blank: 1, score: 0.5 - float64(i)})
			}
		}
		c.keepRefrains()
		assert.Equal(t, want, c.blocks[1].score > 0, last)
	}
}
