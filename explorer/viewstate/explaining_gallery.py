"""A page that explains a whole selection: each picture with its words, in one file."""

from __future__ import annotations

from pathlib import Path

from explorer.collection.collection import Collection
from explorer.collection.tools import Tools
from explorer.core.errors import CollectionError, ExplorerError
from explorer.core.selection import Rows
from explorer.jobs import Control
from explorer.lenses.explanation.page import Shown, explanation_page
from explorer.viewstate.explaining import Explaining
from explorer.viewstate.explaining_answers import Asked
from explorer.viewstate.explaining_subject import open_subject

MOST = 500
"""Pictures on one page; a browser shows no more with ease."""


def write_gallery(
    explaining: Explaining,
    collection: Collection,
    tools: Tools,
    rows: Rows,
    text: str,
    output: Path,
    control: Control,
) -> tuple[int, list[str]]:
    """Explain pictures one by one and write the page; blocks.

    Returns
    -------
    How many are on the page, and a sentence for each that could not be.

    Raises
    ------
    CollectionError
        If none could be explained, or the file cannot be written.
    Cancelled
        If the control was asked to stop; nothing is written then.
    """
    items = collection.items()
    method = explaining.state.method
    shown, failed = [], []
    for number, row in enumerate(rows[:MOST].tolist()):
        control.progress(number, min(len(rows), MOST), str(items.titles[row]))
        control.check()
        modality = tools.host.modalities.get(items.modality(row))
        try:
            content = modality.content if modality is not None else ""
            subject = open_subject(collection, tools.decoder, row, 0, content, control)
            if not subject.has_map or subject.picture is None:
                failed.append(f"{subject.title}: no words can be laid over it.")
                continue
            asked = Asked(subject, text, collection.space_id, method, explaining.state.tuning)
            maps = explaining.answers.maps_of(asked, Control(None))
            shown.append(Shown(subject.title, subject.picture, maps))
        except ExplorerError as error:
            failed.append(error.sentence)
    if not shown:
        why = failed[0] if failed else "Nothing is selected."
        raise CollectionError("There is nothing to put on the page. {why}", why=why)
    try:
        output.write_text(explanation_page(shown, f"Why did it match: {text}"), encoding="utf-8")
    except OSError as error:
        raise CollectionError(
            "{output}: it cannot be written: {reason}.", output=output, reason=error.strerror
        ) from error
    return len(shown), failed
