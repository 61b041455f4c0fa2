package token_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/dateline-go/dateline/internal/token"
)

func ExampleStem() {
	fmt.Println(token.Stem("Sanctions"), token.Stem("nationalities"), token.Stem("the"))
	// Output: sanction nation the
}

func ExampleShape() {
	fmt.Println(token.Shape("Obama"), token.Shape("COVID-19"), token.Shape("3,500.25"), token.Shape("Łódź"))
	// Output: Xxx XX-dd d,dd.dd Xxx
}

func TestWordCase(t *testing.T) {
	for word, want := range map[string]token.Case{
		"": token.NoCase, "12": token.NoCase, "minister": token.LowerCase, "15-year": token.LowerCase, "Minister": token.TitleCase,
		"I": token.TitleCase, "É": token.TitleCase, "Élan": token.TitleCase, "NATO": token.UpperCase, "U.S.": token.UpperCase,
		"iPhone": token.MixedCase, "McDonald": token.MixedCase, "élan": token.LowerCase,
	} {
		assert.Equal(t, want, token.WordCase(word), word)
	}
}

func TestLineCase(t *testing.T) {
	for _, c := range []struct {
		line string
		want token.Case
	}{
		{"", token.NoCase},
		{"12 3", token.NoCase},
		{"FLOOD CLOSES HARBOUR, 3 HURT", token.UpperCase},
		{"NATO", token.UpperCase},
		{"Flood Closes Harbour as Rain Goes On", token.TitleCase},
		{"Flood closes harbour as rain goes on", token.LowerCase},
		{"Ann Reed", token.LowerCase},
		{"Ann Reed Met Bo", token.LowerCase},
	} {
		var b token.Buffer
		b.Segment(c.line, nil)
		assert.Equal(t, c.want, token.LineCase(c.line, b.Tokens), "%q: %s", c.line, c.want)
	}
}

func TestStem(t *testing.T) {
	for word, want := range map[string]string{"": "", "a": "a", "I": "i", "US": "us", "Running": "run", "generously": "generous", "ministers": "minist"} {
		assert.Equal(t, want, token.Stem(word), word)
	}
}
