package transform

import (
	"errors"
	"fmt"
)

// shardName is what shards are called: the group of files and the part of it, so
// that the order of names is the order of the input.
const (
	shardName  = "%06d-%06d"
	shardLimit = 1_000_000 // groups, and parts of one
)

// ErrTooMany comes from a job whose input has more files, or a file more pages,
// than shards can be named. Larger groups or shards help.
var ErrTooMany = errors.New("transform: more than a million shards")

// shard returns the name of the shard of an item.
func shard(group int, item int64, size int) (string, error) {
	part := item / int64(size)
	if group >= shardLimit || part >= shardLimit {
		return "", fmt.Errorf("%w: group %d, item %d", ErrTooMany, group, item)
	}
	return fmt.Sprintf(shardName, group, part), nil
}

// before reports whether one place of the input comes before another.
func before(shard1 string, item1 int64, shard2 string, item2 int64) bool {
	if shard1 != shard2 {
		return shard1 < shard2
	}
	return item1 < item2
}
