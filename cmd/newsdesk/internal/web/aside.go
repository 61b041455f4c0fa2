package web

import "github.com/dateline-go/dateline"

// asideOf lists the parts of a page that are not its story.
func (in speech) asideOf(doc *dateline.Document) []asideView {
	var list []asideView
	for _, f := range doc.Furniture {
		list = append(list, asideView{in.Word("aside." + string(f.Kind)), f.Text})
	}
	return list
}

// linksOf lists the links of a page, by where they stand.
func (in speech) linksOf(doc *dateline.Document) []linksView {
	list := []linksView{
		{Title: in.Word("links.story")}, {Title: in.Word("links.more")}, {Title: in.Word("links.most")},
	}
	at := map[dateline.LinkKind]int{dateline.LinkStory: 0, dateline.LinkRelated: 1, dateline.LinkMostRead: 2}
	for _, l := range doc.Links {
		i, ok := at[l.Kind]
		if !ok {
			continue
		}
		list[i].Links = append(list[i].Links, linkView{l, link(l.URL)})
	}
	var some []linksView
	for _, l := range list {
		if len(l.Links) > 0 {
			some = append(some, l)
		}
	}
	return some
}
