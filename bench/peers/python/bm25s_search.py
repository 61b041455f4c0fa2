"""Search with bm25s: English stop words and Snowball's stems, in memory."""
import bm25s
import contract
import Stemmer

stemmer = Stemmer.Stemmer("english")


def tokens(texts):
    return bm25s.tokenize(texts, stopwords="en", stemmer=stemmer, show_progress=False)


def make(documents):
    index = bm25s.BM25(method="lucene")
    index.index(tokens([(d.get("title") or "") + " " + d["text"] for d in documents]), show_progress=False)
    ids = [d["id"] for d in documents]

    def ask(text, n):
        found, scores = index.retrieve(tokens([text]), k=min(n, len(ids)), show_progress=False)
        return [(ids[i], float(s)) for i, s in zip(found[0], scores[0]) if s > 0]
    return ask


contract.search(make, "bm25s")
