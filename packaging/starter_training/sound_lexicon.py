"""How words are pronounced, by espeak-ng's rules for General American, as single letters."""

from __future__ import annotations

import gzip
import re
import subprocess
from collections.abc import Sequence
from pathlib import Path

from explorer.encoders.starter.lexicon import PHONES, Lexicon

LEXICON_FILE = "lexicon.txt.gz"

SAME = {
    "tS": "C", "dZ": "J", "i:": "i", "I2": "I", "I#": "I", "a#": "@", "aa": "a", "A:": "A",
    "0": "A", "O:": "O", "O2": "O", "u:": "u", "3": "R", "3:": "R", "aI": "Y", "aU": "W",
    "OI": "X", "eI": "e", "oU": "o", "@L": "@l", "A@": "Ar", "o@": "Or", "O@": "Or", "i@": "ir",
    "e@": "er", "U@": "ur", "i@3": "iR", "aI3": "YR", "aI@": "Y@", "r-": "r", "n-": "n",
    "@-": "@", "@2": "@", "?": "t", "x": "k", "A~": "An", "O~": "On", "t#": "t", "t2": "t",
}  # fmt: skip
"""espeak-ng's names of phones that are not our own letter for them."""

LITTLE = {
    "a": "@", "the": "D@", "of": "@v", "and": "@nd", "is": "Iz", "in": "In", "on": "An",
    "with": "wID", "to": "t@", "at": "at", "for": "fR", "from": "frVm", "by": "bY", "it": "It",
    "its": "Its", "he": "hi", "she": "Si", "they": "De", "we": "wi", "you": "ju", "my": "mY",
    "his": "hIz", "her": "hR", "their": "Der", "our": "WR", "this": "DIs", "that": "Dat",
    "these": "Diz", "are": "Ar", "was": "wVz", "has": "haz", "as": "az", "or": "Or", "an": "an",
    "some": "sVm", "into": "Intu", "over": "ovR", "under": "VndR", "between": "bItwin",
    "because": "bIkAz", "after": "aftR", "before": "bIfOr", "while": "wYl", "where": "wer",
}  # fmt: skip
"""Little words as sentences have them; alone they sound otherwise, and WordNet has none."""


def pronounced(words: Sequence[str]) -> dict[str, str]:
    """Words to their phones; a word that espeak-ng reads as several is left out."""
    run = subprocess.run(
        ["espeak-ng", "-q", "-x", "--sep=_", "-v", "en-us"],
        input="\n\n".join(words), capture_output=True, text=True, check=True,
    )  # fmt: skip
    lines = [line.strip() for line in run.stdout.splitlines() if line.strip()]
    if len(lines) != len(words):
        raise SystemExit(f"espeak-ng told {len(lines)} pronunciations of {len(words)} words.")
    found = {word: _phones(line) for word, line in zip(words, lines, strict=True)}
    return {word: phones for word, phones in found.items() if phones and set(phones) <= set(PHONES)}


def _phones(line: str) -> str:
    if " " in line:
        return ""
    parts = re.sub(r"[',%=|;]", "", line).split("_")
    return "".join(SAME.get(part, part.strip(":")) for part in parts)


def write(path: Path, words: Sequence[str], phones: dict[str, str]) -> None:
    """Write a lexicon, the most used words first; the same words give the same bytes."""
    text = "".join(f"{word}\t{phones[word]}\n" for word in words if word in phones)
    path.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def lexicon(words: Sequence[str], phones: dict[str, str]) -> Lexicon:
    """The same in memory."""
    return Lexicon([(word, phones[word]) for word in words if word in phones])
