#!/usr/bin/env python3
"""Keyphrases and summaries of other libraries, and ours, on the development sets.

  pip install yake sumy numpy rake-nltk summa
  go build -o newsdesk ../../examples/newsdesk
  python3 peers.py --data ../../../shared/eval --newsdesk ./newsdesk

Each system gets title and text, and is scored by the set's own score.py. CPU seconds are those of the calls alone, ours
those of the whole program, which reads, tags and finds names and quotes too. A peer that is not installed is left out and named. summa's
keywords end with an error on short articles and are left out.
"""
import argparse
import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import time

KEYPHRASES = ("duc2001", "kpcrowd", "inspec")
SUMMARIES = ("cnn", "cnndm_mix")


def read(path):
    with open(path, encoding="utf-8") as f:
        return [json.loads(line) for line in f]


def whole(row):
    return (row.get("title", "") + ".\n" if row.get("title") else "") + row["text"]


def yake_system():
    import yake
    extractor = yake.KeywordExtractor(lan="en", n=3, top=15)
    return lambda row: [k for k, _ in extractor.extract_keywords(whole(row))]


def rake_system():
    from rake_nltk import Rake
    def run(row):
        r = Rake(sentence_tokenizer=lambda t: re.split(r"(?<=[.!?])\s+", t), word_tokenizer=lambda t: re.findall(r"\w+|[^\w\s]", t),
                 stopwords=STOP)
        r.extract_keywords_from_text(whole(row))
        return r.get_ranked_phrases()[:15]
    return run


def summa_sentences():
    from summa import summarizer
    def run(row):
        found = summarizer.summarize(row["text"], split=True, ratio=1.0, language="english", scores=True)
        order = {s: i for i, (s, _) in enumerate(found)}
        best = sorted(found, key=lambda x: -x[1])[:3]
        return [s for s, _ in sorted(best, key=lambda x: order[x[0]])]
    return run


def sumy_system(name):
    from sumy.nlp.stemmers import Stemmer
    from sumy.parsers.plaintext import PlaintextParser
    from sumy.summarizers.lex_rank import LexRankSummarizer
    from sumy.summarizers.luhn import LuhnSummarizer
    from sumy.summarizers.text_rank import TextRankSummarizer
    from sumy.utils import get_stop_words

    class Tokens:  # sumy's own tokenizer downloads a model; these rules need none
        def to_sentences(self, text):
            return tuple(s for s in re.split(r"(?<=[.!?])[\"”’')]*\s+", text) if s)

        def to_words(self, text):
            return tuple(re.findall(r"[^\W\d_]+", text.lower()))

    summarizer = {"LexRank": LexRankSummarizer, "TextRank": TextRankSummarizer, "Luhn": LuhnSummarizer}[name](Stemmer("english"))
    summarizer.stop_words = get_stop_words("english")

    def run(row):
        parser = PlaintextParser.from_string(row["text"], Tokens())
        return [str(s) for s in summarizer(parser.document, 3)]
    return run


def lead(row):
    return [s for s in re.split(r"(?<=[.!?])[\"”’')]*\s+", row["text"]) if s][:3]


STOP = set("a about above after again against all am an and any are as at be because been before being below between both but by can did do does doing "
           "down during each few for from further had has have having he her here hers him his how i if in into is it its itself just me more most my no "
           "nor not now of off on once only or other our out over own same she should so some such than that the their them then there these they this "
           "those through to too under until up very was we were what when where which while who whom why will with would you your said says".split())


def score(script, gold, predicted):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", delete=False, encoding="utf-8") as f:
        for row in predicted:
            f.write(json.dumps(row) + "\n")
    try:
        out = subprocess.run([sys.executable, script, gold, f.name, "--json"], check=True, capture_output=True, text=True).stdout
    finally:
        os.unlink(f.name)
    return json.loads(out)


def ours(newsdesk, rows, *flags):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    data = "\n".join(json.dumps({"id": r["id"], "title": r.get("title", ""), "text": r["text"]}) for r in rows)
    out = subprocess.run([newsdesk, "tag", "--workers", "1", *flags, "-"], input=data.encode(), check=True, capture_output=True).stdout
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return [json.loads(x) for x in out.splitlines()], after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def words(doc, span):
    return doc["text"].encode()[span["start"]:span["end"]].decode()


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--data", required=True, help="folder of the data sets")
    p.add_argument("--newsdesk", required=True, help="our program")
    a = p.parse_args()
    systems, left_out = {}, []
    for name, make in (("YAKE", yake_system), ("RAKE (rake-nltk)", rake_system)):
        try:
            systems[name] = make()
        except ImportError as e:
            left_out.append(f"{name}: {e}")
    print("set\tsystem\tF1@5\tF1@10\tdocuments per CPU second")
    for name in KEYPHRASES:
        gold = os.path.join(a.data, "keyphrases", name + ".jsonl")
        rows = read(gold)
        script = os.path.join(a.data, "keyphrases", "score_keyphrases.py")
        docs, spent = ours(a.newsdesk, rows, *(["--tags"] if name == "kpcrowd" else []))
        show(name, "dateline, whole path", score(script, gold, [{"id": d["id"], "keyphrases": [k["text"] for k in d.get("keyphrases") or []]} for d in docs]), len(rows), spent)
        for system, run in systems.items():
            start = time.process_time()
            found = [{"id": r["id"], "keyphrases": run(r)} for r in rows]
            show(name, system, score(script, gold, found), len(rows), time.process_time() - start)
    systems = {"lead": lead}
    for name in ("LexRank", "TextRank", "Luhn"):
        try:
            systems[name + " (sumy)"] = sumy_system(name)
        except ImportError as e:
            left_out.append(f"sumy {name}: {e}")
    try:
        systems["TextRank (summa)"] = summa_sentences()
    except ImportError as e:
        left_out.append(f"summa: {e}")
    print("set\tsystem\tR1\tR2\tRLsum\tdocuments per CPU second")
    for name in SUMMARIES:
        gold = os.path.join(a.data, "summaries", name + ".jsonl")
        rows = read(gold)
        script = os.path.join(a.data, "summaries", "score_rouge.py")
        docs, spent = ours(a.newsdesk, rows)
        show(name, "dateline, whole path", score(script, gold, [{"id": d["id"], "summary": [words(d, s) for s in d.get("summary") or []]} for d in docs]), len(rows), spent)
        for system, run in systems.items():
            start = time.process_time()
            found = [{"id": r["id"], "summary": run(r)} for r in rows]
            show(name, system, score(script, gold, found), len(rows), time.process_time() - start)
    for x in left_out:
        print("left out:", x)


def show(name, system, figures, n, spent):
    keys = ("F1@5", "F1@10") if "F1@5" in figures else ("rouge1", "rouge2", "rougeLsum")
    print("\t".join([name, system, *(f"{figures[k]:.1f}" for k in keys), f"{n / max(spent, 1e-9):.0f}"]), flush=True)


if __name__ == "__main__":
    main()
