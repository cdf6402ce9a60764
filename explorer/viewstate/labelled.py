"""Labelled pairs from a table, as vectors of a space, and how well either side finds the other."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import numpy as np

from explorer.core.errors import QueryError
from explorer.core.similarity import Vectors
from explorer.core.wording import Wording
from explorer.jobs import Control
from explorer.lenses.gap import Gap, measure_gap
from explorer.lenses.gap_correction import LabelledVectors
from explorer.lenses.retrieval import Answers, PairSet, RetrievalScores, answer_pairs

KEPT = 4
"""Nearest answers that are kept of each question, to be shown."""
_AT_ONCE = 32


class ReadingSpace(Protocol):
    """A space that opens files itself; `explorer.scripting.OpenSpace` is one."""

    @property
    def id(self) -> str:
        """Name of the space."""

    def content_kind(self, path: Path) -> str:
        """What encodes a file."""

    def reads(self, name: str) -> bool:
        """Whether a file of this name would be opened."""

    def encode(self, modality: str, inputs: Sequence[Any]) -> Vectors:
        """Vectors of inputs of one kind."""

    def encode_files(self, paths: Sequence[str | Path]) -> Vectors:
        """Vectors of files of any kind."""


@dataclass(frozen=True, slots=True, eq=False)
class PairTable:
    """Labelled pairs as they were written down.

    Parameters
    ----------
    left, right
        (n,): paths or texts.
    folder
        What paths may be relative to.
    """

    left: list[str]
    right: list[str]
    folder: Path

    def __len__(self) -> int:
        return len(self.left)


@dataclass(frozen=True, slots=True, eq=False)
class RetrievalResult:
    """A space on labelled pairs, both ways.

    Attributes
    ----------
    space
        Its id.
    rows
        Rows of the table, doublets included.
    labelled
        The vectors.
    a_to_b, b_to_a
        How each of one side found the other.
    gap
        How far apart the sides lie.
    """

    space: str
    rows: int
    labelled: LabelledVectors
    a_to_b: Answers
    b_to_a: Answers
    gap: Gap

    @property
    def scores(self) -> tuple[RetrievalScores, RetrievalScores]:
        """Recall and median rank, both ways."""
        return self.a_to_b.summary, self.b_to_a.summary

    def to_dict(self) -> dict[str, Any]:
        """The result as ``eval retrieval --json`` prints it."""
        forth, back = self.scores
        return {"pairs": self.rows, "a_to_b": forth.to_dict(), "b_to_a": back.to_dict()}


def read_pairs(file: str | Path) -> PairTable:
    """Read a CSV file with the columns a and b; raises as `read_columns`."""
    rows = read_columns(file, ("a", "b"))
    for number, row in enumerate(rows, 2):
        if not (row["a"] or "").strip() or not (row["b"] or "").strip():
            raise QueryError("{file}: line {number} lacks a or b.", file=file, number=number)
    return PairTable([row["a"] for row in rows], [row["b"] for row in rows], Path(file).parent)


def read_columns(file: str | Path, needed: tuple[str, ...]) -> list[dict[str, str]]:
    """Rows of a CSV file that has these columns.

    Raises
    ------
    QueryError
        If it cannot be read, lacks a column or has no rows.
    """
    try:
        with Path(file).open(newline="", encoding="utf-8-sig") as stream:
            rows = list(csv.DictReader(stream))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise QueryError("{file} cannot be read: {error}.", file=file, error=error) from error
    if not rows:
        raise QueryError("{file} has no rows.", file=file)
    missing = [name for name in needed if rows[0].get(name) is None]
    if missing:
        raise QueryError(
            "{file} has no column '{name}'; it needs {known}.",
            file=file,
            name=missing[0],
            known=", ".join(needed),
        )
    return rows


def encode_pairs(
    space: ReadingSpace, table: PairTable, control: Control | None = None
) -> LabelledVectors:
    """Encode both sides, each different path or text once.

    Raises
    ------
    QueryError
        If one side mixes files and texts, or a file is missing.
    MediaError
        If a file cannot be opened.
    SpaceError
        If the space has no encoder for a side.
    """
    control = control or Control()
    pairs = PairSet.of(table.left, table.right)
    total = len(pairs.a) + len(pairs.b)
    a, kind_a = _encoded(space, pairs.a, table.folder, control, 0, total)
    b, kind_b = _encoded(space, pairs.b, table.folder, control, len(pairs.a), total)
    return LabelledVectors(pairs, a, b, kind_a, kind_b)


def evaluate_retrieval(
    space: ReadingSpace, table: PairTable, control: Control | None = None
) -> RetrievalResult:
    """Score a space on labelled pairs; raises as `encode_pairs`."""
    labelled = encode_pairs(space, table, control)
    return evaluate_labelled(space.id, labelled, len(table))


def evaluate_labelled(space_id: str, labelled: LabelledVectors, rows: int) -> RetrievalResult:
    """Score vectors of labelled pairs; `rows` is the number of rows they came from."""
    a, b, pairs = labelled.a, labelled.b, labelled.pairs
    return RetrievalResult(
        space_id,
        rows,
        labelled,
        answer_pairs(a, b, pairs, KEPT),
        answer_pairs(b, a, pairs.turned, KEPT),
        measure_gap(a, b, pairs),
    )


def file_of(label: str, folder: Path) -> Path | None:
    """The file that a label names, as it is or beside the table; None where it names none."""
    for candidate in (Path(label), folder / label):
        try:
            if candidate.is_file():
                return candidate
        except (OSError, ValueError):
            continue
    return None


def _encoded(
    space: ReadingSpace, labels: list[str], folder: Path, control: Control, done: int, total: int
) -> tuple[Vectors, str]:
    """Vectors of labels, all of them files or all of them texts, and their kind."""
    files = [file_of(label, folder) for label in labels]
    if not any(files):
        # A wrong folder must not be measured as if its file names were meant as words.
        if all(space.reads(label) for label in labels):
            raise QueryError(
                "There is no file {name}, here or in {folder}.", name=labels[0], folder=folder
            )
        kind = "text"
    else:
        for label, file in zip(labels, files, strict=True):
            if file is None:
                raise QueryError(
                    "There is no file {label}, while others in its column are files.", label=label
                )
        kind = space.content_kind(next(file for file in files if file is not None))
    parts = []
    for start in range(0, len(labels), _AT_ONCE):
        control.check()
        some = files[start : start + _AT_ONCE]
        present = [file for file in some if file is not None]
        parts.append(
            space.encode_files(present)
            if present
            else space.encode("text", labels[start : start + _AT_ONCE])
        )
        control.progress(
            done + start + len(some), total, Wording("Encoding for {space}", space=space.id)
        )
    return np.concatenate(parts), kind
