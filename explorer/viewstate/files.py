"""Small JSON files that are never left half written."""

from __future__ import annotations

import json
import logging
import os
import tempfile
from pathlib import Path
from typing import Any

from explorer.core.errors import SettingsError

_log = logging.getLogger(__name__)


def read_json(file: Path) -> dict[str, Any]:
    """The object in a JSON file; empty if there is none or it is damaged (it is set aside)."""
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        _log.info("%s cannot be read (%s); it is set aside", file, error)
        _set_aside(file)
        return {}
    return data if isinstance(data, dict) else {}


def write_json(file: Path, data: dict[str, Any]) -> None:
    """Replace a JSON file at once: after a crash either the old or the new one is there.

    Raises
    ------
    SettingsError
        If it cannot be written.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as stream:
                json.dump(data, stream, indent=1)
                stream.flush()
                os.fsync(stream.fileno())
            Path(name).replace(file)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise SettingsError(
            "{file} cannot be written: {reason}. Your settings are kept until you quit.",
            file=file,
            reason=error.strerror,
        ) from error


def _set_aside(file: Path) -> None:
    try:
        file.replace(file.with_suffix(f"{file.suffix}.damaged"))
    except OSError:
        _log.info("%s cannot be set aside", file)
