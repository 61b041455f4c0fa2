"""Dateline: the raw page of a news article in, names, places, quotes, keyphrases and a summary out.

    import dateline

    with dateline.Analyzer() as analyzer:
        doc = analyzer.analyze(html=page, url=url)
        for e in doc.entities:
            print(e.label, e.name, e.country)

The work is done by newsdesk, a program that the package carries. Read :class:`Analyzer` and :class:`Document` first.
"""

from .analyzer import Analyzer, Page, PageError, ProgramError
from .document import (
    Author,
    Block,
    Concept,
    Country,
    Document,
    Entity,
    Furniture,
    Image,
    Keyphrase,
    Link,
    Mention,
    Part,
    Quote,
    Role,
    Section,
    Span,
    Speaker,
    SummarySentence,
    Token,
)

__all__ = [
    "Analyzer", "Author", "Block", "Concept", "Country", "Document", "Entity", "Furniture", "Image", "Keyphrase", "Link",
    "Mention", "Page", "PageError", "Part", "ProgramError", "Quote", "Role", "Section", "Span", "Speaker",
    "SummarySentence", "Token",
]
