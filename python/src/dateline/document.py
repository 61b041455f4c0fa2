"""The document model: what the schema of Dateline says, as dataclasses.

Every :class:`Span` counts in characters of ``Document.text``, as Python does: ``doc.text[s.start:s.end]`` is the words
meant. (The JSON that newsdesk writes counts in bytes of UTF-8.) Where nothing was found, strings are ``""``, tuples are
empty and other values are ``None``.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar

T = TypeVar("T")

SCHEMA = 1
"""The version of the JSON form that this package reads."""


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range of characters of ``Document.text``."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Author:
    """Who wrote the article, with the note on them if the page has one."""

    name: str
    bio: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A run of the text with its kind: headline, kicker, dek, dateline, heading, paragraph, quote, item, caption."""

    kind: str
    span: Span


@dataclass(frozen=True, slots=True)
class Section:
    """The blocks under one heading; the opening section has none."""

    heading: str
    span: Span


@dataclass(frozen=True, slots=True)
class Image:
    """A picture of the page."""

    url: str
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Furniture:
    """What stands on the page beside the story."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """A link to another article: related, most-read or in the story."""

    kind: str
    title: str
    url: str = ""
    section: str = ""
    rank: int | None = None
    age: str = ""
    published: date | datetime | None = None


@dataclass(frozen=True, slots=True)
class Token:
    """A word or sign, with its part of speech."""

    span: Span
    tag: str


@dataclass(frozen=True, slots=True)
class Part:
    """A name inside of another one."""

    span: Span
    label: str
    entity: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in the text where something is named; a date, sum or measure has a value and no entity."""

    span: Span
    label: str
    entity: str
    confidence: float
    value: str = ""
    inside: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Role:
    """What the story says that a person is."""

    title: str
    of: str = ""
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, body, place or other thing that the story names."""

    id: str
    name: str
    label: str
    salience: float
    about: bool
    mentions: int
    country: str = ""
    geonames: int | None = None
    lat: float | None = None
    lon: float | None = None
    aliases: tuple[str, ...] = ()
    ids: Mapping[str, str] | None = None
    roles: tuple[Role, ...] = ()


@dataclass(frozen=True, slots=True)
class Concept:
    """A thing without a name that the story speaks of."""

    id: str
    name: str
    salience: float
    about: bool
    mentions: int
    spans: tuple[Span, ...]
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Country:
    """A country of the story, with its share of it; focus says that the story is about it."""

    code: str
    name: str
    weight: float
    mentions: int
    focus: bool


@dataclass(frozen=True, slots=True)
class Speaker:
    """One of those who made a statement."""

    name: str
    entity: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """A statement that the story attributes to somebody."""

    text: str
    content: tuple[Span, ...]
    direct: bool
    confidence: float
    exact: tuple[Span, ...] = ()
    speaker: str = ""
    entity: str = ""
    speakers: tuple[Speaker, ...] = ()
    cue: Span | None = None
    source: Span | None = None


@dataclass(frozen=True, slots=True)
class Keyphrase:
    """A phrase that says what the story is about."""

    text: str
    score: float
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class SummarySentence:
    """A sentence of the summary, in the story's own words."""

    text: str
    span: Span
    score: float


@dataclass(frozen=True, slots=True)
class Document:
    """A news article after analysis."""

    id: str
    text: str
    url: str = ""
    language: str = ""
    site: str = ""
    section: str = ""
    headline: str = ""
    kicker: str = ""
    dek: str = ""
    byline: tuple[Author, ...] = ()
    published: date | datetime | None = None
    modified: date | datetime | None = None
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    images: tuple[Image, ...] = ()
    warnings: tuple[str, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    links: tuple[Link, ...] = ()
    sentences: tuple[Span, ...] = ()
    tokens: tuple[Token, ...] = ()
    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    concepts: tuple[Concept, ...] = ()
    countries: tuple[Country, ...] = ()
    quotes: tuple[Quote, ...] = ()
    keyphrases: tuple[Keyphrase, ...] = ()
    summary: tuple[SummarySentence, ...] = ()

    def words(self, span: Span) -> str:
        """The words at a span."""
        return self.text[span.start:span.end]

    def entity(self, id: str) -> Entity | None:
        """The entity with an id."""
        return next((e for e in self.entities if e.id == id), None)

    @classmethod
    def from_json(cls, line: str | bytes | Mapping[str, Any]) -> Document:
        """Reads a Document that newsdesk wrote. The error is a ValueError."""
        value = json.loads(line) if isinstance(line, (str, bytes)) else line
        if not isinstance(value, Mapping) or value.get("schema") != SCHEMA:
            schema = value.get("schema") if isinstance(value, Mapping) else None
            raise ValueError(f"schema {schema!r}: this package reads {SCHEMA}")
        try:
            return _Reader(value["text"]).document(value)
        except (AttributeError, IndexError, KeyError, TypeError) as e:
            raise ValueError(f"not a Document of newsdesk: {e}") from e


class _Reader:
    """Makes a Document of JSON. It knows which character each byte of the text is part of."""

    def __init__(self, text: str) -> None:
        self.at: array[int] | None = None  # None: all ASCII, where a byte is a character
        if not text.isascii():
            self.at = array("L")
            for i, c in enumerate(text):
                size = len(c.encode("utf-8", "surrogatepass")) if c > "\x7f" else 1
                self.at.extend([i] * size)
            self.at.append(len(text))

    def span(self, start: int, end: int) -> Span:
        return Span(start, end) if self.at is None else Span(self.at[start], self.at[end])

    def of(self, o: Mapping[str, Any]) -> Span:
        return self.span(o["start"], o["end"])

    def optional(self, o: Mapping[str, Any]) -> Span | None:
        return self.of(o) if "start" in o or "end" in o else None

    def pair(self, name: str, o: Mapping[str, Any]) -> Span | None:
        return self.span(*o[name]) if name in o else None

    def pairs(self, name: str, o: Mapping[str, Any]) -> tuple[Span, ...]:
        return tuple(self.span(*p) for p in o.get(name) or ())

    def document(self, o: Mapping[str, Any]) -> Document:
        return Document(
            **_strings(o, "id", "text", "url", "language", "site", "section", "headline", "kicker", "dek"),
            byline=_each(o, "byline", lambda x: Author(**x)),
            published=_date(o.get("published")),
            modified=_date(o.get("modified")),
            blocks=_each(o, "blocks", lambda x: Block(x["kind"], self.of(x))),
            sections=_each(o, "sections", lambda x: Section(x["heading"], self.of(x))),
            images=_each(o, "images", lambda x: Image(**x)),
            warnings=tuple(o.get("warnings") or ()),
            furniture=_each(o, "furniture", lambda x: Furniture(**x)),
            links=_each(o, "links", lambda x: Link(**{**x, "published": _date(x.get("published"))})),
            sentences=self.pairs("sentences", o),
            tokens=tuple(Token(self.span(a, b), tag) for a, b, tag in o.get("tokens") or ()),
            mentions=_each(o, "mentions", self.mention),
            entities=_each(o, "entities", self.entity),
            concepts=_each(o, "concepts", self.concept),
            countries=_each(o, "countries", lambda x: Country(**x)),
            quotes=_each(o, "quotes", self.quote),
            keyphrases=_each(o, "keyphrases", lambda x: Keyphrase(x["text"], x["score"], self.pairs("spans", x))),
            summary=_each(o, "summary", lambda x: SummarySentence(x["text"], self.of(x), x["score"])),
        )

    def mention(self, o: Mapping[str, Any]) -> Mention:
        inside = _each(o, "inside", lambda x: Part(self.of(x), **_strings(x, "label", "entity", "country")))
        return Mention(self.of(o), o["label"], o["entity"], o["confidence"], o.get("value", ""), inside)

    def entity(self, o: Mapping[str, Any]) -> Entity:
        roles = _each(o, "roles", lambda x: Role(x["title"], x.get("of", ""), self.optional(x)))
        return Entity(**{**o, "aliases": tuple(o.get("aliases") or ()), "roles": roles})

    def concept(self, o: Mapping[str, Any]) -> Concept:
        return Concept(**{**o, "aliases": tuple(o.get("aliases") or ()), "spans": self.pairs("spans", o)})

    def quote(self, o: Mapping[str, Any]) -> Quote:
        return Quote(**{
            **o, "content": self.pairs("content", o), "exact": self.pairs("exact", o),
            "speakers": _each(o, "speakers", lambda x: Speaker(**x)),
            "cue": self.pair("cue", o), "source": self.pair("source", o)})


def _strings(o: Mapping[str, Any], *names: str) -> dict[str, str]:
    return {name: o.get(name, "") for name in names}


def _each(o: Mapping[str, Any], name: str, read: Callable[[Mapping[str, Any]], T]) -> tuple[T, ...]:
    return tuple(read(x) for x in o.get(name) or ())


def _date(s: str | None) -> date | datetime | None:
    """A day as a date, a moment as a datetime with its zone."""
    if not s:
        return None
    if len(s) == len("2006-01-02"):
        return date.fromisoformat(s)
    return datetime.fromisoformat(s)
