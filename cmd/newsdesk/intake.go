package main

import (
	"context"
	"errors"
	"iter"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze"
	"github.com/dateline-go/dateline/analyze/prosetag"
	"github.com/dateline-go/dateline/analyze/source"
	"github.com/dateline-go/dateline/lang/all"
)

// intake is the part of the command line that says which articles to take and
// how, for the commands that take any.
type intake struct {
	Files    []string `arg:"" optional:"" name:"file" help:"Files, folders, patterns; - is standard input, the default."`
	As       string   `enum:"auto,jsonl,json,csv,html,page,text,feed,warc" default:"auto" help:"${as_help}"`
	Encoding string   `placeholder:"NAME" help:"The encoding of the files, such as windows-1251, whatever they say."`
	Workers  int      `default:"0" help:"How many articles to analyse at a time; 0 is one for each processor."`
	Tagger   string   `enum:"own,prose" default:"own" help:"Which part-of-speech tagger to use: ${enum}."`
	ownFiles
	Errors     string `placeholder:"FILE" help:"${errors_help}"`
	NoProgress bool   `help:"Show no progress bar."`
	lengths

	analysed bool // the files hold Documents
	explain  bool // the decisions behind a Document are wanted
}

// reading reads articles: pages in, Documents out.
type reading struct {
	d        *desk
	analyzer *analyze.Analyzer // nil where Documents are read
	names    []string
	options  source.Options
	bar      *progress   // nil where none is shown
	rejects  *rejects    // nil where none are kept
	resume   *resumption // nil where every page is analysed
	// correct makes of an article what editors say of it; nil where they say nothing.
	correct func(*dateline.Document) *dateline.Document
	explain bool
	// decisions are those behind the Document at hand, where they are wanted.
	decisions []dateline.Decision
	taken     int
	passed    int // records of web archives that are no pages
	failed    int
	err       error // ended the stream
}

// open checks the names and loads the models. Nothing is read before every name
// has something behind it. quiet says that no progress bar may be shown, since
// what is found goes to the same screen.
func (in *intake) open(d *desk, quiet bool) (*reading, error) {
	r := &reading{d: d, names: in.Files, explain: in.explain}
	if len(r.names) == 0 {
		if d.typed {
			return nil, usage(errors.New("no articles: name a file or folder, or give them on standard input"))
		}
		r.names = []string{"-"}
	}
	r.options = source.Options{
		Stdin:  d.stdin,
		Warn:   func(e *source.Error) { d.notes.warn(warning(e), "%v", e) },
		Passed: func(string) { r.passed++ },
		Skipped: func(name, why string) {
			d.notes.warn("files passed over", "%s: passed over: %s", name, why)
		},
		Encoding: in.Encoding,
	}
	switch {
	case in.analysed:
		r.options.As = source.Lines
	case in.As != "auto":
		r.options.As = source.Kind(in.As)
	}
	size, err := source.Size(d.ctx, r.names, r.options)
	if err != nil {
		return nil, usage(err)
	}
	if !in.analysed {
		o := analyze.Options{Languages: all.Packs(), Workers: in.Workers, Summarize: in.options()}
		if o.Entities, err = in.ownFiles.entities(); err != nil {
			return nil, usage(err)
		}
		if in.Tagger == "prose" {
			if o.Tagger, err = prosetag.New(); err != nil {
				return nil, err
			}
		}
		if r.analyzer, err = analyze.New(o); err != nil {
			return nil, usage(err)
		}
	}
	if in.Errors != "" {
		if r.rejects, err = openRejects(in.Errors, d.stdout); err != nil {
			return nil, usage(err)
		}
	}
	if d.notes.screen && !quiet && !in.NoProgress {
		r.bar = newProgress(d.notes.w, size)
		r.options.Read = r.bar.read
		d.notes.bar = r.bar
	}
	return r, nil
}

// warning names the kind of a warning.
func warning(e *source.Error) string {
	if errors.Is(e, source.ErrSummary) {
		return "summaries only"
	}
	return "left out"
}

// documents analyses the articles. Those that fail are named and kept; what ends
// the stream early is what close returns. It never yields an error.
func (r *reading) documents() iter.Seq2[*dateline.Document, error] {
	return func(yield func(*dateline.Document, error) bool) {
		for doc, err := range r.stream() {
			if err != nil {
				if r.err = r.reject(err); r.err != nil {
					return
				}
			} else if !yield(doc, nil) {
				return
			}
			r.step()
		}
	}
}

// stream reads Documents, or pages and analyses them.
func (r *reading) stream() iter.Seq2[*dateline.Document, error] {
	if r.analyzer == nil {
		return source.Documents(r.d.ctx, r.names, r.options)
	}
	pages := source.Files(r.d.ctx, r.names, r.options)
	if r.explain {
		return r.explained(pages)
	}
	if r.resume == nil {
		return r.analyzer.Stream(r.d.ctx, pages)
	}
	return r.resume.articles(r.analyzer.Stream(r.d.ctx, r.resume.pages(pages)))
}

// step counts an article and moves the progress bar.
func (r *reading) step() {
	r.taken++
	if r.bar != nil {
		r.d.notes.mu.Lock()
		defer r.d.notes.mu.Unlock()
		r.bar.step()
	}
}

// reject names and keeps what failed. It returns an error that is not about one
// article.
func (r *reading) reject(err error) error {
	var page *analyze.PageError
	var read *source.Error
	switch {
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return err
	case errors.As(err, &page):
	case errors.As(err, &read):
	default:
		return err
	}
	r.failed++
	r.d.notes.say("%s", saying(err))
	switch {
	case r.rejects == nil:
		return nil
	case page != nil:
		return r.rejects.Page(page.Page, page.Err)
	}
	return r.rejects.Add(err)
}

// refused names an article that could not be taken after its analysis. Of that one
// only the reason can be kept.
func (r *reading) refused(err error) {
	r.failed++
	r.d.notes.say("%s", saying(err))
	if r.rejects != nil && r.err == nil {
		r.err = r.rejects.Add(&source.Error{Name: "archive", Err: err})
	}
}

// close keeps the file of errors and returns errSome where articles failed. It
// takes the error that ended the work, if any.
func (r *reading) close(err error) error {
	r.d.notes.done()
	if r.passed > 0 {
		r.d.notes.say("%s passed over: no pages", count(r.passed, "record"))
	}
	if err == nil {
		err = r.err
	}
	kept := ""
	if r.rejects != nil {
		name, closeErr := r.rejects.close(err == nil)
		err = errors.Join(err, closeErr)
		kept = ", kept in " + name
	}
	if r.failed == 0 {
		return err
	}
	r.d.notes.say("%d of %d articles failed%s", r.failed, r.taken, kept)
	if err == nil {
		err = errSome
	}
	return err
}
