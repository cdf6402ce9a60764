"""Patches are kept by a job of the session, and hovered words are met anew after it."""

from __future__ import annotations

import json
import queue
from collections.abc import Callable
from pathlib import Path

from click.testing import CliRunner

from explorer.app import App
from explorer.cli.command import explorer
from explorer.viewstate import messages as tell
from explorer.viewstate.explaining_colours import ColouringByWord
from explorer.viewstate.keeping_patches import keep_patches

WAIT = 60.0


def test_words_are_met_in_parts_once_patches_are_kept(tmp_path: Path, samples: Path) -> None:
    photos = [samples / "pictures" / "photos" / f"{name}.jpg" for name in ("tabby-cat", "windmill")]
    calls: queue.Queue[Callable[[], None]] = queue.Queue()
    app = App(tmp_path / "home", deliver=calls.put)

    def until(so: Callable[[], object]) -> None:
        while not so():
            calls.get(timeout=WAIT)()

    try:
        collection = app.library.open("few", create=True)
        collection.index(photos)
        collection.close()
        session = app.session
        assert keep_patches(session) is None
        session.open("few")
        until(lambda: len(session.items) == 2)
        colouring, notices = ColouringByWord(session), []
        session.hub.subscribe(notices, tell.Notice, lambda notice: notices.append(notice.sentence))
        colouring.show("cat")
        until(lambda: colouring.scores)
        assert colouring.scores.source == "pooled"
        colouring.hide()

        keep_patches(session)
        until(lambda: notices)
        assert "Patches of 2 items were kept" in notices[0]

        colouring.show("cat")
        until(lambda: colouring.scores)
        assert colouring.scores.source == "patches"
    finally:
        app.close()


def test_the_command_keeps_patches_with_indexing(tmp_path: Path, samples: Path) -> None:
    photo = samples / "pictures" / "photos" / "windmill.jpg"
    arguments = ["--home", str(tmp_path), "index", str(photo), "-c", "one", "--patches", "--json"]
    result = CliRunner().invoke(explorer, arguments)
    assert result.exit_code == 0, result.output
    told = json.loads(result.stdout)
    assert told["patches"]["kept"] == 1
    assert told["indexed"] == 1
