"""Texts are cut so that every word of them is searched, and each unit says where it lies."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path

import pytest

from explorer.api.host import PluginHost
from explorer.api.modality import Draft, Limits, Modality
from explorer.core.errors import MediaError
from explorer.core.media import Unit

Read = Callable[..., Draft]


@pytest.fixture(scope="session")
def texts(shipped: PluginHost) -> Modality:
    return shipped.modalities["text"]


@pytest.fixture
def read(texts: Modality, tmp_path: Path) -> Read:
    """Writes a file and reads it."""

    def write_and_read(words: str | bytes, name: str = "a.txt") -> Draft:
        path = tmp_path / name
        path.write_bytes(words if isinstance(words, bytes) else words.encode())
        (draft,) = texts.read(path, Limits())
        return draft

    return write_and_read


def units(draft: Draft) -> list[Unit]:
    return [piece.unit for piece in draft.pieces]


def test_blank_lines_part_paragraphs(read: Read) -> None:
    words = "One bird\nsits here.\n\n \nTwo birds\n\n\n\nThree birds"
    draft = read(words)
    found = [(u.text, u.kind, u.place["line"], u.place["end_line"]) for u in units(draft)]
    assert found == [
        ("One bird\nsits here.", "paragraph", 1, 2),
        ("Two birds", "paragraph", 5, 5),
        ("Three birds", "paragraph", 9, 9),
    ]
    for unit in units(draft):
        assert words[unit.place["start"] : unit.place["end"]] == unit.text
    assert (draft.title, draft.text) == ("", words)
    assert draft.meta == {"words": 8, "encoding": "utf-8"}


@pytest.mark.parametrize(
    "words",
    [
        " ".join(f"word{number}" for number in range(1000)),
        "x" * 5000,
        "鳥が飛ぶ。" * 400,
        "птица " * 300,
    ],
    ids=["words", "one word", "Japanese", "Russian"],
)
def test_long_paragraphs_become_windows_that_leave_nothing_out(words: str, read: Read) -> None:
    windows = units(read(words))
    longest = 240 if words[0] > "\u024f" else 800
    assert len(windows) > 2
    assert windows[0].place["start"] == 0
    assert windows[-1].place["end"] == len(words.rstrip())
    for before, after in itertools.pairwise(windows):
        shared = before.place["end"] - after.place["start"]
        assert longest // 10 < shared < longest // 2
        assert before.place["end"] - before.place["start"] <= longest
    for unit in windows:
        assert words[unit.place["start"] : unit.place["end"]].strip() == unit.text


def test_windows_end_between_words(read: Read) -> None:
    words = " ".join(f"word{number}" for number in range(1000))
    known = set(words.split())
    for unit in units(read(words)):
        assert set(unit.text.split()) <= known


MARKDOWN = """---
title: "My birds"
tags: [red, blue]
layout: post
---
# Birds

## Red

A [red](http://x.example/a) bird. ![its nest](nest.png)
<!-- to be done -->

```python
one = 1

two = 2
```

Blue
----
A blue bird.

Not a heading
of two lines

# Last
"""


def test_markdown_is_read_as_it_is_meant(read: Read) -> None:
    draft = read(MARKDOWN, "a.md")
    assert draft.title == "My birds"
    assert draft.meta["tags"] == "red, blue"
    assert "layout" not in draft.meta
    assert [(u.kind, u.text) for u in units(draft)] == [
        ("paragraph", "Birds\n\nRed\n\nA red bird. its nest"),
        ("code", "```python\none = 1\n\ntwo = 2\n```"),
        ("paragraph", "Blue\nA blue bird."),
        ("paragraph", "Not a heading\nof two lines"),
        ("paragraph", "Last"),
    ]
    assert [u.place["line"] for u in units(draft)] == [6, 13, 19, 23, 26]


def test_the_first_heading_is_the_title(read: Read) -> None:
    assert read("Some words\n\n## The *birds* ##\n\nmore", "a.md").title == "The *birds*"
    assert read("The birds\n=========\n\nmore", "a.md").title == "The birds"
    assert read("# no heading here", "a.txt").title == ""


def test_a_fence_that_is_never_closed_loses_nothing(read: Read) -> None:
    draft = read("before\n\n~~~\ncode\n\nmore code\n", "a.md")
    assert [u.text for u in units(draft)] == ["before", "~~~\ncode\n\nmore code"]


@pytest.mark.parametrize(
    ("encoding", "words"),
    [
        ("utf-8", "Fünf Vögel"),
        ("utf-8-sig", "Fünf Vögel"),
        ("utf-16", "Fünf Vögel"),
        ("utf-16-le", "Fünf Vögel"),
        ("utf-16-be", "Fünf Vögel"),
        ("utf-32", "Fünf Vögel"),
        (
            "cp1252",
            "Fünf Vögel sitzen über den Dächern und hören zu. " * 5,
        ),
        (
            "koi8-r",
            "Красная птица сидит на клетке. " * 9,
        ),
        (
            "shift_jis",
            "赤い鳥が屋根の上に止まっている。" * 9,
        ),
    ],
)
def test_encodings_are_found_out(encoding: str, words: str, read: Read) -> None:
    assert read(words.encode(encoding)).text == words


def test_line_ends_of_all_systems_are_alike(read: Read) -> None:
    found = [u.text for u in units(read(b"one\r\ntwo\r\n\r\nthree\rfour"))]
    assert found == ["one\ntwo", "three\nfour"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b" \n\t\n", "no words"),
        (bytes(range(256)), "not text"),
        (b"text \x00 with zeros", "not text"),
        (b"\x01\x02\x03\x04" * 100, "not text"),
    ],
    ids=["blank", "bytes", "zeros", "controls"],
)
def test_what_is_no_text_is_refused(content: bytes, reason: str, read: Read) -> None:
    with pytest.raises(MediaError, match=reason):
        read(content)


def test_the_preview_of_a_long_text_is_around_the_unit(
    texts: Modality, read: Read, tmp_path: Path
) -> None:
    draft = read("\n\n".join(f"Paragraph {number}." for number in range(40_000)))
    far = units(draft)[30_000]
    shown = texts.preview(tmp_path / "a.txt", "", far, 300, Limits())
    assert far.text in shown.text
    assert len(shown.text) == 200_000
