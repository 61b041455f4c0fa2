package table_test

import (
	"bytes"
	"encoding/binary"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/internal/table"
)

type row struct {
	key, value uint64
	extra      string
}

func encode(t testing.TB, form table.Form, rows ...row) []byte {
	t.Helper()
	b := table.NewBuilder(form)
	for _, r := range rows {
		b.Add(r.key, r.value, []byte(r.extra))
	}
	data, err := b.Encode()
	require.NoError(t, err)
	return data
}

// random makes rows that fit a form, some of them with one key.
func random(form table.Form, n int) []row {
	r := rand.New(rand.NewPCG(1, uint64(n)))
	var rows []row
	for i := range n {
		x := row{key: r.Uint64() >> (64 - form.Key), value: r.Uint64() >> 1 & (1<<form.Value - 1)}
		if i%7 == 6 {
			x.key = rows[i-1].key
		}
		for range form.Extra {
			x.extra += string(rune('a' + r.IntN(26)))
		}
		rows = append(rows, x)
	}
	return rows
}

func TestTable(t *testing.T) {
	for _, c := range []struct {
		name string
		form table.Form
		rows int
	}{
		{"no rows", table.Form{Key: 28, Bucket: 4, Value: 16}, 0},
		{"a row", table.Form{Key: 8, Bucket: 0, Value: 1}, 1},
		{"whole bytes", table.Form{Key: 28, Bucket: 4, Value: 16}, 500},
		{"eight bytes a row", table.Form{Key: 64, Bucket: 8, Value: 8}, 500},
		{"no value", table.Form{Key: 40, Bucket: 5}, 500},
		{"extras", table.Form{Key: 40, Bucket: 5, Value: 3, Extra: 6}, 500},
		{"more buckets than rows", table.Form{Key: 40, Bucket: 12, Value: 8}, 100},
	} {
		t.Run(c.name, func(t *testing.T) {
			rows := random(c.form, c.rows)
			data := encode(t, c.form, rows...)
			tab, err := table.Open(data)
			require.NoError(t, err)
			assert.Equal(t, c.rows, tab.Len())
			values := map[uint64][]uint64{}
			for _, r := range rows {
				values[r.key] = append(values[r.key], r.value)
			}
			for key, want := range values {
				slices.Sort(want)
				from, to := tab.Rows(key)
				var got []uint64
				for i := from; i < to; i++ {
					got = append(got, tab.Value(i))
				}
				assert.Equal(t, want, got)
				first, ok := tab.Find(key)
				assert.True(t, ok)
				assert.Equal(t, want[0], first)
			}
			for i := range uint64(1000) {
				if key := tab.Key(i * 0x9e3779b97f4a7c15); values[key] == nil {
					_, ok := tab.Find(key)
					assert.False(t, ok, "%x", key)
				}
			}
			n := 0
			for key, value := range tab.All() {
				assert.Contains(t, values[key], value)
				n++
			}
			assert.Equal(t, c.rows, n)
			if again := slices.Clone(rows); c.form.Extra == 0 {
				slices.Reverse(again)
				assert.True(t, bytes.Equal(data, encode(t, c.form, again...)), "the order of adding does not matter")
			}
		})
	}
}

func TestExtra(t *testing.T) {
	tab, rest, err := table.OpenFirst(append(encode(t, table.Form{Key: 16, Bucket: 2, Extra: 2},
		row{key: 9, extra: "ie"}, row{key: 0xffff, extra: "no"}), "behind"...))
	require.NoError(t, err)
	assert.Equal(t, "behind", string(rest))
	for key, want := range map[uint64]string{9: "ie", 0xffff: "no"} {
		from, to := tab.Rows(key)
		require.Equal(t, 1, to-from)
		assert.Equal(t, want, string(tab.Extra(from)))
	}
	from, to := tab.Rows(1 << 40)
	assert.Equal(t, from, to, "a key that is too wide")
}

func TestBadRows(t *testing.T) {
	for _, c := range []struct {
		name string
		form table.Form
		row  row
	}{
		{"a key that is too wide", table.Form{Key: 8, Bucket: 2, Value: 8}, row{key: 256}},
		{"a value that is too wide", table.Form{Key: 8, Bucket: 2, Value: 8}, row{value: 256}},
		{"an extra that is too short", table.Form{Key: 8, Bucket: 2, Extra: 2}, row{extra: "x"}},
		{"more bits than a row has", table.Form{Key: 64, Bucket: 4, Value: 8}, row{}},
		{"nothing but a bucket", table.Form{Key: 4, Bucket: 4, Value: 8}, row{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := table.NewBuilder(c.form)
			b.Add(c.row.key, c.row.value, []byte(c.row.extra))
			_, err := b.Encode()
			assert.ErrorIs(t, err, table.ErrFormat)
		})
	}
}

func TestOpenRefuses(t *testing.T) {
	form := table.Form{Key: 16, Bucket: 1, Value: 8, Extra: 1}
	good := encode(t, form, row{1, 2, "a"}, row{0x9001, 3, "b"})
	const head = 16
	for _, c := range []struct {
		name  string
		spoil func(b []byte) []byte
	}{
		{"nothing", func([]byte) []byte { return nil }},
		{"another version", func(b []byte) []byte { b[7]++; return b }},
		{"cut", func(b []byte) []byte { return b[:len(b)-1] }},
		{"too long", func(b []byte) []byte { return append(b, 0) }},
		{"a bucket behind the end", func(b []byte) []byte { binary.LittleEndian.PutUint32(b[head+4:], 3); return b }},
		{"a first bucket that leaves rows out", func(b []byte) []byte { b[head] = 1; return b }},
		{"too many rows", func(b []byte) []byte { binary.LittleEndian.PutUint32(b[12:], 1<<32-1); return b }},
		{"widths", func(b []byte) []byte { b[8] = 200; return b }},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := table.Open(c.spoil(slices.Clone(good)))
			assert.ErrorIs(t, err, table.ErrFormat)
		})
	}
}

// FuzzOpen opens any bytes: they are refused, or a table that answers every question.
func FuzzOpen(f *testing.F) {
	form := table.Form{Key: 20, Bucket: 4, Value: 12, Extra: 2}
	f.Add(encode(f, form, random(form, 40)...), uint64(1))
	f.Add(encode(f, table.Form{Key: 8, Value: 1}, row{key: 7, value: 1}), uint64(7))
	f.Add([]byte("DLTABLE\x01"), uint64(0))
	f.Fuzz(func(t *testing.T, data []byte, key uint64) {
		tab, err := table.Open(data)
		if err != nil {
			require.ErrorIs(t, err, table.ErrFormat)
			return
		}
		n := 0
		for k := range tab.All() {
			from, to := tab.Rows(k)
			require.LessOrEqual(t, from, to)
			n++
		}
		require.Equal(t, tab.Len(), n)
		from, to := tab.Rows(key)
		for i := from; i < to; i++ {
			require.Len(t, tab.Extra(i), tab.Form().Extra)
		}
	})
}

func BenchmarkFind(b *testing.B) {
	form := table.Form{Key: 28, Bucket: 12, Value: 16}
	rows := random(form, 120_000)
	tab, err := table.Open(encode(b, form, rows...))
	require.NoError(b, err)
	var keys []uint64 // in no order
	for _, r := range rows {
		keys = append(keys, r.key)
	}
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		if _, ok := tab.Find(keys[i]); !ok {
			b.Fatal("lost")
		}
		i = (i + 1) % len(keys)
	}
}
