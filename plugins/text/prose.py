"""Plain text and Markdown: one item per file, one unit per paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from explorer import api

from .encoding import read_text
from .paragraphs import Paragraph, cut, front_matter

MAX_BYTES = 64 << 20
PREVIEW_CHARACTERS = 200_000
_MARKDOWN = frozenset({".md", ".markdown", ".mdown", ".mkd"})


class Texts(api.Modality):
    """Notes, articles, books."""

    id, name, content = "text", "Texts", "text"
    suffixes = frozenset({".txt", ".text", ".rst", ".org", ".adoc"}) | _MARKDOWN

    def read(self, path: Path, limits: api.Limits) -> Iterator[api.Draft]:
        """The text, with a unit for each paragraph."""
        del limits
        words, encoding = read_text(path, MAX_BYTES)
        if not words.strip():
            raise api.MediaError(path, "there are no words in it")
        is_markdown = path.suffix.lower() in _MARKDOWN
        facts, skipped = front_matter(words) if is_markdown else ({}, 0)
        paragraphs = list(cut(words, skipped, markdown=is_markdown))
        heading = next((one.heading for one in paragraphs if one.heading), "")
        yield api.Draft(
            title=facts.pop("title", "") or heading,
            text=words,
            meta={"words": len(words.split()), "encoding": encoding, **facts},
            pieces=[_piece(number, one) for number, one in enumerate(paragraphs)],
        )

    def preview(
        self, path: Path, part: str, unit: api.Unit, size: int, limits: api.Limits
    ) -> api.Preview:
        """The words; of a very long text those around the unit."""
        del part, size, limits
        words, _ = read_text(path, MAX_BYTES)
        start = max(0, int(unit.place.get("start", 0)) - PREVIEW_CHARACTERS // 2)
        if len(words) <= PREVIEW_CHARACTERS:
            start = 0
        return api.Preview(text=words[start : start + PREVIEW_CHARACTERS])


def _piece(number: int, one: Paragraph) -> api.Piece:
    place = {"line": one.line, "end_line": one.end_line, "start": one.start, "end": one.end}
    unit = api.Unit(one.kind, number, place, one.text)
    return api.Piece(unit, lambda: one.text)
