package summarize_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/de"
	"github.com/dateline-go/dateline/lang/es"
	"github.com/dateline-go/dateline/lang/fr"
	"github.com/dateline-go/dateline/summarize"
)

// In a language without parts of speech keyphrases are nouns, as far as a capital or the word before shows them. Verbs,
// adjectives, offices, weekdays and numbers are none.
func TestForeignKeyphrasesAreNouns(t *testing.T) {
	for _, c := range []struct {
		pack      *lang.Pack
		text      string
		want, not []string
	}{
		{de.Words(), "Erstmals bekommt die Werft einen Kran. Am Montag stimmte die Bürgermeisterin zu. " +
			"Der Kran hebt gewaltige Lasten, erstmals auch nachts. Die Bürgermeisterin bekommt Post von 40 Leuten.",
			[]string{"Werft", "Kran", "Lasten", "Post"},
			[]string{"Erstmals", "erstmals", "bekommt", "Montag", "stimmte", "Bürgermeisterin", "gewaltige", "Leuten"}},
		{es.Words(), "El jueves el astillero inauguró una grúa. La grúa levantará cargas enormes, anunció la alcaldesa. " +
			"Para abrir la planta de fertilizantes hicieron falta 40 operarios y un puente de siete metros.",
			[]string{"astillero", "grúa", "operarios", "puente", "planta de fertilizantes"},
			[]string{"jueves", "inauguró", "levantará", "alcaldesa", "abrir", "siete", "enormes", "puente de siete"}},
		{fr.Words(), "Jeudi, le chantier naval a inauguré une grue. La grue soulèvera sans trembler des charges énormes. " +
			"Pour ouvrir l'usine d'engrais, la maire a attendu 40 soudeurs et le nouveau pont.",
			[]string{"chantier", "grue", "soudeurs", "pont", "usine d'engrais"},
			[]string{"Jeudi", "inauguré", "soulèvera", "trembler", "maire", "ouvrir", "énormes", "nouveau"}},
	} {
		t.Run(c.pack.Code, func(t *testing.T) {
			doc := inWords(t, c.pack, c.text)
			annotate(t, doc, summarize.Options{Keyphrases: 40, Languages: []*lang.Pack{c.pack}})
			got := texts(doc)
			for _, w := range c.want {
				assert.Contains(t, got, w)
			}
			for _, w := range c.not {
				assert.NotContains(t, got, w)
			}
		})
	}
}

// The parts of a name are no keyphrases beside it, and the second half of a compound is none.
func TestForeignKeyphrasesKeepNamesWhole(t *testing.T) {
	doc := inWords(t, fr.Words(), "Un avion de chasse lourd a survolé Lormes. L'avion de chasse lourd escortait Odile Marsan.")
	at := len(doc.Text) - len("Odile Marsan.")
	doc.Mentions = []dateline.Mention{
		{Start: at, End: at + len("Odile Marsan"), Label: dateline.Person, Entity: "e1"}}
	doc.Entities = []dateline.Entity{{ID: "e1", Name: "Odile Marsan", Label: dateline.Person, Mentions: 1, Salience: 0.5}}
	annotate(t, doc, summarize.Options{Keyphrases: 40, Languages: []*lang.Pack{fr.Words()}})
	got := texts(doc)
	assert.Contains(t, got, "Odile Marsan")
	assert.Contains(t, got, "avion de chasse")
	assert.NotContains(t, got, "Odile")
	assert.NotContains(t, got, "Marsan")
	assert.NotContains(t, got, "chasse lourd")
}

// A sentence that leans on the one before it is not taken where others stand by themselves.
func TestForeignSummariesStandAlone(t *testing.T) {
	for _, c := range []struct {
		pack *lang.Pack
		text string
		lean string
	}{
		{de.Words(), "Die Werft in Tarnhaven hat einen Kran aus Eisen bestellt. Am Ufer lag am Morgen noch viel Schnee. " +
			"Er soll die Werft in Tarnhaven und den Kran aus Eisen versorgen. Nach dem Mittag kamen einige Leute vorbei.", "Er soll"},
		{es.Words(), "El astillero de Tarnhaven compró una grúa de hierro. Por la mañana aún quedaba mucha nieve. " +
			"Ella servirá al astillero de Tarnhaven con la grúa de hierro. Por la tarde pasaron algunos turistas.", "Ella"},
		{fr.Words(), "Le chantier de Tarnhaven a acheté une grue de fer. Au matin il restait beaucoup de neige. " +
			"Elle servira au chantier de Tarnhaven avec la grue de fer. Dans la rue passaient quelques touristes.", "Elle"},
	} {
		doc := inWords(t, c.pack, c.text)
		annotate(t, doc, summarize.Options{Sentences: 2, Languages: []*lang.Pack{c.pack}})
		require.Len(t, doc.Summary, 2)
		for _, s := range doc.Summary {
			assert.NotContains(t, doc.Text[s.Start:s.End], c.lean)
		}
	}
}

// inWords is a document of a language, with the tokens that its pack makes.
func inWords(t testing.TB, p *lang.Pack, text string) *dateline.Document {
	t.Helper()
	doc := document(t, "", text)
	doc.Language = p.Code
	doc.Sentences, doc.Tokens = nil, nil
	buffer := token.Buffer{Rules: token.NewRules(p.Lexicon)}
	require.NoError(t, buffer.Annotate(context.Background(), doc, nil))
	return doc
}
