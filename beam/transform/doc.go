// Package transform analyses news pages on many machines, as a pipeline of Apache
// Beam: files of pages go in, Documents come out, each once by its id, and what
// could not be read or analysed is kept beside them.
//
//	plan, err := transform.NewPlan(ctx, []string{"crawl/*.warc.gz"}, transform.Options{})
//	p := sdk.NewPipeline()
//	s := p.Root()
//	read := plan.Read(s)                       // pages, in shards
//	analysed := plan.Analyze(s, read.Pages)
//	docs := transform.Unique(s, analysed.Documents)
//	transform.Write(s, docs, "out", read.Rejects, analysed.Rejects) // the bytes of newsdesk tag
//
// [Job] is all of that in one. The types to read first are [Job], [Plan] and
// [Document].
//
// # What is promised
//
// A Document has the bytes that newsdesk tag writes, on any runner, for any number
// of machines and after any number of failures: each step is a function of its
// input alone, and files take their names only when they are whole. Of several
// pages with one id the last in the order of the input wins, as in an archive that
// is loaded from newsdesk tag. Joined in the order of their names, the files of
// [Write] are in the order of the input.
//
// # Limits
//
// The pages of one shard, [Options.ShardSize] of them, must fit in a worker's
// memory. One file is read by one worker; its pages are analysed by all. The list of
// files is part of the pipeline, so that it should have no more than some hundred
// thousand names: more belong into archives. The runner prism keeps everything in
// the memory of its process, and begins anew after it was killed.
package transform
