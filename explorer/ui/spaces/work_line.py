"""What is being done to a space: how far, and a way to stop it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from explorer.jobs import Job
from explorer.ui.jobs_bar.job_row import job_words, left_words
from explorer.ui.spaces.space_words import size_words
from explorer.ui.spoken import spoken

BYTES_FROM = 1_000_000
"""Progress that counts that far counts bytes."""


class WorkLine(QWidget):
    """Shows one job and follows it when told."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.job: Job | None = None
        self.title = QLabel(self)
        self.note = QLabel(self)
        self.note.setProperty("tone", "quiet")
        self.note.setWordWrap(True)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.stop = QPushButton(self.tr("Stop"), self)
        self.stop.clicked.connect(self._stop)
        column = QVBoxLayout()
        column.setSpacing(4)
        for widget in (self.title, self.bar, self.note):
            column.addWidget(widget)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addLayout(column, 1)
        row.addWidget(self.stop)
        self.hide()

    def follow(self, job: Job | None) -> None:
        """Show where a job stands; nothing where there is none."""
        self.job = job
        self.setVisible(job is not None)
        if job is None:
            return
        step = job.progress
        self.title.setText(spoken(job.title))
        self.bar.setAccessibleName(self.tr("Progress of {}").format(spoken(job.title)))
        self.bar.setRange(0, 1000 if step.total else 0)
        self.bar.setValue(round(1000 * min(step.done / step.total, 1)) if step.total else 0)
        self.note.setText(self._words(job))
        self.stop.setEnabled(not job.cancelling)
        self.stop.setAccessibleName(self.tr("Stop {}").format(spoken(job.title)))

    def _words(self, job: Job) -> str:
        step = job.progress
        if step.total < BYTES_FROM or job.cancelling:
            return job_words(job)
        parts = [
            self.tr("{done} of {total}").format(
                done=size_words(step.done), total=size_words(step.total)
            ),
            self.tr("{} per second").format(size_words(round(step.rate))) if step.rate else "",
            self.tr("{} left").format(left_words(step.seconds_left)) if step.seconds_left else "",
            spoken(step.note),
        ]
        return " · ".join(filter(None, parts))

    def _stop(self) -> None:
        if self.job is not None:
            self.job.cancel()
            self.follow(self.job)
