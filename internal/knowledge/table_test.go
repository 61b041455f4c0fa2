package knowledge_test

import (
	"crypto/sha256"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/internal/knowledge"
)

func table(t testing.TB) *knowledge.Table {
	t.Helper()
	k, err := knowledge.Default()
	require.NoError(t, err)
	return k
}

// TestNamed looks a name up and finds the place of a kind and country, with what the
// table says of it.
func TestNamed(t *testing.T) {
	for _, tc := range []struct {
		name, country string
		kind          knowledge.Kind
		geonames      int
		region        string
	}{
		{"France", "FR", knowledge.Country, 3017382, ""},
		{"Ivory Coast", "CI", knowledge.Country, 2287781, ""},
		{"U.K.", "GB", knowledge.Country, 2635167, ""},
		{"Georgia", "GE", knowledge.Country, 614540, ""},
		{"Georgia", "US", knowledge.Region, 4197000, "Georgia"},
		{"Ala.", "US", knowledge.Region, 4829764, "Alabama"},
		{"ONT", "CA", knowledge.Region, 6093943, "Ontario"},
		{"Nova Scotia", "CA", knowledge.Region, 6091530, "Nova Scotia"},
		{"Pointe Coupee Parish", "US", knowledge.County, 4337708, "Louisiana"},
		{"Bangor", "US", knowledge.Town, 4957280, "Maine"},
		{"SAINT LOUIS", "US", knowledge.Town, 4407066, "Missouri"},
		{"St. Louis", "US", knowledge.Town, 4407066, "Missouri"},
		{"Zürich", "CH", knowledge.Town, 2657896, "Zurich"},
		{"Zurich", "CH", knowledge.Town, 2657896, "Zurich"},
		{"New York", "US", knowledge.Town, 5128581, "New York"},
		{"River Thames", "", knowledge.Feature, 0, ""},
		{"Asia", "", knowledge.Continent, 6255147, ""},
	} {
		t.Run(tc.name+" "+tc.country, func(t *testing.T) {
			found := false
			for p := range table(t).Named(tc.name) {
				if p.Kind() != tc.kind || p.Country() != tc.country || p.GeoNames() != tc.geonames {
					continue
				}
				found = true
				region := ""
				if r, ok := p.Region(); ok {
					region = r.Name()
				}
				assert.Equal(t, tc.region, region)
			}
			assert.True(t, found)
		})
	}
	for p := range table(t).Named("") {
		t.Errorf("no name finds %q", p.Name())
	}
}

// TestPlace holds the cells of a record against what is known of two towns.
func TestPlace(t *testing.T) {
	for p, main := range table(t).Keyed(knowledge.Key("Paris")) {
		if p.Country() != "FR" || p.Kind() != knowledge.Town {
			continue
		}
		lat, lon := p.Point()
		assert.InDelta(t, 48.853, lat, 0.0051)
		assert.InDelta(t, 2.349, lon, 0.0051)
		assert.InEpsilon(t, 2_138_551, p.Population(), 0.05)
		assert.Equal(t, 90, p.QID())
		assert.True(t, p.Capital())
		assert.True(t, main)
	}
	for p := range table(t).Named("Bangor") {
		if p.GeoNames() == 4957280 {
			maine, ok := table(t).RegionOf("US", "ME")
			require.True(t, ok)
			us, ok := table(t).Country("US")
			require.True(t, ok)
			assert.True(t, p.In(maine))
			assert.True(t, p.In(us))
			assert.True(t, maine.In(us))
			assert.False(t, us.In(maine))
			assert.False(t, p.In(p))
		}
	}
}

// TestEveryPlaceIsWhole reads every record: its name, parents and point.
func TestEveryPlaceIsWhole(t *testing.T) {
	k := table(t)
	require.Greater(t, k.Len(), 150_000)
	for i := range k.Len() {
		p := k.At(i)
		lat, lon := p.Point()
		ok := p.Name() != "" && lat >= -90 && lat <= 90 && lon >= -180 && lon <= 180 && p.Kind() <= knowledge.Continent
		if up, has := p.Parent(); has {
			ok = ok && up.Country() == p.Country() && (up.Kind() == knowledge.Region || up.Kind() == knowledge.County)
		}
		if !ok {
			t.Fatalf("place %d: %q", i, p.Name())
		}
	}
}

// headSize is how long the head of the file of places is.
const headSize = 44

// files reads the file of places and that of their index.
func files(t testing.TB) (places, index []byte) {
	t.Helper()
	places, err := os.ReadFile("places.bin")
	require.NoError(t, err)
	index, err = os.ReadFile("index.bin")
	require.NoError(t, err)
	return places, index
}

// TestChecksum says when the files are others: internal/gen/knowledge makes the same
// bytes of the same tables.
func TestChecksum(t *testing.T) {
	b, index := files(t)
	assert.Equal(t, checksum, fmt.Sprintf("%x", sha256.Sum256(b)))
	assert.Equal(t, indexChecksum, fmt.Sprintf("%x", sha256.Sum256(index)))
	assert.Less(t, len(b)+len(index), 9<<19)
}

func TestReadRefusesOtherBytes(t *testing.T) {
	b, index := files(t)
	file := string(b)
	for name, bad := range map[string]string{
		"nothing":         "",
		"another format":  "DLNAMES\x01" + file[8:],
		"another version": file[:7] + "\xff" + file[8:],
		"cut short":       file[:len(file)-1],
		"with more":       file + "x",
		"header alone":    file[:headSize],
	} {
		t.Run(name, func(t *testing.T) {
			_, err := knowledge.Read(bad, index)
			assert.ErrorIs(t, err, knowledge.ErrFormat)
		})
	}
	_, swapped, _, err := knowledge.EncodePlaces(nil)
	require.NoError(t, err)
	swapped = append(swapped[len(swapped)/2:], swapped[:len(swapped)/2]...)
	for name, bad := range map[string][]byte{
		"no index":             nil,
		"an index cut short":   index[:len(index)-1],
		"an index with more":   append(slices.Clone(index), 'x'),
		"an index out of step": swapped,
	} {
		t.Run(name, func(t *testing.T) {
			_, err := knowledge.Read(file, bad)
			assert.ErrorIs(t, err, knowledge.ErrFormat)
		})
	}
}

// TestDamage spoils bytes of the files at random: they are refused, or every question has an answer.
func TestDamage(t *testing.T) {
	b, index := files(t)
	r := rand.New(rand.NewPCG(19, 1))
	names := []string{"Paris", "Bangor", "New York", "Springfield", "Victoria"}
	read := 0
	for range 20 {
		b, index := slices.Clone(b), slices.Clone(index)
		for range 40_000 {
			b[headSize+r.IntN(len(b)-headSize)] ^= byte(1 + r.IntN(255))
			index[20_000+r.IntN(120_000)] ^= byte(1 + r.IntN(255)) // among the rows
			index[len(index)-150_000+r.IntN(100_000)] ^= byte(1 + r.IntN(255))
		}
		k, err := knowledge.Read(string(b), index)
		if err != nil {
			require.ErrorIs(t, err, knowledge.ErrFormat)
			continue
		}
		read++
		for i := 0; i < k.Len(); i += 1 + r.IntN(200) {
			p := k.At(i)
			_, _, _ = p.String(), p.QID(), p.RegionCode()
			_ = p.In(k.At(0))
		}
		for _, name := range names {
			for p := range k.Named(name) {
				require.Less(t, p.Number(), k.Len())
			}
		}
	}
	assert.Positive(t, read)
}

func TestLookUpAllocatesNothing(t *testing.T) {
	k := table(t)
	assert.Zero(t, testing.AllocsPerRun(100, func() {
		for p := range k.Named("Saint-Étienne") {
			_ = p.Country()
		}
	}))
}
