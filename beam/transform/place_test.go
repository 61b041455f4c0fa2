package transform

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestShardsSortAsTheInput(t *testing.T) {
	last := ""
	for _, at := range []struct {
		group int
		item  int64
	}{{0, 0}, {0, 10}, {0, 99_999}, {0, 9_999_999}, {1, 0}, {9, 20}, {10, 0}, {999_999, 9_999_999}} {
		name, err := shard(at.group, at.item, 10)
		require.NoError(t, err)
		assert.Greater(t, name, last)
		assert.True(t, ours.MatchString(documentPrefix+name+lineSuffix))
		last = name
	}
	for _, at := range []struct {
		group int
		item  int64
	}{{1_000_000, 0}, {0, 10_000_000}} {
		_, err := shard(at.group, at.item, 10)
		assert.ErrorIs(t, err, ErrTooMany)
	}
}

func TestBefore(t *testing.T) {
	assert.True(t, before("000000-000001", 9, "000001-000000", 0))
	assert.True(t, before("000001-000000", 0, "000001-000000", 1))
	assert.False(t, before("000001-000000", 1, "000001-000000", 1))
}
