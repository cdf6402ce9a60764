"""Asking, cutting off, liking, keeping and counting facets, on real pictures."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from explorer.app import App
from explorer.core.query import Query, Term, text
from explorer.viewstate import messages as tell
from explorer.viewstate import session as session_module
from explorer.viewstate.facets import FacetIndex
from explorer.viewstate.filters import Filters
from explorer.viewstate.refining import DISLIKED_WEIGHT
from explorer.viewstate.session import Session
from explorer.viewstate.session_state import SessionState

NONE = Filters()
PICTURES = (
    *("photos/two-spaniels.jpg", "photos/field-of-tulips.jpg", "photos/tabby-cat.jpg"),
    *("photos/purple-daisies.jpg", "drawings/blue-car.webp", "drawings/lion.webp"),
)


@pytest.fixture(scope="module")
def home(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with a collection of six pictures and a text."""
    home, media = tmp_path_factory.mktemp("home"), tmp_path_factory.mktemp("media")
    for name in PICTURES:
        target = media / name
        target.parent.mkdir(exist_ok=True)
        shutil.copy(samples / "pictures" / name, target)
    (media / "note.txt").write_text("A letter about the garden.\n")
    app = App(home)
    app.library.open("few", create=True).index([media])
    app.close()
    return home


@pytest.fixture
def session(home: Path, tmp_path: Path) -> Iterator[Session]:
    """A session on a copy of the collection."""
    shutil.copytree(home / "collections", tmp_path / "home" / "collections")
    app = App(tmp_path / "home")
    app.session.open("few").wait(60)
    settle(app.session)
    yield app.session
    settle(app.session)
    app.close()


def settle(session: Session) -> None:
    while running := session.jobs.running:
        for job in running:
            job.wait(60)


def ask(session: Session, query: Query) -> None:
    session.ask(query)
    settle(session)


def titles(session: Session) -> list[str]:
    assert session.ranking is not None
    return [str(session.items.titles[row]) for row in session.ranking.rows]


def row_of(session: Session, title: str) -> int:
    return session.items.titles.tolist().index(title)


def test_a_stale_answer_never_overwrites_a_newer_one(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    collection = session.collection
    assert collection is not None
    held, asked, plain = threading.Event(), threading.Event(), collection.rank_in_steps

    def slow(query: Query, k: int) -> object:
        if query.terms[0].value == "a cat":
            asked.set()
            assert held.wait(60)
        return plain(query, k)

    monkeypatch.setattr(collection, "rank_in_steps", slow)
    answers: list[str] = []
    session.hub.subscribe(
        answers, tell.RankingChanged, lambda _: answers.append(str(session.query.terms[0].value))
    )
    session.ask(text("a cat"))
    assert asked.wait(60)
    session.ask(text("a car"))
    held.set()
    settle(session)

    assert answers == ["a car"]
    assert session.ranking is not None
    assert session.ranking.terms == ("a car",)
    assert titles(session)[0] == "blue-car"


def test_first_hits_come_before_all_are_in_order(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session_module, "FIRST_HITS", 2)
    seen: list[tuple[int, bool]] = []

    def look(_: object) -> None:
        assert session.ranking is not None
        seen.append((len(session.ranking), session.ranking.whole))

    session.hub.subscribe(seen, tell.RankingChanged, look)
    ask(session, text("flowers"))

    assert seen == [(2, False), (7, True)]


def test_a_cut_off_needs_no_new_search(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    ask(session, text("flowers"))
    whole = titles(session)
    monkeypatch.setattr(session.collection, "rank_in_steps", None)
    monkeypatch.setattr(session.collection, "rank", None)

    ask(session, replace(session.query, closer_than=70.0))
    assert 0 < len(titles(session)) < len(whole)
    ask(session, replace(session.query, closer_than=0.0))
    assert titles(session) == whole


def test_likes_refine_the_query_and_are_undone(session: Session) -> None:
    ask(session, text("an animal"))
    lion, cat = row_of(session, "lion"), row_of(session, "tabby-cat")

    session.refining.judge([cat], -1)
    settle(session)
    assert session.query.terms[1].weight == DISLIKED_WEIGHT
    session.refining.judge([lion], 1)
    settle(session)

    term = session.query.terms[1]
    assert (term.kind, term.name, term.weight) == ("examples", "1 liked, 1 not", 1.0)
    assert titles(session)[0] == "lion"
    assert (session.refining.opinion(lion), session.refining.opinion(cat)) == (1, -1)
    session.history.undo()
    assert session.query.terms[1].name == "1 not liked"
    session.history.undo()
    assert session.query == text("an animal")
    session.history.redo()
    assert session.refining.opinion(cat) == -1
    session.refining.judge([cat], -1)  # the same again takes it back
    assert session.query == text("an animal")


def test_undoing_a_like_leaves_what_was_typed_since(session: Session) -> None:
    ask(session, text("an animal"))
    session.refining.judge([0], 1)
    session.add_term(Term("text", "in the grass"))

    session.history.undo()

    assert [term.value for term in session.query.terms] == ["an animal", "in the grass"]


def test_a_concept_is_kept_from_the_query_asked_renamed_and_deleted(session: Session) -> None:
    collection = session.collection
    assert collection is not None
    ask(session, text("flowers"))
    session.refining.judge([row_of(session, "field-of-tulips")], 1)
    session.refining.keep_concept("Blossom")
    (concept,) = collection.concepts.all()

    ask(session, Query())
    session.refining.ask_concept(concept)
    settle(session)
    assert set(titles(session)[:2]) == {"field-of-tulips", "purple-daisies"}
    session.refining.rename(concept, "Bloom")
    assert session.query.terms[0].name == "Bloom"
    (renamed,) = collection.concepts.all()
    session.refining.remove(renamed)
    assert collection.concepts.all() == ()
    session.history.undo()
    assert collection.concepts.all() == (renamed,)


def test_a_saved_search_brings_its_filters_back(session: Session) -> None:
    session.filter_by(Filters().toggled("kind", "pictures").toggled("size", "small"))
    ask(session, replace(session.query, terms=text("a cat").terms, closer_than=50.0))
    asked, filters = session.query, session.filters
    session.refining.save_search("Cats")
    ask(session, Query())
    assert not session.filters

    assert session.collection is not None
    session.refining.ask_search(session.collection.searches.all()[0])
    settle(session)

    assert (session.query, session.filters) == (asked, filters)


def test_a_name_that_is_taken_is_told(session: Session) -> None:
    said: list[str] = []
    session.hub.subscribe(said, tell.Notice, lambda message: said.append(message.sentence))
    ask(session, text("a cat"))
    session.refining.save_search("Cats")
    session.refining.save_search("cats")

    assert any("taken" in sentence for sentence in said)


def test_the_filters_of_a_session_come_back_as_they_were(session: Session) -> None:
    session.filter_by(Filters().toggled("kind", "pictures"))
    settle(session)
    state = SessionState.from_dict(session.state().to_dict())

    session.open("few", then=state).wait(60)
    settle(session)

    assert session.filters == Filters((("kind", "pictures"),))
    assert session.ranking is not None
    assert len(session.ranking) == 6


def test_facets_count_the_hits_and_leave_their_own_choice_out(session: Session) -> None:
    collection, items = session.collection, session.items
    assert collection is not None
    collection.set_marks([str(items.ids[row_of(session, "lion")])], add_tags=["wild"], rating=4)
    index = FacetIndex(collection, items)

    def counts(facet: str, hits: object = None, filters: Filters = NONE) -> dict[str, int]:
        found = index.count(hits, filters)  # type: ignore[arg-type]
        return {one.name: one.count for one in found.get(facet, ())}  # type: ignore[call-overload]

    assert counts("kind") == {"pictures": 6, "text": 1}
    assert counts("folder")["photos"] == 4
    assert counts("tag") == {"wild": 1}
    assert counts("rating") == {"4": 1, "3": 1, "2": 1, "1": 1}
    ask(session, replace(text("a lion"), closer_than=80.0))
    assert session.ranking is not None
    hits = session.ranking.rows
    assert counts("kind", hits)["pictures"] == len(
        [r for r in hits if r != row_of(session, "note")]
    )
    drawings = Filters().toggled("folder", next(v for v in index.members["folder"] if "draw" in v))
    assert counts("kind", None, drawings) == {"pictures": 2, "text": 0}
    assert counts("folder", None, drawings)["photos"] == 4


@pytest.mark.parametrize(
    ("facet", "value", "count"),
    [
        ("size", "small", None),
        ("kind", "text", 1),
        ("camera", "nobody's", 0),
        ("month", "1999-01", 0),
    ],
)
def test_every_facet_is_a_filter_the_collection_understands(
    session: Session, facet: str, value: str, count: int | None
) -> None:
    session.filter_by(Filters().toggled(facet, value))  # type: ignore[arg-type]
    settle(session)

    assert session.ranking is not None
    if count is None:
        count = int((session.items.size < 100_000).sum())
    assert len(session.ranking) == count
