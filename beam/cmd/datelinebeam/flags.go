package main

import (
	"flag"
	"fmt"
	"os"
	"strings"

	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/runners" // the flag -runner

	"github.com/dateline-go/dateline/analyze/source"
	"github.com/dateline-go/dateline/beam/transform"
)

// defaultRunner is Beam's runner for one machine.
const defaultRunner = "prism"

// runners are those that the program has. Beam ends the process for another.
var runners = []string{defaultRunner, "flink", "dataflow", "universal"}

const help = `datelinebeam analyses news pages on many machines with Apache Beam: what newsdesk tag
does on one, with the same bytes.

Usage: datelinebeam [flags] INPUT…

An input is a file, a folder or a pattern: .jsonl, .html, .txt, feeds, .warc and .wet, each also
with .gz; or one on Google Cloud Storage (gs://…).

In the output folder each shard of the input is a file of Documents, part-….jsonl, and, where pages
failed, one of rejects-….jsonl, which can be mended and given as input. manifest.json is there when
everything is. Of pages with the same id the last one counts. A job that was cut short is begun
again by the same command.

Examples:

  datelinebeam -output out articles/ wire.jsonl.gz
  cat out/part-*.jsonl > tagged.jsonl        # the bytes of: newsdesk tag articles/ wire.jsonl.gz
  datelinebeam -output again out/rejects-*.jsonl
  datelinebeam -output out -opensearch https://search:9200 -index news 'crawl/*.warc.gz'
  datelinebeam -runner flink -endpoint flink:8099 -environment_type LOOPBACK \
    -output /mnt/share/out '/mnt/share/crawl/*.warc.gz'
  datelinebeam -runner dataflow -project P -region R -staging_location gs://B/staging \
    -output gs://B/out 'gs://B/crawl/*.warc.gz'

Exit codes: 0 fine, 1 some pages failed, 2 wrong use or the job failed, 130 interrupted.

Flags:
`

// flags is the command line.
type flags struct {
	all  *flag.FlagSet
	ours map[string]bool // names of the flags that are not Beam's

	output     string
	replace    bool
	duplicates bool
	as         string
	names      string
	tokens     bool
	shardSize  int
	workers    int
	keyphrases int
	sentences  int
	cluster    string
	index      string
	verbose    bool
	beamHelp   bool
}

// newFlags adds the program's flags to those that are there.
func newFlags(all *flag.FlagSet) *flags {
	theirs := map[string]bool{}
	all.VisitAll(func(f *flag.Flag) { theirs[f.Name] = true })
	f := &flags{all: all, ours: map[string]bool{"runner": true}}
	all.StringVar(&f.output, "output", "", "`folder` to write to, on a disk that all workers share, or gs://…")
	all.BoolVar(&f.replace, "replace", false, "take the files of another job in the output folder away first")
	all.BoolVar(&f.duplicates, "keep-duplicates", false,
		"write every Document, as newsdesk tag does, not the last of each id")
	all.StringVar(&f.as, "as", "", "read every file as one `kind`: jsonl, html, page, text, feed, warc; by default "+
		"its name says")
	all.StringVar(&f.names, "names", "", "`file` of names of your own, see docs/names-file.md")
	all.BoolVar(&f.tokens, "tokens", false, "write every token with its part of speech too")
	all.IntVar(&f.shardSize, "shard-size", transform.DefaultShardSize,
		"how many pages share an output file and a call of the analysis")
	all.IntVar(&f.workers, "workers", 0,
		"how many pages of a shard to analyse at a time; 0 is one for each processor of the machine")
	all.IntVar(&f.keyphrases, "keyphrases", 0, "the most keyphrases of a Document; 0 is 10")
	all.IntVar(&f.sentences, "sentences", 0, "the most sentences of a summary; 0 is 3")
	all.StringVar(&f.cluster, "opensearch", "",
		"`URLs` of an OpenSearch cluster to store in too, with commas between; DATELINE_OPENSEARCH_USERNAME and "+
			"DATELINE_OPENSEARCH_PASSWORD sign in")
	all.StringVar(&f.index, "index", "news", "`name` of the archive on the cluster")
	all.BoolVar(&f.verbose, "verbose", false, "say what Beam does")
	all.BoolVar(&f.beamHelp, "help-beam", false, "show Beam's own flags")
	all.VisitAll(func(g *flag.Flag) { f.ours[g.Name] = f.ours[g.Name] || !theirs[g.Name] })
	all.Usage = func() {
		fmt.Fprint(all.Output(), help)
		f.list(true)
	}
	return f
}

// list shows our flags, or Beam's.
func (f *flags) list(ours bool) {
	some := flag.NewFlagSet("", flag.ContinueOnError)
	some.SetOutput(f.all.Output())
	f.all.VisitAll(func(g *flag.Flag) {
		if f.ours[g.Name] == ours && !strings.HasPrefix(g.Name, "test.") {
			usage := g.Usage
			if g.Name == "runner" {
				usage = "Beam's `runner`: prism (this machine, the default), or one of " + strings.Join(runners[1:], ", ")
			}
			some.Var(g.Value, g.Name, usage)
		}
	})
	some.PrintDefaults()
}

// runner is the runner that was chosen.
func (f *flags) runner() string {
	if r := f.all.Lookup("runner"); r != nil && r.Value.String() != "" {
		return r.Value.String()
	}
	return defaultRunner
}

// options are those of the analysis.
func (f *flags) options() (transform.Options, error) {
	o := transform.Options{As: source.Kind(f.as), ShardSize: f.shardSize, Workers: f.workers, Tokens: f.tokens}
	o.Summarize.Keyphrases, o.Summarize.Sentences = f.keyphrases, f.sentences
	if f.names != "" {
		var err error
		if o.Names, err = os.ReadFile(f.names); err != nil {
			return o, fmt.Errorf("-names: %w", err)
		}
	}
	return o, nil
}

// store is the cluster to store in, nil where none is named.
func (f *flags) store() *transform.Cluster {
	if f.cluster == "" {
		return nil
	}
	return &transform.Cluster{
		Addresses: strings.Split(f.cluster, ","), Index: f.index,
		Username: os.Getenv("DATELINE_OPENSEARCH_USERNAME"), Password: os.Getenv("DATELINE_OPENSEARCH_PASSWORD"),
	}
}
