package page_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/page"
)

func TestFormOf(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		page dateline.Page
		want dateline.Form
	}{
		"said":                {dateline.Page{Form: dateline.Story, Body: []byte("<p>The quay.</p>")}, dateline.Story},
		"a doctype":           {dateline.Page{Body: []byte("\ufeff \n<!DOCTYPE html><p>The quay.")}, dateline.HTML},
		"a fragment":          {dateline.Page{Body: []byte("<p>The quay is shut.</p>")}, dateline.HTML},
		"an XML declaration":  {dateline.Page{Body: []byte(`<?xml version="1.0"?><html><p>The quay.`)}, dateline.HTML},
		"UTF-16":              {dateline.Page{Body: []byte("\xff\xfe<\x00p\x00>\x00")}, dateline.HTML},
		"HTML by its header":  {dateline.Page{ContentType: "text/html; charset=utf-8", Body: []byte("The quay.")}, dateline.HTML},
		"text by its header":  {dateline.Page{ContentType: "text/plain", Body: []byte("The quay.")}, dateline.Story},
		"a pasted page":       {dateline.Page{Body: []byte("The quay is shut\n\nBy Marta Okkels\n\nIt is shut.")}, dateline.PlainPage},
		"lines of old Macs":   {dateline.Page{Body: []byte("The quay is shut\rIt is shut.")}, dateline.PlainPage},
		"a line, and its end": {dateline.Page{Body: []byte("The quay is shut.\r\n")}, dateline.Story},
		"a heart":             {dateline.Page{Body: []byte("<3 is what they wrote on the quay.")}, dateline.Story},
		"a sign, no tag":      {dateline.Page{Body: []byte("<b or not, the quay is shut.")}, dateline.Story},
		"nothing":             {dateline.Page{}, dateline.Story},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, tt.want, page.FormOf(tt.page))
		})
	}
}

// TestReadWithoutForm holds a page without a form to be read as one with the form that it has.
func TestReadWithoutForm(t *testing.T) {
	t.Parallel()
	for form, body := range map[dateline.Form]string{
		dateline.HTML:      "<html><body><article><h1>The quay is shut</h1><p>It is shut until Monday, the port said.</p></article>",
		dateline.PlainPage: "The quay is shut\n\nBy Marta Okkels\n\nIt is shut until Monday, the port said.\n",
		dateline.Story:     "OSLO, May 4 - The quay is shut until Monday, the port said.",
	} {
		want, err := page.Read(dateline.Page{Form: form, Body: []byte(body)}, page.Options{})
		require.NoError(t, err)
		got, err := page.Read(dateline.Page{Body: []byte(body)}, page.Options{})
		require.NoError(t, err)
		assert.Equal(t, want, got, form)
	}
	_, err := page.Read(dateline.Page{Body: []byte("a long line")}, page.Options{MaxText: 5})
	require.ErrorIs(t, err, page.ErrTooLarge, "a story by its looks has the limit of one")
}
