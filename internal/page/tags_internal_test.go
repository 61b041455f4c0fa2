package page

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"
)

// tagsOf lists the names of the tags of a page and their attributes, as the tokenizer reads
// them and as we do.
func tagsOf(src []byte, ours bool) (tags [][]string) {
	z := html.NewTokenizer(bytes.NewReader(src))
	var own attr
	for t := z.Next(); t != html.ErrorToken; t = z.Next() {
		if t != html.StartTagToken && t != html.SelfClosingTagToken && t != html.EndTagToken {
			continue
		}
		if !ours {
			name, more := z.TagName()
			tag := []string{string(name)}
			for more {
				var k, v []byte
				k, v, more = z.TagAttr()
				tag = append(tag, string(k), string(v))
			}
			tags = append(tags, tag)
			continue
		}
		name, end := tagName(z, z.Raw())
		tag := []string{string(name)}
		if t != html.EndTagToken {
			own.read(z, z.Raw()[end:])
			for k, v, ok := own.next(); ok; k, v, ok = own.next() {
				tag = append(tag, string(k), string(v))
			}
		}
		tags = append(tags, tag)
	}
	return tags
}

var tagPages = map[string]string{
	"plain":       `<p class="lead" ID='x' data-n=1 hidden>`,
	"white space": "<p\n class = \"lead\"\tid\f=\rx  hidden >",
	"slashes":     `<img src=a/b.png/><br/><a/b=c/ d /e>`,
	"twice":       `<p class=a CLASS=b>`,
	"entities":    `<a href="?a=1&amp;copy=2" title=&eacute;>`,
	"nothing":     `<p =a ==b c= d='' e=>`,
	"quotes":      `<p a='"' b="'" c=d"e f'g>`,
	"bytes":       "<p\x00q a\x00b=\x00><P CLASS=\"a\r\nb\">",
	"end tags":    `</P ></div class=a></b/>`,
	"cut":         `<p class="lead`,
}

func TestTagsAreThoseOfTheTokenizer(t *testing.T) {
	t.Parallel()
	for name, page := range tagPages {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			require.Equal(t, tagsOf([]byte(page), false), tagsOf([]byte(page), true))
		})
	}
	require.Equal(t, [][]string{{"p", "class", "lead", "id", "x", "data-n", "1", "hidden", ""}},
		tagsOf([]byte(tagPages["plain"]), true))
}

func FuzzTags(f *testing.F) {
	for _, page := range tagPages {
		f.Add([]byte(page))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		require.Equal(t, tagsOf(src, false), tagsOf(src, true))
	})
}
