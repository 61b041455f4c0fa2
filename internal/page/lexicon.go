package page

import (
	"strings"
	"sync"
)

// phrase is words that tell what a short line of furniture is.
type phrase struct {
	words string // folded
	role  role
}

// openers are phrases that a line of furniture begins with. The longest match is
// not looked for: the first in order wins.
var openers = []phrase{
	{"most read", roleMostRead}, {"most popular", roleMostRead}, {"most viewed", roleMostRead}, {"trending", roleMostRead},
	{"most shared", roleMostRead}, {"most watched", roleMostRead}, {"most commented", roleMostRead}, {"popular now", roleMostRead}, {"top stories", roleMostRead},
	{"popular stories", roleMostRead}, {"popular posts", roleMostRead}, {"popular articles", roleMostRead}, {"popular on", roleMostRead}, {"meistgelesen", roleMostRead},
	{"meist gelesen", roleMostRead}, {"die meistgelesenen", roleMostRead}, {"les plus lus", roleMostRead}, {"lo más leído", roleMostRead},
	{"lo más visto", roleMostRead}, {"más leídas", roleMostRead}, {"più letti", roleMostRead}, {"mais lidas", roleMostRead}, {"mest läst", roleMostRead}, {"mest lest", roleMostRead}, {"mest læst", roleMostRead}, {"najczęściej czytane", roleMostRead},

	{"read more", roleRelated}, {"read also", roleRelated}, {"also read", roleRelated}, {"read next", roleRelated}, {"read this next", roleRelated},
	{"related", roleRelated}, {"see also", roleRelated}, {"you may also like", roleRelated}, {"you might also like", roleRelated},
	{"recommended", roleRelated}, {"more from", roleRelated}, {"more on", roleRelated}, {"more stories", roleRelated}, {"more news", roleRelated},
	{"up next", roleRelated}, {"next article", roleRelated}, {"previous article", roleRelated}, {"latest news", roleRelated}, {"latest stories", roleRelated}, {"don t miss", roleRelated},
	{"mehr zum thema", roleRelated}, {"lesen sie auch", roleRelated}, {"lesen sie mehr", roleRelated}, {"weitere artikel", roleRelated},
	{"auch interessant", roleRelated}, {"das könnte sie auch interessieren", roleRelated}, {"zum thema", roleRelated}, {"mehr lesen", roleRelated},
	{"à lire aussi", roleRelated}, {"lire aussi", roleRelated}, {"sur le même sujet", roleRelated}, {"lea también", roleRelated},
	{"le puede interesar", roleRelated}, {"te puede interesar", roleRelated}, {"noticias relacionadas", roleRelated}, {"leggi anche", roleRelated},
	{"leia também", roleRelated}, {"leia mais", roleRelated}, {"lees ook", roleRelated}, {"läs också", roleRelated}, {"læs også", roleRelated}, {"les også", roleRelated}, {"czytaj także", roleRelated}, {"zobacz także", roleRelated},
	{"watch more", roleRelated}, {"in other news", roleRelated}, {"click here to read", roleRelated}, {"continue reading", roleRelated}, {"keep reading", roleRelated},

	{"have a tip", roleTip}, {"got a tip", roleTip}, {"send us a tip", roleTip}, {"send tips", roleTip}, {"do you have a tip", roleTip},
	{"have a story", roleTip}, {"got a story", roleTip}, {"do you have a story", roleTip}, {"have news to share", roleTip}, {"contact the author", roleTip}, {"submit a tip", roleTip}, {"spotted an error", roleTip}, {"report an error", roleTip}, {"see an error", roleTip}, {"fehler gefunden", roleTip},

	{"follow us", roleFollow}, {"follow @", roleFollow}, {"follow", roleFollow}, {"share this", roleFollow}, {"share on", roleFollow}, {"share", roleFollow}, {"like us on", roleFollow},
	{"join us on", roleFollow}, {"find us on", roleFollow}, {"connect with us", roleFollow}, {"folgen sie", roleFollow}, {"suivez nous", roleFollow}, {"partager", roleFollow}, {"teilen", roleFollow}, {"síguenos", roleFollow}, {"tweet", roleFollow}, {"add us as", roleFollow},

	{"sign up", roleNewsletter}, {"subscribe", roleNewsletter}, {"get our newsletter", roleNewsletter}, {"our newsletter", roleNewsletter}, {"newsletter", roleNewsletter}, {"get the latest", roleNewsletter},
	{"get our", roleNewsletter}, {"join our newsletter", roleNewsletter}, {"enter your email", roleNewsletter}, {"your email address", roleNewsletter}, {"thank you for subscribing", roleNewsletter}, {"abonnieren", roleNewsletter}, {"jetzt abonnieren", roleNewsletter}, {"inscrivez vous", roleNewsletter}, {"suscríbete", roleNewsletter},

	{"leave a comment", roleComments}, {"leave a reply", roleComments}, {"post a comment", roleComments}, {"view comments", roleComments}, {"show comments", roleComments}, {"comments", roleComments}, {"join the conversation", roleComments}, {"join the discussion", roleComments}, {"kommentare", roleComments}, {"kommentieren", roleComments}, {"commentaires", roleComments}, {"comentarios", roleComments}, {"log in to comment", roleComments}, {"add a comment", roleComments}, {"add comment", roleComments},

	{"we use cookies", roleCookies}, {"this site uses cookies", roleCookies}, {"this website uses cookies", roleCookies}, {"by using this site", roleCookies}, {"by continuing to", roleCookies}, {"accept cookies", roleCookies}, {"accept all", roleCookies}, {"cookie", roleCookies}, {"wir verwenden cookies", roleCookies}, {"manage cookies", roleCookies},

	{"advertisement", roleAdvert}, {"advertising", roleAdvert}, {"story continues below", roleAdvert}, {"article continues below", roleAdvert}, {"article continues after", roleAdvert}, {"sponsored", roleAdvert}, {"promoted", roleAdvert}, {"anzeige", roleAdvert}, {"werbung", roleAdvert}, {"publicité", roleAdvert}, {"publicidad", roleAdvert}, {"pubblicità", roleAdvert}, {"reklama", roleAdvert}, {"advert", roleAdvert}, {"loading", roleOther},

	{"about the author", roleAuthorBox}, {"about author", roleAuthorBox}, {"about the writer", roleAuthorBox}, {"about our", roleAuthorBox}, {"über den autor", roleAuthorBox}, {"zur autorin", roleAuthorBox}, {"zum autor", roleAuthorBox}, {"written by", roleByline}, {"à propos de l auteur", roleAuthorBox}, {"sobre el autor", roleAuthorBox},

	{"copyright", roleOther}, {"all rights reserved", roleOther}, {"terms of", roleOther}, {"privacy", roleOther}, {"contact us", roleNavigation}, {"about us", roleNavigation}, {"skip to", roleNavigation}, {"home", roleNavigation}, {"menu", roleNavigation}, {"search", roleNavigation}, {"log in", roleNavigation}, {"login", roleNavigation}, {"sign in", roleNavigation}, {"register", roleNavigation}, {"back to top", roleNavigation}, {"print", roleOther}, {"min read", roleOther}, {"minutes read", roleOther},
}

// maxOpener is the longest line, in bytes, that is looked at for an opener.
const maxOpener = 90

// openerOf says what furniture a line opens, roleNone for none. Long openers may
// have more words behind them; a single word stands alone or before a colon.
func openerOf(text string) role {
	if len(text) > maxOpener {
		return roleNone
	}
	return openerIn(text, fold(text))
}

// opener is openerOf for a block.
func (b *block) opener() role {
	if len(b.text) > maxOpener {
		return roleNone
	}
	return openerIn(b.text, b.fold())
}

// openersBy are the openers by their first byte, each list in their order.
var openersBy = sync.OnceValue(func() *[256][]phrase {
	var by [256][]phrase
	for _, p := range openers {
		by[p.words[0]] = append(by[p.words[0]], p)
	}
	return &by
})

// openerIn does so for a text that is folded already.
func openerIn(text, f string) role {
	if f == "" {
		return roleNone
	}
	for _, p := range openersBy()[f[0]] {
		if !strings.HasPrefix(f, p.words) {
			continue
		}
		rest := f[len(p.words):]
		if rest == "" {
			return p.role
		}
		if rest[0] != ' ' {
			continue
		}
		if strings.IndexByte(p.words, ' ') > 0 || strings.Count(rest, " ") <= 2 && !strings.HasSuffix(text, ".") || text[len(text)-1] == ':' {
			return p.role
		}
	}
	return roleNone
}

// aboutName returns the name in a line such as "About Jane Smith" that opens an
// author box, "" for other lines.
func aboutName(text string) string {
	name, ok := strings.CutPrefix(text, "About ")
	if !ok || len(name) > 60 || lastMark(text) == '.' || lastMark(text) == '?' {
		return ""
	}
	words := strings.Fields(name)
	if len(words) < 2 || len(words) > 5 {
		return ""
	}
	for _, w := range words {
		if c := w[0]; 'a' <= c && c <= 'z' && w != "de" && w != "van" && w != "von" {
			return ""
		}
	}
	switch strings.ToLower(words[0]) {
	case "us", "the", "this", "our":
		return ""
	}
	return name
}

// junk holds phrases of furniture that stand anywhere in a line, folded.
var junk = []string{
	"cookie", "newsletter", "subscrib", "sign up", "log in", "sign in", "all rights reserved", "privacy policy", "terms of", "click here", "follow us",
	"read more", "advertis", "copyright", "comment", "share this", "facebook", "twitter", "whatsapp", "instagram", "email address", "your email", "download the app",
	"our app", "breaking news", "related", "more from", "reporting by", "editing by", "contributed to this report", "this article", "javascript", "browser", "most popular",
	"abonn", "anmelden", "registrier", "werbung", "datenschutz", "kommentar", "mehr zum thema", "lesen sie", "startseite",
	"connectez", "inscri", "lire aussi", "suscrib", "suscríb", "derechos reservados", "leia", "assine", "iscriviti", "leggi anche", "lees ook",
	"exclusive content", "exclusive articles", "free trial", "premium", "unlimited", "unlock", "epaper", "e paper", "your account", "one account", "local journalism", "crossword", "puzzles", "support us", "donate", "podcast", "photo gallery", "watch", "you may", "recommended", "trending", "minutes ago", "min read",
	"externen inhalt", "externer inhalt", "externe inhalte", "redaktioneller inhalt", "einverstanden", "personenbezogene daten", "external content", "personal data", "contenu externe", "données personnelles", "contenido externo", "datos personales",
	"published", "updated", "last modified", "posted", "contact", "support", "e mail", "email",
}

// junkIn counts the phrases of furniture in a folded text.
func junkIn(f string) int {
	in := junkSet().in(f)
	return in.count()
}

var junkSet = sync.OnceValue(func() *phraseSet { return newPhraseSet(junk) })

// credits are what the credit of a picture begins with, or holds.
var credits = []string{"Photo:", "Photos:", "Photo by", "Photograph", "Image:", "Image credit", "Image via", "Credit:", "Picture:", "Foto:", "Fotos:", "Bild:", "Bilder:", "Quelle:", "Source:", "Getty", "(AP", "AP Photo", "REUTERS/", "Reuters/", "Shutterstock", "AFP", "dpa", "Crédit", "Courtesy", "courtesy of", "file photo", "File photo", "pic.twitter", "EPA", "Bildrechte", "imago", "Ritzau", "Credits:", "stock.adobe", "LAT Images", "(Image", "(Photo", "(Picture", "Photographer", "Imagen de", "picture alliance", "IMAGO", "写真", "사진"}

// hasCredit reports whether a short text looks like the credit or caption of a picture.
func hasCredit(text string) bool { return creditSet().in(text) != found{} }

var creditSet = sync.OnceValue(func() *phraseSet { return newPhraseSet(credits) })

// isCreditLine reports whether a line is the credit of a picture: a few words with an
// agency or a copyright sign.
func isCreditLine(text string) bool {
	return len(text) < 90 && lastMark(text) != '.' && (hasCredit(text) || strings.Contains(text, "©") || strings.HasSuffix(text, "Images"))
}
