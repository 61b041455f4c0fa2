package concept

import "strings"

// empty are words that neither begin nor end a concept: they say how many, which,
// when or what kind in general.
var empty = set(`a able accompanying actual additional all also alleged another any apparent available best better big bigger biggest both central certain coming continuing
	clear close common complete controversial current daily different difficult due each eight eighteen eighty eleven earlier early entire entirely even
	every exact existing extra few fifteen fifty final first five following forty growing former four fourteen fourth free fresh full further future general good great greater
	half hard higher highest his huge important increased initial its key lack large larger largest last lasting late later
	latest leading least less likely little live local long longer low lower main major many massive million billion minor
	modern more most much multiple near nearby nearly necessary new newly next nine nineteen ninety numerous official old older one only
	open other our overall own particular past poor possible potential present previous primary prior proposed public quick rare
	real recent related remaining relevant respective responsible same second senior separate serious seven seventeen seventy several severe sharp short
	significant similar simple single six sixteen sixty slight small so-called some special specific strict strong subsequent such
	sudden sure ten their then third thirteen thirty this those three top total twelve twenty true two unable underlying unclear unknown unlikely upcoming usual various
	very whole wide worse worst wrong young younger`)

// light are words that are no concept by themselves.
var light = set(`addition afternoon age aim amount anybody anyone anything april area areas aspect aspects attempt attempts august back basis bit body call
	calls case cases cause center centre chance chances change changes choice circumstances comment comments concern concerns
	condition conditions consequence course date dates day days december decision decisions degree detail details development
	developments difference dozen dozens effect effects effort efforts end event events evening everybody everyone everything evidence example
	extent fact factor factors fall february feature features feet figure figures form friday front future goal goals group groups
	half head help hour hours hundreds idea ideas impact importance information instance interest interview issue issues item items
	january job july june kind kinds kilometers kilometres km lack level levels life light line lines list local location locations look
	lot majority making man manner march matter matters may mean means measure measures member members men metres meters middle miles
	mile million millions minute minutes moment monday month months morning name names need needs news night nobody none nothing november
	number numbers objective o'clock o’clock october official officials one ones opinion opportunity option options order others part participants
	parts past people percent period person persons piece pieces place places plan plans point points position present problem
	problems process progress purpose question questions range rate rates reason reasons report reports response rest result results
	right role round saturday scale second seconds sense september series set shape share show side sides sign signs site sites
	situation size somebody someone something sort source sources spokesman spokesperson spokeswoman stage start state statement statements step steps stop story sunday support
	term terms thanks thing things thousands thursday time times today tomorrow tonight total tuesday turn type types use version view views
	way ways wednesday week weekend weekends weeks while woman women word words work world year years yesterday`)

// offices are nouns whose "of" belongs to their meaning, and nouns that only an
// "of" makes a concept.
var offices = set(`chief code freedom head house minister ministers ministry prisoner prisoners right rights secretary speaker weapon weapons state
	chief rule crime crimes act acts leader president governor board bill chairman prime vice court`)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}
