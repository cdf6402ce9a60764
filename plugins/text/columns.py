"""Which columns of a table are its title, its words and its key.

A person chooses them in a file beside the table, ``NAME.csv.columns.toml``::

    title = "headline"
    text = ["summary", "body"]
    id = "key"

What it leaves out is guessed from the names and from the first `SAMPLE_ROWS` rows:

- text: every column most of whose values are words, that is hold a letter and are no number,
  date, address, path or code; none that is called path, file, image, url or the like;
- title: the first of these called title, name, headline, heading, subject or label;
- id: the first called id, key, uuid or identifier. It names the rows if no value is missing
  or there twice; otherwise rows are numbered.

All other columns are kept as facts about the row; those that hold nothing but numbers as numbers.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from explorer import api

SAMPLE_ROWS = 200
SIDECAR_SUFFIX = ".columns.toml"
_TITLES = ("title", "name", "headline", "heading", "subject", "label")
_PLACES = frozenset(
    ("path", "file", "filename", "file_name", "image", "image_path", "img", "url", "uri", "link")
)
_IDS = ("id", "key", "uuid", "identifier")
_NO_WORDS = re.compile(
    r"""\s*(?:
        [a-z][a-z0-9+.-]*://\S*             # an address
      | \S*[/\\]\S*\.\w{1,5}                # a path
      | \S+\.\w{2,4}                        # a file's name
      | [0-9a-f]{8}-?[0-9a-f-]{8,}          # a hash or UUID
      | \S*\d\S*                            # a number, date or code
      | \S+@\S+                             # an address of mail
      | true | false | none | null | nan
    )\s*""",
    re.VERBOSE | re.IGNORECASE,
)
_NUMBER = re.compile(r"\s*-?(?:0|[1-9]\d{0,15})(?:\.\d+)?(?:[eE][+-]?\d{1,2})?\s*")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Columns:
    """Names of columns; an empty one means there is none."""

    title: str
    text: tuple[str, ...]
    id: str
    numbers: frozenset[str] = frozenset()

    def words(self, row: Mapping[str, Any]) -> str:
        """What is encoded of a row: its title and texts, a line each."""
        names = dict.fromkeys([self.title, *self.text] if self.title else self.text)
        values = (str(row[name]).strip() for name in names if row.get(name) is not None)
        return "\n".join(value for value in values if value)


def choose_columns(
    path: Path, names: Sequence[str], sample: Sequence[Mapping[str, Any]]
) -> Columns:
    """The columns of a table, chosen by the person or guessed.

    Raises
    ------
    MediaError
        If the person's choice cannot be read or names a column that is not there.
    """
    chosen = _read_sidecar(path, names)
    said = [name for name in names if name.lower() not in _PLACES]
    text = [name for name in said if _are_words(row.get(name) for row in sample)]
    title = next((name for wanted in _TITLES for name in text if name.lower() == wanted), "")
    key = next((name for wanted in _IDS for name in names if name.lower() == wanted), "")
    return Columns(
        title=chosen.get("title", title),
        text=tuple(chosen.get("text", text)),
        id=chosen.get("id", key),
        numbers=frozenset(name for name in names if _are_numbers(row.get(name) for row in sample)),
    )


def _read_sidecar(path: Path, names: Sequence[str]) -> dict[str, Any]:
    sidecar = path.with_name(path.name + SIDECAR_SUFFIX)
    if not sidecar.is_file():
        return {}
    try:
        chosen = tomllib.loads(sidecar.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise api.MediaError(
            path,
            "its column choice {name} is not usable: {reason}",
            name=sidecar.name,
            reason=error,
        ) from None
    for kind, value in chosen.items():
        fits = isinstance(value, list if kind == "text" else str)
        if kind not in ("title", "text", "id") or not fits:
            raise api.MediaError(
                path,
                "{name} may have title and id (a column each) and text (a list), not {kind} = "
                "{value}",
                name=sidecar.name,
                kind=kind,
                value=repr(value),
            )
        for name in value if isinstance(value, list) else [value]:
            if name and name not in names:
                raise api.MediaError(
                    path,
                    "{name} names the column '{column}'; there is {known}",
                    name=sidecar.name,
                    column=name,
                    known=", ".join(names),
                )
    return chosen


def _are_words(values: Iterable[Any]) -> bool:
    said = [value for value in values if value is not None and value != ""]
    words = sum(isinstance(value, str) and _is_words(value) for value in said)
    return 2 * words > len(said) > 0


def _is_words(value: str) -> bool:
    return bool(_LETTER.search(value)) and not _NO_WORDS.fullmatch(value[:200])


def _are_numbers(values: Iterable[Any]) -> bool:
    """Whether words are numbers all of them; "007" is a code."""
    said = [value for value in values if value not in (None, "")]
    return bool(said) and all(isinstance(one, str) and _NUMBER.fullmatch(one) for one in said)
