"""The Analyzer, with the program that the package carries."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import dateline
from dateline import Analyzer, Document, Page, PageError, ProgramError, program

STORY = ("LINDHAVN, Denmark, May 4 — Ferries left the port on Monday after a strike. “We got what the members asked for,” "
         "said Jonas Friis, who leads the Dockers’ Federation. Friis said the federation would hold the port to its word.")
ARTICLES = Path(__file__).resolve().parents[2] / "testdata" / "articles"


@pytest.fixture(scope="module")
def analyzer() -> Iterator[Analyzer]:
    with Analyzer(workers=2) as a:
        yield a


def test_story(analyzer: Analyzer) -> None:
    doc = analyzer.analyze(text=STORY, id="strike", date=date(2026, 5, 4))
    assert (doc.id, doc.text, doc.published) == ("strike", STORY, date(2026, 5, 4))
    assert {doc.words(m.span) for m in doc.mentions if m.label == "PERSON"} == {"Jonas Friis", "Friis"}
    assert any(c.code == "DK" and c.focus for c in doc.countries)
    quote = doc.quotes[0]
    assert quote.speaker == "Jonas Friis" and quote.direct
    assert doc.words(quote.exact[0]) == "We got what the members asked for,"
    assert doc.tokens == ()


def test_every_span_has_the_words_of_the_program(analyzer: Analyzer) -> None:
    """Quotes and summaries carry their words, which the spans must give too."""
    quotes = 0
    for file in sorted(ARTICLES.rglob("*.html"))[:12]:
        doc = analyzer.analyze(html=file.read_bytes(), url="https://example.org/" + file.name)
        for s in doc.summary:
            assert doc.words(s.span) == s.text
        for q in doc.quotes:
            quotes += 1
            assert " … ".join(doc.words(s) for s in q.content) == q.text
    assert quotes > 10


def test_bytes_in_another_encoding(analyzer: Analyzer) -> None:
    html = "<html><head><meta charset='windows-1251'></head><article><h1>Паром ушёл</h1><p>Паром ушёл в Мурманск.</p></article>"
    assert analyzer.analyze(html=html.encode("cp1251")).headline == "Паром ушёл"


def test_a_page_that_fails(analyzer: Analyzer) -> None:
    with pytest.raises(PageError, match="no text") as e:
        analyzer.analyze(text=" ", id="empty")
    assert e.value.page.id == "empty"
    with pytest.raises(ValueError, match="one of html, page and text"):
        analyzer.analyze(text="a", page="b")
    assert analyzer.analyze(text=STORY).quotes, "the next page is read as ever"


def test_stream(analyzer: Analyzer) -> None:
    pages = [{"text": STORY if i % 5 else "", "id": str(i)} for i in range(100)]
    answers = list(analyzer.stream(pages, ahead=7))
    assert [isinstance(a, PageError) for a in answers] == [i % 5 == 0 for i in range(100)]
    assert [a.id if isinstance(a, Document) else a.page.id for a in answers] == [str(i) for i in range(100)]


def test_a_stream_with_pages_that_are_none(analyzer: Analyzer) -> None:
    pages: list[dict[str, str | None]] = [{"text": STORY}, {"text": None}, {"txt": "a"}, {"text": STORY}]
    answers = list(analyzer.stream(pages))
    assert [isinstance(a, PageError) for a in answers] == [False, True, True, False]
    assert [a.page for a in answers if isinstance(a, PageError)] == [Page(), {"txt": "a"}]


def test_a_stream_that_is_left(analyzer: Analyzer) -> None:
    stream = analyzer.stream(Page(text=STORY, id=str(i)) for i in range(50))
    next(stream)
    with pytest.raises(RuntimeError, match="another stream"):
        analyzer.analyze(text=STORY)
    stream.close()  # type: ignore[attr-defined]
    assert analyzer.analyze(text=STORY, id="after").id == "after"


def test_long_pages_both_ways(analyzer: Analyzer) -> None:
    """Longer than a pipe holds, so that program and package would wait for each other."""
    long = "\n\n".join([STORY] * 400)
    assert [len(a.text) for a in analyzer.stream([Page(text=long)] * 6) if isinstance(a, Document)] == [len(long)] * 6


def test_threads_take_turns(analyzer: Analyzer) -> None:
    got: list[str] = []
    threads = [threading.Thread(target=lambda i=i: got.append(analyzer.analyze(text=STORY, id=str(i)).id))
               for i in range(8)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    assert sorted(got) == [str(i) for i in range(8)]


def test_options(tmp_path: Path) -> None:
    names = tmp_path / "names.tsv"
    names.write_text("name\tlabel\nLindhavn\tGPE\n", encoding="utf-8")
    with Analyzer(tokens=True, keyphrases=2, sentences=1, names=str(names)) as a:
        doc = a.analyze(text=STORY)
    assert len(doc.keyphrases) == 2 and len(doc.summary) == 1
    assert doc.words(doc.tokens[0].span) == "LINDHAVN"
    with Analyzer(names=str(tmp_path / "none.tsv")) as a, pytest.raises(ProgramError, match="none.tsv"):
        a.analyze(text=STORY)


def test_closed() -> None:
    a = Analyzer()
    a.close()
    a.close()
    with pytest.raises(ValueError, match="closed"):
        a.analyze(text=STORY)


def test_command() -> None:
    said = subprocess.run([sys.executable, "-c", "from dateline.program import main; main()", "--version"],
                          capture_output=True, text=True, check=True)
    assert said.stdout.startswith("newsdesk ")
    assert Path(program.path()).exists() and dateline.__doc__


def test_readme(capsys: pytest.CaptureFixture[str]) -> None:
    """The first program of README.md prints what stands below it."""
    readme = (Path(__file__).resolve().parents[1] / "README.md").read_text(encoding="utf-8")
    code, rest = readme.split("```python\n", 1)[1].split("```\n", 1)
    exec(code, {})
    want = [line[4:] for line in rest.strip("\n").splitlines()[:4]]
    assert capsys.readouterr().out.splitlines() == want
