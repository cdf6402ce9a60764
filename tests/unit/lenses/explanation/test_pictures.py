"""What a person sees: words found in photos, other directions, files that show it."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET

import numpy as np
import pytest
from click.testing import CliRunner
from PIL import Image

from explorer.cli.command import explorer
from explorer.core.errors import QueryError
from explorer.core.tokens import GridLayout
from explorer.lenses.explanation.directions import (
    picture_matches,
    region_vector,
    text_matches,
    words_for_region,
)
from explorer.lenses.explanation.page import Shown, explanation_page
from explorer.lenses.explanation.segments import example_vector, label_patches
from explorer.lenses.faithfulness import points_into
from explorer.lenses.heat_picture import heat_layer, heat_picture, heat_svg
from explorer.lenses.word_patch import explain_picture


def test_each_words_peak_falls_on_its_picture(starter, photo):
    names = {"windmill": "windmill", "tabby-cat": "cat", "cup-of-espresso": "coffee",
             "giant-panda": "panda"}  # fmt: skip
    tiles = [np.asarray(Image.fromarray(photo(one)).resize((256, 256))) for one in names]
    lines = [np.concatenate(tiles[:2], axis=1), np.concatenate(tiles[2:], axis=1)]
    picture = np.concatenate(lines)

    explanation = explain_picture(starter, picture, ", ".join(names.values()), judged="words")

    assert explanation.image_size == (512, 512)
    for place, word in enumerate(explanation.words):
        left, top = place % 2 * 256, place // 2 * 256
        assert points_into(word.peak, (left, top, left + 256, top + 256)), word.word
        assert word.map.shape == explanation.grid
        assert word.score == pytest.approx(float(word.map.max()))


def test_function_words_stay_in_the_list_and_are_marked(starter, photo):
    explanation = explain_picture(starter, photo("windmill"), "The windmill is old", judged="no")
    marked = {one.word: one.content for one in explanation.words}
    assert marked == {"The": False, "windmill": True, "is": False, "old": True}
    assert explanation.words[1].span == (4, 12)
    assert explanation.top == max(one.score for one in explanation.words if one.content)


def test_a_region_says_which_words_it_carries(starter, photo):
    castle = photo("eilean-donan-castle")
    height, width = castle.shape[:2]
    middle = (0.4 * width, 0.35 * height, 0.75 * width, 0.75 * height)
    water = (0, 0.8 * height, width, height)

    assert words_for_region(starter, castle, middle)[0].word in {"castle", "tower"}
    wet = {one.word for one in words_for_region(starter, castle, water)[:3]}
    assert wet & {"sea", "river", "boat"}
    asked = words_for_region(starter, castle, middle, ["lake", "castle"])
    assert [one.word for one in asked] == ["castle", "lake"]
    vector = region_vector(starter, castle, middle)
    assert np.linalg.norm(vector) == pytest.approx(1, abs=1e-5)
    with pytest.raises(QueryError):
        words_for_region(starter, castle, middle, [])


def test_patches_of_a_mirrored_picture_are_found_mirrored(starter, photo):
    bee = photo("honey-bee-on-a-flower")
    matches = picture_matches(starter, bee, np.ascontiguousarray(bee[:, ::-1]))
    rows, cols = np.divmod(np.arange(matches.layout.count), matches.layout.cols)
    mirrored = rows * matches.layout.cols + matches.layout.cols - 1 - cols
    assert np.mean(matches.best == mirrored) > 0.6
    assert matches.mutual.mean() > 0.5
    assert matches.map_of(3).argmax() == matches.best[3]
    itself = picture_matches(starter, bee, bee)
    assert itself.mutual.all()


def test_words_meet_words_of_another_text(starter):
    matches = text_matches(starter, "a cat sleeps", "the kitten is asleep")
    best = [matches.other_layout.words[one] for one in matches.cosines.argmax(axis=1)]
    assert best[1:] == ["kitten", "asleep"]


def test_segments_label_every_patch(starter, photo, tmp_path):
    castle = photo("eilean-donan-castle")
    segments = label_patches(starter, castle, ["castle", "lake", "mountain"])
    rows, cols = segments.labels.shape

    assert segments.labels[rows - 1].tolist() == [1] * cols
    assert segments.labels[rows // 2, cols // 2] == 0
    assert segments.labels[1, 1] == 2
    assert sum(row["share"] for row in segments.table()) == pytest.approx(1)
    masks = [segments.mask(name) for name in segments.names]
    assert (np.sum(masks, axis=0) == 1).all()
    written = segments.save_masks(tmp_path / "masks", "castle")
    assert len(written) == 3
    assert (np.asarray(Image.open(written[1])) > 0).tolist() == masks[1].tolist()


def test_an_example_teaches_a_class_that_its_name_does_not(starter, photo):
    castle = photo("eilean-donan-castle")
    water = np.zeros(castle.shape[:2], bool)
    water[int(0.8 * len(water)) :] = True
    example = example_vector(starter, castle, water)

    by_name = label_patches(starter, castle, ["castle", "blorp"])
    by_look = label_patches(starter, castle, ["castle", "blorp"], {"blorp": [example]})

    share = [float((one.labels[-2:] == 1).mean()) for one in (by_name, by_look)]
    assert share[1] > max(share[0], 0.5)
    assert (by_look.labels[:-2] == 0).mean() > 0.3
    with pytest.raises(QueryError):
        example_vector(starter, castle, np.zeros_like(water))


def test_heat_lies_on_the_box_and_zero_is_clear():
    heat = np.array([[0, 1], [-1, 0.5]], np.float32)
    layout = GridLayout(2, 2, (0.5, 0.0, 1.0, 1.0))
    layer = heat_layer(heat, layout, (40, 20), 1.0, upsampling="nearest")
    assert (layer[:, :20, 3] == 0).all()
    assert (layer[:10, 20:30, 3] == 0).all()
    assert (layer[10:, 20:30, 3] == 0).all()
    assert layer[5, 35, 3] > layer[15, 35, 3] > 0
    hidden = heat_layer(heat, layout, (40, 20), 1.0, upsampling="nearest", threshold=0.6)
    assert (hidden[10:, :, 3] == 0).all()
    assert hidden[5, 35, 3] > 0


def test_sheets_show_a_panel_per_content_word(starter, photo):
    bee = photo("honey-bee-on-a-flower")
    explanation = explain_picture(starter, bee, "a bee on a <flower>", judged="words")

    drawn = heat_picture(bee, explanation, side=120)
    assert drawn.width == 3 * (120 + 12) + 12
    flat = np.asarray(drawn.convert("L")).std()
    assert flat > 20

    root = ET.fromstring(heat_svg(bee, explanation, side=120))
    texts = " ".join(one.text or "" for one in root.iter("{http://www.w3.org/2000/svg}text"))
    assert "bee" in texts
    images = list(root.iter("{http://www.w3.org/2000/svg}image"))
    assert len(images) == 3 + 2 + 1  # pictures, maps, the scale

    page = explanation_page([Shown("A <bee>", bee, explanation)])
    assert "A &lt;bee&gt;" in page
    data = json.loads(page.split("const data=")[1].split(",ramp=")[0])
    assert data[0]["words"] == ["a", "bee", "on", "a", "flower"]
    assert np.shape(data[0]["maps"]) == (5, *explanation.grid)
    assert "http" not in page.replace("http-equiv", "")


def test_the_command_prints_the_fixed_fields(samples, tmp_path):
    picture = str(samples / "pictures" / "photos" / "tabby-cat.jpg")
    output = tmp_path / "cat.svg"
    result = CliRunner().invoke(
        explorer, ["explain", picture, "a cat with eyes", "--json", "-o", str(output)]
    )
    assert result.exit_code == 0, result.output
    told = json.loads(result.stdout)
    assert told["method"] == "late-interaction"
    assert [one["word"] for one in told["words"]] == ["a", "cat", "with", "eyes"]
    rows, cols = told["grid"]
    for one in told["words"]:
        assert np.shape(one["map"]) == (rows, cols)
        assert 0 <= one["peak"][0] <= told["image_size"][0]
        assert isinstance(one["score"], float)
    assert 0 <= told["faithfulness"]["deletion"] <= 1
    assert 0 <= told["faithfulness"]["insertion"] <= 1
    assert output.read_text().startswith("<svg")


def test_wrong_wishes_are_refused_before_anything_is_loaded(samples):
    picture = str(samples / "pictures" / "photos" / "tabby-cat.jpg")
    for wish in (["--method", "guess"], ["-o", "cat.gif"]):
        result = CliRunner().invoke(explorer, ["explain", picture, "cat", *wish])
        assert result.exit_code == 2
