package lexicon

// Class is the class of meaning of a verb, noun or adjective; 0 is a word
// that attributes nothing by itself.
type Class uint8

// The classes of verbs.
const (
	NoClass Class = iota
	Say
	Tell
	Add
	State
	Claim
	Write
	Announce
	Report
	Explain
	Admit
	Deny
	Warn
	Promise
	Ask
	Urge
	Order
	Suggest
	Predict
	Expect
	Think
	Know
	Learn
	Hope
	Want
	Plan
	Refuse
	Show
	Seem
	Praise
	Criticise
	Accuse
	Call
	Depict
	Support
	Oppose
	Complain
	Shout
	Discuss
	Cite
	Recall
	Read
	See
	Persuade
	Appoint
	Continue
	Light
	Agree
	Joke
	Hear
	Act
	Be
	Noun     // a noun that names a statement: claim, warning
	Attitude // a noun that names a stance: support, opposition
	Adjective
	According
	Colon
	Bare // no word attributes: a quotation beside nothing
	Classes
)

// verbs lists the verbs of each class by their base form; an underscore ties a
// particle, which the class of the verb alone does not need.
var verbs = map[Class]string{
	Say:       "say",
	Tell:      "tell inform notify assure reassure remind brief",
	Add:       "add continue reply respond answer retort rejoin interject counter chime react",
	State:     "state remark comment note observe reiterate repeat emphasize emphasise stress underscore underline assert",
	Claim:     "claim argue contend insist maintain allege aver affirm reaffirm testify declare proclaim attest conclude posit opine theorize theorise reason profess pronounce certify vouch swear",
	Write:     "write tweet retweet post blog email e-mail text pen type",
	Announce:  "announce reveal disclose confirm unveil divulge publicize publicise leak",
	Report:    "report document reportedly chronicle publish broadcast",
	Explain:   "explain elaborate clarify recount relate narrate detail outline articulate enumerate",
	Admit:     "admit acknowledge concede confess own_up",
	Deny:      "deny dispute refute rebut contradict disavow repudiate disclaim gainsay rebuff",
	Warn:      "warn caution alert threaten forewarn",
	Promise:   "promise vow pledge guarantee",
	Ask:       "ask question inquire enquire query wonder quiz interrogate",
	Urge:      "urge implore beg beseech exhort plead appeal encourage recommend advise request demand advocate entreat lobby press petition counsel",
	Order:     "order command instruct mandate decree rule prescribe stipulate",
	Suggest:   "suggest imply hint propose intimate insinuate signal indicate float",
	Predict:   "predict forecast project estimate speculate prophesy foresee envision envisage calculate",
	Expect:    "expect anticipate",
	Think:     "think believe suppose suspect assume presume figure guess reckon surmise doubt feel imagine deem",
	Know:      "know understand realize realise recognize recognise appreciate",
	Learn:     "learn discover find determine conclude ascertain find_out notice",
	Hope:      "hope fear worry wish dread pray dream",
	Want:      "want desire prefer like love hate crave",
	Plan:      "plan intend aim seek decide resolve opt consider weigh contemplate mull",
	Refuse:    "refuse decline",
	Show:      "show demonstrate prove illustrate",
	Seem:      "seem appear sound look",
	Praise:    "praise laud applaud hail commend compliment thank congratulate tout celebrate extol salute credit cheer admire honor honour welcome flatter",
	Criticise: "criticize criticise blast slam condemn denounce attack assail mock ridicule deride decry lambast lambaste rebuke chide rip bash scold fault knock lash savage berate castigate deplore belittle disparage pan skewer hammer excoriate reprimand admonish chastise taunt tease insult",
	Accuse:    "accuse blame charge indict",
	Call:      "call label dub term brand nickname title",
	Depict:    "describe characterize characterise portray depict paint cast frame liken compare identify regard view name define interpret",
	Support:   "support endorse back favor favour defend embrace champion approve promote prioritize uphold",
	Oppose:    "oppose reject dismiss protest resist challenge disapprove discount shun",
	Complain:  "complain gripe grumble whine boast brag gloat lament rail rant fume bemoan vent object apologize apologise rejoice marvel regret",
	Shout:     "shout yell scream chant cry exclaim whisper murmur mutter bellow roar howl shriek holler intone stammer mumble bark hiss snarl snap sneer sigh blurt boom thunder growl gasp croak chirp",
	Discuss:   "discuss talk speak debate chat address touch focus dwell lecture preach pontificate",
	Cite:      "cite quote mention reference highlight list invoke echo refer allude point",
	Recall:    "recall remember reminisce forget recollect reflect",
	Read:      "read",
	See:       "see watch view_as",
	Persuade:  "persuade convince",
	Appoint:   "appoint nominate vote elect",
	Continue:  "begin start finish proceed go put",
	Light:     "express voice issue make give offer raise deliver present share take draw lay air register convey communicate send",
	Agree:     "agree disagree concur accept",
	Joke:      "joke quip deadpan wisecrack muse gush enthuse crow tut beam rave effuse",
	Hear:      "hear",
	Act:       "laugh smile nod grin chuckle sob weep shrug gesture interrupt introduce greet conclude_with sign sing recite",
	Be:        "be have do",
}

// phrases lists verbs that attribute with a particle only.
var phrases = map[Class]string{
	Add:       "shoot_back fire_back hit_back write_back snap_back push_back go_on carry_on chime_in jump_in weigh_in",
	Shout:     "cry_out call_out shout_out yell_out",
	Criticise: "lash_out hit_out",
	Explain:   "point_out spell_out lay_out",
}

// irregular gives the past, participle and other forms that rules do not make.
var irregular = map[string]string{
	"say": "said", "tell": "told", "write": "wrote written", "think": "thought", "know": "knew known", "see": "saw seen",
	"find": "found", "read": "read", "feel": "felt", "speak": "spoke spoken", "make": "made", "give": "gave given",
	"take": "took taken", "draw": "drew drawn", "lay": "laid", "send": "sent", "hear": "heard", "begin": "began begun",
	"go": "went gone goes", "put": "put putting", "understand": "understood", "foresee": "foresaw foreseen", "swear": "swore sworn",
	"forget": "forgot forgotten forgetting", "show": "shown", "sing": "sang sung", "learn": "learnt", "dream": "dreamt", "beg": "begged begging",
	"do": "does did done", "shoot": "shot", "hit": "hitting",
	"be": "is are was were been being am 's ’s 're ’re 'm ’m", "have": "has had 've ’ve 'd ’d", "seek": "sought", "cast": "cast", "brag": "bragged bragging",
	"refer": "referred referring", "slam": "slammed slamming", "rip": "ripped ripping", "admit": "admitted admitting",
	"plan": "planned planning", "quip": "quipped quipping", "blog": "blogged blogging", "chat": "chatted chatting", "nod": "nodded nodding",
	"pen": "penned penning", "pan": "panned panning", "dub": "dubbed dubbing", "opt": "opted opting", "rebut": "rebutted rebutting",
	"allot": "allotted", "snap": "snapped snapping", "sob": "sobbed sobbing", "regret": "regretted regretting", "shrug": "shrugged shrugging",
	"grin": "grinned grinning", "tut": "tutted tutting", "weep": "wept", "cry": "cried cries crying", "shun": "shunned shunning", "concur": "concurred concurring",
}
