package main

import (
	"bufio"
	"cmp"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/internal/knowledge"
	"github.com/dateline-go/dateline/internal/resolve"
)

// story is a text with the names that the library finds and what they stand for.
type story struct {
	set   string
	fold  int
	twin  bool // another story is the same, with the home of its outlet
	text  resolve.Story
	right [][]bool // of each name, which of its candidates; nil where that is not known
}

// gold is a line of a data set.
type gold struct {
	ID, Text string
	Site     string
	Toponyms []toponym
}

type toponym struct {
	Start, End int
	Lat, Lon   *float64
	GeoNames   string
	Country    string
	Admin1     string
	FCode      string
	Demonym    bool
	Homonym    bool
	Street     bool
}

func load(files []string, r *resolve.Resolver) ([]story, error) {
	var all []story
	for _, file := range files {
		f, err := os.Open(file)
		if err != nil {
			return nil, err
		}
		lines := bufio.NewScanner(f)
		lines.Buffer(nil, 8<<20)
		for lines.Scan() {
			var g gold
			if err := json.Unmarshal(lines.Bytes(), &g); err != nil {
				f.Close()
				return nil, fmt.Errorf("%s: %w", file, err)
			}
			s, err := read(r, &g)
			if err != nil {
				f.Close()
				return nil, fmt.Errorf("%s: %w", g.ID, err)
			}
			s.set = strings.TrimSuffix(filepath.Base(file), "_dev.jsonl")
			home := r.HomeOfSite(g.Site)
			s.twin = home.Country != ""
			all = append(all, s)
			if s.twin {
				s.set, s.text.Home, s.twin = s.set+" at home", home, false
				all = append(all, s)
			}
		}
		f.Close()
		if err := lines.Err(); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// read finds the names of a story and says which of their candidates are right.
func read(r *resolve.Resolver, g *gold) (story, error) {
	doc, err := entities.Recognize(g.Text)
	if err != nil {
		return story{}, err
	}
	h := fnv.New32a()
	h.Write([]byte(cmp.Or(g.Site, g.ID))) // all stories of an outlet are in one fold
	s := story{fold: int(h.Sum32() % folds), text: resolve.Story{Text: doc.Text, Names: names(doc)}}
	p := r.Problem(s.text)
	candidates, _ := p.Candidates()
	s.right = make([][]bool, len(s.text.Names))
	for i, at := range p.Groups() {
		t := g.at(s.text.Names[i].Span)
		if t == nil {
			continue
		}
		s.right[i] = make([]bool, at[1]-at[0])
		for k := range s.right[i] {
			s.right[i][k] = t.is(candidates[at[0]+k])
		}
	}
	return s, nil
}

// names returns the places and peoples of a Document, those inside other names too.
func names(doc *dateline.Document) []resolve.Name {
	var list []resolve.Name
	country := map[string]string{}
	for i := range doc.Entities {
		country[doc.Entities[i].ID] = doc.Entities[i].Country
	}
	add := func(span dateline.Span, label dateline.Label, code string) {
		switch label {
		case dateline.GPE:
			list = append(list, resolve.Name{Span: span})
		case dateline.Loc:
			list = append(list, resolve.Name{Span: span, Hint: resolve.Land})
		case dateline.Fac:
			list = append(list, resolve.Name{Span: span, Hint: resolve.Building})
		case dateline.NORP:
			if code != "" {
				list = append(list, resolve.Name{Span: span, Hint: resolve.Known, Country: code})
			}
		}
	}
	for _, m := range doc.Mentions {
		add(m.Span(), m.Label, country[m.Entity])
		for _, p := range m.Inside {
			add(p.Span(), p.Label, p.Country)
		}
	}
	return list
}

// at returns the toponym with exactly these bytes, nil where there is none with a point.
func (g *gold) at(s dateline.Span) *toponym {
	for i := range g.Toponyms {
		t := &g.Toponyms[i]
		if t.Start == s.Start && t.End == s.End && t.Lat != nil && !t.Demonym && !t.Homonym && !t.Street {
			return t
		}
	}
	return nil
}

// reach is how far from the point of the data a place may be, in kilometres.
const reach = 161

// is reports whether a place is the one that a toponym stands for.
func (t *toponym) is(p knowledge.Place) bool {
	if t.GeoNames != "" && strconv.Itoa(p.GeoNames()) == t.GeoNames {
		return true
	}
	switch {
	case p.Kind() == knowledge.Country && strings.HasPrefix(t.FCode, "PCL"):
		return p.Country() == t.Country
	case p.Kind() == knowledge.Country:
		return false
	}
	lat, lon := p.Point()
	return kilometres(lat, lon, *t.Lat, *t.Lon) <= reach
}

func kilometres(a, b, c, d float64) float64 {
	const radian = math.Pi / 180
	x := math.Pow(math.Sin((c-a)*radian/2), 2) +
		math.Cos(a*radian)*math.Cos(c*radian)*math.Pow(math.Sin((d-b)*radian/2), 2)
	return 12742 * math.Asin(min(1, math.Sqrt(x)))
}
