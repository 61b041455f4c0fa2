"""Web pages with newspaper4k; nothing is fetched. A page in a language whose tokenizer needs a model from the network is read as English."""
import contract
import newspaper


def article(row, **options):
    found = newspaper.Article(row.get("url") or "https://news.example/", fetch_images=False, **options)
    found.download(input_html=row["html"])
    found.parse()
    return found


def load(task, variant):
    def read(row):
        try:
            try:
                found = article(row)
            except LookupError:
                found = article(row, language="en")
        except newspaper.ArticleException:
            return None
        day = found.publish_date
        return {"body": found.text or "", "title": found.title or "", "author": "; ".join(found.authors),
                "date": day.strftime("%Y-%m-%d") if day else ""}
    return read


contract.run(load, "newspaper4k")
