"""What every plugin has to keep to.

Run it over a plugin of your own, with a file or two of each of its kinds in ``samples/``::

    pytest tests/plugins/test_contract.py --plugin-folder path/to/my_plugin
"""

from __future__ import annotations

import ast
import json
import random
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from explorer import api
from explorer.api.host import PluginHost
from explorer.api.manifest import Manifest, read_manifest
from explorer.api.modality import Draft, Limits, Modality
from explorer.core.errors import MediaError

HEAVY = ("torch", "transformers", "lancedb", "PySide6", "pyarrow", "numba")
SAMPLES_OF_OURS = 3


@pytest.fixture(scope="module")
def host(plugin_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> PluginHost:
    """A host with this plugin and no other."""
    bundled = tmp_path_factory.mktemp("bundled")
    ignored = shutil.ignore_patterns("samples", "__pycache__")
    shutil.copytree(plugin_folder, bundled / plugin_folder.name, ignore=ignored)
    return PluginHost(bundled, entry_points=False)


@pytest.fixture(scope="module")
def manifest(plugin_folder: Path) -> Manifest:
    return read_manifest(plugin_folder)


@pytest.fixture(scope="module")
def samples_of(
    plugin_folder: Path,
    host: PluginHost,
    make_samples: Callable[[Path, frozenset[str]], list[Path]],
    tmp_path_factory: pytest.TempPathFactory,
) -> dict[str, list[Path]]:
    """By modality: the plugin's own ``samples/``, some made here, some that ship."""
    shipped = sorted(plugin_folder.parents[1].glob("assets/samples/**/*.*"))
    own = sorted((plugin_folder / "samples").glob("*"))
    found = {}
    for modality in host.modalities.values():
        made = make_samples(tmp_path_factory.mktemp("samples"), modality.suffixes)
        fitting = [path for path in shipped if path.suffix in modality.suffixes]
        mine = [path for path in own if path.suffix in modality.suffixes]
        found[modality.id] = [*mine, *made, *fitting[:SAMPLES_OF_OURS]]
    return found


@pytest.fixture
def each_sample(
    host: PluginHost, samples_of: dict[str, list[Path]]
) -> Callable[[], Iterator[tuple[Modality, Path]]]:
    def pairs() -> Iterator[tuple[Modality, Path]]:
        for modality in host.modalities.values():
            for path in samples_of[modality.id]:
                yield modality, path

    return pairs


def test_its_manifest_is_valid(manifest: Manifest) -> None:
    manifest.check()
    assert manifest.description, "say in plugin.toml what it does"


def test_it_loads_whole(host: PluginHost, manifest: Manifest) -> None:
    plugin = host.plugins[manifest.id]
    assert (plugin.state, plugin.error) == ("loaded", "")
    assert len(host.modalities) > 0


def test_it_unloads_whole(host: PluginHost, manifest: Manifest) -> None:
    before = list(host.modalities)
    host.unload(manifest.id)
    try:
        assert not host.modalities
        own = f"explorer_plugin_{manifest.id.replace('-', '_')}"
        assert [name for name in sys.modules if f"{name}.".startswith(f"{own}.")] == []
    finally:
        host.load(manifest.id)
    assert list(host.modalities) == before


def test_it_imports_nothing_of_explorer_but_the_api(plugin_folder: Path) -> None:
    wrong = []
    for file in plugin_folder.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            names = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and not node.level:
                names = [f"{node.module}.{alias.name}" for alias in node.names]
            ours = [name for name in names if name.split(".")[0] == "explorer"]
            wrong += [name for name in ours if not f"{name}.".startswith("explorer.api.")]
    assert wrong == []


def test_importing_it_loads_nothing_heavy(manifest: Manifest) -> None:
    code = (
        "import sys, pathlib\n"
        "from explorer.api.host import run_register\n"
        "from explorer.api.manifest import read_manifest\n"
        "run_register(read_manifest(pathlib.Path(sys.argv[1])))\n"
        f"print([name for name in {HEAVY} if name in sys.modules])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(manifest.folder)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]", "import it inside the function that needs it"


def test_its_suffixes_are_in_lower_case_with_a_dot(host: PluginHost) -> None:
    for modality in host.modalities.values():
        assert modality.suffixes
        for suffix in modality.suffixes:
            assert suffix.startswith(".")
            assert suffix == suffix.lower()


def test_each_modality_has_a_sample_that_it_reads(samples_of: dict[str, list[Path]]) -> None:
    for modality_id, paths in samples_of.items():
        assert paths, f"put a file that '{modality_id}' reads into the plugin's samples/"


def test_drafts_are_json_and_their_units_are_in_order(each_sample: Callable[[], Iterator]) -> None:
    for modality, path in each_sample():
        drafts = read_all(modality, path)
        assert drafts, f"{path} gave no item"
        for draft in drafts:
            assert isinstance(draft.title, str)
            assert isinstance(draft.text, str)
            assert isinstance(draft.part, str)
            json.dumps(dict(draft.meta), allow_nan=False)
            units = [piece.unit for piece in draft.pieces]
            assert [unit.index for unit in units] == list(range(len(units)))
            json.dumps([unit.to_dict() for unit in units], allow_nan=False)
            if modality.content == "text":
                assert all(unit.text for unit in units), "a unit of text carries its words"
        parts = [draft.part for draft in drafts]
        assert len(set(parts)) == len(parts), "items of one file need different parts"


def test_contents_are_what_encoders_take(each_sample: Callable[[], Iterator]) -> None:
    checks = {"image": is_picture, "audio": is_sound, "text": is_words}
    for modality, path in each_sample():
        check = checks.get(modality.content, lambda content: content is not None)
        for draft in modality.read(path, Limits()):
            for piece in list(draft.pieces)[:3]:
                assert check(piece.load()), f"{path}: {piece.unit}"


def test_thumbnails_and_previews_keep_to_their_size(each_sample: Callable[[], Iterator]) -> None:
    for modality, path in each_sample():
        for draft in list(modality.read(path, Limits()))[:2]:
            part = draft.part
            unit = next((piece.unit for piece in draft.pieces), api.Unit())
            for size in (64, 700):
                preview = modality.preview(path, part, unit, size, Limits())
                assert preview.picture is not None or preview.sound is not None or preview.text
                if preview.picture is not None:
                    assert is_picture(preview.picture)
                    assert max(preview.picture.shape[:2]) <= size
        for draft in modality.read(path, Limits()):
            thumbnail = draft.thumbnail()
            if thumbnail is not None:
                assert is_picture(thumbnail)
                assert max(thumbnail.shape[:2]) <= Draft.THUMBNAIL


def test_parts_are_the_same_at_the_next_reading(each_sample: Callable[[], Iterator]) -> None:
    for modality, path in each_sample():
        first, second = (
            [(draft.part, draft.title, [piece.unit for piece in draft.pieces]) for draft in drafts]
            for drafts in (read_all(modality, path), read_all(modality, path))
        )
        assert first == second


def test_declared_limits_are_respected(each_sample: Callable[[], Iterator]) -> None:
    for modality, path in each_sample():
        if modality.content in ("image", "audio"):
            with pytest.raises(MediaError):
                read_all(modality, path, Limits(max_pixels=4, max_seconds=0.01))


@pytest.mark.parametrize("damage", ["empty", "noise", "zeros"])
def test_what_is_no_media_is_a_media_error(damage: str, host: PluginHost, tmp_path: Path) -> None:
    contents = {"empty": b"", "noise": random.Random(4).randbytes(5000), "zeros": bytes(5000)}
    for modality in host.modalities.values():
        for suffix in sorted(modality.suffixes):
            path = tmp_path / f"file{suffix}"
            path.write_bytes(contents[damage])
            with pytest.raises(MediaError) as caught:
                read_all(modality, path)
            assert caught.value.path == str(path)
            assert is_sentence_end(caught.value.reason), caught.value.reason


def test_a_cut_file_is_read_or_a_media_error(
    each_sample: Callable[[], Iterator], tmp_path: Path
) -> None:
    for modality, path in each_sample():
        data = path.read_bytes()
        for share in (0.02, 0.3, 0.9):
            cut = tmp_path / path.name
            cut.write_bytes(data[: max(1, int(share * len(data)))])
            reason = reason_against(modality, cut)
            assert reason is None or is_sentence_end(reason), reason


def read_all(modality: Modality, path: Path, limits: Limits | None = None) -> list[Draft]:
    """Read a file to its end the way Explorer does: all contents before the next item."""
    drafts = []
    for draft in modality.read(path, limits or Limits()):
        draft.pieces = list(draft.pieces)
        for piece in draft.pieces:
            piece.load()
        draft.thumbnail()
        drafts.append(draft)
    return drafts


def reason_against(modality: Modality, path: Path) -> str | None:
    """Why a file cannot be read, or None if it can."""
    try:
        read_all(modality, path)
    except MediaError as error:
        return error.reason
    return None


def is_picture(content: object) -> bool:
    return (
        isinstance(content, np.ndarray)
        and content.dtype == np.uint8
        and content.ndim == 3
        and content.shape[2] == 3
        and content.size > 0
    )


def is_sound(content: object) -> bool:
    return (
        isinstance(content, api.Sound)
        and content.samples.dtype == np.float32
        and content.samples.ndim == 1
        and len(content.samples) > 0
        and float(np.abs(content.samples).max()) <= 1.0
        and content.rate > 0
    )


def is_words(content: object) -> bool:
    return isinstance(content, str) and bool(content.strip())


def is_sentence_end(reason: str) -> bool:
    """Something a person can read after the file's name and a colon."""
    return len(reason.split()) >= 3 and "\n" not in reason and "Traceback" not in reason
