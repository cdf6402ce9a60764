"""Words for the person that are made below the window and can be said in its language.

As it stands a wording is plain English, and the command line prints it. It also remembers its
pattern and what was put in, so that the window can look the pattern up among its translations
and put the same in again; the table of translations is the only one there is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache

PLACE = re.compile(r"\{(\w+)\}")
"""A place of a pattern."""


class Wording(str):
    """A sentence, title or name with places for values.

    Parameters
    ----------
    pattern
        English, with a place for each value: ``"Embed in {space}"``. Without values it is taken
        as it stands, braces and all.
    values
        What to put in. Whole numbers get their thousands parted, others one decimal; a value that
        is a `Wording` is translated with the sentence.
    """

    pattern: str
    values: dict[str, float | str]

    def __new__(cls, pattern: str, /, **values: object) -> Wording:
        if isinstance(pattern, Wording) and not values:
            return pattern
        shown = {name: _shown(value) for name, value in values.items()}
        self = super().__new__(cls, pattern.format(**shown) if values else pattern)
        self.pattern = str(pattern)
        # Texts alone are kept: an exception would keep everything alive that it came from.
        self.values = {
            name: value if isinstance(value, int | float | Wording) else str(value)
            for name, value in values.items()
        }
        return self

    def __reduce__(self) -> tuple[Callable[..., Wording], tuple[str, dict[str, float | str]]]:
        return _made, (self.pattern, self.values)  # crosses from worker processes


def joined(separator: str, parts: Iterable[str]) -> Wording:
    """Several wordings in a row, each of which is translated by itself."""
    values = {f"part{number}": part for number, part in enumerate(parts)}
    return Wording(separator.join(f"{{{name}}}" for name in values), **values)


def recognised(words: str, patterns: Iterable[str]) -> Wording:
    """The wording that a stored sentence once was, by the one of these patterns that fits best."""
    fitting = (
        (len(PLACE.sub("", pattern)), pattern, found.groupdict())
        for pattern in patterns
        if (found := _form(pattern).fullmatch(words))
    )
    _, pattern, values = max(fitting, default=(0, words, {}), key=lambda one: one[0])
    return Wording(pattern, **values)


@cache
def _form(pattern: str) -> re.Pattern[str]:
    texts = PLACE.split(pattern)  # what stands between the places, and their names, in turn
    parts = []
    for number, text in enumerate(texts):
        if number % 2 == 0:
            parts.append(re.escape(text))
        else:
            seen = text in texts[1:number:2]
            parts.append(f"(?P={text})" if seen else f"(?P<{text}>.+)")
    return re.compile("".join(parts), re.DOTALL)


def _shown(value: object) -> object:
    if isinstance(value, float):
        return f"{value:,.1f}"
    is_count = isinstance(value, int) and not isinstance(value, bool)
    return f"{value:,}" if is_count else value


def _made(pattern: str, values: dict[str, float | str]) -> Wording:
    return Wording(pattern, **values)
