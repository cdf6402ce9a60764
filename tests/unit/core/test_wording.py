"""Sentences below the window are English as they stand, and keep what they were made of."""

from __future__ import annotations

import pickle

from explorer.core.errors import MediaError, SpaceError
from explorer.core.wording import Wording, joined, recognised


def test_a_wording_is_a_sentence_and_remembers_its_parts() -> None:
    words = Wording("Move {files} to the trash", files=Wording("{count} files", count=1200))

    assert words == "Move 1,200 files to the trash"
    assert words.pattern == "Move {files} to the trash"
    files = words.values["files"]
    assert isinstance(files, Wording)
    assert files.values == {"count": 1200}


def test_numbers_are_shown_as_people_read_them() -> None:
    assert Wording("{count} in {seconds} s", count=1200, seconds=2.345) == "1,200 in 2.3 s"


def test_without_values_braces_are_just_braces() -> None:
    assert Wording('it is {"no"} pattern') == 'it is {"no"} pattern'


def test_an_error_has_the_same_sentence_for_both() -> None:
    error = SpaceError("There is no folder {folder}.", folder="/a/{b}")

    assert str(error) == error.sentence == "There is no folder /a/{b}."
    assert error.sentence.values == {"folder": "/a/{b}"}


def test_a_reason_survives_the_way_from_another_process() -> None:
    error = MediaError("/a/b.png", "it is damaged ({reason})", reason=OSError("cut short"))

    came = pickle.loads(pickle.dumps(error))

    assert str(came) == "/a/b.png: it is damaged (cut short)"
    assert came.reason.pattern == "it is damaged ({reason})"
    assert came.reason.values == {"reason": "cut short"}


def test_sentences_in_a_row_stay_sentences() -> None:
    words = joined(", ", [Wording("{count} indexed", count=3), Wording("{count} failed", count=1)])

    assert words == "3 indexed, 1 failed"
    assert [one.pattern for one in words.values.values() if isinstance(one, Wording)] == [
        "{count} indexed",
        "{count} failed",
    ]


def test_a_kept_sentence_is_recognised_by_the_pattern_that_says_most() -> None:
    patterns = ("{reason}", "it is damaged ({reason})", "it is {what}", "it is empty")

    found = recognised("it is damaged (truncated (at 7))", patterns)

    assert (found.pattern, found.values) == (patterns[1], {"reason": "truncated (at 7)"})
    assert recognised("it is empty", patterns).pattern == "it is empty"
    assert recognised("'a' is not here: fetch a.", ["'{name}' is not here: fetch {name}."]).values
    assert recognised("nothing like it {", patterns[1:]) == "nothing like it {"
