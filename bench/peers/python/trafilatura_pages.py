"""Web pages with trafilatura."""
import contract
import trafilatura


def load(task, variant):
    def read(row):
        doc = trafilatura.bare_extraction(row["html"], url=row.get("url"), with_metadata=True, include_comments=False)
        if doc is None:
            return None
        return {"body": doc.text or "", "title": doc.title or "", "author": doc.author or "", "date": doc.date or ""}
    return read


contract.run(load, "trafilatura")
