"""Search with bm25s: English stop words and Snowball's stems, in memory; by variant "minilm" the hits are fused with those
of MiniLM by reciprocal ranks (Cormack, Clarke and Büttcher 2009, k = 60)."""
import bm25s
import contract
import Stemmer

FUSED, K = "minilm", 60
stemmer = Stemmer.Stemmer("english")


def tokens(texts):
    return bm25s.tokenize(texts, stopwords="en", stemmer=stemmer, show_progress=False)


def by_words(texts):
    """a function from a query and a number to the (position, score) of the best texts"""
    index = bm25s.BM25(method="lucene")
    index.index(tokens(texts), show_progress=False)

    def ask(text, n):
        found, scores = index.retrieve(tokens([text]), k=min(n, len(texts)), show_progress=False)
        return [(int(i), float(s)) for i, s in zip(found[0], scores[0]) if s > 0]
    return ask


def by_words_and_sense(texts):
    """as by_words, with the texts nearest to the query in MiniLM's space beside those that share its words"""
    import minilm
    import numpy as np
    embed, words = minilm.load(), by_words(texts)
    vectors = embed(texts)

    def ask(text, n):
        near = np.argsort(-(vectors @ embed([text])[0]), kind="stable")[:n]
        fused = {}
        for ranking in ([i for i, _ in words(text, n)], near.tolist()):
            for rank, i in enumerate(ranking):
                fused[i] = fused.get(i, 0) + 1 / (K + rank + 1)
        return sorted(fused.items(), key=lambda hit: -hit[1])[:n]
    return ask


def make(documents):
    ids = [d["id"] for d in documents]
    index = by_words_and_sense if contract.flags().variant == FUSED else by_words
    ask = index([(d.get("title") or "") + " " + d["text"] for d in documents])
    return lambda text, n: [(ids[i], score) for i, score in ask(text, n)]


contract.search(make, "bm25s")
