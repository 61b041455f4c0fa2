package names

import "strings"

// cue is a set of things that a word beside a name tells about it.
type cue uint16

const (
	cueTitle    cue = 1 << iota // Mr, President: a person follows
	cueWhere                    // in, near: a place often follows
	cueSaid                     // said, told: a person often stands before
	cueOrg                      // Inc, University: what it belongs to is an organisation
	cuePlace                    // River, Street: what it belongs to is a place
	cueThe                      // the
	cueFunction                 // a word that a sentence begins with without being a name
	cueLink                     // of, de: joins the words of one name
	cueHeadline                 // a small word that headlines leave small
)

var cueWords = []struct {
	cue   cue
	words string
}{
	{cueTitle, `mr mr. mrs mrs. ms ms. miss dr dr. prof prof. professor president chancellor senator sen sen. rep rep. gov gov.
		governor secretary minister premier general gen gen. colonel col col. major maj. captain capt capt. lt lt. lieutenant
		sergeant sgt sgt. admiral adm. sir lord lady king queen prince princess pope judge justice mayor ambassador chairman
		chairwoman rev rev. reverend sheikh imam ayatollah cardinal archbishop bishop spokesman spokeswoman spokesperson
		director coach actor actress singer author congressman congresswoman councillor detective inspector officer chief
		commissioner emperor sultan emir analyst economist attorney lawyer striker midfielder`},
	{cueWhere, `in near at from outside around across inside throughout via`},
	{cueSaid, `said says told added tweeted wrote asked replied testified explained insisted argued who`},
	{cueOrg, `inc inc. corp corp. co co. ltd ltd. llc plc group university college school institute ministry department
		agency commission committee council party union association federation foundation bank court authority bureau
		office army navy police force forces congress parliament senate assembly ministry club fc company corporation
		society league times post news journal guardian press airlines airways hospital front movement brigade center centre
		organization organisation administration service services fund board team academy network alliance`},
	{cuePlace, `river street road avenue lake mountain mount mountains island islands sea ocean gulf bay valley county
		province district airport bridge city town village region state desert peninsula strait coast park square beach hills
		stadium palace station port`},
	{cueThe, `the`},
	{cueFunction, `the a an this that these those it he she they we you i his her their our its my your in on at by for from
		with without to of as and but or nor so yet if when while where who what why how which because since although though
		after before during until once there here not no all some many most more both each every any other another such
		however also then now still even just only is are was were be been has have had do does did will would can could may
		might should must about over under between among through against into meanwhile`},
	{cueHeadline, `a an the and or but nor of in on at by to for as with from into over vs via per off up out than 's n't 're 've
		'll 'd 'm s t about after amid down near onto upon`},
	{cueLink, `of de la du del der den van von bin ibn al el di da do dos das le les y &`},
}

// cues holds the cues of a word by the hash of its lower case.
var cues = func() map[uint64]cue {
	m := map[uint64]cue{}
	for _, c := range cueWords {
		for _, w := range strings.Fields(c.words) {
			m[hashOf(w)] |= c.cue
		}
	}
	return m
}()
