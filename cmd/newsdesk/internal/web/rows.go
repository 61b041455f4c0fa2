package web

import (
	"fmt"
	"html/template"
	"strconv"
	"strings"
)

// A page of results has hundreds of values, countries and months, which took three quarters of
// its time in package html/template. So these rows are written here: all that is not ours goes
// through [template.HTMLEscapeString], and addresses are those of this site.

// markup writes HTML. Its methods return it, so that a row reads as one.
type markup struct{ strings.Builder }

// raw adds markup of ours.
func (m *markup) raw(html string) *markup {
	m.WriteString(html)
	return m
}

// text adds what is no markup.
func (m *markup) text(s string) *markup { return m.raw(template.HTMLEscapeString(s)) }

// number adds a number in the units of a drawing.
func (m *markup) number(x float64) *markup { return m.raw(strconv.FormatFloat(x, 'f', -1, 64)) }

// html is what was written.
func (m *markup) html() template.HTML { return template.HTML(m.String()) } //nolint:gosec // text escaped it

// Rows are the values that are seen at once.
func (f facetView) Rows() template.HTML { return f.rows(f.Values) }

// MoreRows are those that are folded away.
func (f facetView) MoreRows() template.HTML { return f.rows(f.More) }

// Within says in which facet there is more, for screen readers.
func (f facetView) Within() string { return f.in.Word("facet." + f.Name + ".in") }

// rows writes values as items of a list.
func (f facetView) rows(list []facetValue) template.HTML {
	const usual = 768 // bytes of a row
	var m markup
	m.Grow(usual * len(list))
	out := f.in.Word("facet.out")
	for i := range list {
		list[i].row(&m, f.in, out)
	}
	return m.html()
}

// row writes a value: what picks it, with how frequent it is, and what keeps it out, under the word for that.
func (v *facetValue) row(m *markup, in speech, out string) {
	m.raw("\n    <li><a href=\"").text(v.Href).raw(`"`)
	if v.On {
		m.raw(` class="on" aria-current="true"`)
	}
	m.raw(`><span class="name">`).text(v.Name).raw(`</span> <span class="n">`).text(in.Number(v.Count)).raw(`</span>`)
	m.raw(`<svg class="share" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">`)
	m.raw(`<rect class="all" width="100" height="4"/><rect width="`).text(percent(v.Share)).raw(`" height="4"/></svg></a>`)
	if v.Out != "" {
		m.raw(`<a class="out`)
		if v.Not {
			m.raw(` on`)
		}
		m.raw(`" href="`).text(v.Out).raw(`">`).text(out).raw(`<span class="unseen"> `).text(v.Name).raw(`</span></a>`)
	}
	m.raw(`</li>`)
}

// Shaded are the countries of a map.
func (w *worldMap) Shaded() template.HTML {
	var m markup
	for i := range w.Areas {
		a := &w.Areas[i]
		m.raw("\n    <a href=\"").text(a.Href).raw(`" tabindex="-1" class="s`).raw(strconv.Itoa(a.Shade))
		if a.On {
			m.raw(` on`)
		}
		m.raw(`"><title>`).text(w.in.Say("labelled", a.Name, w.in.Count("articles", a.Count))).raw(`</title>`)
		if a.Path != "" {
			m.raw(`<path d="`).text(a.Path).raw(`"/>`)
		}
		if a.Dot {
			for _, circle := range []string{`class="reach" r="28"`, `r="11"`} {
				m.raw(fmt.Sprintf(`<circle %s cx="%d" cy="%d"/>`, circle, a.X, a.Y))
			}
		}
		m.raw(`</a>`)
	}
	return m.html()
}

// Drawn are the bars of a histogram, each with what leads to its month.
func (h *histogram) Drawn() template.HTML {
	var m markup
	for i := range h.Bars {
		b := &h.Bars[i]
		name := h.in.Say("labelled", h.in.month(b.Month), h.in.Count("articles", b.Count))
		m.raw(`<a href="`).text(b.Href).raw(`" aria-label="`).text(name).raw(`"`)
		if b.On {
			m.raw(` class="on" aria-current="true"`)
		}
		m.raw(`><title>`).text(name).raw(`</title>`)
		m.raw(`<rect class="reach" x="`).number(b.X).raw(`" y="0" width="`).number(b.W).raw(`" height="72"/>`)
		m.raw(`<rect x="`).number(b.X).raw(`" y="`).number(b.Y).raw(`" width="`).number(b.W)
		m.raw(`" height="`).number(b.H).raw(`"/></a>`)
	}
	return m.html()
}
