"""Opening files with a program of the person's choice, which is remembered for each kind."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QMimeDatabase, QProcess
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QFileDialog, QMenu
from shiboken6 import isValid

from explorer.core.errors import SettingsError
from explorer.jobs import Control
from explorer.media.programs import Program, find_program, programs_for
from explorer.ui.grid.files_out import open_with_system
from explorer.viewstate.messages import Notice
from explorer.viewstate.programs import ChosenPrograms
from explorer.viewstate.session import Session


class OpenWith:
    """Opens files, and offers the programs there are for them.

    Parameters
    ----------
    session
        Its jobs look for programs; its hub hears of what fails.
    chosen
        What the person opens each kind of file with.
    """

    def __init__(self, session: Session, chosen: ChosenPrograms) -> None:
        self._session, self._chosen = session, chosen

    def open(self, path: str) -> None:
        """Open a file with the program chosen for its kind, or else the system's."""
        if not Path(path).exists():
            self._tell(_tr("{} cannot be opened: the file is not there any more.").format(path))
            return
        program_id = self._chosen.of(_kinds_of(path)[0])
        if not program_id:
            self._open_with_system(path)
            return

        def found(program: Program | None) -> None:
            if program is None:  # it was removed from the machine
                self._open_with_system(path)
            else:
                self._start(program, path)

        self._session.jobs.submit(
            "Find the program",
            lambda control: find_program(program_id, _language()),
            key="program",
            done=found,
            failed=self._tell,
            quiet=True,
        )

    def fill(self, menu: QMenu, path: str) -> None:
        """Offer the programs for a file; those of the system come as they are found."""
        kinds = _kinds_of(path)
        group = QActionGroup(menu)
        self._offer(menu, group, None, path, None)
        end = menu.addSeparator()
        menu.addAction(_tr("Another program…")).triggered.connect(lambda: self._ask_program(path))

        def work(control: Control) -> list[Program]:
            del control
            programs = programs_for(kinds, _language())
            own = self._chosen.of(kinds[0])
            if own and own not in (one.id for one in programs):
                programs += [one for one in (find_program(own),) if one is not None]
            return programs

        def done(programs: list[Program]) -> None:
            if isValid(menu):
                for program in programs:
                    self._offer(menu, group, program, path, end)

        self._session.jobs.submit(
            "Find programs", work, key="programs", done=done, failed=self._tell, quiet=True
        )

    def _offer(
        self,
        menu: QMenu,
        group: QActionGroup,
        program: Program | None,
        path: str,
        before: QAction | None,
    ) -> None:
        name = program.name if program else _tr("The system's program")
        action = QAction(name.replace("&", "&&"), menu)
        action.setCheckable(True)
        action.setChecked(self._chosen.of(_kinds_of(path)[0]) == (program.id if program else ""))
        action.triggered.connect(partial(self._choose, program, path))
        group.addAction(action)
        if before is None:
            menu.addAction(action)
        else:
            menu.insertAction(before, action)

    def _choose(self, program: Program | None, path: str, checked: bool = True) -> None:
        del checked
        try:
            self._chosen.choose(_kinds_of(path)[0], program.id if program else "")
        except SettingsError as error:
            self._tell(error.sentence)
        if program is None:
            self._open_with_system(path)
        else:
            self._start(program, path)

    def _ask_program(self, path: str) -> None:
        """Let the person point at a program; what it is called differs from system to system."""
        title, start = _tr("Choose a program"), _programs_folder()
        name, _ = QFileDialog.getOpenFileName(None, title, start, _tr("Programs") + _filter())
        if not name:
            return
        program = find_program(name)
        if program is None:
            self._tell(_tr("{} is no program that can be started.").format(name))
        else:
            self._choose(program, path)

    def _start(self, program: Program, path: str) -> None:
        words = program.command(path)
        started = QProcess.startDetached(words[0], words[1:])
        # PySide gives whether it started and its number; its types say the first alone.
        if not (started[0] if isinstance(started, tuple) else started):
            self._tell(_tr("{} could not be started.").format(program.name))

    def _open_with_system(self, path: str) -> None:
        if not open_with_system(path):
            self._tell(_tr("{} cannot be opened: the system has no program for it.").format(path))

    def _tell(self, sentence: str) -> None:
        self._session.hub.publish(Notice(sentence, "problem"))


def _kinds_of(path: str) -> list[str]:
    """MIME types of a file by its name: its own first, then those it is a case of."""
    kind = QMimeDatabase().mimeTypeForFile(path, QMimeDatabase.MatchMode.MatchExtension)
    return [kind.name(), *kind.allAncestors()]


def _language() -> str:
    return QLocale().name().partition("_")[0]


def _programs_folder() -> str:
    places = {"darwin": "/Applications", "win32": "C:/Program Files"}
    return places.get(sys.platform, "/usr/bin")


def _filter() -> str:
    return {"darwin": " (*.app)", "win32": " (*.exe)"}.get(sys.platform, " (*)")


def _tr(text: str) -> str:
    return QCoreApplication.translate("OpenWith", text)
