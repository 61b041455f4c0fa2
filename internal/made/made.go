// Package made makes news articles by the thousand for measuring: pages, and analysed
// Documents put together from paragraphs of real ones, with other words, names and
// dates in each, the same each time. They are good for sizes and speeds, not for
// quality.
//
//	for doc := range made.Articles(docs, 10_000) { … }
//	for page := range made.Pages(made.Paragraphs(docs), 10_000) { … }
package made

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/lang/en"
	"github.com/dateline-go/dateline/lang/pos"
)

const (
	vocabulary = 60_000 // made words
	paragraphs = 10     // of an article, about
	replaced   = 0.35   // of the nouns and names of an article
)

// Articles makes n articles from analysed ones, which must have tokens. Their
// words are as rare as those of a language: a few are everywhere, most hardly
// anywhere.
func Articles(from []*dateline.Document, n int) iter.Seq[*dateline.Document] {
	return func(yield func(*dateline.Document) bool) {
		r := rand.New(rand.NewPCG(17, 4))
		zipf := rand.NewZipf(r, 1.07, 3, vocabulary-1)
		for i := range n {
			if !yield(article(r, zipf, from, i)) {
				return
			}
		}
	}
}

// article puts paragraphs of two articles together, which share their names.
func article(r *rand.Rand, zipf *rand.Zipf, from []*dateline.Document, n int) *dateline.Document {
	a, b := from[r.IntN(len(from))], from[r.IntN(len(from))]
	m := maker{r: r, zipf: zipf, words: map[string]string{}, doc: &dateline.Document{
		ID: fmt.Sprintf("made-%06d", n), Language: a.Language, Site: a.Site, Section: b.Section, Byline: a.Byline,
		Kicker: a.Kicker,
	}}
	m.doc.URL = "https://news.example/" + m.doc.ID
	day := time.Date(2016, 1, 1, 6, 0, 0, 0, time.UTC).Add(time.Duration(r.IntN(10*365*24)) * time.Hour)
	m.doc.Published = dateline.Day(day.Year(), day.Month(), day.Day())
	for _, k := range a.Blocks {
		if k.Kind == dateline.BlockHeadline || k.Kind == dateline.BlockDek || k.Kind == dateline.BlockKicker {
			m.block(a, k)
		}
	}
	want := paragraphs/2 + r.IntN(paragraphs)
	for i := 0; i < want; i++ {
		src := a
		if i%3 == 2 {
			src = b
		}
		var ps []dateline.Block
		for _, k := range src.Blocks {
			if k.Kind == dateline.BlockParagraph {
				ps = append(ps, k)
			}
		}
		if len(ps) > 0 {
			m.block(src, ps[r.IntN(len(ps))])
		}
	}
	m.doc.Headline, m.doc.Dek = m.say(a.Headline), m.say(a.Dek)
	for _, k := range m.doc.Blocks {
		switch k.Kind {
		case dateline.BlockHeadline:
			m.doc.Headline = m.doc.Words(k.Span())
		case dateline.BlockKicker:
			m.doc.Kicker = m.doc.Words(k.Span())
		case dateline.BlockDek:
			m.doc.Dek = m.doc.Words(k.Span())
		}
	}
	m.names(a, b)
	return m.doc
}

// maker makes one article.
type maker struct {
	r     *rand.Rand
	zipf  *rand.Zipf
	words map[string]string // what a word is replaced by in this article
	doc   *dateline.Document
}

// word returns what stands for a noun or name, the same throughout the article.
func (m *maker) word(w string) string {
	to, ok := m.words[w]
	if !ok {
		to = w
		if m.r.Float64() < replaced {
			to = spell(m.zipf.Uint64())
			if w[0] >= 'A' && w[0] <= 'Z' {
				to = strings.ToUpper(to[:1]) + to[1:]
			}
		}
		m.words[w] = to
	}
	return to
}

// say puts a text into the words of this article.
func (m *maker) say(text string) string {
	fields := strings.Fields(text)
	for i, f := range fields {
		if to, ok := m.words[f]; ok {
			fields[i] = to
		}
	}
	return strings.Join(fields, " ")
}

// spell makes a word of a number.
func spell(n uint64) string {
	const consonants, vowels = "bdfgklmnprstvz", "aeiou"
	b := []byte{consonants[n%14], vowels[n/14%5]}
	for n /= 70; n > 0; n /= 70 {
		b = append(b, consonants[n%14], vowels[n/14%5])
	}
	return string(append(b, consonants[(uint64(len(b))*7+uint64(b[0]))%14], 'e'))
}

// block copies a block with its sentences, tokens and mentions.
func (m *maker) block(src *dateline.Document, k dateline.Block) {
	if m.doc.Text != "" {
		m.doc.Text += "\n\n"
	}
	starts, ends := map[int]int{}, map[int]int{}
	var text strings.Builder
	base, at := len(m.doc.Text), k.Start
	starts[k.Start] = base
	first := len(m.doc.Tokens)
	for _, t := range src.Tokens {
		if t.Start < k.Start || t.End > k.End {
			continue
		}
		text.WriteString(src.Text[at:t.Start])
		w := src.Text[t.Start:t.End]
		if en.Words().Tagset.Of(t.Tag).Is(pos.Noun) && len(w) > 2 {
			w = m.word(w)
		}
		starts[t.Start] = base + text.Len()
		text.WriteString(w)
		ends[t.End] = base + text.Len()
		m.doc.Tokens = append(m.doc.Tokens, dateline.Token{Start: starts[t.Start], End: ends[t.End], Tag: t.Tag})
		at = t.End
	}
	text.WriteString(src.Text[at:k.End])
	ends[k.End] = base + text.Len()
	m.doc.Text += text.String()
	m.doc.Blocks = append(m.doc.Blocks, dateline.Block{Kind: k.Kind, Start: base, End: ends[k.End]})
	for _, s := range src.Sentences {
		start, ok := starts[s.Start]
		end, ok2 := ends[s.End]
		if ok && ok2 && s.Start >= k.Start && s.End <= k.End {
			m.doc.Sentences = append(m.doc.Sentences, dateline.Span{Start: start, End: end})
		}
	}
	m.inside(first)
	for _, x := range src.Mentions {
		start, ok := starts[x.Start]
		end, ok2 := ends[x.End]
		if ok && ok2 && x.Start >= k.Start && x.End <= k.End {
			x.Start, x.End = start, end
			x.Inside = nil // the words of names are others now
			m.doc.Mentions = append(m.doc.Mentions, x)
		}
	}
}

// inside drops the tokens that lie in no sentence.
func (m *maker) inside(first int) {
	kept := m.doc.Tokens[:first]
	for _, t := range m.doc.Tokens[first:] {
		if slices.ContainsFunc(m.doc.Sentences, func(s dateline.Span) bool { return s.Start <= t.Start && t.End <= s.End }) {
			kept = append(kept, t)
		}
	}
	m.doc.Tokens = kept
}

// names copies the entities that are mentioned, the countries and the keyphrases,
// in the words of this article.
func (m *maker) names(from ...*dateline.Document) {
	mentions := map[string]int{}
	for _, x := range m.doc.Mentions {
		mentions[x.Entity]++
	}
	seen := map[string]bool{}
	for _, src := range from {
		for _, e := range src.Entities {
			if mentions[e.ID] == 0 || seen[e.ID] {
				continue
			}
			seen[e.ID] = true
			e.Mentions = mentions[e.ID]
			e.Name = m.say(e.Name)
			e.Aliases, e.Roles = nil, nil
			m.doc.Entities = append(m.doc.Entities, e)
		}
	}
	slices.SortStableFunc(m.doc.Entities, func(a, b dateline.Entity) int { return b.Mentions - a.Mentions })
	for i := range m.doc.Entities {
		m.doc.Entities[i].Salience = dateline.Round(1 / float64(i+1))
	}
	// What was seen under another name is another thing.
	ids := map[string]string{}
	for i, e := range m.doc.Entities {
		kind, _, _ := strings.Cut(e.ID, ":")
		id := kind + ":" + strings.ReplaceAll(strings.ToLower(e.Name), " ", "-")
		for taken := true; taken; {
			taken = false
			for _, other := range ids {
				if other == id {
					id, taken = id+"-"+fmt.Sprint(i), true
				}
			}
		}
		ids[e.ID] = id
		m.doc.Entities[i].ID = id
	}
	for i, x := range m.doc.Mentions {
		m.doc.Mentions[i].Entity = ids[x.Entity]
	}
	m.doc.Countries = from[0].Countries
	for _, k := range from[0].Keyphrases {
		text := m.say(k.Text)
		if at := strings.Index(m.doc.Text, text); at >= 0 {
			k.Text, k.Spans = text, []dateline.Span{{Start: at, End: at + len(text)}}
			m.doc.Keyphrases = append(m.doc.Keyphrases, k)
		}
	}
}
