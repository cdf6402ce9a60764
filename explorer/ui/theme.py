"""The colours and scales of the window as plain data; `explorer.ui.appearance` switches them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QColor

SPACES: Final = (4, 8, 12, 16, 24, 32)
"""The one spacing scale, px."""
SIZES: Final = (11.0, 12.5, 14.0, 18.0, 24.0)
"""The one type scale, px: small, body, lead, title, display."""
RADIUS: Final = 6
MOTION_MS: Final = 150

_CONTENT_ROLES = {"text": "words", "image": "pictures", "audio": "sound"}


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours as ``#rrggbb``, by what they are for.

    Parameters
    ----------
    window, panel, raised, line
        Surfaces, from the back to the front, and the lines between them.
    text, quiet
        Words, and words that stand back; both at least 4.5:1 on every surface.
    accent, accent_text, on_accent
        What is selected, active or asked; words in that colour, and words on it, 4.5:1 both.
    words, pictures, sound
        The three kinds of content, the same in chips, legend and map.
    loss
        Red, for what is lost when one goes on.
    others
        Further colours for kinds of content that plugins bring.
    """

    name: str
    dark: bool
    window: str
    panel: str
    raised: str
    line: str
    text: str
    quiet: str
    accent: str
    accent_text: str
    on_accent: str
    words: str
    pictures: str
    sound: str
    loss: str
    others: tuple[str, ...]

    def colour(self, role: str, alpha: float = 1.0) -> QColor:
        """The colour of a role (``"quiet"``), with an opacity from 0 to 1."""
        colour = QColor(getattr(self, role))
        colour.setAlphaF(alpha)
        return colour

    def content(self, kind: str) -> str:
        """The colour of a kind of content: ``"text"``, ``"image"``, ``"audio"`` or any other."""
        role = _CONTENT_ROLES.get(kind)
        if role is not None:
            return str(getattr(self, role))
        return self.others[sum(kind.encode()) % len(self.others)]

    def mixed(self, role: str, share: float, onto: str = "panel") -> str:
        """A colour laid thinly over a surface, as an opaque ``#rrggbb``."""
        front, back = QColor(getattr(self, role)), QColor(getattr(self, onto))
        pairs = (
            (front.red(), back.red()),
            (front.green(), back.green()),
            (front.blue(), back.blue()),
        )
        return QColor(*(round(f * share + b * (1 - share)) for f, b in pairs)).name()


DARK: Final = Theme(
    name="dark",
    dark=True,
    window="#1b1b1d",
    panel="#232326",
    raised="#2c2c30",
    line="#38383d",
    text="#e8e8ea",
    quiet="#a2a2a9",
    accent="#f2a93b",
    accent_text="#f2a93b",
    on_accent="#1b1b1d",
    words="#8f7cf0",
    pictures="#b5c95a",
    sound="#46b8b0",
    loss="#ef6b62",
    others=("#d98ac2", "#6fa8e8", "#d9a27c", "#9fb0c0"),
)

LIGHT: Final = Theme(
    name="light",
    dark=False,
    window="#f4f4f5",
    panel="#ffffff",
    raised="#ececee",
    line="#d9d9dd",
    text="#1c1c1f",
    quiet="#66666e",
    accent="#b86e00",
    accent_text="#855000",
    on_accent="#0d0d0e",
    words="#6a55d8",
    pictures="#71841a",
    sound="#127f78",
    loss="#c22f26",
    others=("#a8508e", "#2f6fb8", "#9a5a2c", "#566878"),
)
