package page

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestReadsAs tells prose from lists of names and results, which trigrams take for the language that the names are from.
func TestReadsAs(t *testing.T) {
	for _, tc := range []struct {
		name, language, text string
		want                 bool
	}{
		{"German", "de", "Die Fähre zu den Schären fährt seit Montag wieder, nach elf Wochen in der Werft, und das Mehl war aus.", true},
		{"French", "fr", "Le bac des îles a repris la mer lundi. La gérante de l'épicerie a dit que la farine manquait depuis des jours.", true},
		{"Indonesian", "id", "Kapal feri ke pulau itu berlayar lagi dan membawa tepung yang sudah lama tidak ada di toko.", true},
		{"a squad", "id", "Goalkeepers: Budi Santoso, Agung Prasetyo; defenders: Dimas Saputra, Rizki Kurniawan, Bagas Permana, Yoga Nugraha.", false},
		{"a race", "fr", "Men: 1. Karim Benhaddou 2:09:11; 2. Jean Marchand 2:09:40; 3. Théo Lefèvre 2:10:02. Women: 1. Marie Delacroix 2:25:18.", false},
		{"earnings", "no", "Selje Slate ASA: Q3 EPS NOK 1.14 vs 0.92; net sales NOK 412 mln vs 398 mln; dividend NOK 0.40.", false},
		{"language without a row", "ha", "Trial results: Musa Danladi bt Sani Bello; Garba Yusuf bt Umar Sule.", false},
	} {
		t.Run(tc.name, func(t *testing.T) {
			assert.Equal(t, tc.want, readsAs(tc.text, tc.language))
		})
	}
}
