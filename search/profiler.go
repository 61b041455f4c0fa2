package search

import (
	"fmt"
	"math"
	"strings"
	"sync"
	"unicode"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/clusters"
	"github.com/dateline-go/dateline/internal/stats"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/search/internal/words"
)

// What an article is about is one vector of three kinds of feature:
//
//	word     (1 + ln tf) × idf
//	cluster  (1 + ln tf) × clusterIDF
//	entity   entityWeight × (0.2 + 0.8 × salience) × idf of the rarest word of its name
//
// tf counts words by their stems, those of the headline once more; idf is that of
// a background corpus, so that two articles compare alike in every archive. A
// cluster holds the words that are used like a word, and lets "strike" meet
// "walkout" (Brown and others, "Class-based n-gram models of natural language",
// 1992). docs/related.md has the figures for each of them.
const (
	clusterIDF   = 3
	entityWeight = 2
	// leastSalience is what an entity counts that the story only mentions.
	leastSalience = 0.2
)

// part turns a salience or score into a strength.
func part(score float64) float64 { return leastSalience + (1-leastSalience)*score }

// often is the strength of a word that stands n times.
func often(n float64) float64 { return 1 + math.Log(n) }

// profiler makes profiles. It is not safe for concurrent use.
type profiler struct {
	splitter *words.Splitter // of the Document at hand
	idf      *stats.Frequencies
	clusters *clusters.Table
	known    map[string]wordInfo // by the word as it stands, of the Document's language
	others   map[*words.Language]map[string]wordInfo
	language *words.Language

	buf       []words.Word
	counts    map[uint32]int32 // the place of a term in terms, by its key
	terms     []count
	clusterN  []float64 // by number
	hashes    []uint32
	shingles  []uint32
	facts     []uint32
	feet      []foot
	clusterAt []uint8 // in which feet, by number
	features  []weighted
}

// wordInfo is what is known of a word.
type wordInfo struct {
	key     uint32 // of its term
	idf     float32
	cluster int32 // -1 for none
}

// count is how often a term stands in a text.
type count struct {
	key uint32
	n   float64
	idf float64
	at  uint8 // in which feet
}

const (
	// maxKnown is how many words a profiler remembers before it begins anew.
	maxKnown = 1 << 16
	// firstKey is above the numbers of clusters, which are their keys.
	firstKey = 1 << 12
)

var profilers sync.Pool

// getProfiler returns a profiler that nobody else uses.
func getProfiler() (*profiler, error) {
	if m, ok := profilers.Get().(*profiler); ok {
		return m, nil
	}
	idf, err := stats.English()
	if err != nil {
		return nil, fmt.Errorf("search: %w", err)
	}
	table, err := clusters.Default()
	if err != nil {
		return nil, fmt.Errorf("search: %w", err)
	}
	return &profiler{idf: idf, clusters: table, others: map[*words.Language]map[string]wordInfo{},
		counts: map[uint32]int32{}, clusterN: make([]float64, firstKey),
		clusterAt: make([]uint8, firstKey)}, nil
}

func putProfiler(m *profiler) {
	m.put()
	profilers.Put(m)
}

// put gives the splitter back.
func (m *profiler) put() {
	if m.splitter != nil {
		words.Put(m.splitter)
		m.splitter = nil
	}
}

// read says which Document is read from now on: what its words become depends on its
// language.
func (m *profiler) read(doc *dateline.Document) { m.readLanguage(doc.Language) }

// readLanguage is read for what is in a language, "" for English.
func (m *profiler) readLanguage(tag string) {
	l := words.LanguageOf(tag)
	if m.splitter != nil && m.language == l {
		return
	}
	m.put()
	m.splitter, m.language = l.Get(), l
	if m.others[l] == nil {
		m.others[l] = map[string]wordInfo{}
	}
	m.known = m.others[l]
}

// compare makes what articles are compared by. The words of a credit and the entities
// that stand there alone do not count.
func (m *profiler) compare(p *Profile, doc *dateline.Document, sent dateline.Span, sender map[string]bool) {
	clear(m.counts)
	m.terms = m.terms[:0]
	clear(m.clusterN)
	clear(m.clusterAt)
	m.hashes = m.hashes[:0]
	text := compared(doc.Text)
	story := m.splitter.Story(text)
	m.feet = feetOf(m.feet[:0], doc, story)
	m.add(text, story, 1, sent, true)
	if weight := 1 + b2i(headlineApart(doc)); doc.Headline != "" {
		m.buf = m.splitter.Append(m.buf[:0], doc.Headline)
		m.add(doc.Headline, m.buf, float64(weight), dateline.Span{}, false)
	}
	m.features = m.features[:0]
	for _, c := range m.terms {
		m.features = append(m.features, weighted{c.key, often(c.n) * c.idf, only(c.at)})
	}
	for number, n := range m.clusterN {
		if n > 0 {
			m.features = append(m.features, weighted{uint32(number), often(n) * clusterIDF, only(m.clusterAt[number])})
		}
	}
	seen := map[uint32]bool{}
	named := whereNamed(m.feet, doc)
	for e := range doc.Names() {
		key := entityKey(e.ID)
		if _, word := m.counts[key]; !word && !seen[key] && !sender[e.ID] {
			seen[key] = true
			m.features = append(m.features, weighted{key,
				entityWeight * part(e.Salience) * m.rarity(e.Name), only(named[e.ID])})
		}
	}
	p.vector = newVector(m.features, m.feet)
	p.tells.words, m.shingles = sign(m.hashes, m.shingles)
	p.tells.facts = m.factsOf(text, m.splitter.Story(text))
	p.tells.slots = m.slotsOf(doc, text, m.splitter.Story(text))
	for _, f := range m.feet {
		shingles := max(f.words-shingleWords+1, 0)
		p.tells.feet = append(p.tells.feet, footSize{f.hash, int32(shingles), int32(f.facts), int32(f.slots)})
	}
	p.tells.people = peopleOf(p.Entities)
}

// maxCompared is how many bytes of a story are compared with others. Its words take many
// times the bytes, and no article is as long.
const maxCompared = 1 << 20

// compared is the part of a story that is compared with others.
func compared(text string) string {
	if len(text) <= maxCompared {
		return text
	}
	if i := strings.LastIndexFunc(text[:maxCompared], unicode.IsSpace); i > 0 {
		return text[:i]
	}
	return strings.ToValidUTF8(text[:maxCompared], "")
}

// add counts words of a text, but for those of a credit; signed ones make its
// signature too.
func (m *profiler) add(text string, ws []words.Word, weight float64, sent dateline.Span, signed bool) {
	for _, w := range ws {
		if w.Term == "" || w.Weak {
			if signed {
				m.hashes = append(m.hashes, stopKey(w))
			}
			continue
		}
		info := m.info(text[w.Start:w.End], w)
		if signed {
			m.hashes = append(m.hashes, info.key)
		}
		if w.Start < sent.End && w.Start >= sent.Start {
			continue
		}
		at, ok := m.counts[info.key]
		if !ok {
			at = int32(len(m.terms))
			m.counts[info.key] = at
			m.terms = append(m.terms, count{key: info.key})
		}
		c := &m.terms[at]
		c.n, c.idf = c.n+weight, float64(info.idf)
		in := uint8(inBody)
		if signed {
			in = where(m.feet, w.Start)
		}
		c.at |= in
		if info.cluster >= 0 {
			m.clusterN[info.cluster] += weight
			m.clusterAt[info.cluster] |= in
		}
	}
}

// info looks a word up.
func (m *profiler) info(word string, w words.Word) wordInfo {
	if info, ok := m.known[word]; ok {
		return info
	}
	if len(m.known) >= maxKnown {
		clear(m.known)
	}
	info := wordInfo{key: wordKey(m.splitter.Stem(w.Term)), idf: float32(m.idfOf(w)), cluster: -1}
	if c, ok := m.clusters.Find(clusters.Key(strings.ToLower(word))); ok {
		info.cluster = int32(c.Cluster)
	}
	m.known[strings.Clone(word)] = info
	return info
}

// rarity is the idf of the rarest word of a name.
func (m *profiler) rarity(name string) float64 {
	most := 0.0
	for _, w := range m.splitter.Append(nil, name) {
		if w.Term != "" {
			most = max(most, m.idfOf(w))
		}
	}
	return most
}

// idfOf is the idf of a word by its term, or by its stem where that is another one:
// the table counts stems.
func (m *profiler) idfOf(w words.Word) float64 {
	if !m.idf.Known(w.Term) {
		return m.idf.IDF(token.Stem(w.Form))
	}
	return m.idf.IDF(w.Term)
}

func wordKey(term string) uint32 { return key('w', term) }

func entityKey(id string) uint32 { return key('e', id) }

// stopKey stands for a stop word in shingles: its length, so that house style
// changes little.
func stopKey(w words.Word) uint32 { return uint32(w.End - w.Start) }

// key is FNV-1a of a kind and a name.
func key(kind byte, name string) uint32 {
	const prime = 16777619
	h := (uint32(2166136261) ^ uint32(kind)) * prime
	for i := range len(name) {
		h = (h ^ uint32(name[i])) * prime
	}
	h ^= h >> 15 // so that low bits, by which tables are made, depend on all
	return max(h, firstKey)
}
