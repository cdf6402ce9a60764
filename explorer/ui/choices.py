"""What the person has chosen for all windows: colours, language, tips, motion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from explorer.core.errors import ExplorerError
from explorer.ui.language import use_language
from explorer.viewstate.messages import Notice
from explorer.viewstate.settings import LanguageChoice, ThemeChoice

if TYPE_CHECKING:
    from explorer.ui.main_window import MainWindow


class Choices:
    """Carries choices out at once and keeps them with the settings.

    Parameters
    ----------
    window
        The one in which they are made.
    """

    def __init__(self, window: MainWindow) -> None:
        self._window, self._settings = window, window.app.settings
        self._appearance, self._tips = window.appearance, window.tips
        self._tipped = False
        self._tips.told.connect(self._told)
        self._tips.unwanted.connect(lambda: self.set_tips(False))

    def choose_theme(self, choice: ThemeChoice) -> None:
        """Use these colours, now and at the next start."""
        self._appearance.choose(choice)
        self._settings.theme = choice
        self._keep()

    def has_theme(self, choice: ThemeChoice) -> bool:
        """Whether the person has chosen these colours."""
        return self._appearance.choice == choice

    def choose_language(self, choice: LanguageChoice) -> None:
        """Speak this language, now and at the next start; every window is made anew."""
        application = QApplication.instance()
        if choice == self._settings.language or not isinstance(application, QApplication):
            return
        self._settings.language = choice
        self._keep()
        use_language(application, choice)
        QTimer.singleShot(0, self._window.siblings.replace)  # after the menu has closed

    def has_language(self, choice: LanguageChoice) -> bool:
        """Whether the person has chosen this language."""
        return self._settings.language == choice

    def tell_first_tip(self) -> None:
        """Show a tip once there are items, if tips are wanted and none was shown yet."""
        if self._settings.tips and not self._tipped:
            self._tipped = True
            self._tips.tell(self._settings.next_tip)

    def set_tips(self, wanted: bool) -> None:
        """Show tips, or never again."""
        self._settings.tips = wanted
        self._keep()
        self._tips.hide()
        if wanted:
            self._tips.tell(self._settings.next_tip)
        self._window.actions_.refresh()

    def _told(self, following: int) -> None:
        self._settings.next_tip = following
        self._keep()

    def toggle_motion(self) -> None:
        """Let things glide, or not."""
        self._appearance.reduce_motion = not self._appearance.reduce_motion
        self._settings.reduce_motion = self._appearance.reduce_motion
        self._window.map_view.map.set_reduced_motion(self._appearance.reduce_motion)
        self._keep()

    def _keep(self) -> None:
        try:
            self._settings.write(self._window.app.home)
        except ExplorerError as error:
            self._window.session.hub.publish(Notice(error.sentence, "problem"))
