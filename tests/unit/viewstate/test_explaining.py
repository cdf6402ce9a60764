"""The state of the view of explanations, without a window: real pictures, the real starter."""

from __future__ import annotations

import csv
import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from explorer.app import App
from explorer.collection.word_scores import WordScores
from explorer.core.errors import SpaceError
from explorer.core.media import Sound, Unit
from explorer.core.query import audio, image, text
from explorer.jobs import Control
from explorer.lenses.explanation.files import write_maps
from explorer.lenses.explanation.heard import heard_in
from explorer.lenses.explanation.spectrogram import Spectrogram
from explorer.lenses.word_patch import METHODS, Comparison
from explorer.media.preparation import AsIs
from explorer.viewstate.explaining import Explaining
from explorer.viewstate.explaining_answers import Asked
from explorer.viewstate.explaining_colours import COLUMN, ColouringByWord, column_of
from explorer.viewstate.explaining_directions import AskingRegions, MatchingPictures, MatchingTexts
from explorer.viewstate.explaining_gallery import write_gallery
from explorer.viewstate.explaining_methods import ComparingMethods
from explorer.viewstate.explaining_questions import Kept
from explorer.viewstate.explaining_relations import Relating, things_of
from explorer.viewstate.explaining_segments import Segmenting
from explorer.viewstate.explaining_state import ExplainState
from explorer.viewstate.explaining_subject import Subject, words_of
from explorer.viewstate.explaining_tables import pair_lines, text_lines
from explorer.viewstate.messages import ExplanationChanged

PICTURES = ("drawings/house-on-a-hill.webp", "drawings/lion.webp", "photos/tabby-cat.jpg")
WAIT = 60.0


class Turn:
    """The main thread of a test: runs what jobs deliver, until something is so."""

    def __init__(self) -> None:
        self._calls: list[Callable[[], None]] = []
        self._more = threading.Condition()

    def post(self, call: Callable[[], None]) -> None:
        with self._more:
            self._calls.append(call)
            self._more.notify()

    def until(self, so: Callable[[], object]) -> None:
        while not so():
            with self._more:
                assert self._more.wait_for(lambda: self._calls, WAIT), "nothing happened any more"
                call = self._calls.pop(0)
            call()


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory, samples: Path) -> Path:
    """A home with an indexed collection of three pictures and a text."""
    home = tmp_path_factory.mktemp("explaining")
    notes = home / "notes.txt"
    notes.write_text("The cat sleeps on the warm roof of the house.")
    app = App(home)
    try:
        collection = app.library.open("pictures", create=True)
        collection.index([*(samples / "pictures" / name for name in PICTURES), notes])
        collection.close()
    finally:
        app.close()
    return home


@pytest.fixture
def turn() -> Turn:
    return Turn()


@pytest.fixture
def app(home: Path, turn: Turn) -> Iterator[App]:
    app = App(home, deliver=turn.post)
    app.session.open("pictures")
    turn.until(lambda: len(app.session.items) == 4)
    yield app
    app.close()


@pytest.fixture
def explaining(app: App) -> Explaining:
    return Explaining(app.session, app.tools)


def row_of(app: App, name: str) -> int:
    return next(row for row, path in enumerate(app.session.items.paths) if name in str(path))


def explained(app: App, explaining: Explaining, turn: Turn, name: str, words: str) -> None:
    explaining.state = replace(explaining.state, words=words)
    row = row_of(app, name)
    explaining.look_at(row)
    turn.until(lambda: explaining.subject and explaining.subject.row == row and not explaining.busy)


def test_a_state_is_read_back_and_what_does_not_fit_is_left_out() -> None:
    state = ExplainState(
        "segments", "rise", "method:cosine", "a cat", 0.5, 0.2, "nearest", ("a",), 3, 1, (6,)
    )
    assert ExplainState.from_dict(json.loads(json.dumps(state.to_dict()))) == state

    wrong = {"aspect": "dance", "method": "magic", "opacity": 7, "threshold": True,
             "upsampling": "cubic", "classes": ["", 3], "words": None,
             "layer": -2, "head": True, "levels": [0]}  # fmt: skip
    assert ExplainState.from_dict(wrong) == ExplainState()


def test_the_words_of_a_query_are_those_that_draw_near() -> None:
    query = text("red bird") - text("cage") + image("nest.jpg") + text("winter")
    assert words_of(query) == "red bird, winter"
    assert words_of(image("nest.jpg")) == ""


def test_of_what_is_kept_the_one_asked_for_least_lately_goes() -> None:
    kept: Kept[int] = Kept(2)
    kept.keep("a", 1)
    kept.keep("b", 2)
    assert kept.get("a") == 1
    kept.keep("c", 3)
    assert (kept.get("a"), kept.get("b"), kept.get("c")) == (1, None, 3)


def test_the_house_is_where_the_word_house_is_hottest(
    app: App, explaining: Explaining, turn: Turn
) -> None:
    explained(app, explaining, turn, "house", "a house on a green hill")

    found = explaining.explanation
    assert found is not None
    house = next(word for word in found.words if word.word == "house")
    x, y = (at / size for at, size in zip(house.peak, found.image_size, strict=True))
    assert 0.2 < x < 0.7
    assert 0.25 < y < 0.7
    assert house.score == pytest.approx(found.top)


def test_maps_come_first_and_belief_after_them_and_comparing_can_be_stopped(
    app: App, explaining: Explaining, turn: Turn
) -> None:
    told: list[str] = []
    app.hub.subscribe(told, ExplanationChanged, lambda message: told.append(message.part))
    explained(app, explaining, turn, "lion", "a lion")
    assert explaining.explanation is not None
    assert explaining.explanation.words[1].faithfulness is None
    plain = explaining.explanation.words[1].map

    turn.until(lambda: "judged" in told)
    word = explaining.explanation.words[1]
    assert word.faithfulness is not None
    assert word.faithfulness.random is not None
    np.testing.assert_array_equal(word.map, plain)
    assert told.index("subject") < told.index("maps") < told.index("judged")

    comparing = ComparingMethods(explaining)
    comparing.start()
    trial = comparing.trial
    assert trial is not None
    turn.until(lambda: len(trial.found) >= 2)
    comparing.stop()
    turn.until(lambda: not comparing.running)
    assert trial.fits(explaining)
    assert all(one.words[1].faithfulness is not None for one in trial.found.values())
    assert "rise" not in trial.found


def test_a_picture_is_encoded_once_for_all_words_and_a_map_made_once(
    app: App, explaining: Explaining, turn: Turn, monkeypatch: pytest.MonkeyPatch
) -> None:
    space, asked = app.spaces.load("starter"), []
    tokens = space.encode_content_tokens
    monkeypatch.setattr(
        space,
        "encode_content_tokens",
        lambda content, contents: asked.append(content) or tokens(content, contents),
    )
    explained(app, explaining, turn, "tabby", "a cat")
    first = explaining.explanation
    explaining.change(replace(explaining.state, words="an ear"))
    turn.until(lambda: not explaining.busy)
    explaining.change(replace(explaining.state, words="a cat"))
    turn.until(lambda: not explaining.busy)

    assert asked.count("image") == 1
    assert explaining.explanation is not None
    assert first is not None
    assert explaining.explanation.words[1].map is first.words[1].map


def test_a_newer_question_drops_the_older_one(app: App, explaining: Explaining, turn: Turn) -> None:
    explained(app, explaining, turn, "lion", "a lion")
    for words in ("a mane", "a paw", "a tail"):
        explaining.change(replace(explaining.state, words=words))
    seen: list[str] = []
    app.hub.subscribe(
        seen,
        ExplanationChanged,
        lambda message: (
            seen.append(explaining.explanation.words[1].word)
            if message.part == "maps" and explaining.explanation
            else None
        ),
    )
    turn.until(lambda: not explaining.busy)
    assert seen == ["tail"]


def test_without_words_nothing_is_asked_and_words_can_be_suggested(
    app: App, explaining: Explaining, turn: Turn
) -> None:
    explained(app, explaining, turn, "tabby", "")
    assert explaining.explanation is None
    assert explaining.problem == ""

    suggested: list[str] = []
    explaining.suggest(suggested.append)
    turn.until(lambda: suggested and not explaining.busy)
    assert "cat" in suggested[0].split(", ")
    assert explaining.explanation is not None


def test_a_method_the_space_cannot_serve_says_why_and_the_reasons_are_known(
    app: App, explaining: Explaining, turn: Turn
) -> None:
    explaining.state = replace(explaining.state, method="rollout")
    explained(app, explaining, turn, "lion", "a lion")
    assert "attention" in explaining.problem

    explaining.serving.ask("starter", "image")
    turn.until(lambda: explaining.serving.reasons)
    assert set(explaining.serving.reasons) == set(METHODS)
    assert explaining.serving.reasons["rollout"]
    assert not explaining.serving.reasons["occlusion"]


def test_another_method_stands_beside(app: App, explaining: Explaining, turn: Turn) -> None:
    explained(app, explaining, turn, "lion", "a lion")
    explaining.change(replace(explaining.state, beside="method:cosine"))
    turn.until(lambda: explaining.beside is not None)
    assert explaining.beside.method == "cosine"

    explaining.change(replace(explaining.state, beside="space:nowhere"))
    turn.until(lambda: explaining.beside_problem)
    assert "nowhere" in explaining.beside_problem


def test_a_region_carries_words_and_is_cut_out(
    app: App, explaining: Explaining, turn: Turn
) -> None:
    explained(app, explaining, turn, "house", "a house")
    regions = AskingRegions(explaining)
    regions.ask((0.25, 0.25, 0.7, 0.65))
    turn.until(lambda: regions.region and regions.region.words)

    assert regions.region is not None
    assert "house" in [one.word for one in regions.region.words[:3]]
    height, width = explaining.subject.picture.shape[:2]
    assert regions.region.pixels().shape == (
        int(0.65 * height) - int(0.25 * height), int(0.7 * width) - int(0.25 * width), 3,
    )  # fmt: skip
    regions.clear()
    assert regions.region is None


def test_two_pictures_are_matched_patch_by_patch(
    app: App, explaining: Explaining, turn: Turn
) -> None:
    explained(app, explaining, turn, "lion", "a lion")
    pair = MatchingPictures(explaining)
    pair.hold(explaining.subject)
    assert pair.other is None
    explained(app, explaining, turn, "tabby", "a cat")
    pair.follow()
    turn.until(lambda: pair.matches is not None)

    lines = pair_lines(pair.matches)
    assert len(lines) == pair.matches.layout.count
    assert sum(line["mutual"] for line in lines) == pair.matches.mutual.sum()
    assert pair.held.title == "lion"
    assert pair.other.title == "tabby-cat"
    assert pair.matches.cosines.shape == (
        pair.matches.layout.count,
        pair.matches.other_layout.count,
    )


def test_a_spoken_query_is_explained_by_the_words_heard_in_it(
    app: App, explaining: Explaining, turn: Turn, samples: Path
) -> None:
    spoken = audio(samples / "sounds" / "speech-cat-in-the-sun.flac")
    app.session.ask(spoken)
    explaining.look_at(row_of(app, "tabby-cat"))
    turn.until(lambda: explaining.explanation is not None)
    heard = explaining.hearing.heard
    assert "black" in explaining.words.split()
    assert explaining.words == heard.text
    found = explaining.explanation
    assert found is not None
    assert [one.word for one in found.words] == [one.word for one in heard.words]
    assert found.grid[1] > 1
    times = [explaining.said(one.span) for one in found.words]
    assert [one.word for one in times if one is not None] == [one.word for one in heard.words]
    assert all(one.start < one.end for one in times if one is not None)

    app.session.ask(text("an animal") + spoken)
    explaining.ask()
    turn.until(lambda: not explaining.busy)
    assert explaining.words == f"an animal, {heard.text}"
    words = explaining.explanation.words
    assert explaining.said(words[1].span) is None  # "animal" was written
    assert explaining.said(words[2].span) == heard.words[0]

    explaining.state = replace(explaining.state, words="whiskers")
    assert explaining.words == "whiskers"
    assert explaining.said((0, 8)) is None


@pytest.mark.parametrize("name", ["cowbell.flac", "gone.flac"])
def test_a_query_without_words_in_it_says_why_there_are_none(
    app: App, explaining: Explaining, turn: Turn, samples: Path, name: str
) -> None:
    app.session.ask(audio(samples / "sounds" / name))
    explaining.look_at(row_of(app, "tabby-cat"))
    turn.until(lambda: explaining.hearing.problem)
    assert explaining.words == ""
    assert explaining.explanation is None
    assert not explaining.busy
    assert ("gone.flac" if "gone" in name else "No word was heard") in explaining.hearing.problem


def test_a_space_that_hears_no_words_says_so(app: App) -> None:
    sound = Sound(np.zeros(16_000, np.float32), 16_000)
    with pytest.raises(SpaceError, match="does not tell which words are said"):
        heard_in(app.spaces.load("starter-text"), [sound])


def test_words_meet_words_of_a_text(app: App, explaining: Explaining, turn: Turn) -> None:
    explained(app, explaining, turn, "notes", "a kitten on a building")
    texts = MatchingTexts(explaining)
    texts.ask()
    turn.until(lambda: texts.match is not None)

    layout, cosines = texts.match.matches.other_layout, texts.match.matches.cosines
    kitten = texts.match.matches.layout.words.index("kitten")
    assert layout.words[int(cosines[kitten].argmax())] == "cat"
    assert len(text_lines(texts.match.matches)) == cosines.size


def test_classes_label_patches_and_an_example_is_used(
    app: App, explaining: Explaining, turn: Turn
) -> None:
    explained(app, explaining, turn, "house", "a house")
    segmenting = Segmenting(explaining)
    segmenting.name([" house", "sky ", "sky"])
    assert segmenting.classes == ("house", "sky")
    turn.until(lambda: segmenting.segments is not None)
    before = segmenting.segments

    segmenting.show_example("sky", (0.0, 0.0, 1.0, 0.2))
    turn.until(lambda: segmenting.examples and segmenting.segments is not None)
    assert segmenting.segments is not before
    first_row = segmenting.segments.labels[0]
    assert (first_row == 1).mean() > 0.6

    segmenting.forget_examples("sky")
    assert segmenting.examples == {}


def test_a_word_colours_the_collection_until_it_is_left(app: App, turn: Turn) -> None:
    colours = ColouringByWord(app.session)
    colours.show("house")
    turn.until(lambda: app.session.columns.shown is not None)
    column = app.session.columns.shown
    assert column.name == COLUMN
    values = column.of_rows(len(app.session.items))
    assert int(np.nanargmax(values)) == row_of(app, "house")

    colours.hide()
    assert app.session.columns.shown is None
    assert "by whole items" in column.title

    job = colours.keep_parts()
    turn.until(lambda: job.state.ended)
    colours.show("house")
    turn.until(lambda: app.session.columns.shown is not None)
    assert colours.scores.by_patches.sum() == len(PICTURES)
    assert "by parts" in app.session.columns.shown.title


def test_the_column_of_a_word_says_what_it_is_made_of() -> None:
    rows, ones = np.array([0, 2, 9]), np.ones(3, np.float32)
    scores = WordScores("cat", rows, ones, ones, np.zeros(3, bool))
    column = column_of(scores, 4)
    assert "by whole items" in column.title
    np.testing.assert_array_equal(np.isnan(column.values), [False, True, False, True])


def test_a_page_explains_a_selection_and_names_what_it_cannot(
    app: App, explaining: Explaining, tmp_path: Path
) -> None:
    collection = app.session.collection
    rows = np.array([row_of(app, "lion"), row_of(app, "notes"), row_of(app, "tabby")])
    page = tmp_path / "why.html"
    count, failed = write_gallery(explaining, collection, app.tools, rows, "a cat", page, Control())

    assert count == 2
    assert len(failed) == 1
    assert "notes" in failed[0]
    assert page.read_text().count("<section") == 2


@pytest.mark.parametrize("suffix", [".png", ".svg", ".html", ".json", ".csv"])
def test_what_is_shown_is_written_in_every_form(
    app: App, explaining: Explaining, turn: Turn, tmp_path: Path, suffix: str
) -> None:
    explained(app, explaining, turn, "lion", "a lion")
    comparison = Comparison((explaining.explanation,), "", {})
    output = tmp_path / f"lion{suffix}"
    write_maps(output, "lion", explaining.subject.picture, comparison)

    if suffix == ".json":
        data = json.loads(output.read_text())
        assert data["words"][1]["word"] == "lion"
    elif suffix == ".csv":
        lines = list(csv.DictReader(output.read_text().splitlines()))
        rows, columns = explaining.explanation.grid
        assert len(lines) == 2 * rows * columns
        assert max(float(line["value"]) for line in lines if line["word"] == "lion") == (
            pytest.approx(explaining.explanation.words[1].score, rel=1e-4)
        )
    else:
        assert output.stat().st_size > 1000


def test_the_things_of_a_sentence_are_told_apart() -> None:
    assert things_of("A red cup on the table") == ("red cup", "table")
    assert things_of("a dog, a cat; and the dog left of a tree") == ("dog", "cat", "tree")
    assert things_of("on the") == ()


def test_a_space_without_relations_says_so(app: App, explaining: Explaining, turn: Turn) -> None:
    explained(app, explaining, turn, "house", "a house on a hill")
    relating = Relating(explaining)
    relating.ask()
    turn.until(lambda: relating.problem or relating.found)
    if app.spaces.load("starter").relations is None:
        assert "relations" in relating.problem
    else:
        assert {one.subject for one in relating.found} == {"house", "hill"}
        assert sum(relating.found[0].chances.values()) == pytest.approx(1, abs=1e-3)


def test_a_sound_is_asked_over_its_spectrogram_and_its_description_by_words(
    app: App, explaining: Explaining, samples: Path
) -> None:
    path = samples / "sounds" / "cowbell.flac"
    sound = app.decoder.content(path, "audio", AsIs())
    picture = Spectrogram(sound).picture
    heard = Subject(0, "a", "cowbell", str(path), "audio", Unit("span"), picture, sound)
    assert heard.has_map
    assert not heard.is_picture
    with pytest.raises(SpaceError, match="has no sound encoder"):
        explaining.answers.maps_of(
            Asked(heard, "a bell", "starter-text", "late-interaction"), Control()
        )

    described = replace(heard, unit=Unit("description"))
    assert not described.has_map
