"""Draws every state of the window to be looked at: dark, light, 200 %, right to left, a million.

QT_QPA_PLATFORM=offscreen python -m tests.gui.gallery FOLDER [--only KIND]
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import cast

from PySide6.QtCore import QEventLoop, QTimer

from explorer.bundled import assets_folder
from explorer.core.query import Query, Term, text
from explorer.lenses.explanation.methods import DEFAULT
from explorer.ui.compare.panel import ComparePanel
from explorer.ui.duplicates.panel import DuplicatesPanel
from explorer.ui.explain.panel import ExplainPanel
from explorer.ui.main_window import MainWindow
from explorer.ui.map import raster
from explorer.ui.run import open_window
from explorer.ui.spaces.spaces_panel import SpacesPanel
from explorer.viewstate.explaining_state import Aspect
from explorer.viewstate.filters import Facet
from explorer.viewstate.semantic_axes import PRESETS
from explorer.viewstate.settings import LanguageChoice, Settings
from tests.benchmarks.bench_search import fill

SIZES = ((1280, 800), (2560, 1440))
THEMES = ("dark", "light")
CALM = 5
MOVING = ("loading",)
KINDS = {"usual": {}, "large": {"QT_SCALE_FACTOR": "2"}, "right-to-left": {}, "million": {}}
"""Galleries, with the environment each needs before there is an application."""


def settle(window: MainWindow, enough: Callable[[], bool] | None = None) -> None:
    """Let the window work until it rests, or until it is enough; what is drawn is drawn then."""
    loop, clock, calm = QEventLoop(), QTimer(interval=80), [0]

    def turn() -> None:
        drawn = raster.is_ready() or not len(window.session.items)
        resting = not window.session.jobs.running if enough is None else enough()
        calm[0] = calm[0] + 1 if resting and drawn else 0
        if calm[0] >= CALM:
            loop.quit()

    clock.timeout.connect(turn)
    clock.start()
    loop.exec()
    clock.stop()


def look_at(window: MainWindow, kind: str) -> None:
    """Select and look at the best hit of a kind."""
    ranking, items = window.session.ranking, window.session.items
    assert ranking is not None
    rows = (int(row) for row in ranking.rows)
    row = next(row for row in rows if window.kinds[items.modality(row)].content == kind)
    window.session.selecting.select([row])
    window.session.selecting.look_at(row)


def states(window: MainWindow) -> dict[str, tuple[Callable[[], object], ...]]:
    """Every state by its name, with the steps that lead there from the one before."""
    session, bar, view = window.session, window.query_bar, window.map_view
    tulips = assets_folder() / "samples" / "pictures" / "photos" / "field-of-tulips.jpg"
    mixed = Query(
        (Term("text", "garden"), Term("image", str(tulips)), Term("text", "butterfly", -0.5))
    )
    return {
        "welcome": (),
        "empty": (lambda: session.open("empty", create=True),),
        "loading": (
            lambda: session.index([assets_folder() / "samples"]),
            lambda: settle(window, lambda: len(session.items) > 0),
        ),
        "items": (window.additions.open_samples,),
        "words": (lambda: session.ask(text("a dog")), lambda: look_at(window, "image")),
        "sweep": (
            lambda: session.ask(Query((Term("image", str(tulips)), Term("text", "night")))),
            lambda: look_at(window, "image"),
        ),
        "refined": (lambda: refine(window, tulips),),
        "mixed": (lambda: session.ask(mixed), lambda: look_at(window, "image")),
        "sound": (lambda: session.ask(text("a choir")), lambda: look_at(window, "audio")),
        "text": (lambda: session.ask(text("owls at dusk")), lambda: look_at(window, "text")),
        "grid": (lambda: window.show_centre("grid"),),
        "list": (lambda: window.grid.choose_look("list"),),
        "map": (
            lambda: window.grid.choose_look("grid"),
            lambda: window.show_centre("map"),
            bar.clear,
        ),
        "groups": (lambda: view.colour_by("cluster"), lambda: view.map.zoom_by(2.2)),
        "density": (view.map.fit, lambda: view.show_layer("density", True)),
        "trust": (
            lambda: view.show_layer("density", False),
            lambda: view.colour_by("trust"),
            lambda: view.show_layer("fade_by_trust", True),
        ),
        "axes": (
            lambda: view.show_layer("fade_by_trust", False),
            lambda: view.colour_by("kind"),
            lambda: view.lay_out_by(PRESETS[1]),
        ),
        "tsne": (lambda: view.choose_method("tsne"),),
        "nothing": (lambda: window.show_centre("both"), lambda: filtered(window, "width > 99999")),
        "error": (lambda: filtered(window, "wid > 9"),),
        "spaces": (lambda: window.docks.show("spaces"),),
        "bigger": (lambda: bigger_models(window, True),),
        "explained": (
            lambda: bigger_models(window, False),
            lambda: session.ask(text("a guitar beside drums")),
            lambda: look_at(window, "image"),
            lambda: explain(window, "words"),
        ),
        "explained_levels": (lambda: explain_by(window, "interaction", "method:cosine"),),
        "explained_methods": (
            lambda: explain_by(window, DEFAULT, ""),
            lambda: explain(window, "methods"),
        ),
        "explained_segments": (
            lambda: explain(window, "segments"),
            lambda: explain_panel(window).segmenting.name(["guitar", "drum", "wall", "floor"]),
        ),
        "explained_relations": (lambda: explain(window, "relations"),),
        "explained_text": (
            lambda: session.ask(text("owls at dusk")),
            lambda: look_at(window, "text"),
            lambda: explain(window, "words"),
        ),
        "compared_missing": (
            lambda: window.docks.show("compare"),
            lambda: session.ask(text("a striped horse")),
        ),
        "compared_ranks": (lambda: compare_panel(window).comparing.embed("starter-text"),),
        "compared_agreement": (lambda: compare_panel(window).turn_to("agreement"),),
        "compared_pairs": (lambda: compare_panel(window).turn_to("pairs"),),
        "compared_gap": (lambda: compare_panel(window).turn_to("gap"),),
        "corrected": (lambda: compare_panel(window).comparing.apply(),),
        "tasks": (lambda: window.docks["compare"].hide(), lambda: window.docks.show("tasks")),
        "duplicates": (
            lambda: window.docks["tasks"].hide(),
            lambda: window.docks.show("duplicates"),
            lambda: duplicates_panel(window).search(),
        ),
        "palette": (
            lambda: window.docks["duplicates"].hide(),
            lambda: bigger_models(window, False),
            bar.clear,
            window.show_palette,
        ),
    }


def duplicates_panel(window: MainWindow) -> DuplicatesPanel:
    """The panel of copies."""
    panel = window.docks.panels["duplicates"]
    assert isinstance(panel, DuplicatesPanel)
    return panel


def compare_panel(window: MainWindow) -> ComparePanel:
    """The panel with two spaces side by side."""
    panel = window.docks.panels["compare"]
    assert isinstance(panel, ComparePanel)
    return panel


def refine(window: MainWindow, picture: Path) -> None:
    """Ask with parts of every kind, like and dislike, keep, cut off and filter."""
    session = window.session
    ids = [str(one) for one in session.items.ids]
    parts = (
        Term("text", "a garden in the sun"),
        Term("image", str(picture), 0.7),
        Term("region", str(picture), box=(0.1, 0.5, 0.6, 0.9)),
        Term("text", "butterfly", -0.5),
        Term("direction", "day → night", 0.8),
        Term("text", "switched off", enabled=False),
        Term("cluster", " ".join(ids[10:20]), label="ten together"),
    )
    session.ask(Query(parts, closer_than=90.0))
    session.refining.judge([0, 1, 2], 1)
    session.refining.judge([5], -1)
    session.refining.keep_concept("sunny gardens")
    session.refining.save_search("gardens")
    for facet, value in (("kind", "pictures"), ("size", "small"), ("size", "medium")):
        session.filter_by(session.filters.toggled(cast(Facet, facet), value))


def explain_panel(window: MainWindow) -> ExplainPanel:
    """The panel that says why something matched."""
    panel = window.docks.panels["explain"]
    assert isinstance(panel, ExplainPanel)
    return panel


def explain(window: MainWindow, aspect: Aspect) -> None:
    """Show it, with one of its questions."""
    window.docks.show("explain")
    explain_panel(window).turn_to(aspect)


def explain_by(window: MainWindow, method: str, beside: str) -> None:
    """Explain by a method, with another beside it."""
    explaining = explain_panel(window).explaining
    explaining.change(replace(explaining.state, method=method, beside=beside, levels=(6,)))


def bigger_models(window: MainWindow, shown: bool) -> None:
    """Show the models worth trying, or the spaces again."""
    panel = window.docks.panels["spaces"]
    assert isinstance(panel, SpacesPanel)
    panel.bigger.setChecked(shown)


def filtered(window: MainWindow, condition: str) -> None:
    """Type a condition."""
    window.query_bar.toggle_filter(True)
    window.query_bar.filter.typed.emit(condition)


def draw(folder: Path, sizes: Sequence[tuple[int, int]], language: LanguageChoice) -> None:
    """Draw every state into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        Settings(language=language).write(Path(home))
        with open_window(home) as (_, window):
            window.show()
            for name, steps in states(window).items():
                for step in steps:
                    step()
                    # What is on its way is drawn as it is.
                    settle(window, (lambda: True) if name in MOVING else None)
                save_all(window, folder, name, sizes)
                window.palette_.dismiss()


def draw_million(folder: Path) -> None:
    """A million items, far out and near."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        many = Path(home) / "collections" / "a million"
        many.parent.mkdir(parents=True)
        fill(many, 1_000_000, 16)  # enough to lay out; nobody searches it
        with open_window(home) as (_, window):
            window.session.mapping.method = "pca"
            window.show()
            window.show_centre("map")
            window.session.open("a million")
            settle(window, lambda: window.session.mapping.landed == "pca")
            save_all(window, folder, "million", SIZES)


def save_all(window: MainWindow, folder: Path, name: str, sizes: Sequence[tuple[int, int]]) -> None:
    """Save the window in both themes and all sizes."""
    for theme in THEMES:
        window.choices.choose_theme(theme)
        for size in sizes:
            window.resize(*size)
            settle(window, lambda: True)
            window.grab().save(str(folder / f"{name}-{theme}-{size[0]}.png"))


def main() -> None:
    """Draw one gallery, or all of them, each in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", choices=list(KINDS))
    options = parser.parse_args()
    if options.only is None:
        for kind in KINDS:
            print(f"drawing: {kind}", flush=True)
            command = [sys.executable, "-m", "tests.gui.gallery", str(options.folder)]
            subprocess.run([*command, "--only", kind], check=True)
        return
    os.environ.update(KINDS[options.only])
    folder = options.folder / options.only
    if options.only == "million":
        draw_million(folder)
    else:
        language: LanguageChoice = "ar" if options.only == "right-to-left" else "en"
        draw(folder, SIZES if options.only == "usual" else SIZES[:1], language)


if __name__ == "__main__":
    main()
