"""What is said to the sound tower: words that people use, titles of pictures, and splits of both.

Words that share their first five letters are on one side, so that nothing like a held-out word
was ever heard.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from starter_training.sources import Example

WORDNET = Path("/usr/share/wordnet")
SAYABLE = re.compile(r"[a-z]+(?:'[a-z]+)?")
LONGEST_WORD, LONGEST_TITLE = 18, 6
HELD_OUT = 0.09
TANGIBLE = {"05", "06", "08", "13", "17", "19"}
"""WordNet's files of animals, artefacts, body parts, food, objects and phenomena."""

FEWEST_USES = 2
"""A word of titles and keywords has to be used so often; one of WordNet's has to be tagged."""


@dataclass(frozen=True)
class Vocabulary:
    """Words and titles.

    Parameters
    ----------
    words
        Single words, the most used first: what the lexicon holds.
    compounds
        Names of two or three words.
    titles
        Titles of pictures of up to six words.
    """

    words: tuple[str, ...]
    compounds: tuple[str, ...]
    titles: tuple[str, ...]

    def heard(self, entries: Iterable[str]) -> list[str]:
        """The entries none of whose words is held out."""
        return [entry for entry in entries if not any(map(is_held_out, entry.split()))]


def is_held_out(word: str) -> bool:
    """Whether a word is kept for testing; a hash of its first five letters decides."""
    return hashlib.sha256(f"word {word[:5]}".encode()).digest()[0] < HELD_OUT * 256


def vocabulary(examples: Sequence[Example], classes: Iterable[str], most: int) -> Vocabulary:
    """The words of WordNet's tagged texts, of pictures' titles and keywords, and of classes."""
    tagged = tagged_lemmas(WORDNET / "cntlist.rev")
    uses: Counter[str] = Counter()
    titles: Counter[str] = Counter()
    phrases: Counter[str] = Counter()
    for example in examples:
        title = plain(example.title)
        for said in {title, *map(plain, example.keywords)}:
            uses.update(set(said.split()))
            if 2 <= len(said.split()) <= 3:
                phrases[said] += 1
        if 2 <= len(title.split()) <= LONGEST_TITLE:
            titles[title] += 1
    for name in map(plain, classes):
        uses.update(dict.fromkeys(name.split(), FEWEST_USES))
        phrases[name] += " " in name
    for lemma, count in tagged.items():
        if " " in lemma:
            phrases[lemma] += count
        else:
            uses[lemma] += count + 1
    ranked = [word for word in ordered(uses) if uses[word] >= FEWEST_USES and sayable(word)]
    words = ranked[:most]
    known = set(words)

    def told(some: Counter[str]) -> tuple[str, ...]:
        return tuple(one for one in ordered(some) if known.issuperset(one.split()))

    return Vocabulary(tuple(words), told(phrases), told(titles))


def ordered(uses: Counter[str]) -> list[str]:
    """The most used first, and of those that are used as much the first of the alphabet."""
    return sorted(uses, key=lambda word: (-uses[word], word))


def rare_words(tokenizer: Path, known: Iterable[str]) -> list[str]:
    """Words that are not said in training and that the lexicon knows all the same.

    First those of the language stream's own vocabulary that WordNet lists, the most used first;
    then WordNet's short names of animals, tools, food and what else one can touch.
    """
    pieces = json.loads(tokenizer.read_text(encoding="utf-8"))["model"]["vocab"]
    listed = {
        line.split()[0]
        for part in ("noun", "verb", "adj", "adv")
        for line in (WORDNET / f"index.{part}").read_text(encoding="utf-8").splitlines()
        if not line.startswith(" ")
    }
    used = [word for word in pieces if len(word) > 2 and sayable(word) and word in listed]
    tangible = set()
    for line in (WORDNET / "data.noun").read_text(encoding="utf-8").splitlines():
        fields = line.split()
        if not line.startswith(" ") and fields[1] in TANGIBLE:
            tangible |= {w for w in fields[4 : 4 + 2 * int(fields[3], 16) : 2] if w.islower()}
    short = sorted(word for word in tangible if 3 <= len(word) <= 12 and sayable(word))
    gone = set(known)
    return [word for word in dict.fromkeys([*used, *short]) if word not in gone]


def tagged_lemmas(path: Path) -> Counter[str]:
    """How often each lemma was tagged in the texts that WordNet counts its senses in."""
    counts: Counter[str] = Counter()
    for line in path.read_text(encoding="utf-8").splitlines():
        key, _, count = line.split()
        counts[plain(key.partition("%")[0].replace("_", " "))] += int(count)
    return counts


def plain(text: str) -> str:
    """Lower case, letters and apostrophes and single spaces."""
    return " ".join(re.sub(r"[^a-z' ]+", " ", text.lower().replace("’", "'")).split())


def sayable(word: str) -> bool:
    """Whether a word is letters that can be read aloud."""
    return (
        1 < len(word) <= LONGEST_WORD
        and SAYABLE.fullmatch(word) is not None
        and any(letter in "aeiouy" for letter in word)
    )
