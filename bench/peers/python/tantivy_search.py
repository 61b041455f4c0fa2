"""Search with tantivy's Python package: English stems, BM25, an index on disk."""
import re
import tempfile

import contract
import tantivy

folder = tempfile.TemporaryDirectory(prefix="bench-tantivy-")


def make(documents):
    schema = (tantivy.SchemaBuilder()
              .add_text_field("id", stored=True, tokenizer_name="raw")
              .add_text_field("title", tokenizer_name="en_stem")
              .add_text_field("text", tokenizer_name="en_stem").build())
    index = tantivy.Index(schema, path=folder.name)
    writer = index.writer(num_threads=1)
    for d in documents:
        writer.add_document(tantivy.Document(id=d["id"], title=d.get("title") or "", text=d["text"]))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()

    def ask(text, n):
        plain = " ".join(w for w in re.findall(r"\w+", text) if w not in ("AND", "OR", "NOT", "IN", "TO"))
        hits = searcher.search(index.parse_query(plain, ["title", "text"]), n).hits
        return [(searcher.doc(at)["id"][0], score) for score, at in hits]
    return ask


contract.search(make, "tantivy")
