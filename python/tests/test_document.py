"""Documents: spans in characters, dates, what is not there."""

import json
from datetime import UTC, date, datetime

import pytest

from dateline import Document, Role, Span

TEXT = "Zürich — “Déjà vu,” said Ana. 🚢 Naïve?"


def offsets(words: str) -> list[int]:
    """Where words stand in TEXT, in bytes."""
    start = TEXT.encode().index(words.encode())
    return [start, start + len(words.encode())]


def document(**more: object) -> Document:
    return Document.from_json(json.dumps({"schema": 1, "id": "a", "text": TEXT, "blocks": [], **more}))


@pytest.mark.parametrize("words", ["Zürich", "Déjà vu,", "Ana", "🚢", "Naïve?", TEXT])
def test_spans_count_characters(words: str) -> None:
    doc = document(sentences=[offsets(words)], tokens=[[*offsets(words), "NNP"]])
    assert doc.words(doc.sentences[0]) == words
    assert doc.words(doc.tokens[0].span) == words


def test_every_part_has_its_words() -> None:
    start, end = offsets("Ana")
    quote = offsets("Déjà vu,")
    doc = document(
        blocks=[{"kind": "paragraph", "start": 0, "end": len(TEXT.encode())}],
        sections=[{"heading": "", "start": 0, "end": len(TEXT.encode())}],
        mentions=[{"start": start, "end": end, "label": "PERSON", "entity": "person:ana", "confidence": 0.9,
                   "inside": [{"start": start, "end": end, "label": "GPE", "country": "CH"}]}],
        entities=[{"id": "person:ana", "name": "Ana", "label": "PERSON", "salience": 1, "about": True, "mentions": 1,
                   "ids": {"wikidata": "Q1"}, "roles": [{"title": "Ana", "start": start, "end": end}, {"title": "x"}]}],
        concepts=[{"id": "c", "name": "vu", "salience": 1, "about": False, "mentions": 1, "spans": [quote]}],
        quotes=[{"text": "Déjà vu,", "content": [quote], "exact": [quote], "speaker": "Ana", "entity": "person:ana",
                 "speakers": [{"name": "Ana"}], "cue": offsets("said"), "source": [start, end], "direct": True,
                 "confidence": 1}],
        keyphrases=[{"text": "Ana", "score": 1, "spans": [[start, end]]}],
        summary=[{"text": TEXT, "start": 0, "end": len(TEXT.encode()), "score": 1}],
    )
    assert doc.words(doc.blocks[0].span) == doc.words(doc.sections[0].span) == doc.words(doc.summary[0].span) == TEXT
    assert doc.words(doc.mentions[0].span) == doc.words(doc.mentions[0].inside[0].span) == "Ana"
    entity = doc.entity("person:ana")
    assert entity is not None and entity.ids == {"wikidata": "Q1"} and entity.country == ""
    assert entity.roles[0].span is not None and doc.words(entity.roles[0].span) == "Ana"
    assert entity.roles[1] == Role("x")
    assert doc.entity("person:bo") is None
    q = doc.quotes[0]
    assert q.cue is not None and q.source is not None
    assert [doc.words(s) for s in (*q.content, *q.exact, q.cue, q.source)] == ["Déjà vu,", "Déjà vu,", "said", "Ana"]
    assert doc.words(doc.concepts[0].spans[0]) == "Déjà vu," and doc.words(doc.keyphrases[0].spans[0]) == "Ana"


def test_dates() -> None:
    assert document(published="2026-03-05").published == date(2026, 3, 5)
    assert document(published="2026-03-05T06:07:08Z").published == datetime(2026, 3, 5, 6, 7, 8, tzinfo=UTC)
    moment = document(modified="2026-03-05T06:07:08.25+02:00").modified
    assert isinstance(moment, datetime) and moment.microsecond == 250_000 and moment.utcoffset() is not None
    assert document(links=[{"kind": "related", "title": "t", "published": "2026-03-05"}]).links[0].published == date(
        2026, 3, 5)


def test_what_is_not_there() -> None:
    doc = document()
    assert doc.headline == "" and doc.quotes == () and doc.published is None and doc.byline == ()


def test_ascii() -> None:
    doc = Document.from_json({"schema": 1, "id": "a", "text": "Ana left.", "blocks": [], "sentences": [[0, 9]]})
    assert doc.sentences == (Span(0, 9),)


@pytest.mark.parametrize("more", [{"sentences": [[0, 99]]}, {"images": [{"colour": "red"}]}, {"quotes": 3}])
def test_what_is_no_document(more: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="not a Document"):
        Document.from_json({"schema": 1, "id": "a", "text": "Ana æ left.", "blocks": [], **more})


def test_another_schema() -> None:
    with pytest.raises(ValueError, match="schema 7"):
        Document.from_json({"schema": 7, "text": ""})
