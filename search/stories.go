package search

import (
	"cmp"
	"fmt"
	"iter"
	"math"
	"slices"
	"time"

	"github.com/dateline-go/dateline"
)

// StoryOptions are the settings of [Stories]. The zero value is the best default.
type StoryOptions struct {
	// HalfLife is after what time without an article a story takes in only what is
	// twice as like it; 0 means 90 days, negative that time does not matter. Articles
	// without a date are as old as any other.
	HalfLife time.Duration
}

// Story is the articles of one event.
type Story struct {
	// ID is the id of the article that the story began with, as articles came in;
	// with a number where another story has that already. It stays when the story
	// grows. Of two that become one the older keeps it, of one that becomes two the
	// part with the older article.
	ID string `json:"id"`
	// Label is the headline of the article that is most like all others.
	Label string `json:"label"`
	// Entities are those that most of it is about, the weightiest first, 8 at most.
	Entities []StoryEntity `json:"entities,omitempty"`
	// First and Newest are the ids of the first and the newest article.
	First  string `json:"first"`
	Newest string `json:"newest"`
	// Timeline has the articles by their day, in order; those without a date come
	// last, under the zero date. In a day they are by time, then by id.
	Timeline []StoryDay `json:"timeline"`
}

// StoryEntity is an entity of a story.
type StoryEntity struct {
	ID    string         `json:"id"`
	Name  string         `json:"name"`
	Label dateline.Label `json:"label"`
	// Weight is the mean of its salience over the articles, 0..1.
	Weight float64 `json:"weight"`
	// Articles is how many name it.
	Articles int `json:"articles"`
}

// StoryDay is a day of a story.
type StoryDay struct {
	Day      dateline.Date  `json:"day,omitzero"`
	Articles []StoryArticle `json:"articles"`
}

// StoryArticle is an article of a story.
type StoryArticle struct {
	ID       string `json:"id"`
	Headline string `json:"headline,omitempty"`
	// Language is the base of the article's language in small letters, "de", where the story has articles in several;
	// else "".
	Language string `json:"language,omitempty"`
}

// Stories puts articles of one event together as they come in. It is not safe
// for concurrent use.
//
// An article joins the story that it is most like on the average (Sokal and
// Michener's average link, 1958, taken online), where that is enough for articles
// of their length; else it begins one. Then stories that have come to be alike
// become one, and each time that a story has doubled, its articles are looked at
// again: what is more like another story moves there, and what falls into two
// parts becomes two. The same articles in the same order give the same stories.
// Articles of several languages are put together in each of them by itself; then what
// they name joins stories of two languages ([Stories.List]).
// The time for an article is bounded, but for a logarithm of the size of its
// story; memory is some four kilobytes for each.
type Stories struct {
	halfLife time.Duration
	near     neighbours
	feet     footing
	articles []taken
	stories  []*cluster // nil where one became part of another
	used     map[string]int
	things   []ProfileEntity     // what articles name, each once
	numbers  map[thingKey]uint32 // of them
	texts    texts
	kept     keptVectors
	lists    pieces[named]
	list     []named // of the article at hand
}

// keptVectors keep vectors side by side in memory.
type keptVectors struct {
	vectors pieces[vector]
	numbers pieces[uint32]
	bytes   pieces[uint8]
}

// keep returns a copy of a vector.
func (k *keptVectors) keep(v *vector) *vector {
	return &k.vectors.keep([]vector{{
		keys: k.numbers.keep(v.keys), weights: k.bytes.keep(v.weights), scale: v.scale,
		feet: k.numbers.keep(v.feet), only: k.bytes.keep(v.only),
	}})[0]
}

// thingKey tells things apart: one of an id may go by several names.
type thingKey struct {
	id, name string
	label    dateline.Label
}

// taken is what is kept of an article beside its vector.
type taken struct {
	id, headline string
	published    dateline.Date
	language     string // as in a Profile
	entities     []named
	near         []int32 // those that it was found with, and those found with it last
	others       []int32 // those of them that are of its template, about other things
	slots        slots
	story        int32
}

// named is a thing that an article names, and how much it is about that.
type named struct {
	number   uint32
	salience uint8
}

const (
	usualHalfLife = 90 * hoursPerDay * time.Hour
	// storyNear is how many neighbours are asked for their story.
	storyNear = 20
	// storyLooked is how many articles are compared to find them, storyPostings how many
	// postings are read, storyFeatures by how many of its features an article is found, the
	// weightiest, and storiesAsked how many stories an article is held against.
	storyLooked   = 30
	storyPostings = 1 << 12
	storyFeatures = 96
	storiesAsked  = 8
	// mostOthers is how many later articles of its template are kept of an article.
	mostOthers = 2 * storyNear
	// otherMatter is from which part of what both are about on two articles of one template
	// are about other things.
	otherMatter = 0.5
	// likeness is how alike articles of one story are at least, by the square root
	// of the number of their features: short ones share little. mostAsked bounds it.
	likeness  = 0.02
	mostAsked = 0.35
	// mergedAlways is up to which size a story is held against others with each article,
	// mergedEvery with how many articles after that.
	mergedAlways = 16
	mergedEvery  = 8
	// splitPart is the part of that likeness below which two halves are two stories.
	splitPart = 0.6
	// storyEntities is how many entities are kept of an article and shown of a story.
	storyEntities = 8
)

// NewStories returns an index without articles.
func NewStories(o StoryOptions) *Stories {
	return &Stories{halfLife: cmp.Or(o.HalfLife, usualHalfLife), used: map[string]int{}, feet: footing{},
		numbers: map[thingKey]uint32{}, near: neighbours{most: storyPostings, kept: storyFeatures}}
}

// StoriesOf returns the stories of a stream of articles, as [Stories.List] does when all are taken. An error of the
// stream ends it.
func StoriesOf(profiles iter.Seq2[*Profile, error], o StoryOptions) ([]Story, error) {
	x := NewStories(o)
	for p, err := range profiles {
		if err != nil {
			return nil, err
		}
		x.Add(p)
	}
	return x.List(), nil
}

// StoryByArticle returns the story of each article, without stories of fewer than so many articles.
func StoryByArticle(stories []Story, least int) map[string]*Story {
	of := map[string]*Story{}
	for i := range stories {
		ids := stories[i].Articles()
		if len(ids) < least {
			continue
		}
		story := stories[i] // a copy, so that those left out are not kept
		for _, id := range ids {
			of[id] = &story
		}
	}
	return of
}

// Add takes an article and returns the id of the story of its language that it is now in.
// Articles may come in any order of their dates, but one is taken only once.
func (x *Stories) Add(p *Profile) string {
	i := int32(len(x.articles))
	v := x.stand(i, &p.vector)
	found := x.near.find(v, storyNear, storyLooked)
	x.near.add(v)
	x.articles = append(x.articles, taken{x.texts.keep(p.ID), x.texts.keep(p.Headline), p.Published, p.language,
		x.named(p.Entities[:min(len(p.Entities), storyEntities)]), nil, nil, x.kept.numbers.keep(p.tells.slots), -1})
	x.remember(i, found)
	near := x.storiesOf(x.articles[i].near)
	s := x.best(i, near, -1)
	if s < 0 { // alone it is no more like the others than before
		x.put(i, x.begin(x.articles[i].id, p.language))
		return p.ID
	}
	x.put(i, s)
	// One more article changes little of what a large story is like.
	if n := len(x.stories[s].members); n < mergedAlways || n%mergedEvery == 0 {
		s = x.merge(s, near)
	}
	if n := len(x.stories[s].members); n >= 4 && n&(n-1) == 0 {
		x.review(s)
	}
	return x.stories[x.articles[i].story].id
}

// Trim gives back the room that was kept for more articles, after many were added at once: a fifth of what is held.
func (x *Stories) Trim() { x.near.trim() }

// named returns what an article names, with the words for it kept once for all articles.
func (x *Stories) named(entities []ProfileEntity) []named {
	x.list = x.list[:0]
	for _, e := range entities {
		key := thingKey{e.ID, e.Name, e.Label}
		n, known := x.numbers[key]
		if !known {
			n = uint32(len(x.things))
			key = thingKey{x.texts.keep(e.ID), x.texts.keep(e.Name), e.Label}
			x.numbers[key] = n
			x.things = append(x.things, ProfileEntity{ID: key.id, Name: key.name, Label: e.Label})
		}
		x.list = append(x.list, named{n, byteOf(e.Salience)})
	}
	return x.lists.keep(x.list)
}

// stand returns what of an article stands for it: without the feet that another one
// has, which those lose too.
func (x *Stories) stand(i int32, v *vector) *vector {
	known, first := x.feet.learn(i, v)
	for _, s := range first {
		old := x.near.vectors[s.number]
		stripped := old.without(old.bit(s.hash))
		x.near.vectors[s.number] = stripped
		x.stories[x.articles[s.number].story].swap(old, stripped)
	}
	return x.kept.keep(v.without(known))
}

// Of returns the id of the story that an article is in, "" for one that was not
// added. It looks at all articles.
func (x *Stories) Of(id string) string {
	for _, u := range x.unions() {
		if slices.ContainsFunc(u.members, func(i int32) bool { return x.articles[i].id == id }) {
			return u.id
		}
	}
	return ""
}

// remember keeps the neighbours of a new article, for each of the two the other, so
// that a review of their stories need not look for them again.
func (x *Stories) remember(i int32, found []neighbour) {
	a := &x.articles[i]
	a.near = make([]int32, 0, len(found))
	for _, f := range found {
		a.near = append(a.near, f.number)
		b := &x.articles[f.number]
		if len(b.near) < 2*storyNear {
			b.near = append(b.near, i)
		} else { // the first ones are its own, in order
			copy(b.near[storyNear:], b.near[storyNear+1:])
			b.near[len(b.near)-1] = i
		}
		if x.otherThings(a, b) {
			a.others = append(a.others, f.number)
			if len(b.others) < mostOthers {
				b.others = append(b.others, i)
			}
		}
	}
}

// otherThings reports whether two articles are filled from one template about other
// things: the names in its places differ, or most of what each is about.
func (x *Stories) otherThings(a, b *taken) bool {
	otherwise, agreed := a.slots.filledOtherwise(b.slots)
	return otherwise && (agreed.namesDiffer() || min(x.strange(a, b), x.strange(b, a)) >= otherMatter)
}

// strange is which part of what an article is about the other one does not name, 0..1.
func (x *Stories) strange(a, b *taken) float64 {
	all, strange := 0, 0
	for _, n := range a.entities {
		all += int(n.salience)
		if !slices.ContainsFunc(b.entities, func(m named) bool { return x.things[m.number].ID == x.things[n.number].ID }) {
			strange += int(n.salience)
		}
	}
	return float64(strange) / float64(max(all, 1))
}

// barred reports whether articles are of one template with one of a story, about other
// things: they are not of that story, whatever words they share.
func (x *Stories) barred(articles []int32, s int32) bool {
	return slices.ContainsFunc(articles, func(i int32) bool {
		return slices.ContainsFunc(x.articles[i].others, func(j int32) bool { return x.articles[j].story == s })
	})
}

// storiesOf returns the stories of articles, each once, the first ones.
func (x *Stories) storiesOf(found []int32) []int32 {
	var list []int32
	for _, number := range found {
		if s := x.articles[number].story; len(list) < storiesAsked && !slices.Contains(list, s) {
			list = append(list, s)
		}
	}
	return list
}

// begin begins a story of a language.
func (x *Stories) begin(id, language string) int32 {
	x.used[id]++
	if n := x.used[id]; n > 1 {
		id = fmt.Sprintf("%s (%d)", id, n)
	}
	x.stories = append(x.stories, &cluster{id: id, language: language})
	return int32(len(x.stories) - 1)
}

// best returns the story that an article is most like, among some, -1 where it is
// like none enough. It is taken not to be in its own story.
func (x *Stories) best(i int32, among []int32, own int32) int32 {
	best, most := int32(-1), 0.0
	v := x.near.vectors[i]
	for _, s := range among {
		c := x.stories[s]
		if c == nil || s == own && len(c.members) == 1 || c.language != x.articles[i].language ||
			s != own && x.barred([]int32{i}, s) {
			continue
		}
		alike := x.like(c, v, s == own) * x.gap(x.articles[i].published, x.articles[i].published, c)
		if alike >= asked(float64(len(v.keys)), c.features()) && (alike > most || alike == most && s < best) {
			best, most = s, alike
		}
	}
	return best
}

// like is [cluster.like], which for a story of one article need not ask its sum.
func (x *Stories) like(c *cluster, v *vector, member bool) float64 {
	if len(c.members) == 1 && !member {
		return x.near.likeness(v, c.members[0])
	}
	return c.like(v, member)
}

// asked is how alike articles of so many features are in one story.
func asked(n, m float64) float64 {
	return min(likeness*math.Sqrt(math.Sqrt(n*m)), mostAsked)
}

// gap is what the time between a story and others' first and newest leaves of
// their likeness.
func (x *Stories) gap(first, newest dateline.Date, c *cluster) float64 {
	if x.halfLife < 0 || first.IsZero() || c.first.IsZero() {
		return 1
	}
	apart := max(first.Time.Sub(c.newest.Time), c.first.Time.Sub(newest.Time), 0)
	return math.Exp2(-apart.Hours() / x.halfLife.Hours())
}

// put puts an article into a story, take takes it out of the one that it is in.
func (x *Stories) put(i, s int32) {
	x.articles[i].story = s
	x.stories[s].add(i, x.near.vectors[i], x.articles[i].published)
}

func (x *Stories) take(i int32) {
	s := x.articles[i].story
	c := x.stories[s]
	c.remove(i, x.near.vectors[i])
	if len(c.members) == 0 {
		x.stories[s] = nil
		return
	}
	c.first, c.newest = dateline.Date{}, dateline.Date{}
	for _, m := range c.members {
		c.date(x.articles[m].published)
	}
}

// merge joins to a story those that are enough like it, and returns what it then is.
func (x *Stories) merge(s int32, near []int32) int32 {
	for {
		c := x.stories[s]
		best, most := int32(-1), 0.0
		for _, t := range near {
			d := x.stories[t]
			if t == s || d == nil || d.language != c.language {
				continue
			}
			alike := c.link(d) * x.gap(d.first, d.newest, c)
			if alike >= asked(c.features(), d.features()) && (alike > most || alike == most && t < best) &&
				!x.barred(c.members, t) && !x.barred(d.members, s) {
				best, most = t, alike
			}
		}
		if best < 0 {
			return s
		}
		from := max(s, best)
		s = min(s, best)
		for _, i := range x.stories[from].members {
			x.put(i, s)
		}
		x.stories[from] = nil
	}
}

// review looks at each article of a story again.
func (x *Stories) review(s int32) {
	for _, i := range slices.Clone(x.stories[s].members) {
		if x.stories[s] == nil {
			return
		}
		near := x.storiesOf(x.articles[i].near)
		if best := x.best(i, near, s); best >= 0 && best != s {
			x.take(i)
			x.put(i, best)
		}
	}
	if x.stories[s] != nil {
		x.split(s)
	}
}

// split makes two stories of one that falls into two parts: around the article
// that is least like all, and the one that is least like that.
func (x *Stories) split(s int32) {
	c := x.stories[s]
	if len(c.members) < 4 {
		return
	}
	vectors := x.near.vectors
	least := func(like func(*vector) float64) int32 {
		at := c.members[0]
		for _, i := range c.members {
			if like(vectors[i]) < like(vectors[at]) {
				at = i
			}
		}
		return at
	}
	a := least(func(v *vector) float64 { return c.like(v, true) })
	b := least(vectors[a].cosine)
	if a == b {
		return
	}
	halves := [2]*cluster{{}, {}}
	seeds := [2]*vector{vectors[a], vectors[b]}
	for _, i := range c.members {
		to := b2i(seeds[1].cosine(vectors[i]) > seeds[0].cosine(vectors[i]))
		halves[to].add(i, vectors[i], x.articles[i].published)
	}
	if min(len(halves[0].members), len(halves[1].members)) < 2 ||
		halves[0].link(halves[1]) >= splitPart*asked(halves[0].features(), halves[1].features()) {
		return
	}
	// The part with the older article stays.
	leaves := halves[0]
	if slices.Min(halves[1].members) > slices.Min(halves[0].members) {
		leaves = halves[1]
	}
	t := x.begin(x.articles[slices.Min(leaves.members)].id, c.language)
	for _, i := range leaves.members {
		x.take(i)
		x.put(i, t)
	}
}
