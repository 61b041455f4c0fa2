package search

import (
	"cmp"
	"math"
	"slices"

	"github.com/dateline-go/dateline"
)

// cluster is a story as [Stories] makes it. Sums are whole numbers, so that they
// are the same in any order.
type cluster struct {
	id            string
	language      string // of the articles, as in a Profile
	members       []int32
	alone         *vector // that of the only member, as long as there was no other; sum is empty then
	sum           sums    // of the members' vectors of length unit
	keys          int     // features of the members, summed up
	first, newest dateline.Date
}

const (
	// unit is the length of a vector in a sum.
	unit = 1 << 12
	// maxSum is how many features a sum has before it loses those below its mean.
	maxSum = 1 << 11
)

// partOf is what a vector adds to a sum for its i-th feature.
func (v *vector) partOf(i int) int64 {
	return int64(math.Round(float64(v.weights[i]) * v.scale * unit))
}

// dot is the product of what two vectors add to a sum.
func (v *vector) dot(u *vector) int64 {
	dot := int64(0)
	for i, j := 0, 0; i < len(v.keys) && j < len(u.keys); {
		switch {
		case v.keys[i] < u.keys[j]:
			i++
		case v.keys[i] > u.keys[j]:
			j++
		default:
			dot += v.partOf(i) * u.partOf(j)
			i++
			j++
		}
	}
	return dot
}

// add adds an article.
func (c *cluster) add(i int32, v *vector, published dateline.Date) {
	c.members = append(c.members, i)
	c.keys += len(v.keys)
	c.date(published)
	if len(c.members) == 1 && c.sum.used == 0 {
		c.alone = v // most articles are of no story, and a table for each takes more than all else
		return
	}
	c.unfold()
	c.sumUp(v)
	if c.sum.used > maxSum {
		c.prune()
	}
}

// sumUp adds a vector to the sum.
func (c *cluster) sumUp(v *vector) {
	for j, k := range v.keys {
		c.sum.add(k, v.partOf(j))
	}
}

// unfold makes the sum of the only member.
func (c *cluster) unfold() {
	if v := c.alone; v != nil {
		c.alone = nil
		c.sumUp(v)
	}
}

// remove takes an article out. The dates stay as they are.
func (c *cluster) remove(i int32, v *vector) {
	c.members = slices.DeleteFunc(c.members, func(m int32) bool { return m == i })
	c.keys -= len(v.keys)
	c.unfold()
	c.subtract(v)
}

// swap puts another vector of one of the articles in the place of the one it had.
func (c *cluster) swap(old, v *vector) {
	c.keys += len(v.keys) - len(old.keys)
	if c.alone != nil {
		c.alone = v
		return
	}
	c.subtract(old)
	c.sumUp(v)
}

// subtract takes a vector out of the sum.
func (c *cluster) subtract(v *vector) {
	for j, k := range v.keys {
		c.sum.add(k, -v.partOf(j))
	}
}

// prune keeps the weightier half of the features.
func (c *cluster) prune() {
	values := make([]int32, 0, c.sum.used)
	for i, k := range c.sum.keys {
		if k != noKey {
			values = append(values, c.sum.values[i])
		}
	}
	slices.Sort(values)
	c.sum.resize(len(c.sum.keys), values[len(values)/2])
}

// date widens the time of the story.
func (c *cluster) date(d dateline.Date) {
	if d.IsZero() {
		return
	}
	if c.first.IsZero() || d.Time.Before(c.first.Time) {
		c.first = d
	}
	if c.newest.IsZero() || d.Time.After(c.newest.Time) {
		c.newest = d
	}
}

// features is how many an article has on the average.
func (c *cluster) features() float64 { return float64(c.keys) / float64(len(c.members)) }

// like is the mean of the likeness of a vector to the articles, without itself
// where it is one of them.
func (c *cluster) like(v *vector, member bool) float64 {
	dot := int64(0)
	if c.alone != nil {
		dot = v.dot(c.alone)
	} else {
		for i, k := range v.keys {
			if w := c.sum.of(k); w > 0 {
				dot += w * v.partOf(i)
			}
		}
	}
	sum, n := float64(dot)/(unit*unit), len(c.members)
	if member {
		sum, n = sum-1, n-1
	}
	if n == 0 {
		return 0
	}
	return max(sum, 0) / float64(n)
}

// link is the mean likeness of the articles of two stories.
func (c *cluster) link(d *cluster) float64 {
	var dot float64
	switch {
	case c.alone != nil && d.alone != nil:
		dot = float64(c.alone.dot(d.alone))
	case c.alone != nil:
		dot = d.sum.dotVector(c.alone)
	case d.alone != nil:
		dot = c.sum.dotVector(d.alone)
	default:
		dot = c.sum.dot(&d.sum)
	}
	return dot / (unit * unit) / float64(len(c.members)*len(d.members))
}

// List returns the stories, those with the newest article first, then by id.
func (x *Stories) List() []Story {
	var list []Story
	var newest []dateline.Date
	for _, u := range x.unions() {
		list = append(list, x.story(&u))
		newest = append(newest, u.newest)
	}
	order := make([]int, len(list))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int {
		return cmp.Or(newest[j].Time.Compare(newest[i].Time), cmp.Compare(list[i].ID, list[j].ID))
	})
	sorted := make([]Story, len(list))
	for i, at := range order {
		sorted[i] = list[at]
	}
	return sorted
}

// story describes a union.
func (x *Stories) story(u *union) Story {
	members := slices.Clone(u.members)
	slices.SortFunc(members, func(i, j int32) int {
		a, b := &x.articles[i], &x.articles[j]
		return cmp.Or(cmp.Compare(b2i(a.published.IsZero()), b2i(b.published.IsZero())),
			a.published.Time.Compare(b.published.Time), cmp.Compare(a.id, b.id))
	})
	s := Story{ID: u.id, First: x.articles[members[0]].id, Newest: x.articles[members[len(members)-1]].id}
	central, most := members[0], -1.0
	for _, i := range members {
		a := &x.articles[i]
		if !a.published.IsZero() {
			s.Newest = a.id
		}
		if a.headline != "" && a.language == u.language {
			if alike := u.like(x.near.vectors[i], true); alike > most {
				central, most = i, alike
			}
		}
		var day dateline.Date
		if !a.published.IsZero() {
			day = dateline.Date{Time: day0(a.published), DayOnly: true}
		}
		if n := len(s.Timeline); n == 0 || !s.Timeline[n-1].Day.Time.Equal(day.Time) {
			s.Timeline = append(s.Timeline, StoryDay{Day: day})
		}
		last := &s.Timeline[len(s.Timeline)-1]
		one := StoryArticle{ID: a.id, Headline: a.headline}
		if u.mixed {
			one.Language = cmp.Or(a.language, english)
		}
		last.Articles = append(last.Articles, one)
	}
	s.Label = cmp.Or(x.articles[central].headline, x.articles[central].id)
	s.Entities = x.mainEntities(members)
	return s
}

// mainEntities returns the entities that articles are most about.
func (x *Stories) mainEntities(members []int32) []StoryEntity {
	at := map[string]int{}
	var list []StoryEntity
	for _, i := range members {
		for _, n := range x.articles[i].entities {
			e := &x.things[n.number]
			j, ok := at[e.ID]
			if !ok {
				j = len(list)
				at[e.ID] = j
				list = append(list, StoryEntity{ID: e.ID, Name: e.Name, Label: e.Label})
			}
			list[j].Weight += float64(n.salience) / 255 / float64(len(members))
			list[j].Articles++
		}
	}
	slices.SortFunc(list, func(a, b StoryEntity) int {
		return cmp.Or(cmp.Compare(b.Weight, a.Weight), cmp.Compare(a.ID, b.ID))
	})
	return list[:min(len(list), storyEntities)]
}

// Articles returns the ids of the articles, in the order of the timeline.
func (s *Story) Articles() []string {
	var ids []string
	for _, d := range s.Timeline {
		for _, a := range d.Articles {
			ids = append(ids, a.ID)
		}
	}
	return ids
}
