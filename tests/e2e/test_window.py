"""The real program in a real window: drop, search, lasso, tag, kill, and find everything back."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from ctypes.util import find_library
from pathlib import Path

import pytest

from explorer.app import App
from explorer.viewstate.settings import Settings

SCREEN = 1400, 900
LIMIT = 120.0
PICTURES = (
    "photos/two-spaniels.jpg",
    "photos/tabby-cat.jpg",
    "photos/field-of-tulips.jpg",
    "drawings/lion.webp",
    "drawings/blue-car.webp",
)

SOURCE = """
import sys
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QApplication, QLabel

class Source(QLabel):
    def mouseMoveEvent(self, event):
        drag, files = QDrag(self), QMimeData()
        files.setUrls([QUrl.fromLocalFile(sys.argv[1])])
        drag.setMimeData(files)
        drag.exec(Qt.DropAction.CopyAction)

application = QApplication(sys.argv)
source = Source("a folder")
source.setWindowTitle("another program")
source.setGeometry(1330, 0, 60, 60)
source.show()
application.exec()
"""
"""Another program that a folder is dragged from."""

pytestmark = pytest.mark.skipif(
    not (shutil.which("Xvfb") and shutil.which("xdotool") and find_library("xcb-cursor")),
    reason="needs Xvfb, xdotool and libxcb-cursor0",
)


def wait_until(holds: Callable[[], object], what: str, limit: float = LIMIT) -> None:
    """What happens in another program can only be asked for again and again."""
    deadline = time.monotonic() + limit
    while not holds():
        if time.monotonic() > deadline:
            pytest.fail(f"After {limit:.0f} s there was still not: {what}")
        time.sleep(0.1)


@pytest.fixture
def display(tmp_path: Path) -> Iterator[str]:
    """A screen of its own."""
    reader, writer = os.pipe()
    size = "x".join(map(str, (*SCREEN, 24)))
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", size, "-nolisten", "tcp"],
        pass_fds=[writer],
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    with os.fdopen(reader) as answer:
        number = answer.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait()


class Person:
    """Mouse and keyboard on a screen."""

    def __init__(self, display: str, home: Path) -> None:
        self._environment = {
            **{k: v for k, v in os.environ.items() if k != "QT_QPA_PLATFORM"},
            "DISPLAY": display,
            "EXPLORER_HOME": str(home),
        }
        self.home = home
        self.programs: list[subprocess.Popen[bytes]] = []

    def start(self, *arguments: str) -> subprocess.Popen[bytes]:
        """Start a Python program on the screen."""
        program = subprocess.Popen([sys.executable, *arguments], env=self._environment)
        self.programs.append(program)
        return program

    def do(self, *words: str) -> str:
        """What xdotool does or finds."""
        done = subprocess.run(
            ["xdotool", *words], env=self._environment, capture_output=True, text=True, check=False
        )
        return done.stdout.strip()

    def window(self, title: str) -> str:
        """Wait for a window that is seen, by a part of its title."""
        wait_until(
            lambda: self.do("search", "--onlyvisible", "--name", title), f"a window '{title}'"
        )
        return self.do("search", "--onlyvisible", "--name", title).splitlines()[0]

    def drag(self, *places: tuple[int, int]) -> None:
        """Press at the first place, let go at the last."""
        first, *others = places
        self.do("mousemove", *map(str, first), "mousedown", "1")
        for x, y in others:
            self.do("mousemove", str(x), str(y))
            time.sleep(0.15)  # a hand is no faster, and the other program has to follow it
        self.do("mouseup", "1")

    def session(self) -> dict[str, object]:
        """What the program has kept so far."""
        try:
            data = json.loads((self.home / "sessions" / "last.json").read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        assert isinstance(data, dict)
        return data


@pytest.fixture
def person(display: str, tmp_path: Path) -> Iterator[Person]:
    someone = Person(display, tmp_path / "home")
    yield someone
    for program in someone.programs:
        program.kill()
        program.wait()


def test_what_was_done_before_a_kill_is_there_again(
    person: Person, samples: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "holiday"
    folder.mkdir()
    for name in PICTURES:
        shutil.copy(samples / "pictures" / name, folder)

    Settings(tips=False).write(person.home)
    program = person.start("-m", "explorer")
    person.window("^Explorer$")
    person.start("-c", SOURCE, str(folder))
    person.window("another program")
    person.drag((1360, 30), (1350, 40), (1200, 300), (900, 400), (700, 420), (690, 420))
    window = person.window("holiday — Explorer")
    kept = person.home / "collections" / "holiday"
    wait_until(lambda: count(kept) == len(PICTURES), "five pictures in the collection")

    person.do("windowfocus", "--sync", window)
    person.do("key", "ctrl+1", "ctrl+0")
    time.sleep(1)  # the map glides into its place
    wait_until(lambda: lassoed(person), "a lasso around all")

    person.do("key", "t")
    time.sleep(1)  # the field for tags opens
    person.do("type", "trip")
    person.do("key", "Return")
    wait_until(lambda: tags(kept) == {"trip"}, "the tag on all")

    person.do("key", "ctrl+f")
    person.do("type", "lion")
    wait_until(
        lambda: [term["value"] for term in terms(person)] == ["lion"], "the query in the session"
    )

    program.send_signal(signal.SIGKILL)
    program.wait()
    before = person.session()

    person.start("-m", "explorer")
    person.window("holiday — Explorer")
    wait_until(lambda: (person.home / "sessions" / "last.json").is_file(), "a kept session")
    time.sleep(3)  # it keeps its session a second after something has changed
    after = person.session()
    assert after["query"] == before["query"]
    assert sorted(after["selected"]) == sorted(before["selected"])  # type: ignore[call-overload]
    assert tags(kept) == {"trip"}
    assert count(kept) == len(PICTURES)


def lassoed(person: Person) -> bool:
    """Draw around the whole map; before the map is laid out there is nothing to draw around."""
    person.do("keydown", "shift")
    person.drag((190, 480), (190, 855), (1060, 855), (1060, 92), (190, 92), (190, 480))
    person.do("keyup", "shift")
    time.sleep(2)  # the program keeps its session a second after something has changed
    return len(selected(person)) == len(PICTURES)


def terms(person: Person) -> list[dict[str, object]]:
    """The terms of the kept query."""
    query = person.session().get("query", {})
    assert isinstance(query, dict)
    return list(query.get("terms", []))


def selected(person: Person) -> list[str]:
    """The items of the kept selection."""
    chosen = person.session().get("selected", [])
    assert isinstance(chosen, list)
    return chosen


def count(folder: Path) -> int:
    """Items of a collection that another program has open."""
    return len(read(folder))


def tags(folder: Path) -> set[str]:
    """Tags that every item has."""
    sets = [set(words) for words in read(folder).values()]
    return set.intersection(*sets) if sets else set()


def read(folder: Path) -> dict[str, tuple[str, ...]]:
    """Tags by item, read as any other program would."""
    if not folder.is_dir():
        return {}
    app = App(folder.parent.parent)
    try:
        collection = app.library.open(folder.name)
        ids = [str(one) for one in collection.items().ids]
        return {item: marks.tags for item, marks in collection.marks(ids).items()}
    finally:
        app.close()
