"""File names survive being stored."""

from __future__ import annotations

import os
import random

import pyarrow as pa
import pytest

from explorer.store.pathtext import keep_text, restore_column, restore_text, shown_text


@pytest.mark.parametrize(
    "name",
    [
        "plain.png",
        "Grüße 😀.png",
        os.fsdecode(b"caf\xe9.png"),
        os.fsdecode(b"\xff\xfe\x80"),
        "\U0010f880 really there",
        "\U0010f800\U0010ffff",
        os.fsdecode(b"\xf4\x8f\xa2\x80 and \xe9"),
        "",
    ],
)
def test_there_and_back(name: str) -> None:
    kept = keep_text(name)
    kept.encode("utf-8")
    assert restore_text(kept) == name
    shown_text(name).encode("utf-8")


def test_different_names_stay_different() -> None:
    chance = random.Random(0)
    names = {os.fsdecode(chance.randbytes(6)) for _ in range(2000)}
    assert len({keep_text(name) for name in names}) == len(names)
    assert all(restore_text(keep_text(name)) == name for name in names)


def test_a_column_comes_back_as_its_names() -> None:
    names = ["plain.png", os.fsdecode(b"caf\xe9.png"), ""]
    kept = [keep_text(name) for name in names]
    assert restore_column(pa.chunked_array([kept[:2], [], kept[2:]], pa.string())) == names
    assert restore_column(pa.chunked_array([["a.jpg", "ä.jpg"]])) == ["a.jpg", "ä.jpg"]
