"""The Analyzer: one newsdesk that runs for long, so that its models are loaded once."""

from __future__ import annotations

import base64
import json
import subprocess
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from queue import SimpleQueue
from types import TracebackType
from typing import Any, Self

from . import program
from .document import Document


@dataclass(frozen=True, slots=True)
class Page:
    """One article as it came in. Exactly one of html, page and text holds it."""

    html: str | bytes | None = None
    """A web page; bytes in whatever encoding it has."""
    page: str | None = None
    """A whole page as plain text, furniture and all."""
    text: str | None = None
    """The story alone, which is taken verbatim."""
    id: str = ""
    """Names the article. Empty: its canonical address, else a hash."""
    url: str = ""
    title: str = ""
    """The headline where it came beside the article."""
    date: date | datetime | None = None
    """When it was published, where that is known."""
    retrieved: datetime | None = None
    """When it was fetched: "3 hours ago" on the page counts from here."""

    def line(self) -> bytes:
        """The page as newsdesk reads it: a line of JSON."""
        bodies = {"html": self.html, "page": self.page, "text": self.text}
        given = {name: body for name, body in bodies.items() if body is not None}
        if len(given) != 1:
            raise ValueError(f"a page has one of html, page and text, this one has {len(given)}")
        if isinstance(self.html, bytes):
            given = {"raw": base64.b64encode(self.html).decode(), "form": "html"}
        when = {"date": self.date, "retrieved": self.retrieved}
        fields: dict[str, Any] = {"id": self.id, "url": self.url, "title": self.title}
        fields.update({name: value.isoformat() for name, value in when.items() if value is not None})
        return json.dumps({**{k: v for k, v in fields.items() if v}, **given}).encode() + b"\n"


class PageError(ValueError):
    """Says why a page could not be analysed. ``args[0]`` is the reason, ``page`` the page as it was given."""

    def __init__(self, reason: str, page: Page | Mapping[str, Any]) -> None:
        super().__init__(reason)
        self.page: Any = page


class ProgramError(Exception):
    """Says that the program ended by itself, with what it said last."""


class Analyzer:
    """Turns pages into Documents.

    It starts the program once (0.3 s) and talks to it over a pipe. Close it, or use it in a ``with`` statement. Threads
    may share it; they take turns.

    names is the path of a names file; keyphrases and sentences are the most of each; tokens keeps every token with its
    part of speech; workers is how many pages are analysed at a time, 0 for one to a processor.
    """

    def __init__(self, *, names: str | None = None, keyphrases: int | None = None, sentences: int | None = None,
                 tokens: bool = False, workers: int = 0) -> None:
        options: dict[str, object] = {"names": names, "keyphrases": keyphrases, "sentences": sentences}
        args = [program.path(), "tag", "--as", "jsonl", "--format", "jsonl", "--errors", "-", "--no-progress"]
        args += [f"--{name}={value}" for name, value in options.items() if value is not None]
        args += ["--tokens"] if tokens else []
        self._process = subprocess.Popen([*args, f"--workers={workers}", "-"], stdin=subprocess.PIPE,
                                         stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self._answers: SimpleQueue[bytes] = SimpleQueue()
        self._said: deque[str] = deque(maxlen=20)
        self._turn = threading.Lock()
        self._owner = 0  # the thread whose turn it is
        self._readers = [threading.Thread(target=read, daemon=True) for read in (self._read, self._listen)]
        for reader in self._readers:
            reader.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Ends the program. Closing twice is fine."""
        stdin = self._process.stdin
        if stdin and not stdin.closed:
            try:
                stdin.close()
            except BrokenPipeError:
                pass
        try:
            self._process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        for reader in self._readers:
            reader.join()
        for pipe in (self._process.stdout, self._process.stderr):
            if pipe:
                pipe.close()

    def analyze(self, *, html: str | bytes | None = None, page: str | None = None, text: str | None = None,
                **fields: Any) -> Document:
        """Analyses one page; the fields are those of :class:`Page`. The error is a :class:`PageError`."""
        for answer in self.stream([Page(html, page, text, **fields)]):
            if isinstance(answer, PageError):
                raise answer
            return answer
        raise AssertionError("a page without an answer")

    def stream(self, pages: Iterable[Page | Mapping[str, Any]], ahead: int = 32) -> Iterator[Document | PageError]:
        """Analyses pages and yields their Documents in the same order.

        A page that fails is yielded as a :class:`PageError` in its place, and the rest go on. At most ``ahead`` pages
        are read before the first of them is yielded.
        """
        me = threading.get_ident()
        if self._owner == me:
            raise RuntimeError("this Analyzer is in the middle of another stream")
        with self._turn:
            self._owner = me
            waiting: deque[Page | PageError] = deque()
            try:
                for page in pages:
                    waiting.append(self._ask(page))
                    if len(waiting) >= ahead:
                        yield self._answer(waiting.popleft())
                while waiting:
                    yield self._answer(waiting.popleft())
            finally:  # also where the caller takes no more: the next stream must not get these answers
                for asked in waiting:
                    if isinstance(asked, Page) and not self._answers.get():
                        self._answers.put(b"")
                        break
                self._owner = 0

    def _ask(self, page: Page | Mapping[str, Any]) -> Page | PageError:
        """Sends a page to the program and returns it; a page that cannot be sent is returned as its error."""
        try:
            page = page if isinstance(page, Page) else Page(**page)
            line = page.line()
        except (TypeError, ValueError) as e:
            return PageError(str(e), page)
        stdin = self._process.stdin
        if not stdin or stdin.closed:
            raise ValueError("this Analyzer is closed")
        try:
            stdin.write(line)
            stdin.flush()
        except BrokenPipeError as e:
            raise self._ended() from e
        return page

    def _answer(self, page: Page | PageError) -> Document | PageError:
        if isinstance(page, PageError):
            return page
        line = self._answers.get()
        if not line:
            self._answers.put(b"")  # for whoever asks next
            raise self._ended()
        value = json.loads(line)
        return PageError(value["error"], page) if "error" in value else Document.from_json(value)

    def _ended(self) -> ProgramError:
        self._readers[1].join(1)
        return ProgramError(" / ".join(self._said) or "newsdesk ended")

    def _read(self) -> None:
        """Takes answers off the pipe as they come, so that neither side waits for the other."""
        if self._process.stdout:
            for line in self._process.stdout:
                self._answers.put(line)
        self._answers.put(b"")

    def _listen(self) -> None:
        if self._process.stderr:
            for line in self._process.stderr:
                self._said.append(line.decode(errors="replace").strip())
