package entities

import "strings"

// set makes a set of the words of a string.
func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// The cues are folded words. They say what the name that they stand in, before
// or after is likely to be.
var (
	// courtesy titles stand before a name and nothing else.
	courtesy = set(`mr mr. mrs mrs. ms ms. miss dr dr. prof prof. sir dame lord lady sen sen. sens sens. rep rep. reps. gov gov.
		gen gen. lt lt. col col. maj maj. capt capt. sgt sgt. cpl cpl. pvt pvt. adm adm. cmdr cmdr. brig brig. rev rev. fr. hon hon. st.
		datuk haji shri smt sri ven ven. ustaz maulana mufti president-elect madame monsieur mme mme. señor sheikh shaikh sheik imam ayatollah mullah rabbi cardinal archbishop bishop pope
		pastor reverend father sister`)
	// office words are titles that are also common words.
	office = set(`president minister premier chancellor senator representative congressman congresswoman governor secretary general
		colonel major captain lieutenant sergeant admiral commander brigadier marshal judge justice mayor chief ambassador chairman
		chairwoman chairperson chair king queen prince princess emperor sultan emir professor doctor director spokesman spokeswoman
		spokesperson leader head coach manager editor analyst economist author actor actress singer attorney lawyer prosecutor
		commissioner inspector officer detective constable deputy councillor councilman councilwoman delegate envoy mp lawmaker
		legislator politician activist journalist reporter correspondent founder ceo executive cfo coo owner striker midfielder
		defender goalkeeper skipper champion quarterback pitcher rider driver treasurer superintendent principal dean provost
		vice-president co-founder cofounder historian scientist researcher playwright novelist poet composer conductor
		filmmaker photographer comedian rapper businessman businesswoman billionaire tycoon president-elect`)
	// before office words: parts of a title.
	titleParts = set(`prime vice deputy foreign defense defence finance interior health education justice home trade energy labor labour
		assistant associate acting former ex- ex then senior executive managing chief first lord attorney lieutenant major brigadier rear
		crown grand supreme under permanent press national security general surgeon solicitor inspector police fire army environment
		agriculture transport economy economic information oil culture tourism sports sport state opposition party house senate
		majority minority federal district county city town high court chancellor secretary minister shadow congressional parliamentary
		communications human rights co- fellow regional provincial speaker special managing cabinet commerce treasury housing`)
	// cutting are office words that begin a title in the middle of a run: "Labour
	// Senator Jane Hume".
	cutting = set(`president minister senator chairman chairwoman governor mayor ambassador spokesman spokeswoman chancellor premier
		commissioner professor congressman congresswoman councillor ceo mp`)
	incorporated = set(`inc inc. ltd ltd. llc llp l.p. plc corp. co. s.a.`)
	orgSuffix    = set(`inc inc. corp corp. ltd ltd. plc llc co co. gmbh ag nv sa s.a. spa holdings group corporation company companies
		limited partners industries enterprises bros bros. brothers technologies pharmaceuticals motors airlines airways & sons
		bancorp incorporated llp lp oyj asa shipping line lines works foods biologics therapeutics logistics construction breweries`)
	orgHead = set(`university college school institute institution academy ministry department agency authority commission committee
		council bank party union association federation organization organisation foundation fund society league club team
		government parliament congress senate assembly court tribunal police army navy force forces corps guard guards bureau board
		office service services administration directorate secretariat center centre church alliance coalition front movement
		network news times post herald tribune journal gazette daily press agency radio television tv broadcasting magazine
		review chronicle telegraph observer fc united rovers wanderers orchestra philharmonic choir band museum library laboratory
		laboratories hospital clinic trust exchange chamber cabinet brigade battalion regiment squad fleet militia
		initiative campaign project programme program consortium cooperative syndicate workers confederation congregation
		ngo embassy consulate mission delegation media studios pictures records entertainment systems software networks
		communications telecom energy petroleum oil gas steel electric insurance financial capital securities investments
		ventures consulting solutions international airlines railways railway airline newspaper lab labs faculty
		seminary brotherhood jihad resistance community cross crescent democrats republicans conservatives liberals socialists greens`)
	// stateHead are organisations that a nationality before them does not belong to the name of.
	stateHead = set(`ministry department government parliament congress senate assembly court police army navy force forces
		embassy consulate cabinet constitution president treasury guard`)
	// orgStart begin the names of organisations, of clubs and in other tongues.
	orgStart = set(`banco banque banca grupo groupe universidad universite universidade universita partido parti partai ministerio
		asociacion associacao fundacion fundacao fondation fundacja instituto institut radio compagnie societe club fc ac cf dynamo
		dinamo lokomotiv spartak atletico borussia olympique sporting hapoel maccabi real bayern steaua ferencvaros`)
	institutions = set(`university institute ministry hospital college academy airlines bank`)
	orgOf        = set(`for of on`)
	facHead      = set(`airport stadium bridge street avenue road boulevard square plaza tower towers palace castle cathedral mosque temple
		prison jail dam station hotel arena building hall highway motorway tunnel monument memorial cemetery mall shrine
		reactor barracks port harbour harbor pier zoo theatre theater synagogue church lane drive freeway expressway
		speedway racecourse racetrack courthouse mansion embankment terminal garden gardens house`)
	locHead = set(`river sea ocean island islands mountain mountains valley desert bay gulf peninsula lake lakes coast forest
		canyon beach strait straits canal hills hill creek falls glacier volcano cape reef basin plateau delta park region
		triangle corridor belt continent archipelago heights shore`)
	gpeHead = set(`county province district city town village state governorate prefecture oblast krai municipality
		township republic emirate territory borough parish shire`)
	locStart  = set(`mount mt mt. lake cape gulf bay isle fort port lago monte rio`)
	gpeStart  = set(`san santa saint st st. new north south east west northern southern eastern western central upper lower el los las`)
	eventHead = set(`olympics games cup championship championships war festival open tournament prix revolution uprising awards
		marathon derby masters holocaust olympiad intifada spring genocide massacre series bowl paralympics summit expo
		oscars grammys hurricane cyclone typhoon fair biennale crisis`)
	lawHead = set(`act treaty accord accords agreement protocol constitution amendment convention pact bill law charter code
		resolution declaration`)
	eventStart = set(`hurricane typhoon cyclone operation`)
	months     = set(`january february march april may june july august september october november december jan jan. feb feb. mar mar.
		apr apr. jun jun. jul jul. aug aug. sep sep. sept sept. oct oct. nov nov. dec dec.`)
	weekdays = set(`monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun mondays tuesdays wednesdays
		thursdays fridays saturdays sundays`)
	speech = set(`said says told added stated announced claimed explained argued insisted warned noted wrote replied
		admitted declared recalled tweeted testified commented predicted confirmed urged thinks believes`)
	placeBefore = set(`in at near from across outside inside throughout around through toward towards via into between`)
	orgAfter    = set(`shares stock executives officials spokesman spokeswoman employees workers headquarters profits
		subsidiary unit bonds investors customers members fighters militants forces troops lawmakers`)
	particles = set(`de del della da dos das di van von der den bin ibn al el la le du ben abu y e ter ten bint al- el- arap ul ur`)
	// tied are what a hyphen ties to a name that is a name of its own: "Delhi-based".
	tied = set(`led based backed born controlled held owned funded run made sponsored occupied administered style trained
		supported built era dominated allied linked speaking educated listed bound brokered mediated imposed aligned affiliated
		supplied ruled area wide raised themed inspired friendly ed. produced designed registered flagged majority installed appointed
		sanctioned bashing bred like`)
	numeral  = set(`ii iii iv v vi vii viii ix x xi xii`)
	ageWords = set(`who whose aged`)
	// never are words that are no names and that no name begins or ends with.
	never = set(`i he she it we they you me him her us them his hers its our their your my mine himself herself itself themselves
		ourselves yourself myself one who whom whose which that this these those what the a an and or but nor so yet if then than
		because while when where why how all some any each every both either neither no not yes ok okay oh well hello hi please thanks
		thank there here o'clock am pm a.m. p.m. is are was were be been being do does did has have had can could may
		might must shall should will would in on at by for with from to of as into about after before during since until though although
		however meanwhile moreover also only even just still now today yesterday tomorrow too very more most many much such other
		another same own few several according despite under over between among through against per via et al etc etc.
		ad bc b.c. a.d. gmt est edt pst bst utc tv dvd cd ceo cfo coo gdp dna rna hiv aids covid covid-19 pc pr id mp mps mep ph.d.
		phd md ba ma mba faq usd eur gbp km kg mph vhs adhd hr it pdf usb ngo ngos tb lgbt lgbtq nft nfts ipo mou ai iq sat vip suv rsvp pm2.5 bbq er icu ivf std ufo l.p. q&a ps p.s. vs vs. no. nos. i'm i've i'll i'd it's let's don't atm gps sms url www http
		lol omg btw imo re fwd cc bcc fyi asap n't 's 're 've 'll 'd 'm -- let read more click share photo photos video image source advertisement
		god islam christianity buddhism hinduism judaism internet
		qaeda-linked pre- post- non- anti- pro- north south east west northern southern eastern western`)
)
