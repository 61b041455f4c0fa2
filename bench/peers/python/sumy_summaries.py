"""Summaries of three sentences with sumy: LexRank, TextRank or Luhn."""
import contract
from plain_sentences import Tokens
from sumy.nlp.stemmers import Stemmer
from sumy.parsers.plaintext import PlaintextParser
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.summarizers.luhn import LuhnSummarizer
from sumy.summarizers.text_rank import TextRankSummarizer
from sumy.utils import get_stop_words


def load(task, variant):
    kind = {"LexRank": LexRankSummarizer, "TextRank": TextRankSummarizer, "Luhn": LuhnSummarizer}[variant]
    summarizer = kind(Stemmer("english"))
    summarizer.stop_words = get_stop_words("english")
    return lambda row: {"summary": [str(s) for s in summarizer(PlaintextParser.from_string(row["text"], Tokens()).document, 3)]}


contract.run(load, "sumy")
