"""Sentences and words by two plain rules, for the summarizers: sumy's own tokenizer fetches a model from the network."""
import re


class Tokens:
    def to_sentences(self, text):
        return tuple(s for s in re.split(r"(?<=[.!?])[\"”’')]*\s+", text) if s)

    def to_words(self, text):
        return tuple(re.findall(r"[^\W\d_]+", text.lower()))
