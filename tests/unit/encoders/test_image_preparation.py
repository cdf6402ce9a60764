"""Pictures are prepared as the families' own processors prepare them."""

from __future__ import annotations

import json
import warnings
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
import transformers

from explorer.core.errors import SpaceError
from explorer.core.media import Pixels
from explorer.encoders.checkpoint import Checkpoint
from explorer.encoders.families.image import normalised
from explorer.encoders.families.image_preparation import (
    DivisibleSides,
    FillPatches,
    Placed,
    ResizeCrop,
)
from explorer.encoders.families.processor_config import PROCESSORS, ImageSettings, image_settings

CLIP = {"image_processor_type": "CLIPImageProcessor", "size": {"shortest_edge": 48},
        "crop_size": {"height": 48, "width": 48}}  # fmt: skip
SETTINGS: dict[str, dict[str, Any]] = {
    "as CLIP ships": CLIP,
    "as the first CLIP shipped": {"feature_extractor_type": "CLIPFeatureExtractor", "size": 48,
                                  "crop_size": 48, "resample": 3},
    "smaller than its crop": {**CLIP, "size": {"shortest_edge": 30}},
    "an odd crop": {**CLIP, "crop_size": {"height": 37, "width": 41}},
    "no resizing": {**CLIP, "do_resize": False},
    "no crop, no shift": {**CLIP, "do_center_crop": False, "do_normalize": False,
                          "size": {"height": 20, "width": 60}},
    "saved as fast": {**CLIP, "image_processor_type": "CLIPImageProcessorFast"},
    "SigLIP": {"image_processor_type": "SiglipImageProcessor", "size": {"height": 64, "width": 64}},
    "ViT": {"image_processor_type": "ViTImageProcessor", "size": {"height": 40, "width": 40}},
    "DINOv2": {"image_processor_type": "BitImageProcessor", "size": {"shortest_edge": 50},
               "crop_size": {"height": 42, "width": 42}, "resample": 3},
    "BLIP": {"image_processor_type": "BlipImageProcessor", "size": {"height": 96, "width": 96}},
    "FLAVA": {"image_processor_type": "FlavaImageProcessor", "size": {"height": 48, "width": 48},
              "crop_size": {"height": 40, "width": 40}},
    "OWL-ViT": {"image_processor_type": "OwlViTImageProcessor",
                "size": {"height": 64, "width": 64}},
    "OWLv2, smaller": {"image_processor_type": "Owlv2ImageProcessor",
                       "size": {"height": 40, "width": 40}},
    "OWLv2, larger": {"image_processor_type": "Owlv2ImageProcessor",
                      "size": {"height": 128, "width": 128}},
    "ALIGN": {"image_processor_type": "EfficientNetImageProcessor",
              "size": {"height": 60, "width": 60}, "do_center_crop": True,
              "crop_size": {"height": 49, "width": 49}, "resample": 2, "include_top": False,
              "rescale_offset": True, "rescale_factor": 1 / 127.5},
    "EfficientNet": {"image_processor_type": "EfficientNetImageProcessor",
                     "size": {"height": 40, "width": 40}, "include_top": True},
}  # fmt: skip
TOLERANCE = 2e-6
"""Largest difference of a pixel, after scaling and shifting; pixels lie within -3 and 3."""


def settings_of(folder: Path, said: dict[str, Any], **other: Any) -> ImageSettings:
    (folder / "preprocessor_config.json").write_text(json.dumps(said))
    return image_settings(Checkpoint(folder, {}, ()), **other)


def values(settings: ImageSettings, picture: Pixels) -> np.ndarray:
    prepared = torch.from_numpy(np.array(settings.preparation(picture)))
    return normalised(prepared, settings.normalisation).permute(2, 0, 1).numpy()


def processor(folder: Path, said: dict[str, Any]) -> Any:
    name = said.get("image_processor_type", "CLIPImageProcessor").removesuffix("Fast")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return getattr(transformers, f"{name}Pil").from_pretrained(folder)


@pytest.mark.parametrize("name", list(SETTINGS))
def test_pixels_are_those_of_the_familys_processor(
    name: str, tmp_path: Path, pictures: list[Pixels]
) -> None:
    ours = settings_of(tmp_path, SETTINGS[name])
    theirs = processor(tmp_path, SETTINGS[name])

    for picture in pictures:
        expected = np.asarray(theirs(picture, return_tensors="np")["pixel_values"][0])
        result = values(ours, picture)
        assert result.shape == expected.shape
        np.testing.assert_allclose(result, expected, atol=TOLERANCE)


def test_naflex_cuts_the_patches_that_siglip_2_cuts(tmp_path: Path, pictures: list[Pixels]) -> None:
    said = {"image_processor_type": "Siglip2ImageProcessor", "patch_size": 8, "max_num_patches": 30,
            "resample": 2}  # fmt: skip
    ours, theirs = settings_of(tmp_path, said), processor(tmp_path, said)

    for picture in pictures:
        expected = theirs(picture, return_tensors="np")
        result = values(ours, picture).transpose(1, 2, 0)
        rows, cols = (int(one) for one in expected["spatial_shapes"][0])
        assert result.shape == (8 * rows, 8 * cols, 3)
        patches = result.reshape(rows, 8, cols, 8, 3).swapaxes(1, 2).reshape(rows * cols, -1)
        np.testing.assert_allclose(
            patches, expected["pixel_values"][0][: rows * cols], atol=TOLERANCE
        )
    assert isinstance(ours.preparation, FillPatches)


@pytest.mark.parametrize("name", sorted(PROCESSORS))
def test_what_a_checkpoint_leaves_out_is_as_in_the_processors_class(
    name: str, tmp_path: Path
) -> None:
    try:
        theirs = getattr(transformers, f"{name}Pil")()
    except (AttributeError, ImportError):
        pytest.skip("its class needs torchvision")
    ours = settings_of(tmp_path, {"image_processor_type": name})

    if not isinstance(ours.preparation, FillPatches):
        size, crop = theirs.size, theirs.crop_size if theirs.do_center_crop else None
        expected = (size.height, size.width) if size.height else size.shortest_edge
        plan: Any = ours.preparation
        assert (getattr(plan, "size", None) or plan.shortest) == expected
        if isinstance(plan, DivisibleSides):
            # Their classes crop to the shorter side, whatever a crop size says.
            assert plan.crop == (size.shortest_edge if theirs.do_center_crop else 0)
        else:
            assert getattr(plan, "crop", None) == ((crop.height, crop.width) if crop else None)
    if name not in ("Owlv2ImageProcessor",):  # it has a way of its own
        assert ours.preparation.resample == theirs.resample
    if name != "EfficientNetImageProcessor":  # it divides twice
        np.testing.assert_allclose(ours.normalisation.mean, theirs.image_mean)
        np.testing.assert_allclose(ours.normalisation.deviation, theirs.image_std)


def test_pictures_stay_bytes_on_their_way_from_the_worker_processes(
    tmp_path: Path, pictures: list[Pixels]
) -> None:
    prepared = settings_of(tmp_path, CLIP).preparation(pictures[0])

    assert isinstance(prepared, np.ndarray)
    assert prepared.dtype == np.uint8
    assert prepared.flags.c_contiguous


def test_large_pictures_may_be_decoded_smaller(tmp_path: Path) -> None:
    assert settings_of(tmp_path, CLIP).preparation.side == 48
    assert settings_of(tmp_path, SETTINGS["SigLIP"]).preparation.side == 64


def test_a_crop_beyond_the_picture_says_so_in_its_box() -> None:
    placed = ResizeCrop(crop=(40, 40), placed=True)(np.full((20, 40, 3), 9, np.uint8))

    assert isinstance(placed, Placed)
    assert placed.box == (0.0, -0.5, 1.0, 1.5)
    assert (placed.pixels[10:30] == 9).all()
    assert (placed.pixels[:10] == 0).all()


def test_settings_in_a_processor_config_count_first(tmp_path: Path) -> None:
    (tmp_path / "processor_config.json").write_text(
        json.dumps({"processor_class": "CLIPProcessor", "image_processor": CLIP})
    )

    settings = settings_of(tmp_path, {**CLIP, "size": {"shortest_edge": 99}})

    assert settings.preparation.side == 48


def test_a_checkpoint_without_settings_is_not_guessed_at(tmp_path: Path) -> None:
    with pytest.raises(SpaceError, match=r"does not say how its pictures are prepared"):
        image_settings(Checkpoint(tmp_path, {}, ()))


def test_an_unknown_processor_is_named(tmp_path: Path) -> None:
    with pytest.raises(SpaceError, match=r"'MagicImageProcessor', which Explorer does not know"):
        settings_of(tmp_path, {"image_processor_type": "MagicImageProcessor"})


def test_damaged_settings_are_named(tmp_path: Path) -> None:
    with pytest.raises(SpaceError, match=r"cannot be used"):
        settings_of(tmp_path, {**CLIP, "crop_size": {"wide": 3}})
