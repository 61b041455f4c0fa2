"""What every subject written in Python does the same way; see the contract of peers/contract/contract.go.

    run(load, package): load(task, variant) gives a function from a row to its prediction, None for a row that has none.
"""
import argparse
import gzip
import importlib.metadata
import json
import os
import sys
import time


def rows(path):
    opener = gzip.open if path.endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8") as f:
        return [json.loads(line) for line in f if line.strip()]


def flags():
    p = argparse.ArgumentParser()
    p.add_argument("--task", default="")
    p.add_argument("--in", dest="source", required=True)
    p.add_argument("--out", required=True)
    p.add_argument("--passes", type=int, default=1)
    p.add_argument("--variant", default="")
    return p.parse_args()


def report(packages, ready, n, figures=None):
    version = ", ".join(importlib.metadata.version(p) for p in packages)
    print(json.dumps({"version": version, "ready": ready, "rows": n, "figures": figures or {}}))


def run(load, *packages):
    a = flags()
    do = load(a.task, a.variant)
    source = rows(a.source)
    ready = time.process_time()
    with open(a.out, "w", encoding="utf-8") as out:
        for turn in range(a.passes):
            for row in source:
                found = do(row)
                if turn == 0 and found is not None:
                    out.write(json.dumps({"id": row["id"], **found}) + "\n")
    report(packages, ready, len(source))


def search(make, *packages):
    """make(documents) gives the function from a query and a number of hits to the (id, score) of each."""
    a = flags()
    documents = rows(a.source)
    queries = rows(os.path.join(os.path.dirname(a.source), "queries.jsonl"))
    ready = time.process_time()
    ask = make(documents)
    indexed = time.process_time() - ready
    best = [float("inf")] * len(queries)
    with open(a.out, "w", encoding="utf-8") as out:
        for turn in range(a.passes):
            for i, q in enumerate(queries):
                at = time.perf_counter()
                hits = ask(q["text"], 100)
                best[i] = min(best[i], time.perf_counter() - at)
                if turn == 0:
                    for rank, (doc, score) in enumerate(hits):
                        out.write(f"{q['id']} Q0 {doc} {rank + 1} {score:.6f} bench\n")
    best.sort()
    report(packages, ready, len(documents),
           {"index ms": 1000 * indexed / len(documents), "query ms": 1000 * best[len(best) // 2]})


def byte_offsets(text):
    """a function from an offset in characters to one in UTF-8 bytes"""
    if text.isascii():
        return lambda i: i
    table = [0]
    for c in text:
        table.append(table[-1] + len(c.encode("utf-8")))
    return lambda i: table[i]


def titled(row):
    """title and story, as systems that take one text are given them"""
    return (row["title"] + ".\n" if row.get("title") else "") + row["text"]


sys.stdout.reconfigure(encoding="utf-8")
