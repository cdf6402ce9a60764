"""Which plugins the contract tests run over, and small files of every kind, made on the spot."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as parquet
import pytest
import soundfile
from PIL import Image

from explorer.api.host import PluginHost
from explorer.bundled import plugins_folder

RATE = 16000


@pytest.fixture(scope="session")
def shipped() -> PluginHost:
    """The plugins that come with Explorer, loaded."""
    return PluginHost(plugins_folder(), entry_points=False)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--plugin-folder",
        action="append",
        type=Path,
        default=[],
        metavar="DIR",
        help="test the plugin in this folder; by default all that come with Explorer",
    )


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "plugin_folder" in metafunc.fixturenames:
        chosen = metafunc.config.getoption("plugin_folder")
        folders = chosen or sorted(file.parent for file in plugins_folder().glob("*/plugin.toml"))
        metafunc.parametrize(
            "plugin_folder",
            [folder.resolve() for folder in folders],
            ids=lambda path: path.name,
            scope="session",
        )


def gradient(width: int = 300, height: int = 200) -> Image.Image:
    """A picture in which every pixel differs from its neighbours."""
    across, down = np.meshgrid(np.linspace(0, 255, width), np.linspace(0, 255, height))
    return Image.fromarray(np.stack([across, down, (across + down) / 2], 2).astype(np.uint8))


def chirp(seconds: float = 12.0) -> np.ndarray:
    """A rising tone."""
    time = np.arange(int(seconds * RATE)) / RATE
    return (0.5 * np.sin(2 * np.pi * (200 + 50 * time) * time)).astype(np.float32)


def _picture(path: Path) -> None:
    gradient().save(path)


def _heif(path: Path) -> None:
    import pillow_heif

    pillow_heif.from_pillow(gradient()).save(path)


def _sound(path: Path) -> None:
    soundfile.write(path, chirp(), RATE)


def _text(path: Path) -> None:
    path.write_text("# Birds\n\nA red bird sits on a cage.\n\nThe cage is empty.\n", "utf-8")


def _csv(path: Path) -> None:
    tab = "\t" if path.suffix == ".tsv" else ","
    rows = [("name", "price", "text"), ("Bird", "3", "A red bird"), ("Cage", "40", "An old cage")]
    path.write_text("\n".join(tab.join(row) for row in rows) + "\n", "utf-8")


def _json_lines(path: Path) -> None:
    rows = [{"name": "Bird", "price": 3}, {"name": "Cage", "price": 40, "old": True}]
    path.write_text("\n".join(map(json.dumps, rows)) + "\n", "utf-8")


def _parquet(path: Path) -> None:
    table = {"name": ["Bird", "Cage"], "price": [3.5, None], "raw": [b"\x00", b"\x01"]}
    parquet.write_table(pa.table(table), path)


MAKERS: dict[str, Callable[[Path], None]] = {
    **dict.fromkeys((".png", ".jpg", ".webp", ".gif", ".tif", ".bmp", ".avif", ".jp2"), _picture),
    **dict.fromkeys((".tga", ".ico", ".ppm", ".pcx", ".qoi", ".dds", ".sgi"), _picture),
    ".heic": _heif,
    **dict.fromkeys((".wav", ".flac", ".ogg", ".mp3", ".aiff", ".caf", ".w64"), _sound),
    **dict.fromkeys((".txt", ".md", ".rst"), _text),
    **dict.fromkeys((".csv", ".tsv"), _csv),
    **dict.fromkeys((".jsonl", ".ndjson"), _json_lines),
    ".parquet": _parquet,
}


@pytest.fixture(scope="session")
def make_samples() -> Callable[[Path, frozenset[str]], list[Path]]:
    """Writes a file for each of the suffixes that can be made here."""

    def make(folder: Path, suffixes: frozenset[str]) -> list[Path]:
        made = []
        for suffix in sorted(suffixes & MAKERS.keys()):
            path = folder / f"sample{suffix}"
            MAKERS[suffix](path)
            made.append(path)
        return made

    return make
