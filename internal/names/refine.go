package names

import (
	"strings"

	"github.com/dateline-go/dateline"
)

// The model tells coarse kinds apart. What a place, or a name of the rest, is in
// detail is told by its own words.

// fine is a finer label that a word of the name gives it.
type fine uint8

const (
	fineNature fine = 1 + iota // may be the first word too: Lake Geneva
	fineRegion
	fineBuilt
	fineEvent
	fineLaw
	fineProduct
	finePeople
)

var fineLabels = [...]dateline.Label{fineNature: dateline.Loc, fineRegion: dateline.Loc, fineBuilt: dateline.Fac, fineEvent: dateline.Event,
	fineLaw: dateline.Law, fineProduct: dateline.Product, finePeople: dateline.NORP}

var fineWords = func() map[uint64]fine {
	m := map[uint64]fine{}
	for f, words := range map[fine]string{
		fineNature: `river lake lakes sea ocean gulf bay mountain mountains mount island islands valley desert peninsula strait
			straits coast hills basin delta canyon forest reef glacier volcano plateau steppe`,
		fineRegion: `africa asia europe antarctica arctic atlantic pacific mediterranean caribbean balkans sahara sahel himalayas alps
			andes caucasus east west south north midwest hemisphere eurasia oceania scandinavia`,
		fineBuilt: `street road avenue boulevard lane drive highway motorway airport bridge square stadium palace station building
			tower towers hotel church cathedral mosque temple synagogue museum hospital prison jail theatre theater hall house arena
			dam canal mall castle memorial park zoo harbour harbor pier plaza centre center gate cemetery plant reactor mine
			basilica abbey embassy`,
		fineEvent: `war wars olympic olympics paralympic paralympics wimbledon copa cup games championship championships election elections summit festival
			revolution open prix conference tournament league marathon awards oscars christmas easter ramadan diwali thanksgiving
			holocaust intifada uprising coup hurricane typhoon cyclone storm earthquake crisis referendum primary derby bowl tour
			expo biennale eid spring massacre day operation battle`,
		fineLaw: `act bill law treaty constitution amendment convention protocol accord accords agreement code directive
			regulation pact charter declaration statute`,
		finePeople: `democrat democrats republican republicans muslim muslims christian christians jew jews jewish catholic catholics
			protestant protestants sunni sunnis shiite shiites shia hindu hindus buddhist buddhists sikh sikhs islamist islamists
			islamic communist communists conservative conservatives liberal liberals labour socialist socialists nazi nazis kurd kurds
			kurdish arab arabs tory tories french dutch german germans greek greeks thai swiss czech turk turks scot scots welsh
			english irish spanish swedish danish polish finnish turkish british americans uk western african european asian
			aboriginal apache argentine aymara basque bedouin buddhist cantonese catalan cherokee chinook cossack creole cree druze
			edwardian englishman englishwoman filipina filipino flemish frenchman fulani gaelic guarani guaraní gujarati gypsy hakka
			han hausa hazara hebrew hellenic hindi hispanic houthi hutu icelandic igbo indigenous inuit inuk irishman iroquois kannada
			kashmiri khmer kikuyu lao latina latino luo maasai mandarin manx maori māori mapuche marathi masai maya métis metis mohawk
			mujahideen mujahedeen navajo nepali nordic oromo ottoman pashtun pashto persian punjabi quechua quebecois québécois roma
			romani rohingya saami saami sami samoan saudi scotsman scottish shona sinhala sioux slavic somali soviet swahili tajik tamil
			tatar telugu tsarist tuareg tutsi uighur urdu uyghur uzbek viking welshman xhosa yazidi yiddish yoruba zionist zulu`,
	} {
		for _, w := range strings.Fields(words) {
			m[hashOf(w)] = f
		}
	}
	return m
}()

// governed holds places with a government that are named like others, by the pair
// of their words.
var governed = func() map[uint64]bool {
	m := map[uint64]bool{}
	for _, name := range []string{"south africa", "rhode island", "ivory coast", "gold coast", "long beach", "palm beach", "solomon islands",
		"marshall islands", "cayman islands", "virgin islands", "cook islands", "faroe islands", "falkland islands"} {
		if a, b, ok := strings.Cut(name, " "); ok {
			m[pair(hashOf(a), hashOf(b))] = true
		}
	}
	return m
}()

var hashAmerica = hashOf("america")

// demonymEnds are the last letters of most words for peoples. The words end so in
// lower case.
var demonymEnds = func() map[uint64]bool {
	m := map[uint64]bool{}
	for _, e := range strings.Fields("ian ans ean ese ish can aqi ari ili ani eli nis lis") {
		m[hashOf(e)] = true
	}
	return m
}()

// pluralEnds are the last letters of most plurals, in lower case.
var pluralEnds = func() map[uint64]bool {
	m := map[uint64]bool{}
	for _, r := range "abdefghiklmnoprtwy" {
		m[hashOf(string(r)+"s")] = true
	}
	return m
}()

// label makes the coarse kind of a name finer.
func label(r *Reader, first, end int, kind Kind) dateline.Label {
	switch kind {
	case KindPerson:
		return dateline.Person
	case KindOrg:
		return dateline.Org
	}
	tail, head := r.at(int32(end-1)), r.at(int32(first))
	f := fineWords[tail.lower]
	if kind == KindPlace {
		if head := fineWords[head.lower]; end-first > 1 && head == fineNature && f == 0 {
			f = fineNature // Lake Geneva, Mount Fuji
		}
		switch {
		case end-first == 2 && governed[pair(head.lower, tail.lower)]:
		case f == fineNature, f == fineRegion, f == fineBuilt && end-first > 1:
			return fineLabels[f]
		case end-first > 1 && tail.lower == hashAmerica: // Latin America, but not America
			return dateline.Loc
		}
		return dateline.GPE
	}
	if n := r.at(int32(max(first, end-2))); end-first > 1 && tail.caps == capsDigit { // "World War 3", "Fisheries Act 2023"
		f = fineWords[n.lower]
	}
	if f == fineEvent || f == fineLaw {
		return fineLabels[f]
	}
	for i := first; i < end; i++ {
		switch w := r.at(int32(i)); {
		case fineWords[w.lower] == fineEvent && i == first && end-first > 1: // Operation, Hurricane
			return dateline.Event
		case w.caps == capsDigit && end-first > 1, w.caps == capsMixed:
			return dateline.Product
		}
	}
	if end-first == 1 && tail.caps == capsAll { // PS5
		return dateline.Product
	}
	switch {
	case f == finePeople || demonymEnds[tail.suffix[1]]:
		return dateline.NORP
	case end-first > 1:
		return dateline.Work
	case pluralEnds[tail.suffix[0]]: // Tutsis
		return dateline.NORP
	}
	return dateline.Product
}
