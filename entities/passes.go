package entities

import (
	"context"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/concept"
	"github.com/dateline-go/dateline/internal/pace"
	"github.com/dateline-go/dateline/internal/resolve"
	"github.com/dateline-go/dateline/internal/roles"
	"github.com/dateline-go/dateline/internal/salience"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/values"
)

// Facts are what passes find out about a story.
type Facts uint16

// The facts, in the order in which they become final.
const (
	// FactNames are where the names stand and their labels. They are final once [FactUser] is set.
	FactNames Facts = 1 << iota
	// FactUser says that the user's own names have been put in.
	FactUser
	// FactPlaces are the places, peoples and bodies that names stand for.
	FactPlaces
	// FactEntities are the entities, their ids and aliases.
	FactEntities
	// FactCountries are the countries of the story.
	FactCountries
	// FactHomes are the countries of bodies that say theirs beside or outside of their names.
	FactHomes
	// FactValues are dates and amounts.
	FactValues
	// FactMentions are the mentions with the parts inside of them.
	FactMentions
	// FactAliases are the other names that only the whole Document tells.
	FactAliases
	// FactRoles are what the words beside names say that people are.
	FactRoles
	// FactOfficials are the ids of people who hold a public office.
	FactOfficials
	// FactConcepts are the things without a name that the story speaks of.
	FactConcepts
	// FactSalience is how much the story is about each entity and concept.
	FactSalience
)

var factNames = [...]string{"names", "user", "places", "entities", "countries", "homes", "values", "mentions",
	"aliases", "roles", "officials", "concepts", "salience"}

// String lists the facts: "names+places".
func (f Facts) String() string {
	var list []string
	for i, name := range factNames {
		if f&(1<<i) != 0 {
			list = append(list, name)
		}
	}
	return strings.Join(list, "+")
}

// Pass is one step from a Document with tagged tokens to its entities. It reads what it Needs and
// changes nothing but what it Sets.
type Pass struct {
	Name        string
	Needs, Sets Facts
	run         func(*job) error
}

// job is a story on its way through the passes.
type job struct {
	ctx      context.Context
	by       *Recognizer
	story    *story
	home     resolve.Home // of the outlet
	names    []mention
	things   things
	values   []values.Value
	stems    *token.Stems
	concepts []concept.Concept
	say      func(dateline.Decision) // takes what Explain returns; nil where nobody asks
}

// Passes returns the steps of [Recognizer.Annotate] in their order.
func Passes() []Pass {
	return []Pass{
		{Name: "detect", Sets: FactNames, run: (*job).detect},
		{Name: "repeat", Needs: FactNames, Sets: FactNames, run: (*job).repeat},
		{Name: "user", Needs: FactNames, Sets: FactNames | FactUser, run: (*job).user},
		{Name: "resolve", Needs: FactNames | FactUser, Sets: FactPlaces, run: (*job).resolve},
		{Name: "link", Needs: FactNames | FactUser | FactPlaces, Sets: FactEntities, run: (*job).link},
		{Name: "countries", Needs: FactEntities | FactPlaces, Sets: FactCountries, run: (*job).countries},
		{Name: "homes", Needs: FactEntities | FactCountries, Sets: FactHomes, run: (*job).homes},
		{Name: "values", Needs: FactNames | FactUser | FactCountries, Sets: FactValues, run: (*job).findValues},
		{Name: "parts", Needs: FactEntities | FactHomes | FactValues, Sets: FactMentions, run: (*job).parts},
		{Name: "aliases", Needs: FactEntities | FactMentions, Sets: FactAliases, run: (*job).aliases},
		{Name: "roles", Needs: FactEntities | FactMentions, Sets: FactRoles, run: (*job).roles},
		{Name: "officials", Needs: FactRoles | FactCountries, Sets: FactOfficials, run: (*job).officials},
		{Name: "concepts", Needs: FactMentions | FactAliases, Sets: FactConcepts, run: (*job).findConcepts},
		{Name: "salience", Needs: FactCountries | FactAliases | FactConcepts, Sets: FactSalience, run: (*job).salience},
	}
}

// annotate runs the passes and gives up between two of them when the context ends.
func (r *Recognizer) annotate(ctx context.Context, doc *dateline.Document, say func(dateline.Decision)) error {
	p := pace.New(ctx)
	s, err := newStory(doc, r.names, r.lang, p)
	if err != nil {
		return err
	}
	s.table, s.bodies = r.places.Table(), r.bodies
	w := &job{ctx: ctx, by: r, story: s, home: r.homeOf(doc), say: say, stems: r.stems.Get().(*token.Stems)}
	defer r.stems.Put(w.stems)
	for _, pass := range Passes() {
		if err := pass.run(w); err != nil {
			return err
		}
		if err := p.Now(); err != nil {
			return err
		}
	}
	return nil
}

// detect finds names with the trained tagger, and the agency in the dateline.
func (w *job) detect() error {
	if w.by.plain {
		names, err := w.story.plain(w.ctx, w.by.tagger)
		w.names = names
		return err
	}
	d := &detector{story: w.story, out: w.by.out, say: w.say}
	names, err := d.detect(w.ctx, w.by.tagger)
	w.names = w.story.agency(names)
	return err
}

// repeat finds sure names again wherever they stand, and gives doubtful ones the label that the
// story gives them elsewhere.
func (w *job) repeat() error {
	w.names = w.story.withoutCurrencies(w.story.spread(w.names))
	if w.by.plain {
		w.names = withoutThin(w.names)
	} else {
		w.story.listedPlaces(w.names)
		w.story.surnames(w.names)
	}
	return nil
}

// user puts in the user's own names.
func (w *job) user() error {
	w.names = w.story.ownNames(w.by.own, w.names)
	return nil
}

// resolve says which place, people or body a name stands for.
func (w *job) resolve() error {
	w.story.place(w.names)
	w.story.findInner(w.names)
	w.story.resolve(w.by.places, w.home, w.names, w.say)
	for i := range w.names {
		w.story.placeOwn(&w.names[i])
	}
	return nil
}

// link ties the mentions of one thing together.
func (w *job) link() error {
	w.things = w.story.merge(w.names)
	if w.say != nil {
		w.explainLinks()
	}
	return nil
}

// countries weighs the countries that the story names.
func (w *job) countries() error {
	w.story.doc.Countries = w.story.countries(w.things, w.names, w.home.Country)
	if w.say != nil {
		w.explainCountries()
	}
	return nil
}

// homes gives bodies their country, after the story's countries, for which that would count twice.
func (w *job) homes() error {
	w.story.homes(w.things, w.names)
	w.things.atHome()
	w.things.identify(w.by.bodies, w.story.doc.Countries, w.story.scored(w.names))
	w.story.doc.Entities = w.things.entities()
	return nil
}

// findValues reads dates and amounts between the names.
func (w *job) findValues() error {
	w.values = w.story.values(w.names, w.home.Country)
	return nil
}

// parts writes the mentions, with what their names hold inside.
func (w *job) parts() error {
	w.story.doc.Mentions = w.story.mentions(w.things, w.names, w.values)
	return nil
}

// aliases adds the other names that only the whole Document tells.
func (w *job) aliases() error {
	otherNames(w.story.doc)
	return nil
}

// roles adds what the words beside a name say that a person is.
func (w *job) roles() error {
	if !w.by.plain {
		roles.Set(w.story.doc, w.by.lang)
	}
	return nil
}

// officials gives people the ids of those who hold the office that the story gives them.
func (w *job) officials() error {
	if !w.by.plain {
		identifyOfficials(w.story.doc, w.by.officials, w.by.lex)
	}
	return nil
}

// findConcepts finds what the story speaks of without a name.
func (w *job) findConcepts() error {
	if !w.by.plain {
		w.concepts = w.by.concepts(w.story.doc, w.stems)
	}
	return nil
}

// salience says how much the story is about each thing. It sorts the entities, so it comes last.
func (w *job) salience() error {
	doc, by := w.story.doc, w.by
	if w.say != nil {
		w.explainSalience(salience.Explain(doc, w.concepts, by.frequencies, w.stems, by.lang))
	} else {
		salience.Set(doc, w.concepts, by.frequencies, w.stems, by.lang)
	}
	w.story.withInner(w.names)
	return nil
}
