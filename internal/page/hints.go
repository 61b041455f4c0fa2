package page

import (
	"bytes"
	"hash/maphash"
	"slices"

	"golang.org/x/net/html/atom"
)

// hint is a set of things that markup says about a block.
type hint uint64

// The hints. Those in the first group come from tags, the rest from the words of
// class, id, role and itemprop.
const (
	hintArticle hint = 1 << iota
	hintMain
	hintNav
	hintFooter
	hintHeader
	hintAside
	hintForm
	hintFigure
	hintTable
	hintList
	hintQuote
	hintHidden

	hintBody     // article-body, entry-content, itemprop=articleBody
	hintStory    // article, story, post
	hintContent  // content, main
	hintHeadline // headline, title
	hintDek      // dek, standfirst, subtitle, summary
	hintKicker   // kicker, eyebrow, category
	hintByline   // byline, author
	hintBio      // author box
	hintDate
	hintCaption // caption, credit
	hintRelated
	hintMostRead
	hintNewsletter
	hintShare
	hintComment
	hintCookie
	hintMenu
	hintAdvert
	hintTags
	hintPaywall
	hintTool
	hintLegal
	hintBox // fact box, info box
	hintTeaser
	hintPullquote
	hintParagraph // paragraph, text
	hintList2     // items of a list of articles
	hintSidebar
	hintMetaBox // article-meta, info
	hintCount   = iota
)

// hintWords maps a word of a class or id, or two that stand side by side, to what
// it says. Words are in lower case without signs.
var hintWords = map[string]hint{
	"articlebody": hintBody, "storybody": hintBody, "entrycontent": hintBody, "postcontent": hintBody,
	"articlecontent": hintBody, "articletext": hintBody, "storycontent": hintBody, "storytext": hintBody,
	"bodytext": hintBody, "bodycopy": hintBody, "contentbody": hintBody, "postbody": hintBody, "entrybody": hintBody,
	"richtext": hintBody, "newstext": hintBody, "newsbody": hintBody, "newscontent": hintBody, "textbody": hintBody,
	"contenttext": hintBody, "posttext": hintBody, "maintext": hintBody, "fulltext": hintBody, "articlemain": hintBody,
	"bodycontent": hintBody, "articlecopy": hintBody, "storybodytext": hintBody, "itemfulltext": hintBody,
	"tdpostcontent":    hintBody,
	"articleparagraph": hintBody | hintParagraph, "articlechapter": hintBody, "wysiwyg": hintBody,
	"detailtext": hintBody,

	"article": hintStory, "story": hintStory, "post": hintStory, "entry": hintStory, "artikel": hintStory,
	"content": hintContent, "main": hintContent, "body": hintContent, "inhalt": hintContent,
	"contenu": hintContent, "contenido": hintContent,
	"paragraph": hintParagraph, "text": hintParagraph, "texte": hintParagraph, "absatz": hintParagraph,
	"copy": hintParagraph, "prose": hintParagraph,

	"headline": hintHeadline, "title": hintHeadline, "titel": hintHeadline, "titre": hintHeadline,
	"heading": hintHeadline, "hed": hintHeadline, "titulo": hintHeadline, "titolo": hintHeadline,
	"dek": hintDek, "deck": hintDek, "standfirst": hintDek, "subtitle": hintDek, "subheadline": hintDek,
	"subhead":    hintDek,
	"subheading": hintDek, "summary": hintDek, "lead": hintDek, "lede": hintDek, "excerpt": hintDek, "intro": hintDek,
	"introduction": hintDek, "abstract": hintDek, "chapo": hintDek, "vorspann": hintDek, "strapline": hintDek,
	"leadtext": hintDek, "articlelead": hintDek, "articleintro": hintDek, "perex": hintDek, "ingress": hintDek,
	"manchet": hintDek,
	"bajada":  hintDek, "entradilla": hintDek, "catenaccio": hintDek, "sommario": hintDek, "chapeau": hintDek,
	"synopsis": hintDek, "description": hintDek, "leadparagraph": hintDek,
	"kicker": hintKicker, "eyebrow": hintKicker, "overline": hintKicker, "topline": hintKicker, "category": hintKicker,
	"categories": hintKicker, "rubrik": hintKicker, "dachzeile": hintKicker, "overhead": hintKicker,
	"supertitle": hintKicker, "pretitle": hintKicker, "spitzmarke": hintKicker, "roofline": hintKicker,
	"antetitulo": hintKicker, "occhiello": hintKicker, "surtitre": hintKicker, "label": hintKicker,
	"slug":   hintKicker,
	"byline": hintByline, "bylines": hintByline, "author": hintByline, "authors": hintByline, "autor": hintByline,
	"autoren": hintByline, "auteur": hintByline, "writer": hintByline, "contributor": hintByline,
	"contributors": hintByline, "authorname": hintByline, "reporter": hintByline, "journalist": hintByline,
	"autore": hintByline, "firma": hintByline, "skribent": hintByline, "signature": hintByline,
	"bio": hintBio, "authorbio": hintBio, "authorbox": hintBio, "authorinfo": hintBio, "aboutauthor": hintBio,
	"authordescription": hintBio, "biography": hintBio, "authorcard": hintBio, "postauthor": hintByline,
	"date": hintDate, "time": hintDate, "timestamp": hintDate, "published": hintDate, "updated": hintDate,
	"pubdate": hintDate, "publishdate": hintDate, "datetime": hintDate, "datum": hintDate, "fecha": hintDate,
	"dateline": hintDate, "postdate": hintDate, "datepublished": hintDate, "datemodified": hintDate,
	"modified": hintDate,
	"caption":  hintCaption, "credit": hintCaption, "credits": hintCaption, "captions": hintCaption,
	"figcaption": hintCaption, "legend": hintCaption, "legende": hintCaption, "bildunterschrift": hintCaption,
	"copyright": hintLegal, "photocredit": hintCaption, "imagecaption": hintCaption, "wpcaptiontext": hintCaption,
	"bildtext": hintCaption, "photo": hintCaption, "image": hintCaption, "picture": hintCaption,
	"figure": hintCaption, "img": hintCaption, "media": hintCaption,

	"related": hintRelated, "recirc": hintRelated, "recommended": hintRelated, "recommendation": hintRelated,
	"recommendations": hintRelated, "recommend": hintRelated, "readmore": hintRelated, "readnext": hintRelated,
	"seealso": hintRelated, "alsoread": hintRelated, "morestories": hintRelated, "more": hintRelated,
	"outbrain": hintRelated | hintAdvert, "taboola": hintRelated | hintAdvert, "upnext": hintRelated,
	"nextarticle": hintRelated, "weitere": hintRelated, "verwandt": hintRelated, "relacionadas": hintRelated,
	"relacionados": hintRelated, "correlati": hintRelated, "similar": hintRelated, "further": hintRelated,
	"latest": hintRelated, "suggested": hintRelated, "suggestions": hintRelated, "lire": hintRelated,
	"mehr": hintRelated, "inline": 0,
	"teaser": hintTeaser, "teasers": hintTeaser, "card": hintTeaser, "cards": hintTeaser, "promo": hintTeaser,
	"feed": hintTeaser, "grid": hintTeaser, "carousel": hintTeaser, "slider": hintTeaser, "tile": hintTeaser,
	"collection": hintTeaser, "river": hintTeaser, "swiper": hintTeaser,
	"mostread": hintMostRead, "mostpopular": hintMostRead, "popular": hintMostRead, "trending": hintMostRead,
	"mostviewed": hintMostRead, "mostwatched": hintMostRead, "topstories": hintMostRead,
	"meistgelesen": hintMostRead, "mostshared": hintMostRead, "toplist": hintMostRead, "bestseller": hintMostRead,
	"ranking":    hintMostRead,
	"newsletter": hintNewsletter, "newsletters": hintNewsletter, "signup": hintNewsletter,
	"subscribe": hintNewsletter, "subscription": hintNewsletter, "optin": hintNewsletter,
	"mailchimp": hintNewsletter,
	"share":     hintShare, "social": hintShare, "sharing": hintShare, "follow": hintShare, "facebook": hintShare,
	"twitter": hintShare, "whatsapp": hintShare, "addthis": hintShare, "sharedaddy": hintShare,
	"shares": hintShare, "partage": hintShare, "teilen": hintShare, "socials": hintShare,
	"comment": hintComment, "comments": hintComment, "disqus": hintComment, "discussion": hintComment,
	"respond": hintComment, "replies": hintComment, "commentlist": hintComment, "kommentare": hintComment,
	"kommentar": hintComment, "commentaires": hintComment, "comentarios": hintComment, "forum": hintComment,
	"reply":  hintComment,
	"cookie": hintCookie, "cookies": hintCookie, "consent": hintCookie, "gdpr": hintCookie, "onetrust": hintCookie,
	"cmp": hintCookie, "privacy": hintCookie, "didomi": hintCookie,
	"nav": hintMenu, "menu": hintMenu, "navigation": hintMenu, "navbar": hintMenu, "breadcrumb": hintMenu,
	"breadcrumbs": hintMenu, "toolbar": hintTool, "pagination": hintMenu, "pager": hintMenu, "tabs": hintMenu,
	"dropdown": hintMenu, "topbar": hintMenu, "sitemap": hintMenu, "burger": hintMenu, "offcanvas": hintMenu,
	"skip": hintMenu, "submenu": hintMenu, "masthead": hintMenu, "search": hintMenu, "logo": hintMenu,
	"language": hintMenu, "languages": hintMenu, "ticker": hintMenu, "mainnav": hintMenu, "megamenu": hintMenu,
	"login": hintMenu,
	"ad":    hintAdvert, "ads": hintAdvert, "advert": hintAdvert, "adverts": hintAdvert, "advertisement": hintAdvert,
	"advertising": hintAdvert, "sponsor": hintAdvert, "sponsored": hintAdvert, "banner": hintAdvert,
	"anzeige": hintAdvert, "werbung": hintAdvert, "dfp": hintAdvert, "adslot": hintAdvert, "shop": hintAdvert,
	"affiliate": hintAdvert, "commercial": hintAdvert, "product": hintAdvert, "promotion": hintAdvert,
	"deals": hintAdvert, "reklame": hintAdvert, "publicidad": hintAdvert,
	"footer": hintFooter, "footnote": hintFooter, "footnotes": hintFooter, "bottom": 0, "colophon": hintFooter,
	"foot":    hintFooter,
	"header":  hintHeader,
	"sidebar": hintSidebar, "rail": hintSidebar, "aside": hintSidebar, "widget": hintSidebar,
	"widgets": hintSidebar, "complementary": hintSidebar, "secondary": hintSidebar, "sidecolumn": hintSidebar,
	"rightcol": hintSidebar, "rightcolumn": hintSidebar, "leftcolumn": hintSidebar, "marginalia": hintSidebar,
	"tag": hintTags, "tags": hintTags, "topics": hintTags, "topic": hintTags, "keywords": hintTags,
	"keyword": hintTags, "taglist": hintTags, "themen": hintTags, "schlagworte": hintTags, "taxonomy": hintTags,
	"etiquetas": hintTags, "taglinks": hintTags,
	"paywall": hintPaywall, "premium": hintPaywall, "regwall": hintPaywall, "paid": hintPaywall,
	"piano": hintPaywall, "abo": hintPaywall, "registration": hintPaywall, "offer": hintPaywall,
	"register": hintPaywall,
	"print":    hintTool, "player": hintTool, "video": hintTool, "audio": hintTool, "gallery": hintTool,
	"slideshow": hintTool, "button": hintTool, "btn": hintTool, "buttons": hintTool, "tools": hintTool,
	"modal": hintTool, "popup": hintTool, "overlay": hintTool, "tooltip": hintTool, "icon": hintTool,
	"weather": hintTool, "poll": hintTool, "podcast": hintTool, "playlist": hintTool, "lightbox": hintTool,
	"actions": hintTool, "dialog": hintTool, "alert": hintTool, "notification": hintTool, "toast": hintTool,
	"error": hintTool, "bookmark": hintTool, "loading": hintTool, "embed": hintTool, "timer": hintTool,
	"livestream": hintTool, "chat": hintTool,
	"legal": hintLegal, "disclaimer": hintLegal, "terms": hintLegal, "imprint": hintLegal, "impressum": hintLegal,
	"rights": hintLegal, "disclosure": hintLegal, "correction": hintLegal,
	"box": hintBox, "factbox": hintBox, "infobox": hintBox, "infokasten": hintBox, "kasten": hintBox,
	"facts": hintBox, "sidefact": hintBox,
	"pullquote": hintPullquote, "blockquote": hintPullquote, "quote": hintPullquote, "zitat": hintPullquote,
	"citation": hintPullquote, "pull": hintPullquote,
	"list": hintList2, "listing": hintList2, "items": hintList2, "links": hintList2, "archive": hintList2,
	"stories": hintList2, "articles": hintList2, "posts": hintList2, "headlines": hintList2, "news": 0,
	"meta": hintMetaBox, "metadata": hintMetaBox, "info": hintMetaBox, "details": hintMetaBox,
	"entrymeta": hintMetaBox, "postmeta": hintMetaBox, "articlemeta": hintMetaBox, "storymeta": hintMetaBox,
	"hidden": hintHidden, "invisible": hintHidden, "sronly": hintHidden, "visuallyhidden": hintHidden,
	"screenreader": hintHidden, "screenreadertext": hintHidden, "printonly": hintHidden, "noprint": 0,
}

// classHints reads the words of a class or id attribute.
func classHints(attr []byte) hint {
	var h hint
	var word, pair [40]byte
	n, before := 0, 0 // length of the word, length of the pair's first half
	flush := func() {
		if n == 0 {
			return
		}
		h |= hintWords[string(word[:n])]
		if before > 0 && before+n <= len(pair) {
			copy(pair[before:], word[:n])
			h |= hintWords[string(pair[:before+n])]
		}
		copy(pair[:], word[:n])
		before, n = n, 0
	}
	lower := false
	for _, c := range attr[:min(len(attr), 400)] {
		switch {
		case 'a' <= c && c <= 'z':
			lower = true
		case 'A' <= c && c <= 'Z':
			if lower {
				flush()
			}
			lower = false
			c += 'a' - 'A'
		case c == ' ':
			flush()
			before, lower = 0, false
			continue
		default:
			flush()
			lower = false
			continue
		}
		if n < len(word) {
			word[n] = c
			n++
		}
	}
	flush()
	return h
}

// classCache remembers what the classes of a page say, since most come again and
// again: one for each hash.
type classCache [256]struct {
	class []byte
	hint  hint
}

// hints is classHints.
func (c *classCache) hints(class []byte) hint {
	e := &c[maphash.Bytes(tagSeed, class)%uint64(len(c))]
	if !bytes.Equal(e.class, class) {
		e.class, e.hint = append(e.class[:0], class...), classHints(class) // the tokenizer writes over what it gave
	}
	return e.hint
}

// tagHints says what an element's name says.
func tagHints(a atom.Atom) hint {
	switch a {
	case atom.Article:
		return hintArticle
	case atom.Main:
		return hintMain
	case atom.Nav, atom.Menu:
		return hintNav
	case atom.Footer:
		return hintFooter
	case atom.Header:
		return hintHeader
	case atom.Aside:
		return hintAside
	case atom.Form, atom.Button, atom.Label, atom.Dialog, atom.Fieldset:
		return hintForm
	case atom.Figure, atom.Figcaption, atom.Picture:
		return hintFigure
	case atom.Table:
		return hintTable
	case atom.Ul, atom.Ol, atom.Dl:
		return hintList
	case atom.Blockquote:
		return hintQuote
	case atom.Time:
		return hintDate
	case atom.Address:
		return hintByline
	}
	return 0
}

// roleHints reads an ARIA role.
func roleHints(role []byte) hint {
	switch string(role) {
	case "navigation", "menu", "menubar", "search":
		return hintNav
	case "main":
		return hintMain
	case "contentinfo":
		return hintFooter
	case "banner":
		return hintHeader
	case "complementary":
		return hintAside
	case "dialog", "alertdialog", "alert", "button", "tooltip":
		return hintTool
	}
	return 0
}

// itempropHints reads the name of a microdata property.
func itempropHints(prop []byte) hint {
	switch string(prop) {
	case "articleBody", "articlebody", "text":
		return hintBody
	case "headline", "name":
		return hintHeadline
	case "alternativeHeadline", "description":
		return hintDek
	case "author", "creator":
		return hintByline
	case "datePublished", "dateModified", "dateCreated":
		return hintDate
	case "caption":
		return hintCaption
	case "articleSection":
		return hintKicker
	case "comment":
		return hintComment
	}
	return 0
}

// hidesItself reports whether a style attribute keeps an element from view.
func hidesItself(style []byte) bool {
	at := bytes.Index(style, []byte("display"))
	if at < 0 {
		return false
	}
	rest := bytes.TrimLeft(style[at+len("display"):], ": \t")
	return bytes.HasPrefix(rest, []byte("none"))
}

// isClipped reports whether a style attribute cuts an element down to nothing, as is done with
// words for screen readers.
func isClipped(style []byte) bool {
	at := bytes.Index(style, []byte("clip"))
	if at < 0 {
		return bytes.Contains(style, []byte("visibility:hidden")) || bytes.Contains(style, []byte("visibility: hidden"))
	}
	rest := bytes.TrimLeft(style[at+len("clip"):], ": \t")
	return bytes.HasPrefix(rest, []byte("rect(0")) || bytes.HasPrefix(rest, []byte("rect(1px"))
}

// unseenClasses are the classes that style sheets give to words for screen readers.
var unseenClasses = []string{"sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screenreader-only"}

// isUnseen reports whether a class keeps an element from view by the habit of style sheets.
func isUnseen(class []byte) bool {
	for word := range bytes.FieldsSeq(class) {
		if slices.Contains(unseenClasses, string(word)) {
			return true
		}
	}
	return false
}
