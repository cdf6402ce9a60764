"""A decoder with the plugins that ship, and one more that makes every kind of trouble."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from explorer.api.host import PluginHost
from explorer.api.modality import Limits
from explorer.bundled import plugins_folder
from explorer.media.decoder import Decoder

TROUBLE = """
import ctypes, os, sys, time
from explorer import api

class Trouble(api.Modality):
    id, name, content = "trouble", "Trouble", "image"
    suffixes = frozenset({".abort", ".segv", ".exit", ".hang", ".busy", ".hungry", ".raise",
                          ".print", ".many", ".odd", ".stops", ".slow"})

    def read(self, path, limits):
        kind = path.suffix
        if kind == ".abort":
            os.abort()
        if kind == ".segv":
            ctypes.string_at(0)
        if kind == ".exit":
            sys.exit(3)
        if kind == ".hang":
            path.with_name(path.name + ".begun").touch()
            time.sleep(1000)
        while kind == ".busy":
            pass
        held = []
        while kind == ".hungry":
            held.append(bytearray(50_000_000))
        if kind == ".raise":
            raise ZeroDivisionError("over\\nnothing")
        if kind == ".print":
            print("noise on the output"); sys.stdout.flush(); os.write(1, b"more noise")
        if kind == ".odd":
            meta = {"nan": float("nan"), "bytes": b"x", "list": (1, "\\ud800"), "object": object()}
            yield api.Draft("a\\x00b\\udcff", meta=meta)
            return
        count = {".many": 1300, ".stops": 3}.get(kind, 1)
        for number in range(count):
            yield api.Draft(f"number {number}", f"row {number}" if count > 1 else "",
                            thumbnail=lambda: time.sleep(2.1) if kind == ".slow" else None)
        if kind == ".stops":
            raise ValueError("the rest is missing")

def register(registrar):
    registrar.modality(Trouble())
"""
MANIFEST = 'id = "trouble"\nname = "Trouble"\nversion = "1"\napi = "1.0"\n'


@pytest.fixture(scope="session")
def trouble(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the plugin that makes trouble."""
    folder = tmp_path_factory.mktemp("outside")
    (folder / "trouble").mkdir()
    (folder / "trouble" / "plugin.toml").write_text(MANIFEST)
    (folder / "trouble" / "plugin.py").write_text(TROUBLE)
    return folder


@pytest.fixture
def host(trouble: Path) -> PluginHost:
    """The plugins that ship, and the troublesome one."""
    return PluginHost(plugins_folder(), [trouble], enabled=["trouble"], entry_points=False)


@pytest.fixture
def make_decoder(host: PluginHost) -> Iterator[Callable[..., Decoder]]:
    """Makes decoders that are closed when the test ends."""
    made: list[Decoder] = []

    def make(workers: int = 2, **limits: float) -> Decoder:
        made.append(Decoder(host, Limits(**limits), workers))  # type: ignore[arg-type]
        return made[-1]

    yield make
    for decoder in made:
        decoder.close()


@pytest.fixture
def decoder(make_decoder: Callable[..., Decoder]) -> Decoder:
    """A decoder with the usual limits."""
    return make_decoder()
