"""The theme in use: applied to the application, switched at run time, asked for icons.

Widgets that paint for themselves follow it::

    appearance.changed.connect(self.update)
    painter.setPen(appearance.theme.colour("quiet"))
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QFont, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from explorer.ui.fonts import font_of_size, load_fonts
from explorer.ui.icons import icon_from_font
from explorer.ui.style_sheet import style_sheet
from explorer.ui.theme import DARK, LIGHT, MOTION_MS, SIZES, Theme
from explorer.viewstate.settings import ThemeChoice


class Appearance(QObject):
    """The theme in use; applies palette, fonts and the style sheet to the application.

    Parameters
    ----------
    choice
        What the person wants; ``"system"`` follows the desktop as it changes.
    reduce_motion
        Nothing glides or fades.
    """

    changed = Signal()

    def __init__(
        self,
        app: QApplication,
        choice: ThemeChoice = "system",
        reduce_motion: bool = False,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent or app)
        self._app = app
        self.choice: ThemeChoice = choice
        self.reduce_motion = reduce_motion
        self.theme = self._wanted()
        load_fonts()
        app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(self._follow)
        self._apply()

    @property
    def motion_ms(self) -> int:
        """How long a movement takes; 0 where the person wants none."""
        return 0 if self.reduce_motion else MOTION_MS

    def choose(self, choice: ThemeChoice) -> None:
        """Switch at once."""
        self.choice = choice
        self._follow()

    def icon(self, name: str, role: str = "text") -> QIcon:
        """A Phosphor icon in a role's colour; quiet when disabled, in the accent when checked."""
        theme = self.theme
        quiet, accent = theme.colour("quiet", 0.5), theme.colour("accent")
        return icon_from_font(name, theme.colour(role), quiet, accent)

    def picture(self, name: str, size: int, role: str = "text", ratio: float = 1.0) -> QPixmap:
        """A Phosphor icon as a picture of `size` logical pixels."""
        return self.icon(name, role).pixmap(QSize(size, size), ratio)

    def font(self, step: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """A font of the type scale: 0 small, 1 body, 2 lead, 3 title, 4 display."""
        return font_of_size(SIZES[step], weight)

    def _follow(self) -> None:
        theme = self._wanted()
        if theme is not self.theme:
            self.theme = theme
            self._apply()
            self.changed.emit()

    def _wanted(self) -> Theme:
        if self.choice == "system":
            scheme = self._app.styleHints().colorScheme()
            return LIGHT if scheme == Qt.ColorScheme.Light else DARK
        return DARK if self.choice == "dark" else LIGHT

    def _apply(self) -> None:
        self._app.setFont(self.font(1))
        self._app.setPalette(_palette(self.theme))
        self._app.setStyleSheet(style_sheet(self.theme))


def _palette(theme: Theme) -> QPalette:
    """What Qt's own drawing uses where the style sheet says nothing."""
    palette = QPalette()
    role = QPalette.ColorRole
    for which, colour in (
        (role.Window, theme.window),
        (role.WindowText, theme.text),
        (role.Base, theme.panel),
        (role.AlternateBase, theme.raised),
        (role.Text, theme.text),
        (role.PlaceholderText, theme.quiet),
        (role.Button, theme.raised),
        (role.ButtonText, theme.text),
        (role.ToolTipBase, theme.raised),
        (role.ToolTipText, theme.text),
        (role.BrightText, theme.loss),
        (role.Highlight, theme.accent),
        (role.HighlightedText, theme.on_accent),
        (role.Link, theme.accent),
        (role.Accent, theme.accent),
        (role.Light, theme.raised),
        (role.Midlight, theme.line),
        (role.Mid, theme.line),
        (role.Dark, theme.line),
        (role.Shadow, theme.window),
    ):
        palette.setColor(which, colour)
    disabled = QPalette.ColorGroup.Disabled
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(disabled, which, theme.colour("quiet", 0.6))
    return palette
