"""What to say where there is nothing to explain, and what to do about it."""

from __future__ import annotations

from collections.abc import Callable

from explorer.lenses.explanation.methods import DEFAULT, METHODS
from explorer.ui.explain.words_told import tr
from explorer.ui.spoken import spoken
from explorer.ui.welcome.empty_state import Emptiness, Way
from explorer.viewstate.explaining import Explaining
from explorer.viewstate.explaining_directions import MatchingTexts
from explorer.viewstate.explaining_state import Aspect

NEED_WORDS: tuple[Aspect, ...] = ("words", "methods", "relations")


def emptiness_of(
    explaining: Explaining,
    texts: MatchingTexts,
    aspect: Aspect,
    type_words: Callable[[], object],
    suggest: Callable[[], None],
    go_back: Callable[[], None],
) -> Emptiness | None:
    """Why a page has nothing on it; None where it has something.

    Parameters
    ----------
    type_words, suggest, go_back
        What a person can do about it: type words, take some, use the method shown at first.
    """
    subject = explaining.subject
    if subject is None:
        if explaining.problem:
            return _problem(explaining.problem)
        return Emptiness(
            "question",
            tr("Nothing to explain yet"),
            tr("Search by words, then click a hit: here you see which word met which part of it."),
        )
    if aspect in NEED_WORDS and not explaining.words and explaining.hearing.busy:
        return Emptiness(
            "ear", tr("Listening"), tr("The words that are said in the query are being heard…")
        )
    if aspect in NEED_WORDS and not explaining.words:
        heard = spoken(explaining.hearing.problem)
        type_way = Way(tr("Type words"), lambda: (type_words(), None)[1])
        suggest_way = Way(tr("Suggest some"), suggest) if subject.is_picture else None
        return Emptiness(
            "text-aa",
            tr("Which words?"),
            heard or tr("The query has none. Type a word or a sentence above to see where it is."),
            type_way,
            suggest_way,
        )
    if aspect == "words" and explaining.problem:
        way = Way(tr("Explain by {}").format(spoken(METHODS[DEFAULT].title)), go_back)
        return _problem(explaining.problem, way if explaining.state.is_tuned else None)
    if subject.is_picture or aspect == "pair" or (subject.has_map and aspect in NEED_WORDS):
        return None
    if aspect != "words":
        return Emptiness(
            "image", tr("This is for pictures"), tr("Click a picture to ask this of it.")
        )
    if not subject.text.strip():
        return Emptiness(
            "text-aa", tr("No words in it"), tr("There is nothing in this item to compare with.")
        )
    return _problem(texts.problem) if texts.problem else None


def _problem(sentence: str, way: Way | None = None) -> Emptiness:
    return Emptiness("warning-circle", tr("This cannot be explained"), spoken(sentence), way)
