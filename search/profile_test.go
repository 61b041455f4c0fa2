package search_test

import (
	"encoding/binary"
	"hash/crc32"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
)

func profile(t testing.TB, doc *dateline.Document) *search.Profile {
	t.Helper()
	p, err := search.NewProfile(doc)
	require.NoError(t, err)
	return p
}

func TestSimilarity(t *testing.T) {
	about := profile(t, story(t, "about", "Coal terminal to close", "Port Arlen will close its coal terminal.", "Tessa Brand signed the order."))
	near := profile(t, story(t, "near", "Terminal in Port Arlen", "The last coal left the terminal on Friday.", "Ships go north."))
	far := profile(t, story(t, "far", "Cup final", "Rovers beat Athletic in extra time.", "Twenty thousand watched."))
	empty := profile(t, &dateline.Document{ID: "empty"})
	assert.InDelta(t, 1, search.Similarity(about, about), 1e-9)
	assert.Equal(t, search.Similarity(about, near), search.Similarity(near, about))
	assert.Greater(t, search.Similarity(about, near), 2*search.Similarity(about, far))
	assert.Zero(t, search.Similarity(about, empty))
	assert.Zero(t, search.Similarity(empty, empty))
}

// TestEntitiesCountByID has two articles that name a person in other letters, and
// one that names somebody else in the same.
func TestEntitiesCountByID(t *testing.T) {
	with := func(id, text, entity, name string) *search.Profile {
		d := story(t, id, "Notes", text)
		d.Entities = []dateline.Entity{{ID: entity, Name: name, Label: dateline.Person, Salience: 1}}
		return profile(t, d)
	}
	one := with("one", "Brand opened a library.", "person:tessa-brand", "Tessa Brand")
	other := with("other", "Brand sold a farm.", "person:tessa-brand", "Tessa Brand")
	namesake := with("namesake", "Brand sold a farm.", "person:ole-brand", "Ole Brand")
	assert.Greater(t, search.Similarity(one, other), search.Similarity(one, namesake)+0.1)
}

func TestProfileKeepsWhatItIsMadeOf(t *testing.T) {
	d := story(t, "a", "Coal terminal to close", "Port Arlen will close its coal terminal.")
	d.Published = dateline.Day(2024, 5, 2)
	d.Entities = []dateline.Entity{{ID: "person:tessa-brand", Name: "Tessa Brand", Label: dateline.Person, Salience: 0.6}}
	d.Countries = []dateline.Country{{Code: "NO", Focus: true}, {Code: "ZM"}}
	d.Keyphrases = []dateline.Keyphrase{{Text: "coal terminal", Score: 1}}
	p := profile(t, d)
	assert.Equal(t, []search.ProfileEntity{{ID: "person:tessa-brand", Name: "Tessa Brand", Label: dateline.Person, Salience: 0.6}}, p.Entities)
	assert.Equal(t, []string{"NO"}, p.Countries, "those in focus, where there are any")
	assert.Equal(t, []string{"coal terminal"}, p.Keyphrases)
	got, err := search.DecodeProfile(p.Encode())
	require.NoError(t, err)
	assert.Equal(t, p, got)
}

func TestDecodeProfileRefuses(t *testing.T) {
	b := profile(t, story(t, "a", "Coal terminal to close", "Port Arlen will close its coal terminal.")).Encode()
	for i := range b {
		_, err := search.DecodeProfile(b[:i])
		require.ErrorIs(t, err, search.ErrProfile, "%d bytes", i)
		b[i] ^= 0x10
		_, err = search.DecodeProfile(b)
		require.ErrorIs(t, err, search.ErrProfile, "byte %d", i)
		b[i] ^= 0x10
	}
}

// TestProfileIsBounded has a text of very many different words.
func TestProfileIsBounded(t *testing.T) {
	var b strings.Builder
	for i := range 200_000 {
		for n := i; ; n /= 26 {
			b.WriteByte('a' + byte(n%26))
			if n < 26 {
				break
			}
		}
		b.WriteByte(' ')
	}
	p := profile(t, &dateline.Document{ID: "long", Text: b.String()})
	assert.Less(t, len(p.Encode()), 20_000)
	assert.Len(t, p.Marks(), 32)
	one := profile(t, &dateline.Document{ID: "word", Text: strings.Repeat("port ", 200_000)})
	assert.Less(t, len(one.Encode()), 200)
	assert.Len(t, one.Marks(), 1)
}

func FuzzDecodeProfile(f *testing.F) {
	doc := &dateline.Document{ID: "a", Headline: "Harbour strike ends", Text: "Dockers went back to work on Thursday."}
	f.Add(profile(f, doc).Encode())
	f.Add([]byte{1, 0, 0, 0, 0})
	f.Fuzz(func(t *testing.T, b []byte) {
		p, err := search.DecodeProfile(b)
		if err != nil {
			assert.ErrorIs(t, err, search.ErrProfile)
			return
		}
		search.Similarity(p, p)
		_, err = search.DecodeProfile(p.Encode())
		assert.NoError(t, err)
	})
}

// What an archive keeps from before there were slots is read as it is.
func TestDecodeProfileWithoutSlots(t *testing.T) {
	p := profile(t, &dateline.Document{ID: "calm", Headline: "Calm", Text: "there was no wind on the lake and nobody went out to sea in the night"})
	old := p.Encode()
	require.Zero(t, old[len(old)-1], "no slots")
	old = old[:len(old)-1]
	old[0] = 3
	binary.BigEndian.PutUint32(old[1:], crc32.Checksum(old[5:], crc32.MakeTable(crc32.Castagnoli)))
	got, err := search.DecodeProfile(old)
	require.NoError(t, err)
	assert.Equal(t, p.Encode(), got.Encode())
}
