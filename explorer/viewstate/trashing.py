"""Moves files of the open collection to the system's trash, and takes them back."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np

from explorer.collection.collection import Collection
from explorer.collection.item_table import ItemTable
from explorer.core.commands import Command, History
from explorer.core.errors import MediaError
from explorer.core.hub import Hub
from explorer.core.selection import Rows
from explorer.core.wording import Wording, joined
from explorer.jobs import Control, JobRunner
from explorer.media.trash import Trashed, move_to_trash, put_back
from explorer.viewstate.messages import Notice
from explorer.viewstate.selecting import Selecting


class Trashing:
    """Deletes nothing: files go to the trash, their items are marked as removed.

    Both wait until an index run has ended. What was said about the items stays with them, and is
    there again when they are.

    Parameters
    ----------
    selecting
        What goes to the trash is selected no longer.
    refresh
        Reads the table of items again.
    """

    def __init__(
        self,
        jobs: JobRunner,
        hub: Hub,
        history: History,
        selecting: Selecting,
        refresh: Callable[[], None],
    ) -> None:
        self._jobs, self._hub, self._history = jobs, hub, history
        self._selecting, self._refresh = selecting, refresh

    def trash(self, collection: Collection, items: ItemTable, rows: Rows) -> None:
        """Move the files of some rows to the trash; can be undone.

        A row of a table is no file: the file goes only with all of its items, so such rows are
        left out with a word about it.
        """
        whole = [row for row in rows.tolist() if items.present[row] and not items.parts[row]]
        paths = tuple(dict.fromkeys(str(items.paths[row]) for row in whole))
        if len(whole) < len(rows):
            self._hub.publish(
                Notice(
                    Wording(
                        "Parts of a file cannot go to the trash by themselves; they were left out."
                    )
                )
            )
        if not paths:
            return
        gone: list[Trashed] = []
        files = Wording("1 file") if len(paths) == 1 else Wording("{count} files", count=len(paths))
        title = Wording("Move {files} to the trash", files=files)

        def moved() -> Wording:
            left = {file.path for file in gone}
            self._selecting.drop([row for row in whole if str(items.paths[row]) in left])
            return _moved(len(gone))

        def move() -> None:
            gone.clear()
            self._submit(
                title,
                lambda control: _move(collection, items, paths, gone, control),
                moved,
                lambda: command if gone else None,
            )

        def back() -> None:
            self._submit(
                Wording("Put {files} back", files=files),
                lambda control: _put_back(collection, items, gone, control),
                lambda: _returned(len(gone)),
            )

        command = Command(title, move, back)
        self._history.run(command)

    def _submit(
        self,
        title: str,
        work: Callable[[Control], list[str]],
        said: Callable[[], str],
        undoes: Callable[[], Command | None] = lambda: None,
    ) -> None:
        def done(problems: list[str]) -> None:
            self._refresh()
            words = said()
            if problems:
                sentences, others = problems[:1], len(problems) - 1
                if others:
                    sentences.append(Wording("{count} more failed.", count=others))
                self._hub.publish(Notice(joined(" ", sentences), "problem", undoes()))
            else:
                self._hub.publish(Notice(words, command=undoes()))

        self._jobs.submit(
            title,
            work,
            lane="index",
            done=done,
            failed=lambda sentence: self._hub.publish(Notice(sentence, "problem")),
            cancelled=self._refresh,
        )


def _move(
    collection: Collection,
    items: ItemTable,
    paths: tuple[str, ...],
    gone: list[Trashed],
    control: Control,
) -> list[str]:
    """Move files, and mark the items of those that went; sentences about the others."""
    problems = list[str]()
    try:
        for number, path in enumerate(paths):
            control.check()
            control.progress(number, len(paths), path)
            try:
                gone.append(move_to_trash(path))
            except MediaError as error:
                problems.append(error.sentence)
    finally:  # also after a cancel: what went is marked
        _mark(collection, items, (file.path for file in gone), present=False)
    return problems


def _put_back(
    collection: Collection, items: ItemTable, gone: list[Trashed], control: Control
) -> list[str]:
    problems, back = list[str](), list[str]()
    try:
        for number, file in enumerate(gone):
            control.check()
            control.progress(number, len(gone), file.path)
            try:
                put_back(file)
                back.append(file.path)
            except MediaError as error:
                problems.append(error.sentence)
    finally:
        _mark(collection, items, back, present=True)
    return problems


def _mark(collection: Collection, items: ItemTable, paths: Iterable[str], *, present: bool) -> None:
    wanted = set(paths)
    if wanted:
        rows = [row for row, path in enumerate(items.paths) if str(path) in wanted]
        collection.set_present(np.array(rows, np.int64), present=present)


def _moved(count: int) -> Wording:
    if count == 1:
        return Wording("1 file was moved to the trash.")
    return Wording("{count} files were moved to the trash.", count=count)


def _returned(count: int) -> Wording:
    if count == 1:
        return Wording("1 file was put back.")
    return Wording("{count} files were put back.", count=count)
