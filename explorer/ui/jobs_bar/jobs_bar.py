"""The strip at the bottom: running jobs, failures that stay, and what has just happened."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from explorer.core.commands import Command, History
from explorer.jobs import Job, JobState
from explorer.ui.appearance import Appearance
from explorer.ui.jobs_bar.job_row import JobRow
from explorer.ui.spoken import spoken
from explorer.viewstate.messages import HistoryChanged, JobChanged, Notice
from explorer.viewstate.session import Session

LATE_MS = 400
"""A job that ends sooner is not worth a line."""
NOTICE_MS = 6000
UNDO_MS = 12_000
"""What can be taken back is told for longer: one has to see first that it was wrong."""
KEPT = 4
"""Lines of ended jobs that stay."""


class JobsBar(QWidget):
    """One line for each job worth showing; empty, it takes no room."""

    def __init__(
        self, session: Session, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._appearance = session, appearance
        self._rows: dict[int, JobRow] = {}
        self._late: dict[int, QTimer] = {}
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        rule = QFrame(self)
        rule.setProperty("kind", "rule")
        self.notice = _NoticeLine(session.history, appearance, self)
        self._lines = QVBoxLayout()
        self._lines.setContentsMargins(16, 4, 8, 4)
        self._lines.setSpacing(4)
        self._lines.addWidget(self.notice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(rule)
        column.addLayout(self._lines)
        self.notice.changed = self._fit
        session.hub.subscribe(self, JobChanged, lambda message: self._follow(message.job))
        session.hub.subscribe(self, Notice, self._say)
        session.hub.subscribe(self, HistoryChanged, lambda message: self.notice.follow())
        self._fit()

    def close_view(self) -> None:
        """Hear of nothing more."""
        self._session.hub.unsubscribe(self)
        self.notice.rest()
        for timer in self._late.values():
            timer.stop()

    @property
    def rows(self) -> tuple[JobRow, ...]:
        """The lines shown."""
        return tuple(self._rows.values())

    def _follow(self, job: Job) -> None:
        if job.quiet:
            return
        key = id(job)
        if key in self._rows:
            self._rows[key].follow()
            if job.state in (JobState.DONE, JobState.CANCELLED):
                self._put_away(job)
        elif job.state is JobState.FAILED:
            self._show(job)
        elif job.state.ended:
            if timer := self._late.pop(key, None):
                timer.stop()
        elif key not in self._late:
            timer = QTimer(self, singleShot=True, interval=LATE_MS)
            timer.timeout.connect(lambda: self._show_late(job))
            timer.start()
            self._late[key] = timer

    def _say(self, notice: Notice) -> None:
        """Show a notice; why a job failed stands in the job's own line already."""
        lines = (row.job for row in self._rows.values())
        if not any(job.state is JobState.FAILED and job.error == notice.sentence for job in lines):
            self.notice.say(notice)

    def _show_late(self, job: Job) -> None:
        self._late.pop(id(job), None)
        if not job.state.ended:
            self._show(job)

    def _show(self, job: Job) -> None:
        row = JobRow(job, self._appearance, self)
        row.put_away.connect(self._put_away)
        self._rows[id(job)] = row
        self._lines.insertWidget(self._lines.count() - 1, row)
        ended = [one.job for one in self._rows.values() if one.job.state.ended]
        for old in ended[:-KEPT]:
            self._put_away(old)
        self._fit()

    def _put_away(self, job: Job) -> None:
        row = self._rows.pop(id(job), None)
        if row is not None:
            self._lines.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._fit()

    def _fit(self) -> None:
        self.setVisible(bool(self._rows) or not self.notice.isHidden())


class _NoticeLine(QWidget):
    """The last notice: quiet ones fade, problems stay until they are put away.

    Where it tells of a deed that can be undone, a button does so.
    """

    def __init__(self, history: History, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._history, self._appearance = history, appearance
        self._command: Command | None = None
        self.changed: Callable[[], None] = lambda: None
        self._icon = QLabel(self)
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.undo = QPushButton(self)
        self.undo.setProperty("kind", "link")
        self.undo.setText(self.tr("Undo"))
        self.undo.clicked.connect(self._take_back)
        self.button = QToolButton(self)
        self.button.setAutoRaise(True)
        self.button.setIconSize(QSize(12, 12))
        self.button.setAccessibleName(self.tr("Put this away"))
        self.button.setToolTip(self.tr("Put this away"))
        self.button.clicked.connect(self._away)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self._icon)
        line.addWidget(self.words, 1)
        line.addWidget(self.undo)
        line.addWidget(self.button)
        self._fade = QTimer(self, singleShot=True, interval=NOTICE_MS)
        self._fade.timeout.connect(self._away)
        self.hide()

    def say(self, notice: Notice) -> None:
        """Show a notice in place of the last one."""
        problem = notice.kind == "problem"
        name, role = ("warning-circle", "loss") if problem else ("info", "quiet")
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(self._appearance.picture(name, 16, role, ratio))
        self.button.setIcon(self._appearance.icon("x", "quiet"))
        words = spoken(notice.sentence)
        self.words.setText(words)
        self.setAccessibleName(words)
        self._command = notice.command
        if self._command is not None:
            tip = self.tr("Undo: {}").format(spoken(self._command.name))
            self.undo.setToolTip(tip)
            self.undo.setAccessibleName(tip)
        self.follow()
        self.show()
        self._fade.stop()
        if not problem:
            self._fade.start(NOTICE_MS if self._command is None else UNDO_MS)
        self.changed()

    def follow(self) -> None:
        """Offer to undo only what is still done."""
        self.undo.setVisible(self._command is not None and self._history.holds(self._command))

    def rest(self) -> None:
        """Let the clock stop."""
        self._fade.stop()

    def _take_back(self) -> None:
        if self._command is not None:
            self._history.take_back(self._command)
        self._away()

    def _away(self) -> None:
        self._fade.stop()
        self.hide()
        self.changed()
