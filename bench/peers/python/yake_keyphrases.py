"""Keyphrases with YAKE."""
import contract
import yake


def load(task, variant):
    extractor = yake.KeywordExtractor(lan="en", n=1 if variant == "tags" else 3, top=15)
    return lambda row: {"keyphrases": [k for k, _ in extractor.extract_keywords(contract.titled(row))]}


contract.run(load, "yake")
