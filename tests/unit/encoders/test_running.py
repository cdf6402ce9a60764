"""How encoders run: device and precision of each, and a budget for the memory of all."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from explorer.bundled import assets_folder
from explorer.core.errors import SpaceError
from explorer.encoders.budget import MemoryBudget, machine_memory
from explorer.encoders.catalogue import SpaceCatalogue
from explorer.encoders.devices import Device, Running, available_devices
from explorer.encoders.families import find_space
from explorer.encoders.families.network import Network

Folder = Callable[[str], Path]


@pytest.fixture
def catalogue(explorer_home: Path, checkpoint: Folder) -> Iterator[SpaceCatalogue]:
    """Three small spaces and two matching networks, added as a person adds them."""
    catalogue = SpaceCatalogue(assets_folder(), explorer_home)
    for name in ("clip", "siglip", "dinov2", "vilt", "blip"):
        catalogue.add(checkpoint(name), name)
    yield catalogue
    catalogue.close()


def weights(network: torch.nn.Module) -> int:
    return sum(one.numel() * one.element_size() for one in network.parameters())


# --- memory ---------------------------------------------------------------------------------------


def test_what_was_used_longest_ago_goes_first_and_comes_again(
    catalogue: SpaceCatalogue, contents: dict[str, list]
) -> None:
    spaces = [catalogue.load(name) for name in ("clip", "siglip", "dinov2")]
    first = [space.encode_contents("image", contents["image"]) for space in spaces]
    sizes = {one.label: one.size for one in catalogue.budget.held}
    assert list(sizes) == ["clip", "siglip", "dinov2"]
    assert catalogue.budget.used == sum(sizes.values()) > 0

    catalogue.budget.set_limit(sizes["clip"] + sizes["siglip"])
    assert [one.label for one in catalogue.budget.held] == ["siglip", "dinov2"]
    spaces[1].encode_contents("image", contents["image"][:1])
    again = spaces[0].encode_contents("image", contents["image"])

    np.testing.assert_array_equal(again, first[0])
    assert [one.label for one in catalogue.budget.held] == ["siglip", "clip"]
    assert catalogue.budget.used <= catalogue.budget.limit


def test_one_that_is_larger_than_the_budget_runs_by_itself(
    catalogue: SpaceCatalogue, contents: dict[str, list]
) -> None:
    catalogue.budget.set_limit(1)
    for name in ("clip", "siglip"):
        catalogue.load(name).encode_contents("text", ["a cat"])
        assert [one.label for one in catalogue.budget.held] == [name]


def test_the_budget_is_half_of_the_memory_unless_it_is_said() -> None:
    budget = MemoryBudget()
    assert budget.limit == machine_memory() // 2 > 0
    budget.set_limit(10**9)
    assert budget.limit == 10**9


def test_resting_gives_the_memory_back_until_the_next_use(
    catalogue: SpaceCatalogue, contents: dict[str, list]
) -> None:
    space = catalogue.load("clip")
    before = space.encode_contents("text", contents["text"])

    catalogue.rest("clip")

    assert catalogue.budget.held == ()
    np.testing.assert_array_equal(space.encode_contents("text", contents["text"]), before)


# --- device and precision -------------------------------------------------------------------------


@pytest.mark.parametrize("precision", ["bfloat16", "float16"])
def test_half_precision_is_kept_per_space_and_gives_nearly_the_same_vectors(
    precision: str, catalogue: SpaceCatalogue, explorer_home: Path, contents: dict[str, list]
) -> None:
    exact = catalogue.load("clip").encode_contents("image", contents["image"])
    whole = catalogue.budget.used

    catalogue.set_running("clip", Running("cpu", precision))

    again = SpaceCatalogue(assets_folder(), explorer_home)
    try:
        assert again.running("clip").precision == precision
        assert again.running("siglip") == Running()
        half = again.load("clip").encode_contents("image", contents["image"])
        assert (half * exact).sum(axis=1).min() > 0.995
        assert not np.array_equal(half, exact)
        assert again.budget.used == whole // 2
    finally:
        again.close()


def test_a_device_that_is_not_there_is_refused_and_nothing_is_kept(
    catalogue: SpaceCatalogue,
) -> None:
    assert available_devices()[-1] == "cpu"
    with pytest.raises(SpaceError, match="no device 'cuda:7'"):
        catalogue.set_running("clip", Running("cuda:7"))
    with pytest.raises(SpaceError, match="no precision 'int3'"):
        catalogue.set_running("clip", Running("cpu", "int3"))
    assert catalogue.running("clip") == Running()


def test_channels_last_changes_the_layout_and_not_the_vectors(
    checkpoint: Folder, contents: dict[str, list]
) -> None:
    found = find_space(checkpoint("align"))
    vectors = []
    for last in (True, False):
        space = found.space("align", "r", Device("cpu", channels_last=last))
        vectors.append(space.encode_contents("image", contents["image"]))
        kernel = next(
            one for one in _network(space).parameters() if one.ndim == 4 and one.shape[1] > 1
        )
        assert kernel.is_contiguous(memory_format=torch.channels_last) is last
    np.testing.assert_allclose(*vectors, atol=1e-5)


def _network(space: Any) -> torch.nn.Module:
    return space.encoder("image")._network.module()  # type: ignore[no-any-return]


def test_without_a_compiler_it_runs_all_the_same(
    checkpoint: Folder, contents: dict[str, list], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(graph: Any, inputs: Any) -> Any:
        raise RuntimeError("there is no C++ compiler")

    plain = find_space(checkpoint("clip")).space("clip", "r", Device())
    compiled = find_space(checkpoint("clip")).space("clip", "r", Device(compiled=True))
    compile_ = torch.nn.Module.compile
    monkeypatch.setattr(
        torch.nn.Module, "compile", lambda self, **how: compile_(self, backend=fails, **how)
    )

    vectors = compiled.encode_contents("image", contents["image"])

    np.testing.assert_allclose(vectors, plain.encode_contents("image", contents["image"]))
    assert compiled.encoder("image").device == Device()


def test_a_closed_network_is_not_loaded_again() -> None:
    network = Network(torch.nn.Identity, "gone", Device(), budget=(budget := MemoryBudget()))
    network.close()
    with pytest.raises(SpaceError, match="was closed"):
        network.module()
    assert budget.held == ()


# --- matching networks among the spaces -----------------------------------------------------------


def test_matching_networks_are_listed_by_themselves(
    catalogue: SpaceCatalogue, explorer_home: Path
) -> None:
    again = SpaceCatalogue(assets_folder(), explorer_home)
    try:
        assert again.matcher_ids == ("vilt", "blip")
        assert "vilt" not in again.ids
        assert "blip" in again.ids  # it searches too
        info = again.info("vilt")
        assert (info.contents, info.dimension) == ((), 0)
        assert "puts the first hits in order" in info.description
        assert again.size("vilt") > 0
        with pytest.raises(SpaceError, match="called 'vilt' already"):
            again.add(info.location, "vilt")
        again.remove("vilt")
        assert again.matcher_ids == ("blip",)
    finally:
        again.close()


def test_the_last_self_test_is_kept_as_long_as_the_weights_are_the_same(
    catalogue: SpaceCatalogue,
) -> None:
    assert catalogue.test_of("clip") == {}
    catalogue.keep_test("clip", {"passed": True})
    assert catalogue.test_of("clip")["passed"] is True
    catalogue.remove("clip")
    with pytest.raises(SpaceError):
        catalogue.test_of("clip")
