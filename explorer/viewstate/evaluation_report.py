"""Writes the report of an evaluation, with small pictures of what it shows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from explorer.core.errors import MediaError, SettingsError
from explorer.core.media import Pixels, Unit
from explorer.jobs import Control
from explorer.lenses.report_page import LONGEST
from explorer.lenses.retrieval_page import ScoredSpace, chosen_cases, labels_of, retrieval_page
from explorer.media.decoder import Decoder
from explorer.viewstate.labelled import PairTable, RetrievalResult, file_of


def write_report(
    results: Sequence[RetrievalResult],
    table: PairTable,
    name: str,
    decoder: Decoder,
    file: Path,
    control: Control,
) -> None:
    """Write a page about one or two spaces on the same pairs.

    Raises
    ------
    SettingsError
        If the file cannot be written.
    """
    pairs = results[0].labelled.pairs
    spaces = [ScoredSpace(one.space, one.a_to_b, one.b_to_a, one.gap) for one in results]
    cases = chosen_cases(spaces, pairs)
    shown_a, shown_b = labels_of(cases)
    looks_a = _pictures(pairs.a, shown_a, table.folder, decoder, control)
    looks_b = _pictures(pairs.b, shown_b, table.folder, decoder, control)
    title = f"Retrieval on {name}: {' and '.join(space.name for space in spaces)}"
    page = retrieval_page(title, spaces, pairs, len(table), looks_a, looks_b, cases)
    write_page(file, page)


def write_page(file: Path, page: str) -> None:
    """Write a page; raises `SettingsError` with a sentence if that is not possible."""
    try:
        file.write_text(page, encoding="utf-8")
    except OSError as error:
        raise SettingsError(
            "{file} cannot be written: {reason}.", file=file, reason=error.strerror
        ) from error


def _pictures(
    labels: Sequence[str], shown: Iterable[int], folder: Path, decoder: Decoder, control: Control
) -> dict[int, Pixels]:
    found: dict[int, Pixels] = {}
    for place in sorted(shown):
        control.check()
        file = file_of(labels[place], folder)
        if file is not None and (picture := _picture(file, decoder)) is not None:
            found[place] = picture
    return found


def _picture(file: Path, decoder: Decoder) -> Pixels | None:
    modality = decoder.modality_for(file)
    if modality is None:
        return None
    try:
        return decoder.preview(file, modality, "", Unit(), LONGEST).result().picture
    except MediaError:
        return None  # its name stands for it
