"""The rules of the layout that import-linter can't state."""

from __future__ import annotations

import ast
import importlib.metadata
import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import explorer
from explorer.bundled import plugins_folder

PACKAGE = Path(explorer.__file__).parent
PYPROJECT = PACKAGE.parent / "pyproject.toml"
PLUGIN_SOURCES = sorted(plugins_folder().rglob("*.py"))
SLOW_TO_LOAD = {
    *("torch", "transformers", "onnxruntime", "umap", "numba", "lancedb", "sklearn", "ot"),
    *("scipy", "superqt", "PySide6"),
}

pytestmark = pytest.mark.skipif(not PYPROJECT.exists(), reason="these rules are for a checkout")


def imported_modules(source: Path) -> Iterator[str]:
    """Yield the full name of each module or member that a file imports, wherever it does so."""
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        # A relative import stays in its package or plugin.
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def third_parties(sources: list[Path], own: set[str]) -> dict[str, list[str]]:
    """Return the top-level modules from elsewhere, each with the files that import it."""
    found: dict[str, list[str]] = {}
    for source in sources:
        for name in {module.partition(".")[0] for module in imported_modules(source)}:
            if name not in sys.stdlib_module_names | own:
                found.setdefault(name, []).append(str(source))
    return found


@pytest.mark.parametrize(
    "source", PLUGIN_SOURCES, ids=lambda path: f"{path.parent.name}/{path.name}"
)
def test_a_plugin_knows_only_the_api(source: Path) -> None:
    own = [name for name in imported_modules(source) if re.match(r"explorer\b", name)]
    assert [name for name in own if not re.match(r"explorer\.api\b", name)] == []


def test_the_core_needs_numpy_alone() -> None:
    assert set(third_parties(sorted((PACKAGE / "core").rglob("*.py")), {"explorer"})) <= {"numpy"}


def test_every_library_that_is_imported_is_declared() -> None:
    declared = {
        re.split(r"[^\w.-]", line)[0].lower().replace("_", "-")
        for line in tomllib.loads(PYPROJECT.read_text())["project"]["dependencies"]
    }
    provided_by = importlib.metadata.packages_distributions()
    used = third_parties([*PACKAGE.rglob("*.py"), *PLUGIN_SOURCES], {"explorer"})
    undeclared = {
        name: files
        for name, files in used.items()
        if name not in {"PySide6", "shiboken6"}
        and not {d.lower().replace("_", "-") for d in provided_by.get(name, [name])} & declared
    }
    assert undeclared == {}


@pytest.mark.parametrize("module", ["explorer", "explorer.cli"])
def test_importing_is_quick_and_loads_nothing_heavy(module: str) -> None:
    code = f"import {module}, sys, json; print(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert SLOW_TO_LOAD & set(json.loads(done.stdout)) == set()


def test_the_window_comes_up_without_what_takes_long_to_load() -> None:
    pytest.importorskip("PySide6")
    code = "import explorer.ui.main_window, sys, json; print(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert SLOW_TO_LOAD & set(json.loads(done.stdout)) == {"PySide6"}
