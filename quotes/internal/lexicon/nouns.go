package lexicon

// statements are nouns that name something said or written.
const statements = `claim claims assertion assertions statement statements comment comments remark remarks allegation allegations
	accusation accusations warning warnings promise promises pledge pledges vow vows announcement announcements report reports
	suggestion suggestions argument arguments contention complaint complaints criticism criticisms question questions call calls
	demand demands request requests proposal proposals recommendation recommendations declaration admission confession denial denials
	insistence assurance assurances message advice threat threats prediction predictions forecast forecasts estimate estimates
	rumor rumors rumour rumours chant chants plea pleas appeal appeals answer response reply tweet tweets hint hints insinuation
	explanation assessment conclusion ruling testimony account accounts notion charge charges attack attacks attacks invitation
	acknowledgment acknowledgement concession reference references mention depiction description portrayal characterization boast boasts`

// stances are nouns that name what somebody thinks, wants or stands for.
const stances = `support opposition view views belief beliefs hope hopes fear fears concern concerns opinion opinions position stance
	plan plans desire wish wishes decision decisions endorsement endorsements praise condemnation approval disapproval rejection
	refusal reluctance doubt doubts worry worries expectation expectations understanding sense speculation agreement disagreement
	skepticism scepticism enthusiasm disdain contempt admiration intention embrace backing objection objections anger outrage
	frustration disappointment unwillingness willingness perception impression defense defence advocacy push debate`

// adjectives say what somebody thinks; they stand behind a form of "be".
const adjectives = `confident certain convinced aware concerned worried afraid hopeful optimistic skeptical sceptical doubtful supportive
	critical opposed adamant clear sure unsure uncertain dismissive wary proud glad happy unhappy sorry angry upset outraged
	disappointed surprised shocked grateful willing unwilling reluctant eager fearful mindful nervous fond pleased furious interested`

// people are nouns for somebody who can say something.
const people = `spokesman spokeswoman spokesperson spokespeople official officials president senator governor minister secretary
	mayor leader leaders chairman chairwoman chair director manager analyst analysts expert experts economist economists professor
	author authors writer reporter reporters journalist journalists editor columnist critic critics supporter supporters
	opponent opponents aide aides adviser advisers advisor advisors strategist strategists lawyer lawyers attorney attorneys
	judge judges prosecutor prosecutors police officer officers man woman men women people voter voters candidate candidates
	lawmaker lawmakers member members source sources witness witnesses resident residents activist activists teacher teachers
	student students doctor doctors scientist scientists researcher researchers father mother son daughter brother sister
	wife husband friend friends colleague colleagues neighbor neighbour neighbours neighbors host anchor pastor priest bishop pope
	king queen prince ambassador diplomat diplomats envoy general colonel commander soldier soldiers investigator investigators
	detective sheriff coach player players captain ceo executive executives founder owner owners worker workers employee employees
	congressman congresswoman representative representatives delegate delegates politician politicians democrat democrats
	republican republicans conservative conservatives liberal liberals progressive progressives nominee mogul businessman
	billionaire crowd protester protesters demonstrator fans audience moderator operative operatives pollster donor donors
	veteran veterans girl boy guy lady gentleman couple parent parents family child children american americans`

// bodies are nouns for groups, offices and writings that are said to say something.
const bodies = `group groups
	campaign committee company administration agency department ministry government party court council commission union
	newspaper magazine network press media paper outlet website study poll survey report statement article letter tweet memo
	lawsuit complaint court document documents email emails headline sign signs data figures research ad advertisement`

// women and men are nouns for people whose gender they say.
const (
	women = `woman spokeswoman chairwoman congresswoman councilwoman businesswoman mother daughter sister wife girl lady queen princess
		actress widow grandmother aunt niece girlfriend mrs mrs. ms ms. miss madam madame dame baroness duchess`
	men = `man spokesman chairman congressman councilman businessman father son brother husband boy guy gentleman king prince actor
		widower grandfather uncle nephew boyfriend mr mr. sir lord baron duke pope`
)

// times are words of time: what follows a verb without being its object.
const times = `monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight january february march april june july
	august september october november december jan. feb. aug. sept. oct. nov. dec. week month year morning afternoon evening night
	earlier later recently ago last`

// anyBodies are nouns for bodies of any name, definite the words that begin a phrase for somebody whom the reader knows.
const (
	anyBodies = `company firm group organisation organization agency charity club bank union airline manufacturer retailer operator maker
		developer regulator watchdog publisher broadcaster insurer supplier`
	definite = `the his her its their`
)
