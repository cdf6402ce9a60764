"""A collection's description: older and newer forms, damage, and names."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from explorer.core.errors import CollectionError
from explorer.store import folder as folder_module
from explorer.store.folder import Manifest, migrate, read_manifest, write_manifest


@pytest.fixture
def described(tmp_path: Path) -> Path:
    """A folder with a description."""
    odd = os.fsdecode(b"/caf\xe9")
    write_manifest(tmp_path, Manifest("birds", "starter", 512, 1.5, {"image": "abc"}, [odd]))
    return tmp_path


def test_there_and_back(described: Path) -> None:
    manifest = read_manifest(described)
    assert (manifest.name, manifest.space, manifest.dimension) == ("birds", "starter", 512)
    assert manifest.folders == [os.fsdecode(b"/caf\xe9")]
    assert os.listdir(described) == ["collection.json"]  # noqa: PTH208


def change(folder: Path, **values: object) -> None:
    """Change something in the description."""
    data = json.loads((folder / "collection.json").read_text())
    (folder / "collection.json").write_text(json.dumps({**data, **values}))


def test_a_newer_form_is_refused(described: Path) -> None:
    change(described, schema=2)
    with pytest.raises(CollectionError, match=r"newer Explorer.*Update Explorer"):
        read_manifest(described)


def test_older_forms_are_brought_up_to_date(
    described: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder_module, "SCHEMA_VERSION", 3)
    steps: list[int] = []
    migrate(described, {1: lambda _: steps.append(1), 2: lambda _: steps.append(2)})
    assert steps == [1, 2]
    assert read_manifest(described).schema == 3
    migrate(described, {})
    assert steps == [1, 2]


def test_a_step_that_fails_is_done_again(described: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder_module, "SCHEMA_VERSION", 3)
    steps: list[int] = []

    def fail(_: Path) -> None:
        raise CollectionError("no room")

    with pytest.raises(CollectionError, match="no room"):
        migrate(described, {1: lambda _: steps.append(1), 2: fail})
    assert read_manifest(described).schema == 2
    migrate(described, {2: lambda _: steps.append(2)})
    assert steps == [1, 2]
    change(described, schema=1)
    with pytest.raises(CollectionError, match="new collection"):
        migrate(described, {})


@pytest.mark.parametrize("content", ["", "{", "[]", '{"schema": "1"}', '{"schema": 1}'])
def test_damage_is_a_sentence(tmp_path: Path, content: str) -> None:
    (tmp_path / "collection.json").write_text(content)
    with pytest.raises(CollectionError, match=r"collection\.json"):
        read_manifest(tmp_path)
