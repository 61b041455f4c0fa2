package resolve_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/knowledge"
	"github.com/dateline-go/dateline/internal/resolve"
	"github.com/dateline-go/dateline/lang/en"
)

// story marks up names: [Bangor] is one with a government, {Seine} a natural thing, and
// <FR:French> has a known country.
func story(text string) resolve.Story {
	var s resolve.Story
	var b strings.Builder
	for i := 0; i < len(text); i++ {
		c := text[i]
		at := strings.IndexByte("[{<", c)
		if at < 0 {
			b.WriteByte(c)
			continue
		}
		to := i + strings.IndexByte(text[i:], "]}>"[at])
		n := resolve.Name{Hint: []resolve.Hint{resolve.Government, resolve.Land, resolve.Known}[at]}
		name := text[i+1 : to]
		if n.Hint == resolve.Known {
			n.Country, name, _ = strings.Cut(name, ":")
		}
		n.Span.Start = b.Len()
		b.WriteString(name)
		n.Span.End = b.Len()
		s.Names = append(s.Names, n)
		i = to
	}
	s.Text = b.String()
	return s
}

// TestResolve holds the place of a story's first name against its country and region.
func TestResolve(t *testing.T) {
	r, err := resolve.New(en.Words().Lexicon)
	require.NoError(t, err)
	for _, tc := range []struct{ name, text, country, region string }{
		{"the large one", "The mayor of [Paris] opened the bridge.", "FR", "Île-de-France"},
		{"said to lie in a state", "A library in [Paris], [Texas], closed.", "US", "Texas"},
		{"an abbreviated state, unmarked", "A barn burned in [Athens], Ala., on Friday.", "US", "Alabama"},
		{"a Canadian province", "Trams returned to [London], [Ont.], this week.", "CA", "Ontario"},
		{"a part of a country", "The fair in [Boston], [England], drew crowds.", "GB", "England"},
		{"the story's other places", "[Bangor] lost to [Orono] and [Brewer] as [Maine] schools met.", "US", "Maine"},
		{"named elsewhere in the story", "[Lebanon] will pave its roads, the city in [Tennessee] said.", "US", "Tennessee"},
		{"a list of countries", "In [Geneva], [Russia] and [Ukraine] met again.", "CH", "Geneva"},
		{"a clause that begins with a country", "In [Gaza], [Qatar] said, food ran out.", "PS", ""},
		{"a list of states", "[Georgia], [Florida] and [Ohio] voted early.", "US", "Georgia"},
		{"a country by its neighbours", "[Georgia], [Armenia] and [Azerbaijan] signed.", "GE", ""},
		{"one of two counties in a state", "Crews in [Baker], [Clay] and [Nassau] counties, and in [Nassau] and [Baker] counties in [Florida].",
			"US", "Florida"},
		{"a part of a state", "Schools in [Northeast Georgia] hire again, [Atlanta] said.", "US", "Georgia"},
		{"directions are no name", "A road in [Western North] is in [Ghana], near [Accra] and [Kumasi].", "GH", ""},
		{"a great city beside a hamlet", "[Boston] took her in. She had left [Gort], [Ennis], [Tuam] and [Galway] for [New York] and [Chicago].",
			"US", "Massachusetts"},
		{"several counties", "Snow closed roads in [Penobscot], [Hancock] and [Waldo] counties in [Maine].", "US", "Maine"},
		{"a people beside it", "The <GR:Greek> minister flew to [Athens].", "GR", "Attica"},
		{"a possessive", "[Norway]'s voters stayed at home.", "NO", ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			s := story(tc.text)
			s.Explain = true
			all := r.Resolve(s)
			d := all[0]
			if tc.country == "GR" {
				d = all[1]
			}
			require.NotNil(t, d)
			assert.Equal(t, tc.country, d.Country)
			if tc.region == "" {
				return
			}
			require.True(t, d.Place.Known())
			region, ok := d.Place.Region()
			require.True(t, ok)
			assert.Equal(t, tc.region, region.Name())
			assert.NotEmpty(t, d.Features)
			assert.LessOrEqual(t, d.Confidence, 1.0)
		})
	}
}

// TestWhichOfOneName says of places around one another, or of one name, which is meant.
func TestWhichOfOneName(t *testing.T) {
	r, err := resolve.New(en.Words().Lexicon)
	require.NoError(t, err)
	for _, tc := range []struct {
		name, text string
		kind       knowledge.Kind
		country    string
	}{
		{"the seat of its region", "A ship left [Aqaba] for [Jordan]'s islands.", knowledge.Town, "JO"},
		{"the region by its word", "Floods cut roads in [Kandahar] province, [Afghanistan].", knowledge.Region, "AF"},
		{"the region by a word before", "Voters in the state of [Kano] queue, [Nigeria] says.", knowledge.Region, "NG"},
		{"most people of the region live elsewhere", "[Quebec] will close mines, as will [Ontario].",
			knowledge.Region, "CA"},
		{"an area without borders", "He grew up in [Hamilton], Lanarkshire.", knowledge.Town, "GB"},
		{"umlauts spelled out", "The ferry to [Duesseldorf] is late.", knowledge.Town, "DE"},
		{"an Irish county", "Cows died in [County Louth].", knowledge.County, "IE"},
		{"a village", "A choir from [Omeath] sang in [Dundalk], [Ireland].", knowledge.Town, "IE"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			d := r.Resolve(story(tc.text))[0]
			require.NotNil(t, d)
			require.True(t, d.Place.Known())
			assert.Equal(t, tc.kind, d.Place.Kind(), d.Place.String())
			assert.Equal(t, tc.country, d.Place.Country())
		})
	}
}

// TestOwner keeps a region apart from the one of its name across the border, whatever the story calls first.
func TestOwner(t *testing.T) {
	r, err := resolve.New(en.Words().Lexicon)
	require.NoError(t, err)
	all := r.Resolve(story("Dust closed roads in [Punjab] and [Amritsar]. In [Pakistan]'s [Punjab], flights stopped."))
	assert.Equal(t, "IN", all[0].Country)
	assert.Equal(t, "PK", all[3].Country)
	all = r.Resolve(story("[Kandahar] fell. Troops left [Afghanistan]'s [Kandahar] at night."))
	assert.Equal(t, "AF", all[0].Country, "there is no other one like it")
	all = r.Resolve(story("Floods hit the <PK:Pakistani> [Punjab] on Monday."))
	assert.Equal(t, "PK", all[1].Country)
}

// TestUnknown gives a place that the table does not have the country that the story says or is about.
func TestUnknown(t *testing.T) {
	r, err := resolve.New(en.Words().Lexicon)
	require.NoError(t, err)
	for _, tc := range []struct{ name, text, want string }{
		{"behind it", "A well in [Qwxyzzia], [Kenya], ran dry, [Uganda] and [Sudan] said.", "KE"},
		{"the story's", "Buses from [Qwxyzzia] to [Nairobi], [Mombasa] and [Kisumu] stopped.", "KE"},
		{"most of the story's", "Buses from [Qwxyzzia] to [Nairobi], [Mombasa] and [Kampala] stopped.", "KE"},
		{"a river", "The {Qwxyzz} rose, and buses to [Nairobi], [Mombasa] and [Kisumu] stopped.", "KE"},
		{"several countries", "Buses from [Qwxyzzia] to [Nairobi] and [Kampala] stopped.", ""},
		{"nothing else", "Buses from [Qwxyzzia] stopped.", ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			d := r.Resolve(story(tc.text))[0]
			if tc.want == "" {
				assert.Nil(t, d)
				return
			}
			require.NotNil(t, d)
			assert.False(t, d.Place.Known())
			assert.Equal(t, tc.want, d.Country)
			assert.Positive(t, d.Confidence)
		})
	}
}

// TestHome resolves a name that the story says nothing about by the outlet's home.
func TestHome(t *testing.T) {
	r, err := resolve.New(en.Words().Lexicon)
	require.NoError(t, err)
	s := story("The [Springfield] council met on Monday.")
	for _, tc := range []struct{ state, want string }{{"US-MA", "Massachusetts"}, {"US-OR", "Oregon"}} {
		t.Run(tc.state, func(t *testing.T) {
			home, ok := r.HomeOf(tc.state)
			require.True(t, ok)
			s.Home = home
			d := r.Resolve(s)[0]
			require.True(t, d.Place.Known())
			region, ok := d.Place.Region()
			require.True(t, ok)
			assert.Equal(t, tc.want, region.Name())
		})
	}
}

// TestOneNameOfTwoPlaces keeps apart what the story keeps apart.
func TestOneNameOfTwoPlaces(t *testing.T) {
	r, err := resolve.New(en.Words().Lexicon)
	require.NoError(t, err)
	all := r.Resolve(story("A choir from [Perth], [Australia], sang in [Perth], [Scotland]. [Perth] cheered."))
	assert.Equal(t, "AU", all[0].Country)
	assert.Equal(t, "GB", all[2].Country)
	assert.Equal(t, "AU", all[4].Country, "a name alone stays with the first")
	assert.Empty(t, all[0].Features, "nobody asks for them")
}

// TestLand finds parts of the world under names that small towns bear too.
func TestLand(t *testing.T) {
	r, err := resolve.New(en.Words().Lexicon)
	require.NoError(t, err)
	for name, want := range map[string]string{"Middle East": "", "Atlantic": "", "Darfur": "SD", "Gatwick": "GB"} {
		d := r.Resolve(story("Talks on the {" + name + "} went on."))[0]
		require.NotNil(t, d, name)
		require.True(t, d.Place.Known(), name)
		assert.Equal(t, want, d.Country, name)
		assert.Equal(t, knowledge.Feature, d.Place.Kind(), name)
	}
}

// TestLandInTheStory gives a river the country of the towns around it, unless they are in several.
func TestLandInTheStory(t *testing.T) {
	r, err := resolve.New(en.Words().Lexicon)
	require.NoError(t, err)
	for _, tc := range []struct{ name, text, want string }{
		{"an island of one country", "Farmers from the {South Island} met in [Christchurch] and [Timaru].", "NZ"},
		{"a river between countries", "On the {Danube} barges left [Vidin] for [Calafat] and [Craiova].", ""},
		{"an ocean", "Ships from [Lisbon], [Porto] and [Faro] crossed the {Atlantic}.", ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			s := story(tc.text)
			all := r.Resolve(s)
			for i, n := range s.Names {
				if n.Hint == resolve.Land {
					require.NotNil(t, all[i])
					assert.Equal(t, tc.want, all[i].Country)
				}
			}
		})
	}
}

// TestBeside gives an unknown place the country that a part of the story is in where the paragraph speaks for it.
func TestBeside(t *testing.T) {
	r, err := resolve.New(en.Words().Lexicon)
	require.NoError(t, err)
	for _, tc := range []struct{ name, text, want string }{
		{"beside its country", "[Rome] and [Berlin] agreed.\nTraders in [Qwxyzzia] sell to [Nagpur] and [Pune].", "IN"},
		{"beside another", "[Nagpur] and [Pune] agreed.\n[Rome] wrote to [Berlin] and [Qwxyzzia] to [Madrid].", ""},
		{"alone", "[Nagpur] and [Pune] agreed, [Rome] and [Berlin] did not.\nTraders in [Qwxyzzia] wait.", ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			s := story(tc.text)
			all := r.Resolve(s)
			for i, n := range s.Names {
				if s.Text[n.Span.Start:n.Span.End] != "Qwxyzzia" {
					continue
				}
				if tc.want == "" {
					assert.Nil(t, all[i])
				} else {
					require.NotNil(t, all[i])
					assert.Equal(t, tc.want, all[i].Country)
					assert.Less(t, all[i].Confidence, 0.8)
				}
			}
		})
	}
}

func TestHomeOf(t *testing.T) {
	r, err := resolve.New(en.Words().Lexicon)
	require.NoError(t, err)
	for code, want := range map[string]bool{"": true, "IE": true, "US-ME": true, "XX": false, "US-XX": false, "US-": false, "ie": false} {
		_, ok := r.HomeOf(code)
		assert.Equal(t, want, ok, code)
	}
}

// TestOneDecision gives every mention of a name the same place, and no place to a name that
// no place bears.
func TestOneDecision(t *testing.T) {
	r, err := resolve.New(en.Words().Lexicon)
	require.NoError(t, err)
	all := r.Resolve(story("[Bangor], [Maine]. Later [Bangor] and [Qwxyzzia] talked. [Bangor]'s mayor left."))
	require.Len(t, all, 5)
	assert.Same(t, all[0], all[2])
	assert.Same(t, all[0], all[4])
	assert.False(t, all[3].Place.Known())
	assert.Empty(t, r.Resolve(resolve.Story{Text: "nothing"}))
}

// TestManyNames has more names than a story has: the work is bounded, and all that have
// room are resolved.
func TestManyNames(t *testing.T) {
	r, err := resolve.New(en.Words().Lexicon)
	require.NoError(t, err)
	var s resolve.Story
	k := r.Table()
	for i := range 3000 {
		name := k.At(k.Len() / 4000 * i).Name()
		s.Names = append(s.Names, resolve.Name{Span: dateline.Span{Start: len(s.Text), End: len(s.Text) + len(name)}})
		s.Text += name + " "
	}
	all := r.Resolve(s)
	assert.NotNil(t, all[0])
	assert.Nil(t, all[len(all)-1])
}
