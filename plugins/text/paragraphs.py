"""Cutting a text into paragraphs, none of them longer than an encoder sees."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

WINDOW, OVERLAP = 800, 160
"""Characters that 256 word pieces nearly always hold, and how many two windows share."""

DENSE_WINDOW, DENSE_OVERLAP = 240, 48
"""The same where a letter is a word piece: in Chinese, or any script the encoder spells out."""

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r" {0,3}#{1,6}\s+(.*?)[\s#]*$")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)\s*$")
_HEADING_MARK = re.compile(r"^ {0,3}(?:#{1,6}\s+|={2,}\s*$\n?|-{2,}\s*$\n?)", re.MULTILINE)
_LINK = re.compile(r"!?\[([^\]\n]*)\]\([^)\n]*\)")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words that become one unit.

    ``start`` and ``end`` are characters of the text, ``line`` and ``end_line`` count from 1;
    ``heading`` is the heading that it begins with, if any.
    """

    text: str
    kind: str
    start: int
    end: int
    line: int
    end_line: int
    heading: str = ""


@dataclass(slots=True)
class _Block:
    """Lines that belong together."""

    start: int
    end: int
    line: int
    kind: str = "paragraph"
    heading: str = ""
    only_heading: bool = False


def front_matter(words: str) -> tuple[dict[str, str], int]:
    """Title, description, date, author and tags before a Markdown text, and where that begins."""
    match = re.match(r"(---|\+\+\+)[ \t]*\n(.*?\n)\1[ \t]*(?:\n|$)", words, re.DOTALL)
    if match is None:
        return {}, 0
    facts = {}
    for line in match[2].splitlines():
        name, mark, value = line.partition(":" if match[1] == "---" else "=")
        name, value = name.strip().lower(), value.strip().strip("\"'[]")
        if mark and value and name in ("title", "description", "date", "author", "tags"):
            facts[name] = value
    return facts, match.end()


def cut(words: str, start: int = 0, *, markdown: bool = False) -> Iterator[Paragraph]:
    """The paragraphs of a text from a character on.

    Blank lines part paragraphs. In Markdown a heading goes with what follows it, a fenced block
    of code stays together, and the addresses of links are left out. A paragraph of more than
    `WINDOW` characters becomes several that overlap, so that all of it is searched.
    """
    held: _Block | None = None
    for block in _blocks(words, start, markdown):
        if held is not None:
            block.start, block.line, block.heading = held.start, held.line, held.heading
        held = block if block.only_heading else None
        if held is None:
            yield from _windows(words, block, markdown)
    if held is not None:
        yield from _windows(words, held, markdown)


def _blocks(words: str, start: int, markdown: bool) -> Iterator[_Block]:
    block: _Block | None = None
    fence = ""
    end = start
    first = 1 + words.count("\n", 0, start)
    for number, line in enumerate(io.StringIO(words[start:]), first):
        begin, end = end, end + len(line)
        mark = _FENCE.match(line) if markdown else None
        if block is not None and fence:
            block.end = end
            if mark and mark[1].startswith(fence) and not line.strip(" \n`~"):
                yield block
                block, fence = None, ""
            continue
        heading = _HEADING.match(line) if markdown else None
        if block is not None and (mark or heading or not line.strip()):
            yield block
            block = None
        if mark:
            block, fence = _Block(begin, end, number, "code"), mark[1]
        elif heading:
            yield _Block(begin, end, number, heading=heading[1], only_heading=True)
        elif block is None and line.strip():
            block = _Block(begin, end, number)
        elif block is not None:
            block.end = end
            if markdown and number == block.line + 1 and _UNDERLINE.match(line):
                block.heading, block.only_heading = words[block.start : begin].strip(), True
                yield block
                block = None
    if block is not None:
        yield block


def _windows(words: str, block: _Block, markdown: bool) -> Iterator[Paragraph]:
    whole = words[block.start : block.end].rstrip()
    for start, end in spans(whole):
        text = whole[start:end]
        text = _plain(text) if markdown and block.kind != "code" else text.strip()
        if text:
            yield Paragraph(
                text=text,
                kind=block.kind,
                start=block.start + start,
                end=block.start + end,
                line=block.line + whole.count("\n", 0, start),
                end_line=block.line + whole.count("\n", 0, end),
                heading=block.heading if start == 0 else "",
            )


def _plain(text: str) -> str:
    """Markdown without the marks of headings and the addresses of links and pictures."""
    text = _LINK.sub(r"\1", _COMMENT.sub("", text))
    return _HEADING_MARK.sub("", text).strip()


def spans(words: str) -> list[tuple[int, int]]:
    """Where the overlapping windows of a text lie, cut between words where there are any."""
    dense = 4 * sum(letter > "\u024f" for letter in words) > len(words)
    window, overlap = (DENSE_WINDOW, DENSE_OVERLAP) if dense else (WINDOW, OVERLAP)
    found = []
    start = 0
    while len(words) - start > window:
        end = _between_words(words, start + window, overlap)
        found.append((start, end))
        start = _between_words(words, end - overlap, overlap // 2)
    return [*found, (start, len(words))]


def _between_words(words: str, wanted: int, back: int) -> int:
    """The last place after white space up to `wanted`; `wanted` if that is too far back."""
    for place in range(wanted, wanted - back, -1):
        if words[place - 1].isspace():
            return place
    return wanted
