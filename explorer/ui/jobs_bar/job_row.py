"""One line for one job: what, how far, how fast, how long still, and a way to stop it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QToolButton, QWidget

from explorer.jobs import Job, JobState
from explorer.ui.appearance import Appearance
from explorer.ui.eliding_label import ElidingLabel
from explorer.ui.spoken import spoken

TITLE_ROOM = 160
"""Of what a job is called so much stays readable, however long its note; in pixels."""

_ICONS = {
    JobState.WAITING: ("hourglass", "quiet"),
    JobState.RUNNING: ("arrows-clockwise", "accent"),
    JobState.DONE: ("check-circle", "quiet"),
    JobState.FAILED: ("warning-circle", "loss"),
    JobState.CANCELLED: ("prohibit", "quiet"),
}


class JobRow(QWidget):
    """Shows a job and follows it when told."""

    put_away = Signal(object)
    """The job, when the person does not want to see it any more."""

    def __init__(self, job: Job, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.job, self._appearance = job, appearance
        self._icon = QLabel(self)
        self.title = ElidingLabel(self, TITLE_ROOM)
        self.title.setText(spoken(job.title))
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(160)
        self.bar.setAccessibleName(self.tr("Progress of {}").format(spoken(job.title)))
        self.note = ElidingLabel(self)
        self.note.setProperty("tone", "quiet")
        self.note.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.button = QToolButton(self)
        self.button.setAutoRaise(True)
        self.button.clicked.connect(self._stop_or_put_away)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._icon)
        layout.addWidget(self.title)
        layout.addWidget(self.bar)
        layout.addWidget(self.note)
        layout.addStretch(1)
        layout.addWidget(self.button)
        appearance.changed.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Show where the job stands now."""
        job = self.job
        name, role = _ICONS[job.state]
        self._icon.setPixmap(self._appearance.picture(name, 16, role, self.devicePixelRatioF()))
        running = not job.state.ended
        self.bar.setVisible(running)
        step = job.progress
        # Qt counts in 32 bits; thousandths are finer than the bar has pixels.
        self.bar.setRange(0, 1000 if step.total else 0)
        self.bar.setValue(round(1000 * min(step.done / step.total, 1)) if step.total else 0)
        words = job_words(job)
        self.note.setText(words)
        self.note.setToolTip(words)
        self.button.setIcon(self._appearance.icon("x", "quiet"))
        self.button.setEnabled(not (running and job.cancelling))
        stop = self.tr("Stop {}") if running else self.tr("Put {} away")
        self.button.setToolTip(stop.format(spoken(job.title)))
        self.button.setAccessibleName(stop.format(spoken(job.title)))

    def _stop_or_put_away(self) -> None:
        if self.job.state.ended:
            self.put_away.emit(self.job)
        else:
            self.job.cancel()
            self.follow()


def job_words(job: Job) -> str:
    """Where a job stands: "1,200 of 8,121 · 140 per second · about 50 s left"."""
    if job.state is JobState.FAILED:
        return spoken(job.error)
    if job.state is JobState.CANCELLED:
        return _tr("stopped")
    if job.state is JobState.DONE:
        return _tr("done")
    if job.cancelling:
        return _tr("stopping…")
    if job.state is JobState.WAITING:
        return _tr("waits for its turn")
    step, locale = job.progress, QLocale()
    parts = []
    if step.total:
        done, total = locale.toString(step.done), locale.toString(step.total)
        parts.append(_tr("{done} of {total}").format(done=done, total=total))
    elif step.done:
        parts.append(locale.toString(step.done))
    if step.rate >= 1:
        parts.append(_tr("{} per second").format(locale.toString(round(step.rate))))
    if step.seconds_left is not None and step.done < step.total:
        parts.append(_tr("{} left").format(left_words(step.seconds_left)))
    if step.note:
        parts.append(spoken(step.note))
    return " · ".join(parts)


def left_words(seconds: float) -> str:
    """A time to wait, no finer than it can be known: "a moment", "about 40 s", "about 5 min"."""
    if seconds < 5:
        return _tr("a moment")
    if seconds < 90:
        return _tr("about {} s").format(5 * round(seconds / 5))
    if seconds < 90 * 60:
        return _tr("about {} min").format(round(seconds / 60))
    return _tr("about {} h").format(QLocale().toString(seconds / 3600, "f", 1))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Jobs", text)
