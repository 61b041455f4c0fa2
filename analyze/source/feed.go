package source

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"iter"
	"net/url"
	"strings"
	"unicode/utf8"

	"github.com/mmcdole/gofeed"
	"github.com/mmcdole/gofeed/json"

	"github.com/dateline-go/dateline"
)

// summaryBytes is how long the words of an item are that has no content beside its
// summary and yet may be the whole article.
const summaryBytes = 1200

// Feed reads the items of an RSS, Atom or JSON feed, plain or gzip, as web pages.
// name is what errors and the pages' Source call the stream.
//
// A page's ID is the item's own (its guid or id), else its address; its Title and
// Date are the item's, and its Body is a small web page made of the item's content,
// or its summary, with title, authors and category in the head. [Options.Warn] is
// told [ErrSummary] where there is only a summary.
//
// An item without words yields an [*Error] with its number and the rest go on. A
// feed over [Options.MaxFeed], or that is none, yields one too and ends the stream,
// as [ErrOptions] and the error of ctx do.
func Feed(ctx context.Context, r io.Reader, name string, o Options) iter.Seq2[dateline.Page, error] {
	return stream(ctx, r, name, o, readFeed)
}

// readFeed yields the items of a feed; false ends everything.
func readFeed(ctx context.Context, r io.Reader, name string, o Options, yield func(dateline.Page, error) bool) bool {
	u, err := opened(ctx, r, name, o)
	if err != nil {
		return yield(dateline.Page{}, err)
	}
	body, err := readLimited(u, o.MaxFeed, "feed")
	var f *gofeed.Feed
	if err == nil {
		f, err = parseFeed(body, o, func(err error) { o.Warn(&Error{Name: name, Err: err}) })
	}
	switch {
	case ctx.Err() != nil:
		yield(dateline.Page{}, ctx.Err())
		return false
	case err != nil:
		return yield(dateline.Page{}, fileError(name, err))
	}
	original, _ := f.OriginalFeed().(*json.Feed)
	for i, it := range f.Items {
		if i == o.MaxItems {
			return yield(dateline.Page{}, &Error{Name: name, Line: i + 1, Err: fmt.Errorf(
				"%w: the feed has %d items, the limit is %d; the rest is not read", ErrTooLong, len(f.Items), o.MaxItems)})
		}
		if ctx.Err() != nil {
			yield(dateline.Page{}, ctx.Err())
			return false
		}
		plain := original != nil && i < len(original.Items) && original.Items[i].ContentHTML == ""
		if !yield(feedItem{f, it, i + 1, plain}.page(name, o)) {
			return false
		}
	}
	return true
}

// parseFeed reads a feed that keeps to the limits.
func parseFeed(body []byte, o Options, warn func(error)) (f *gofeed.Feed, err error) {
	defer func() { // the parser is not ours
		if r := recover(); r != nil {
			f, err = nil, fmt.Errorf("%w: %v", ErrFeed, r)
		}
	}()
	if body, err = feedText(body, o.Encoding, warn); err != nil {
		return nil, err
	}
	if err := checkFeed(body, o.MaxFeed/bytesPerElement); err != nil {
		return nil, err
	}
	p := gofeed.NewParser()
	p.KeepOriginalFeed = true // which alone tells words from HTML in a JSON feed
	f, err = p.Parse(bytes.NewReader(body))
	if err != nil {
		return nil, fmt.Errorf("%w: %v", ErrFeed, err)
	}
	return f, nil
}

// feedItem is one item of a feed.
type feedItem struct {
	feed *gofeed.Feed
	*gofeed.Item
	n     int  // from 1
	plain bool // the content is no HTML
}

// page makes a page of the item. The error is an [*Error].
func (it feedItem) page(name string, o Options) (dateline.Page, error) {
	p := dateline.Page{
		ID: clean(it.GUID), URL: it.address(), Title: words(it.Title),
		Source: place(name, it.n), Form: dateline.HTML, ContentType: utf8HTML,
	}
	if p.ID == "" {
		p.ID = p.URL
	}
	fail := func(err error) *Error { return &Error{Name: name, Line: it.n, ID: p.ID, Err: err} }
	content := unescaped(it.Content)
	if strings.TrimSpace(content) == "" {
		content = unescaped(it.Description)
		if text := strings.TrimSpace(content); text == "" {
			return dateline.Page{}, fail(fmt.Errorf("%w: the item has neither content nor summary", ErrContent))
		} else if len(text) < summaryBytes {
			o.Warn(fail(ErrSummary))
		}
	}
	p.Body = it.html(p.Title, content)
	if len(p.Body) > o.MaxPage {
		return dateline.Page{}, fail(
			fmt.Errorf("%w: the page has %d bytes, the limit is %d", ErrTooLong, len(p.Body), o.MaxPage))
	}
	var err error
	if p.Date, err = it.date(); err != nil {
		o.Warn(fail(err))
	}
	return p, nil
}

// address returns where the item's article is, resolved against the feed's, "" where
// it is not known.
func (it feedItem) address() string {
	link := clean(it.Link)
	if link == "" && (strings.HasPrefix(it.GUID, "https://") || strings.HasPrefix(it.GUID, "http://")) {
		link = clean(it.GUID)
	}
	base, err := url.Parse(clean(it.feed.Link))
	if err != nil || !base.IsAbs() || link == "" {
		return link
	}
	ref, err := base.Parse(link)
	if err != nil {
		return link
	}
	return ref.String()
}

// date returns when the item was published, else changed. Forms that leave a doubt,
// such as 01/04/63, are refused.
func (it feedItem) date() (dateline.Date, error) {
	when := words(it.Published)
	if when == "" {
		when = words(it.Updated)
	}
	return readDate(when)
}

// authors returns the names of who wrote the item.
func (it feedItem) authors() []string {
	var names []string
	add := func(name string) {
		if name = words(name); name != "" {
			names = append(names, name)
		}
	}
	if dc := it.DublinCoreExt; dc != nil {
		for _, name := range dc.Creator { // of which the parser keeps one
			add(name)
		}
	}
	if len(names) == 0 {
		for _, a := range it.Authors {
			if a != nil {
				add(a.Name)
			}
		}
	}
	return names
}

// clean makes one line of valid UTF-8 of foreign words.
func clean(s string) string {
	return strings.Join(strings.Fields(strings.ToValidUTF8(s, string(utf8.RuneError))), " ")
}
