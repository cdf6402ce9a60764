"""What a map, a method and their scores mean, in sentences."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from explorer.api.encoder import SaidWord
from explorer.lenses.explanation.methods import METHODS
from explorer.lenses.explanation.spectrogram import SoundFrame
from explorer.lenses.faithfulness import Faithfulness
from explorer.lenses.word_patch import Explanation, WordMap


def tr(text: str) -> str:
    """Translate words of the view of explanations."""
    return QCoreApplication.translate("Explain", text)


def value_words(value: float) -> str:
    """A value of a map as its number: "0.055"; tiny ones keep two digits that count."""
    if value and abs(value) < 0.001:
        return QLocale().toString(value, "e", 1)
    return QLocale().toString(value, "f", 3)


def score_pair(belief: Faithfulness) -> str:
    """ "deletion 0.31, insertion 0.72"."""
    digits = QLocale().toString
    return tr("deletion {}, insertion {}").format(
        digits(belief.deletion, "f", 2), digits(belief.insertion, "f", 2)
    )


def nowhere_words(word: WordMap | None) -> str:
    """A sentence for a map with nothing on it, else ""."""
    if word is None or word.score > 0:
        return ""
    return tr("Nowhere does “{}” say more than the other words.").format(word.word)


def belief_words(word: WordMap | None, explanation: Explanation) -> tuple[str, str]:
    """How far to believe what is shown, and its tone: "", "quiet" or "accent"."""
    if not METHODS[explanation.method].per_word:
        sentence = tr("This method knows nothing of words: its map is the same for all of them.")
        return sentence, "accent"
    if word is None:
        return "", "quiet"
    if nowhere := nowhere_words(word):
        return nowhere, "quiet"
    belief = word.faithfulness
    if belief is None:
        return tr("Testing how far to believe it…"), "quiet"
    if belief.better_than_random:
        return tr("Better than random maps ({}).").format(score_pair(belief)), ""
    return (
        tr("No better than random maps ({}): do not believe this one.").format(score_pair(belief)),
        "accent",
    )


def belief_tip() -> str:
    """What deletion and insertion are."""
    return tr(
        "Believed: how many of the words have a map that beats nine in ten random ones.\n"
        "Deletion: patches are taken away, hottest first; the lower, the better.\n"
        "Insertion: they are put into an empty picture, hottest first; the higher, the better."
    )


def word_tip(word: WordMap) -> str:
    """A word's best value, and whether it is believed, for its tooltip."""
    lines = [tr("{}: best patch {}").format(word.word, value_words(word.score))]
    if not word.content:
        lines.append(tr("A function word: it takes no part in the colour range."))
    belief = word.faithfulness
    if word.content and belief is not None and belief.better_than_random is False:
        lines.append(tr("No better than random."))
    return "\n".join(lines)


def said_words(said: SaidWord | None) -> str:
    """When a word of a spoken query was heard: "0.4–0.8 s"; "" for one that was written."""
    if said is None:
        return ""
    number = QLocale().toString
    return tr("{}–{} s").format(number(said.start, "f", 1), number(said.end, "f", 1))


def said_tip(said: SaidWord | None) -> str:
    """How sure it is that a word was heard, and what else it may have been; "" where written."""
    if said is None:
        return ""
    share = QLocale().toString(said.chance * 100, "f", 0)
    words = tr("Heard in the query at {}, {} % sure.").format(said_words(said), share)
    others = ", ".join(word for word, _ in said.others[:3])
    return f"{words}\n{tr('Or else it was: {}').format(others)}" if others else words


def is_doubtful(word: WordMap) -> bool:
    """Whether a word's map does not beat random ones."""
    belief = word.faithfulness
    return belief is not None and belief.better_than_random is False


def sound_words(frame: SoundFrame, across: float, down: float | None) -> str:
    """When and how high a place of a spectrogram is: "at 0.8 s, 1,200 Hz".

    ``down`` is None for a place that stands for all frequencies of its time.
    """
    number = QLocale().toString
    seconds = number(frame.seconds_at(across, 1), "f", 1)
    if down is None:
        return tr("at {} s").format(seconds)
    hertz = number(frame.hertz_at(min(max(down, 0.0), 1.0), 1), "f", 0)
    return tr("at {} s, {} Hz").format(seconds, hertz)
