package search

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/dateline-go/dateline"
)

// Stories of two languages share no words, so articles are put together in each language by itself, and what they name
// then joins the stories: two of different languages are one where an article of either has, on the average, as much to
// do with some article of the other as joinedLikeness. The most alike are joined first, and of one language at most one
// story comes into it, since what their words keep apart is two stories.
const (
	// joinedLikeness is how much the articles of two languages have to do with each other in one story.
	joinedLikeness = 0.3
	// joinedNear is against how many articles before it, by date, an article is held for each thing that it names, and
	// joinedMembers how many articles of a story are.
	joinedNear    = 32
	joinedMembers = 8
	// joinedRare is what a thing tells at least by which stories find each other.
	joinedRare = 0.3
	// staysAcross and staysAlike are what an article has to do with those of other languages, or of its own, at least
	// where it stays in a story of several languages.
	staysAcross = 0.3
	staysAlike  = 0.35
)

// union is a story as it is shown: the articles of one in one language, or of several that are one.
type union struct {
	*cluster
	id      string
	members []int32
	mixed   bool          // the articles are in several languages
	newest  dateline.Date // of the articles
}

// unions returns the stories of all articles, in the order in which they began.
func (x *Stories) unions() []union {
	var list []union
	at := make([]int, len(x.stories))
	for s, c := range x.stories {
		if at[s] = len(list); c != nil {
			list = append(list, union{c, c.id, c.members, false, c.newest})
		}
	}
	if !x.mixed() {
		return list
	}
	m, err := getProfiler()
	if err != nil { // without the table of words nothing is known to be rare
		return list
	}
	defer putProfiler(m)
	j := joiner{stories: x, names: make([][]acrossName, len(x.articles))}
	j.readNames(m)
	for _, group := range j.groups() {
		stay, leave := j.part(group)
		for i, s := range group {
			u := &list[at[s]]
			u.members = nil
			if len(leave[i]) > 0 {
				list = append(list, union{u.cluster, x.numbered(x.articles[leave[i][0]].id), leave[i], false,
					x.newest(leave[i])})
			}
		}
		first := &list[at[group[0]]]
		first.members, first.mixed, first.newest = stay, true, x.newest(stay)
	}
	return slices.DeleteFunc(list, func(u union) bool { return len(u.members) == 0 })
}

// numbered is the id of a story that begins with an article and leaves another one.
func (x *Stories) numbered(id string) string {
	if n := x.used[id]; n > 0 {
		return fmt.Sprintf("%s (%d)", id, n+1)
	}
	return id
}

// newest is the newest date of some articles.
func (x *Stories) newest(members []int32) dateline.Date {
	var d dateline.Date
	for _, m := range members {
		if p := x.articles[m].published; !p.IsZero() && (d.IsZero() || p.Time.After(d.Time)) {
			d = p
		}
	}
	return d
}

// groups returns the stories that are one, the oldest of each first.
func (j *joiner) groups() [][]int32 {
	var groups [][]int32
	in := map[int32]int{} // the group of a story, from 1
	speaks := func(group []int32, language string) bool {
		return slices.ContainsFunc(group, func(s int32) bool { return j.stories.stories[s].language == language })
	}
	group := func(s int32) []int32 {
		if g := in[s]; g > 0 {
			return groups[g-1]
		}
		return []int32{s}
	}
	for _, l := range j.links() {
		a, b := group(l.a), group(l.b)
		if slices.ContainsFunc(a, func(s int32) bool { return speaks(b, j.stories.stories[s].language) }) {
			continue // they are one already, or have two stories of one language
		}
		groups = append(groups, slices.Concat(a, b))
		for _, s := range groups[len(groups)-1] {
			if g := in[s]; g > 0 {
				groups[g-1] = nil
			}
			in[s] = len(groups)
		}
	}
	groups = slices.DeleteFunc(groups, func(g []int32) bool { return g == nil })
	for _, g := range groups {
		slices.Sort(g)
	}
	return groups
}

// part divides the articles of stories that are one into those that stay and, by story, those that leave: with them the
// languages showed that they are another story, which shares a town or a body with this one. Such an article has little
// to do with those of the other languages, and not much with those of its own.
func (j *joiner) part(group []int32) (stay []int32, leave [][]int32) {
	x := j.stories
	leave = make([][]int32, len(group))
	for i, s := range group {
		c := x.stories[s]
		for _, m := range c.members {
			if j.most(m, group) < staysAcross && c.like(x.near.vectors[m], true) < staysAlike {
				leave[i] = append(leave[i], m)
			} else {
				stay = append(stay, m)
			}
		}
	}
	return stay, leave
}

// most is how much an article has to do with any of the other languages.
func (j *joiner) most(m int32, group []int32) float64 {
	most := 0.0
	for _, s := range group {
		if c := j.stories.stories[s]; c.language != j.stories.articles[m].language {
			for _, n := range c.members[:min(len(c.members), joinedMembers)] {
				most = max(most, j.alike(m, n))
			}
		}
	}
	return most
}

// mixed reports whether the articles are in several languages.
func (x *Stories) mixed() bool {
	return slices.ContainsFunc(x.articles, func(a taken) bool { return a.language != x.articles[0].language })
}

// joiner finds the stories of different languages that are alike.
type joiner struct {
	stories *Stories
	names   [][]acrossName // by article
}

// storyLink is two stories that are one, and how alike they are.
type storyLink struct {
	a, b  int32
	score float64
}

// readNames finds what each article names, as it is held against others. What a thing tells is asked once.
func (j *joiner) readNames(m *profiler) {
	x := j.stories
	m.readLanguage(english)
	weights := make([]acrossName, len(x.things))
	for i := range x.things {
		e := &x.things[i]
		weights[i] = acrossName{key: acrossKey(e.ID), weight: kindWeight(e), deed: isDeed(e.Label)}
		if weights[i].weight > 0 {
			weights[i].weight *= rareness(m.rarity(e.Name))
		}
	}
	for i := range x.articles {
		for _, n := range x.articles[i].entities {
			if one := weights[n.number]; one.weight > 0 {
				one.salience = part(float64(n.salience) / 255)
				j.names[i] = append(j.names[i], one)
			}
		}
		j.names[i] = byAcrossKey(j.names[i])
	}
}

// links returns the stories that are alike enough, the most alike first. Stories are held against each other where
// articles of them that lie near each other in time name one rare thing.
func (j *joiner) links() []storyLink {
	x := j.stories
	order := make([]int32, len(x.articles))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortStableFunc(order, func(a, b int32) int {
		return x.articles[a].published.Time.Compare(x.articles[b].published.Time)
	})
	last := map[uint32][]int32{} // articles that name a thing, by its key
	tried := map[[2]int32]bool{}
	var links []storyLink
	for _, i := range order {
		for _, n := range j.names[i] {
			if n.weight < joinedRare {
				continue
			}
			for _, k := range last[n.key] {
				a, b := x.articles[i].story, x.articles[k].story
				pair := [2]int32{min(a, b), max(a, b)}
				if x.stories[a].language == x.stories[b].language || tried[pair] {
					continue
				}
				tried[pair] = true
				if score := j.link(pair[0], pair[1]); score >= joinedLikeness {
					links = append(links, storyLink{pair[0], pair[1], score})
				}
			}
			list := append(last[n.key], i)
			last[n.key] = list[max(0, len(list)-joinedNear):]
		}
	}
	slices.SortFunc(links, func(a, b storyLink) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.a, b.a), cmp.Compare(a.b, b.b))
	})
	return links
}

// link is how alike two stories are: the mean, over the articles of both, of the most that the other story has to do
// with one. Only the first articles of each are asked.
func (j *joiner) link(a, b int32) float64 {
	as, bs := j.stories.stories[a].members, j.stories.stories[b].members
	as, bs = as[:min(len(as), joinedMembers)], bs[:min(len(bs), joinedMembers)]
	mostA, mostB := make([]float64, len(as)), make([]float64, len(bs))
	for i, m := range as {
		for k, n := range bs {
			score := j.alike(m, n)
			mostA[i], mostB[k] = max(mostA[i], score), max(mostB[k], score)
		}
	}
	return (mean(mostA) + mean(mostB)) / 2
}

// alike is how much two articles have to do with each other.
func (j *joiner) alike(a, b int32) float64 {
	score, _ := across(j.names[a], j.names[b])
	if j.stories.halfLife > 0 {
		score *= near(j.stories.articles[a].published, j.stories.articles[b].published)
	}
	return score
}

func mean(values []float64) float64 {
	sum := 0.0
	for _, v := range values {
		sum += v
	}
	return sum / float64(len(values))
}
