"""Every job since the program started: how far, how fast, how it ended, and its log."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from explorer.jobs import Job
from explorer.ui.jobs_bar.job_row import JobRow, job_words
from explorer.ui.panel import Desk, Panel
from explorer.ui.spoken import spoken
from explorer.viewstate.messages import JobChanged, ProblemsWanted

KEPT = 200
"""Ended jobs that stay in the list; the oldest go first."""
ROW_HEIGHT = 32


class TasksPanel(Panel):
    """The list of jobs on the left, the log of the chosen one on the right."""

    name, icon, keys = "tasks", "checks", "Ctrl+Shift+J"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._places: dict[int, QListWidgetItem] = {}
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Jobs"))
        self.list.currentItemChanged.connect(lambda *_: self._show_log())
        self.log = QPlainTextEdit(self)
        self.log.setReadOnly(True)
        self.log.setAccessibleName(self.tr("Log of the job"))
        self.log.setPlaceholderText(self.tr("What a job has to say stands here."))
        self.hint = QLabel(
            self.tr("Nothing has been done yet. Indexing, maps and exports show up here.")
        )
        self.hint.setProperty("tone", "quiet")
        self.hint.setWordWrap(True)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.clear_button = QPushButton(self.tr("Clear what has ended"), self)
        self.copy_button = QPushButton(self.tr("Copy the log"), self)
        self.problems_button = QPushButton(self.tr("Files that failed…"), self)
        self.clear_button.clicked.connect(self.clear_ended)
        self.copy_button.clicked.connect(
            lambda: QGuiApplication.clipboard().setText(self.log.toPlainText())
        )
        hub = desk.session.hub
        self.problems_button.clicked.connect(lambda: hub.publish(ProblemsWanted()))
        self._lay_out()
        hub.subscribe(self, JobChanged, lambda message: self._follow(message.job))
        self._settle()

    def title(self) -> str:
        return self.tr("Tasks")

    def _lay_out(self) -> None:
        parts = QSplitter(Qt.Orientation.Horizontal, self)
        parts.addWidget(self.list)
        parts.addWidget(self.log)
        parts.setStretchFactor(0, 3)
        parts.setStretchFactor(1, 2)
        parts.setChildrenCollapsible(False)
        self._parts = parts
        line = QHBoxLayout()
        line.addWidget(self.problems_button)
        line.addStretch(1)
        line.addWidget(self.copy_button)
        line.addWidget(self.clear_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 12, 8)
        column.setSpacing(8)
        column.addWidget(self.hint, 1)
        column.addWidget(parts, 1)
        column.addLayout(line)

    @property
    def jobs(self) -> tuple[Job, ...]:
        """The jobs listed, newest first."""
        rows = (self._row(self.list.item(at)) for at in range(self.list.count()))
        return tuple(row.job for row in rows)

    def clear_ended(self) -> None:
        """Forget the jobs that have ended."""
        for at in reversed(range(self.list.count())):
            if self._row(self.list.item(at)).job.state.ended:
                self._forget(at)
        self._settle()

    def _row(self, item: QListWidgetItem) -> JobRow:
        row = self.list.itemWidget(item)
        assert isinstance(row, JobRow)
        return row

    def _follow(self, job: Job) -> None:
        if job.quiet:
            return
        item = self._places.get(id(job))
        if item is None:
            item = QListWidgetItem()
            item.setSizeHint(QSize(0, ROW_HEIGHT))
            self.list.insertItem(0, item)
            row = JobRow(job, self.desk.appearance, self.list)
            row.put_away.connect(self._put_away)
            self.list.setItemWidget(item, row)
            self._places[id(job)] = item
            if self.list.currentRow() <= 0:
                self.list.setCurrentItem(item)
            self._keep_few()
        self._row(item).follow()
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{spoken(job.title)}: {job_words(job)}")
        if item is self.list.currentItem():
            self._show_log()
        self._settle()

    def _put_away(self, job: Job) -> None:
        self._forget(self.list.row(self._places[id(job)]))
        self._settle()

    def _keep_few(self) -> None:
        for at in reversed(range(KEPT, self.list.count())):
            if self._row(self.list.item(at)).job.state.ended:
                self._forget(at)

    def _forget(self, at: int) -> None:
        job = self._row(self.list.item(at)).job
        del self._places[id(job)]
        self.list.takeItem(at)

    def _show_log(self) -> None:
        item = self.list.currentItem()
        row = self.list.itemWidget(item) if item is not None else None
        words = ""
        if isinstance(row, JobRow):
            words = "\n".join(spoken(line) for line in (*row.job.log, row.job.error) if line)
        if words != self.log.toPlainText():
            self.log.setPlainText(words)
        self.copy_button.setEnabled(bool(words))

    def _settle(self) -> None:
        some = self.list.count() > 0
        self.hint.setVisible(not some)
        self._parts.setVisible(some)
        self.clear_button.setEnabled(any(job.state.ended for job in self.jobs))
        self.copy_button.setEnabled(bool(self.log.toPlainText()))
