package main

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"iter"
	"sync"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search/archive"
)

// resumption leaves out the pages whose articles are in the archive already, so
// that a run which was cut short goes on where it ended.
type resumption struct {
	r      *reading
	tagger string
	has    func(source string) (bool, error)

	mu      sync.Mutex
	sources []string // of the pages under analysis, in order
	skipped int
	now     string // of the article at hand
}

// pages leaves out what is known, and keeps the source of each that is not.
func (m *resumption) pages(in iter.Seq2[dateline.Page, error]) iter.Seq2[dateline.Page, error] {
	return func(yield func(dateline.Page, error) bool) {
		for p, err := range in {
			source := ""
			if err == nil {
				source = m.source(p)
				known, hasErr := m.has(source)
				if err = hasErr; known {
					m.skip()
					continue
				}
			}
			m.mu.Lock()
			m.sources = append(m.sources, source)
			m.mu.Unlock()
			if !yield(p, err) {
				return
			}
		}
	}
}

// skip counts a page that was left out.
func (m *resumption) skip() {
	m.mu.Lock()
	m.skipped++
	m.mu.Unlock()
	if m.r.bar != nil {
		m.r.d.notes.mu.Lock()
		defer m.r.d.notes.mu.Unlock()
		m.r.bar.step()
	}
}

// articles notes the source of each article, which come in the order of the pages.
func (m *resumption) articles(in iter.Seq2[*dateline.Document, error]) iter.Seq2[*dateline.Document, error] {
	return func(yield func(*dateline.Document, error) bool) {
		for doc, err := range in {
			m.mu.Lock()
			m.now = ""
			if len(m.sources) > 0 {
				m.now, m.sources = m.sources[0], m.sources[1:]
			}
			m.mu.Unlock()
			if !yield(doc, err) {
				return
			}
		}
	}
}

// source is a hash of a page and of how it is analysed.
func (m *resumption) source(p dateline.Page) string {
	h := sha256.New()
	retrieved := ""
	if !p.Retrieved.IsZero() {
		retrieved = p.Retrieved.String()
	}
	for _, s := range []string{m.tagger, p.ID, p.URL, p.Title, p.Date.String(), retrieved, string(p.Form), p.ContentType} {
		h.Write(binary.AppendUvarint(nil, uint64(len(s))))
		h.Write([]byte(s))
	}
	h.Write(p.Body)
	return "page:" + hex.EncodeToString(h.Sum(nil)[:16])
}

// items gives the articles with their sources.
func (r *reading) items() iter.Seq2[archive.Item, error] {
	return func(yield func(archive.Item, error) bool) {
		for doc, err := range r.documents() {
			if r.correct != nil {
				doc = r.correct(doc)
			}
			item := archive.Item{Document: doc}
			if r.resume != nil {
				item.Source = r.resume.now
			}
			if !yield(item, err) {
				return
			}
		}
	}
}
