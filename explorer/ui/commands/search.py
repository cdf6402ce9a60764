"""Asking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.ui.actions import Declared
from explorer.ui.commands.translation import tr

if TYPE_CHECKING:
    from explorer.ui.main_window import MainWindow


def commands(window: MainWindow) -> list[Declared]:
    bar, session = window.query_bar, window.session

    def judge(opinion: int) -> None:
        rows = session.selecting.rows
        focus = session.selecting.focus
        session.refining.judge(rows.tolist() if len(rows) else [focus], opinion)

    def can_judge() -> bool:
        return len(session.selecting.rows) > 0 or session.selecting.focus >= 0

    return [
        Declared(
            "search.focus", tr("Search"), bar.focus, ("/", "Ctrl+F"), "magnifying-glass",
            enabled=window.has_collection,
        ),
        Declared(
            "search.filter",
            tr("Filter by a condition"),
            lambda: bar.toggle_filter(not bar.filter.isVisible()),
            ("Ctrl+Shift+F",),
            "funnel",
            enabled=window.has_collection,
        ),
        Declared(
            "search.more_like",
            tr("More like this"),
            window.more_like_focus,
            ("Ctrl+L",),
            "intersect",
            enabled=lambda: window.session.selecting.focus >= 0,
        ),
        Declared(
            "search.like",
            tr("Like: more of this"),
            lambda: judge(1),
            ("Alt+Up",),
            "thumbs-up",
            tr("Refine the query by what is selected."),
            enabled=can_judge,
        ),
        Declared(
            "search.dislike",
            tr("Dislike: less of this"),
            lambda: judge(-1),
            ("Alt+Down",),
            "thumbs-down",
            tr("Refine the query away from what is selected."),
            enabled=can_judge,
        ),
        Declared(
            "search.save",
            tr("Save the search…"),
            bar.save_search,
            ("Ctrl+S",),
            "bookmark-simple",
            tr("Keep the query with its filters under a name."),
            enabled=lambda: bool(window.session.query),
        ),
        Declared(
            "search.concept",
            tr("Keep as a concept…"),
            bar.keep_concept,
            ("Ctrl+D",),
            "lightbulb",
            tr("Keep what the query asks for, to ask with it again."),
            enabled=lambda: bool(window.session.query.active),
        ),
        Declared(
            "search.history",
            tr("Queries asked before"),
            bar.show_history,
            ("Ctrl+H",),
            "clock-counter-clockwise",
            enabled=lambda: bool(bar.history.queries),
        ),
        Declared(
            "search.sweep",
            tr("Sweep between two parts"),
            bar.sweeping.toggle,
            (),
            "path",
            tr("Show the best hit at each step from one part of the query to the other."),
            checked=lambda: bar.sweeping.wanted,
        ),
        Declared(
            "search.clear",
            tr("Clear query and filters"),
            bar.clear,
            ("Ctrl+Backspace",),
            enabled=lambda: bool(window.session.query),
        ),
    ]  # fmt: skip
