"""Moves the view: at once while the hand moves it, with a short ease for wheel and keys."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation, Signal

from explorer.ui.map.viewport import Viewport

EASE_MS = 150


class Camera(QObject):
    """Holds the view and where it is going.

    Signals
    -------
    moved
        The view has changed.
    rested
        It has arrived where it was going.
    """

    moved = Signal()
    rested = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.view = Viewport()
        self.target = self.view
        self.animated = True
        self._from = self.view
        self._ease = QVariantAnimation(self)
        self._ease.setStartValue(0.0)
        self._ease.setEndValue(1.0)
        self._ease.setDuration(EASE_MS)
        self._ease.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._ease.valueChanged.connect(self._step)
        self._ease.finished.connect(self._arrive)

    @property
    def moving(self) -> bool:
        """Whether an ease is under way."""
        return self._ease.state() == QVariantAnimation.State.Running

    def jump(self, view: Viewport) -> None:
        """Show a view at once."""
        self._ease.stop()
        self.view = self.target = view
        self.moved.emit()

    def glide(self, view: Viewport) -> None:
        """Go to a view, with an ease unless motion is to be reduced."""
        if not self.animated:
            self.jump(view)
            self.rested.emit()
            return
        self._ease.stop()
        self._from, self.target = self.view, view
        self._ease.start()

    def resize(self, width: int, height: int) -> None:
        """Keep the middle in the middle of a window of another size."""
        self.target = self.target.resized(width, height)
        self._from = self._from.resized(width, height)
        self.view = self.view.resized(width, height)

    def _step(self, share: float) -> None:
        self.view = self._from.toward(self.target, float(share))
        self.moved.emit()

    def _arrive(self) -> None:
        self.view = self.target
        self.moved.emit()
        self.rested.emit()
