package authority_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/internal/authority"
)

func TestRow(t *testing.T) {
	list, err := authority.Read(strings.NewReader("action,name,label,aliases,country,article\n" +
		"add,Kestrel Foods,ORG,Kestrel,GB,\n" +
		"correct,Plymouth,,,US,ferry-7\n" +
		" correct ,  Port\u00a0of   Cork ,ORG,,IE,\n" +
		"correct,Plymouth,,,GB,\n"))
	require.NoError(t, err)
	require.Equal(t, 4, list.Len())

	assert.Equal(t, "Kestrel Foods", list.Row("a", "KESTREL").Name, "an alias, in any case")
	assert.Nil(t, list.Row("a", "kestrel"), "what is written small is the bird")
	assert.Equal(t, "US", list.Row("ferry-7", "Plymouth").Country, "the row about the article comes first")
	assert.Equal(t, "GB", list.Row("ferry-8", "Plymouth").Country)
	assert.Equal(t, "IE", list.Row("a", "Port of Cork").Country, "white space is one space")
	assert.Equal(t, []int{13, 7}, list.Lengths("Kestrel flies"))
	assert.Nil(t, (*authority.List)(nil).Row("a", "Kestrel"))
}

func TestReadNamesTheLine(t *testing.T) {
	_, err := authority.Read(strings.NewReader("add\tKestrel Foods\tORG\nadd\tKestrel Foods\tORG\n"))
	require.ErrorIs(t, err, authority.ErrFile)
	assert.ErrorContains(t, err, `line 2: "Kestrel Foods" is on line 1 already`)
}
