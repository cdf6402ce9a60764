"""The inspector by mouse and keyboard, on real media."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PIL import Image
from PIL.TiffImagePlugin import IFDRational
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from explorer.core.query import text
from explorer.ui.inspector.facts import exposure_words, place_on_earth
from explorer.ui.inspector.neighbour_strip import NeighbourStrip
from explorer.ui.main_window import MainWindow
from explorer.viewstate.filters import Filters

WAIT = 30_000
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def row_named(window: MainWindow, name: str) -> int:
    paths = window.session.items.paths
    return next(row for row, path in enumerate(paths) if Path(str(path)).stem == name)


def look_at(window: MainWindow, qtbot: QtBot, name: str) -> int:
    row = row_named(window, name)
    window.session.selecting.select([row])
    window.session.selecting.look_at(row)
    qtbot.waitUntil(lambda: not window.session.jobs.running, timeout=WAIT)
    return row


def facts(window: MainWindow) -> dict[str, str]:
    labels = [label.text().replace("\u200b", "") for label in window.inspector.facts._labels]
    return dict(zip(labels[::2], labels[1::2], strict=True))


def add(window: MainWindow, qtbot: QtBot, folder: Path, count: int) -> None:
    window.session.index([folder])
    qtbot.waitUntil(
        lambda: len(window.session.items) == count and not window.session.jobs.running,
        timeout=WAIT,
    )


def test_nothing_chosen_says_what_to_do(album: MainWindow) -> None:
    assert album.inspector.widget() is album.inspector.empty
    assert album.inspector.empty.title.text() == "Nothing chosen"


def test_it_is_never_wider_than_its_dock(album: MainWindow, qtbot: QtBot) -> None:
    look_at(album, qtbot, "two-spaniels")
    inspector = album.inspector
    assert inspector.widget().width() <= inspector.viewport().width()
    assert inspector.widget().minimumSizeHint().width() <= 264


def test_the_preview_zooms_at_the_pointer_pans_and_fits_again(
    album: MainWindow, qtbot: QtBot
) -> None:
    look_at(album, qtbot, "field-of-tulips")
    picture = album.inspector.pane.picture
    assert picture.image is not None
    assert picture.fitted
    at = QPointF(picture.width() * 0.3, picture.height() * 0.5)
    before = picture._share_at(at)
    for _ in range(4):
        turn(picture, at)
    assert picture.zoom > picture._fitting * 1.5
    after = picture._share_at(at)
    assert abs(after.x() - before.x()) < 0.02
    left = picture.picture_rect().left()
    start = picture.rect().center()
    qtbot.mousePress(picture, LEFT, NONE, start)
    qtbot.mouseMove(picture, start + QPoint(12, 0))
    qtbot.mouseMove(picture, start + QPoint(30, 0))
    qtbot.mouseRelease(picture, LEFT, NONE, start + QPoint(30, 0))
    assert picture.picture_rect().left() > left
    qtbot.mouseDClick(picture, LEFT, NONE, start)
    assert picture.fitted


def turn(picture: object, at: QPointF) -> None:
    event = QWheelEvent(
        at, at, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, NONE,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(picture, event)  # type: ignore[arg-type]


def test_facts_of_the_file_and_the_camera(
    album: MainWindow, qtbot: QtBot, samples: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "camera"
    folder.mkdir()
    exif = Image.Exif()
    exif[0x010F], exif[0x0110] = "FUJIFILM", "X-T3"
    details, gps = exif.get_ifd(0x8769), exif.get_ifd(0x8825)
    details[0x829A], details[0x829D] = IFDRational(1, 250), IFDRational(28, 10)
    details[0x8827], details[0x920A] = 200, IFDRational(35)
    details[0xA434], details[0x9003] = "XF35mmF1.4 R", "2024:05:31 12:30:00"
    gps[1], gps[2], gps[3], gps[4] = "N", (52.0, 30.0, 58.6), "W", (13.0, 22.0, 39.7)
    with Image.open(samples / "pictures" / "photos" / "astronaut.jpg") as photo:
        photo.save(folder / "shot.jpg", exif=exif)
    add(album, qtbot, folder, 9)
    look_at(album, qtbot, "shot")

    found = facts(album)
    assert found["Camera"] == "FUJIFILM X-T3"
    assert found["Lens"] == "XF35mmF1.4 R"
    assert found["Exposure"].split("  ") == ["1/250 s", "f/2.8", "ISO 200", "35 mm"]
    assert found["Place"] == "52.51628° N, 13.37769° W"
    assert found["Taken"].startswith("31 May 2024, 12:30")
    assert found["File"] == "shot.jpg"
    assert found["Kind"] == "Picture"
    assert "×" in found["Size"]
    assert found["On disk"].endswith("kB")
    assert "Length" not in found


def test_a_sound_has_a_length_and_no_pixels(album: MainWindow, qtbot: QtBot) -> None:
    look_at(album, qtbot, "electronic-chime")
    found = facts(album)
    assert found["Length"].endswith(" s")
    assert "Size" not in found
    assert not album.inspector.pane.sound.isHidden()


@pytest.mark.parametrize(
    ("seconds", "words"), [(1 / 4000, "1/4000 s"), (0.25, "1/4 s"), (0.5, "0.5 s"), (30, "30 s")]
)
def test_exposures_read_as_on_a_camera(qapp: QApplication, seconds: float, words: str) -> None:
    assert exposure_words(seconds) == words


def test_places_have_their_sides(qapp: QApplication) -> None:
    assert place_on_earth(-33.8568, 151.2153) == "33.85680° S, 151.21530° E"


def test_why_it_is_here_term_by_term(album: MainWindow, qtbot: QtBot) -> None:
    album.session.ask(text("a lion") + text("a guitar"))
    qtbot.waitUntil(lambda: album.session.ranking is not None, timeout=WAIT)
    row = look_at(album, qtbot, "lion")
    inspector, ranking = album.inspector, album.session.ranking
    place = int((ranking.rows == row).nonzero()[0][0])
    assert inspector.why.isVisible()
    assert inspector.score.text().startswith(f"Number {place + 1}: closer than")
    shares = {share.term: share.value for share in inspector.bars._shares}
    assert set(shares) == {"a lion", "a guitar"}
    assert shares["a lion"] > shares["a guitar"]
    assert sum(shares.values()) == pytest.approx(float(ranking.scores[place]), abs=1e-3)
    assert "Score" in inspector.score.toolTip()
    album.query_bar.clear()
    qtbot.waitUntil(lambda: inspector.why.isHidden(), timeout=WAIT)


def test_a_filter_alone_says_nothing_of_closeness(album: MainWindow, qtbot: QtBot) -> None:
    pictures = str(album.session.items.modality(0))
    album.session.filter_by(Filters((("kind", pictures),)))
    qtbot.waitUntil(lambda: album.session.ranking is not None, timeout=WAIT)
    row = look_at(album, qtbot, "lion")
    assert row in album.session.ranking.rows
    assert album.inspector.why.isHidden()
    grid = album.grid
    position = grid.arrangement.position_of(row)
    spoken = grid.field.model().index(position, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    for words in (spoken, *album.map_view._item_text(row)):
        assert words
        assert "closer" not in words


def strips(window: MainWindow) -> list[NeighbourStrip]:
    return [w for w in window.inspector._near if isinstance(w, NeighbourStrip)]


def test_nearest_of_each_kind_with_how_close_they_are(album: MainWindow, qtbot: QtBot) -> None:
    row = look_at(album, qtbot, "two-spaniels")
    assert len(strips(album)) == 2
    words = [w.text() for w in album.inspector._near if isinstance(w, QLabel)]
    assert words[0].startswith("Pictures, the first closer than")
    first = strips(album)[0]
    assert row not in [hit.row for hit in first._hits]
    scores = [hit.score for hit in first._hits]
    assert scores == sorted(scores, reverse=True)
    # The pointer lights an item up everywhere, a press goes there, and so does the keyboard.
    target = first._hits[1].row
    qtbot.mouseMove(first, first._rect(1).center())
    assert album.session.selecting.highlight == target
    qtbot.mouseClick(first, LEFT, NONE, first._rect(1).center())
    assert album.session.selecting.focus == target
    qtbot.waitUntil(lambda: bool(strips(album)), timeout=WAIT)
    second = strips(album)[0]
    target = second._hits[1].row
    qtbot.keyClick(second, Qt.Key.Key_Right)
    qtbot.keyClick(second, Qt.Key.Key_Return)
    assert album.session.selecting.focus == target


def test_its_copies_stand_beside_it(
    album: MainWindow, qtbot: QtBot, samples: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "copies"
    folder.mkdir()
    source = samples / "pictures" / "photos" / "astronaut.jpg"
    shutil.copy(source, folder / "again.jpg")
    with Image.open(source) as photo:
        photo.resize((photo.width // 2, photo.height // 2)).save(folder / "half.jpg", quality=60)
    look_at(album, qtbot, "astronaut")
    assert album.inspector.copies.isHidden()
    add(album, qtbot, folder, 10)
    look_at(album, qtbot, "two-spaniels")
    assert album.inspector.copies.isHidden()
    look_at(album, qtbot, "astronaut")
    qtbot.waitUntil(lambda: album.inspector.copies.isVisible(), timeout=WAIT)
    words = album.inspector.copies_words.text()
    assert words == "1 with the same content, 1 nearly the same"
    strip = album.inspector.copies_strip
    qtbot.mouseClick(strip, LEFT, NONE, strip._rect(0).center())
    assert album.session.selecting.focus == row_named(album, "again")


def test_notes_count_when_the_field_is_left_and_marks_are_of_all_selected(
    album: MainWindow, qtbot: QtBot
) -> None:
    row = look_at(album, qtbot, "lion")
    note, collection = album.inspector.marks.note, album.session.collection
    note.setFocus()
    qtbot.keyClicks(note, "king of beasts")
    album.grid.setFocus()
    item = str(album.session.items.ids[row])
    qtbot.waitUntil(lambda: collection.marks([item])[item].note == "king of beasts", timeout=WAIT)
    album.actions_["edit.undo"].trigger()
    assert collection.marks([item])[item].note == ""
    album.actions_["edit.redo"].trigger()
    assert collection.marks([item])[item].note == "king of beasts"

    other = row_named(album, "tabby-cat")
    album.session.tag([row, other], add=["animal"])
    album.session.tag([other], add=["tame"])
    album.session.selecting.select([row, other])
    pane = album.inspector.marks
    qtbot.waitUntil(lambda: [t.text() for t in pane.tags] == ["animal  ×"], timeout=WAIT)
    assert not note.isVisible()
    qtbot.mouseClick(pane.tags[0], LEFT)
    ids = [str(album.session.items.ids[r]) for r in (row, other)]
    tags = [marks.tags for marks in collection.marks(ids).values()]
    assert tags == [(), ("tame",)]
    qtbot.mouseClick(pane.stars[2], LEFT)
    assert [marks.rating for marks in collection.marks(ids).values()] == [3, 3]
