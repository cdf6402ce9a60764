"""``explorer explain`` beyond one picture and one text."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from click.testing import CliRunner, Result
from PIL import Image

from explorer.cli.command import explorer


@pytest.fixture(scope="module")
def photos() -> Path:
    from explorer.bundled import assets_folder

    return assets_folder() / "samples" / "pictures" / "photos"


def run(*arguments: Any) -> Result:
    return CliRunner().invoke(explorer, ["explain", *map(str, arguments)])


def answer(*arguments: Any) -> dict[str, Any]:
    result = run(*arguments, "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_a_region_tells_which_of_the_words_it_carries(photos):
    castle = photos / "eilean-donan-castle.jpg"
    found = answer(castle, "a castle, a lake", "--region", "200,150,380,300")
    words = [one["word"] for one in found["words"]]
    assert words.index("castle") < words.index("lake")
    assert run(castle, "castle", "--region", "1,2").exit_code == 2


def test_class_names_label_patches_and_are_written_as_masks(photos, tmp_path):
    found = answer(
        photos / "eilean-donan-castle.jpg", "castle, lake, mountain", "--segments",
        "--masks", tmp_path / "masks", "-o", tmp_path / "castle.png",
    )  # fmt: skip
    assert np.shape(found["labels"]) == tuple(found["grid"])
    assert sum(one["share"] for one in found["classes"]) == pytest.approx(1)
    width, height = found["image_size"]
    for path in (*found["masks"], tmp_path / "castle.png"):
        with Image.open(path) as drawn:
            assert drawn.size == (width, height)


def test_patches_of_two_pictures_are_matched_and_drawn(photos, tmp_path):
    bee = photos / "honey-bee-on-a-flower.jpg"
    found = answer(bee, bee, "--match", "-o", tmp_path / "bee.png")
    rows, cols = found["grid"]
    assert len(found["matches"]) == rows * cols  # a picture is all its own
    assert all(one["at"] == one["other_at"] for one in found["matches"])
    with Image.open(tmp_path / "bee.png") as drawn:
        assert drawn.height == 480


def test_several_pictures_go_on_a_page_and_a_bad_one_is_told(photos, tmp_path):
    bad = tmp_path / "bad.jpg"
    bad.write_bytes(b"no picture")
    page = tmp_path / "page.html"
    result = run(photos / "tabby-cat.jpg", bad, photos / "windmill.jpg", "a cat", "-o", page)
    assert result.exit_code == 0, result.output
    assert "bad.jpg" in result.stderr
    written = page.read_text()
    assert "tabby-cat.jpg" in written
    assert "windmill.jpg" in written
    assert "bad.jpg" not in written


def test_the_first_hits_of_a_collection_are_explained(photos, tmp_path):
    folder = tmp_path / "media"
    folder.mkdir()
    for name in ("tabby-cat", "windmill", "giant-panda"):
        (folder / f"{name}.jpg").write_bytes((photos / f"{name}.jpg").read_bytes())
    indexed = CliRunner().invoke(explorer, ["index", str(folder), "-c", "few"])
    assert indexed.exit_code == 0, indexed.output
    found = answer("panda", "-c", "few", "-k", 2)
    assert len(found["items"]) == 2
    assert found["items"][0]["path"].endswith("giant-panda.jpg")
    assert found["items"][0]["words"][0]["word"] == "panda"


def test_a_word_over_a_sound_is_told_and_drawn(samples, tmp_path, tiny):
    space = Path(tiny("clap").info.location)
    sound = samples / "sounds" / "crow-cawing.flac"
    output = tmp_path / "crow.png"
    found = answer(sound, "a crow", "--space", space, "-o", output)
    with Image.open(output) as drawn:
        assert drawn.width > 400
    assert found["sound"]["seconds"] > 0.3
    assert [one["word"] for one in found["words"]] == ["a", "crow"]
    assert "has no sound encoder" in str(run(sound, "a crow", "--space", "starter-text").exception)
    speech = samples / "sounds" / "speech-planet-saturn.flac"
    assert [one["word"] for one in answer(speech, "planet")["words"]] == ["planet"]


@pytest.mark.parametrize(
    ("wish", "why"),
    [
        (("a.jpg",), "Give a picture or sound and a text"),
        (("a.jpg", "b.jpg", "cat", "-o", "x.png"), "ends in .html"),
        (("a.jpg", "b.jpg", "cat", "--segments"), "look at one picture"),
        (("a.jpg", "cat", "-c", "few"), "give TEXT alone"),
        (("a.jpg", "cat", "--masks", "x"), "--masks goes with --segments"),
        (("a.jpg", "cat, dog", "--segments", "-o", "x.svg"), "ends in .png"),
        (("a.jpg", "cat", "--levels", "6"), "--levels goes with --method interaction"),
    ],
)
def test_wishes_that_do_not_go_together_are_refused(wish, why):
    result = run(*wish)
    assert result.exit_code == 2
    assert why in result.stderr


def test_levels_of_the_interaction_are_chosen(photos):
    def maps(*levels: str) -> np.ndarray:
        found = answer(photos / "tabby-cat.jpg", "a cat", "--method", "interaction", *levels)
        return np.array(found["words"][1]["map"])

    np.testing.assert_allclose(maps(), maps("--levels", "24,12,6"))
    assert not np.allclose(maps(), maps("--levels", "4"))
    wrong = run(photos / "tabby-cat.jpg", "a cat", "--method", "interaction", "--levels", "1,x")
    assert "numbers of regions from 2 to 100" in wrong.stderr


def test_a_file_that_cannot_be_written_is_said(photos, tmp_path):
    result = run(photos / "tabby-cat.jpg", "cat", "-o", tmp_path / "no" / "x.png")
    assert result.exit_code == 1
    assert "cannot be written" in str(result.exception)
