"""Handing files to the system: open them, show them in their folder."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def open_with_system(path: str) -> bool:
    """Open a file with the program the system has for it; whether that could be asked."""
    return Path(path).exists() and QDesktopServices.openUrl(QUrl.fromLocalFile(path))


def reveal_in_folder(path: str) -> bool:
    """Show a file in the system's file manager, marked where that is possible."""
    folder = Path(path).parent
    if not folder.is_dir():
        return False
    if sys.platform == "darwin":
        return subprocess.run(["open", "-R", path], check=False).returncode == 0
    if sys.platform == "win32":
        subprocess.Popen(["explorer", "/select,", str(Path(path))])
        return True
    return _reveal_by_dbus(path) or QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _reveal_by_dbus(path: str) -> bool:
    """Ask the file manager of a Linux desktop (org.freedesktop.FileManager1)."""
    from PySide6.QtDBus import QDBusConnection, QDBusMessage

    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        return False
    call = QDBusMessage.createMethodCall(
        "org.freedesktop.FileManager1",
        "/org/freedesktop/FileManager1",
        "org.freedesktop.FileManager1",
        "ShowItems",
    )
    call.setArguments([[QUrl.fromLocalFile(path).toString()], ""])
    return bus.call(call, timeout=2000).type() == QDBusMessage.MessageType.ReplyMessage
