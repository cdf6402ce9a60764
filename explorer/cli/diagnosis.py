"""What ``explorer doctor`` looks at."""

from __future__ import annotations

import os
import platform
import tempfile
from collections.abc import Callable
from dataclasses import asdict, dataclass
from importlib import metadata

from explorer.app import App
from explorer.core.errors import ExplorerError

PACKAGES = ("lancedb", "numpy", "onnxruntime", "pillow", "PySide6-Essentials", "torch")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    name: str
    ok: bool
    detail: str

    def to_dict(self) -> dict[str, object]:
        """JSON data."""
        return asdict(self)


def diagnose(app: App) -> list[Finding]:
    """Look at everything a person's report would need."""
    findings = [Finding("Python", True, f"{platform.python_version()} on {platform.platform()}")]
    findings += [_package(name) for name in PACKAGES]
    findings.append(_checked("Home folder", lambda: _home(app)))
    for space_id in app.spaces.ids:
        findings.append(_space(app, space_id))
    for plugin in app.host.plugins.values():
        state = plugin.error or plugin.state
        findings.append(Finding(f"Plugin {plugin.id}", plugin.state != "failed", state))
    return findings


def _package(name: str) -> Finding:
    try:
        return Finding(name, True, metadata.version(name))
    except metadata.PackageNotFoundError:
        return Finding(name, False, f"is not installed; install it with: pip install {name}")


def _checked(name: str, look: Callable[[], str]) -> Finding:
    try:
        return Finding(name, True, look())
    except (ExplorerError, OSError) as error:
        return Finding(name, False, str(error))


def _home(app: App) -> str:
    app.home.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryFile(dir=app.home):
        free = os.statvfs(app.home) if hasattr(os, "statvfs") else None
    space = f", {free.f_bavail * free.f_frsize / 1e9:.0f} GB free" if free else ""
    return f"{app.home} can be written{space}"


def _space(app: App, space_id: str) -> Finding:
    try:
        result = app.self_test(space_id)
    except ExplorerError as error:
        return Finding(f"Space {space_id}", False, str(error))
    return Finding(f"Space {space_id}", result.passed, result.sentence)
