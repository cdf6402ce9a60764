"""Plugins that fail are taken back whole and named; everything else works."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import metadata
from pathlib import Path

import pytest

from explorer.api import host as host_module
from explorer.api.host import Plugin, PluginHost
from explorer.bundled import plugins_folder

GOOD = """
from explorer import api

class Things(api.Modality):
    id, name, content = "{id}-things", "Things", "text"
    suffixes = frozenset({{".{id}"}})

    def read(self, path, limits):
        yield api.Draft(path.stem)

def register(registrar):
    registrar.modality(Things())
"""

Write = Callable[..., Path]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where plugins of this test lie."""
    (tmp_path / "plugins").mkdir()
    return tmp_path / "plugins"


@pytest.fixture
def write(folder: Path) -> Write:
    """Writes a plugin folder; by default one that works."""

    def write_plugin(
        plugin_id: str = "good", code: str = "", *, name: str = "", manifest: str = "", **facts: str
    ) -> Path:
        place = folder / (name or plugin_id)
        place.mkdir()
        said = {"id": plugin_id, "name": plugin_id.title(), "version": "1.0", "api": "1.0"} | facts
        lines = [f"{key} = {value!r}" for key, value in said.items()]
        (place / "plugin.toml").write_text(manifest or "\n".join(lines))
        (place / "plugin.py").write_text(code or GOOD.format(id=plugin_id))
        return place

    return write_plugin


def load(folder: Path, **keywords: object) -> PluginHost:
    return PluginHost(folder, entry_points=False, **keywords)  # type: ignore[arg-type]


def only_failure(host: PluginHost) -> Plugin:
    """The one plugin that failed, after making sure that the good one works."""
    assert list(host.modalities) == ["good-things"]
    assert host.plugins["good"].state == "loaded"
    assert [plugin_id for plugin_id, _ in host.folders] == ["good"]
    (failed,) = host.failures
    return failed


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("def register(registrar):\n    raise ValueError('no luck')", "ValueError: no luck"),
        ("raise RuntimeError('at import')", "RuntimeError: at import"),
        ("import sys\nsys.exit(2)", "SystemExit: 2"),
        ("def register(registrar)\n    pass", "SyntaxError"),
        ("import surely_not_installed", "ModuleNotFoundError"),
        ("from explorer.api import Modality, Surely", "ImportError"),
        ("x = 1", "has no function 'register(registrar)'"),
        ("raise BaseException()", "BaseException"),
        ("\x00", "SyntaxError|ValueError"),
    ],
    ids=["register", "import", "exit", "syntax", "module", "name", "empty", "base", "binary"],
)
def test_a_plugin_that_fails_is_named_and_leaves_nothing(
    code: str, said: str, write: Write, folder: Path
) -> None:
    write()
    write("bad", code)
    failed = only_failure(load(folder))
    assert failed.id == "bad"
    assert any(each in failed.error for each in said.split("|")), failed.error
    assert not [name for name in sys.modules if name.startswith("explorer_plugin_bad")]


HALF = """
from explorer import api
from . import second

class First(api.Modality):
    id, name, content, suffixes = "first", "First", "text", frozenset({".first"})

    def read(self, path, limits):
        yield api.Draft()

def register(registrar):
    registrar.modality(First())
    second.fail()
"""


def test_a_plugin_that_fails_half_way_is_taken_back_whole(write: Write, folder: Path) -> None:
    write()
    place = write("bad", HALF)
    (place / "second.py").write_text("def fail():\n    raise KeyError('second')\n")
    failed = only_failure(load(folder))
    assert "KeyError: 'second'" in failed.error
    assert not [name for name in sys.modules if name.startswith("explorer_plugin_bad")]


def test_a_modality_that_lacks_something_is_named(write: Write, folder: Path) -> None:
    write()
    write("bad", GOOD.format(id="bad").replace('frozenset({".bad"})', "frozenset()"))
    assert only_failure(load(folder)).error == "A modality of plugin 'bad' has no 'suffixes'."


def test_two_plugins_with_one_modality(write: Write, folder: Path) -> None:
    write()
    write("rival", GOOD.format(id="good"))
    failed = only_failure(load(folder))
    assert failed.id == "rival"
    assert "already provided by plugin 'good'" in failed.error


def test_a_missing_package_is_named_with_the_way_to_get_it(write: Write, folder: Path) -> None:
    write()
    place = write("bad")
    with (place / "plugin.toml").open("a") as file:
        file.write('\nrequires = ["surely-not-installed>=2"]')
    error = only_failure(load(folder)).error
    assert "surely-not-installed>=2" in error
    assert "not installed" in error
    assert 'pip install "surely-not-installed>=2"' in error


def test_a_package_that_is_too_old_is_named(write: Write, folder: Path) -> None:
    write()
    with (write("bad") / "plugin.toml").open("a") as file:
        file.write('\nrequires = ["numpy>=99"]')
    error = only_failure(load(folder)).error
    assert f"version {metadata.version('numpy')} is installed" in error


def test_a_package_for_another_system_is_not_asked_for(write: Write, folder: Path) -> None:
    with (write() / "plugin.toml").open("a") as file:
        file.write("\nrequires = [\"surely-not-installed; sys_platform == 'amiga'\"]")
    assert load(folder).plugins["good"].state == "loaded"


@pytest.mark.parametrize("version", ["2.0", "0.9", "1.99", "new"])
def test_another_api_version_is_refused(version: str, write: Write, folder: Path) -> None:
    write()
    write("bad", api=version)
    error = only_failure(load(folder)).error
    assert f"written for plugin API {version}" in error


@pytest.mark.parametrize(
    ("manifest", "said"),
    [
        ("id = ", "not valid TOML"),
        ('id = "bad"', "has no 'name'"),
        ('id = "Bad id"\nname = "B"\nversion = "1"\napi = "1.0"', "lower-case"),
        ('id = "bad"\nname = "B"\nversion = "1"\napi = "1.0"\nrequires = "numpy"', "list"),
        ('id = "bad"\nname = "B"\nversion = "1"\napi = "1.0"\nmodule = "no.py"', "not in the"),
    ],
    ids=["toml", "name", "id", "requires", "module"],
)
def test_a_broken_manifest_is_named(manifest: str, said: str, write: Write, folder: Path) -> None:
    write()
    write("bad", manifest=manifest)
    assert said in only_failure(load(folder)).error


def test_two_plugins_with_one_id(write: Write, folder: Path) -> None:
    write()
    write("good", name="later")
    failed = only_failure(load(folder))
    assert "has the same id 'good'" in failed.error
    assert str(folder / "later") in failed.error


def test_a_plugin_can_be_switched_off_and_on(write: Write, folder: Path) -> None:
    write()
    host = load(folder, disabled=["good"])
    assert host.plugins["good"].state == "disabled"
    assert not host.modalities
    assert host.load("good").state == "loaded"
    assert host.modalities.owner("good-things") == "good"
    host.unload("good")
    assert (host.plugins["good"].state, list(host.modalities)) == ("disabled", [])


def test_a_plugin_that_was_mended_loads_again(write: Write, folder: Path) -> None:
    place = write("bad", "raise ValueError")
    host = load(folder)
    assert host.plugins["bad"].state == "failed"
    # Another length: bytecode is kept by size and time, and the clock may not have moved on.
    (place / "plugin.py").write_text(GOOD.format(id="bad"))
    assert host.load("bad").error == ""
    assert host.failures == ()
    assert list(host.modalities) == ["bad-things"]


def test_plugins_from_outside_wait_until_they_are_switched_on(write: Write, folder: Path) -> None:
    write("stranger")
    host = PluginHost(folder.parent / "none", [folder], entry_points=False)
    assert host.plugins["stranger"].state == "disabled"
    assert not host.plugins["stranger"].first_party
    assert "explorer_plugin_stranger" not in sys.modules
    host = PluginHost(folder.parent / "none", [folder], enabled=["stranger"], entry_points=False)
    assert host.plugins["stranger"].state == "loaded"


def test_a_plugin_from_outside_does_not_replace_one_that_came_with_explorer(
    write: Write, folder: Path
) -> None:
    write("pictures")
    host = PluginHost(plugins_folder(), [folder], enabled=["pictures"], entry_points=False)
    assert host.plugins["pictures"].first_party
    assert host.plugins["pictures"].state == "loaded"
    assert ["same id" in plugin.error for plugin in host.failures] == [True]


def test_installed_packages_are_found_and_wait(
    write: Write, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = write("packed", name="a_packed_plugin")
    (place / "__init__.py").touch()
    entries = [
        metadata.EntryPoint("packed", "a_packed_plugin", host_module.ENTRY_POINTS),
        metadata.EntryPoint("gone", "no_such_package.at_all", host_module.ENTRY_POINTS),
    ]
    monkeypatch.syspath_prepend(folder)
    monkeypatch.setattr(host_module.metadata, "entry_points", lambda group: entries)
    host = PluginHost(folder.parent / "none", enabled=["packed"])
    assert host.plugins["packed"].state == "loaded"
    assert "no package no_such_package.at_all" in host.plugins["gone"].error


def test_all_that_ships_loads() -> None:
    host = PluginHost(plugins_folder(), entry_points=False)
    assert [plugin.error for plugin in host.failures] == []
    assert set(host.modalities) >= {"pictures", "text", "tables", "audio"}
    owned: dict[str, str] = {}
    for modality in host.modalities.values():
        for suffix in modality.suffixes:
            assert owned.setdefault(suffix, modality.id) == modality.id
