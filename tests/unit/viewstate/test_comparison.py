"""Comparing two spaces from the command line and on tiny checkpoints: real encoders throughout."""

from __future__ import annotations

import csv
import importlib.util
import json
import sys
import warnings
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner, Result
from PIL import Image

from explorer.cli.command import explorer as command
from explorer.viewstate.compare_state import CompareState
from explorer.viewstate.comparison import plain_name, says_something

PICTURES = ("zebra.webp", "lion.webp", "blue-car.webp", "acoustic-guitar.webp", "banana.webp",
            "racing-car.webp", "galloping-horse.webp", "electric-guitar.webp")  # fmt: skip


@pytest.fixture(scope="module")
def checkpoint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A CLIP of a few thousand random weights, saved as a real one is."""
    place = Path(__file__).parents[1] / "encoders" / "tiny_checkpoints" / "__init__.py"
    spec = importlib.util.spec_from_file_location("tiny_checkpoints", place)
    assert spec is not None
    assert spec.loader is not None
    builders = sys.modules[spec.name] = importlib.util.module_from_spec(spec)
    folder = tmp_path_factory.mktemp("clip")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        spec.loader.exec_module(builders)
        builders.clip(folder)
    return folder


@pytest.fixture
def folder(samples: Path, tmp_path: Path) -> Path:
    media = tmp_path / "media"
    media.mkdir()
    for file in sorted((samples / "pictures").rglob("*.webp")):
        if file.name in PICTURES:
            Image.open(file).convert("RGB").resize((96, 96)).save(media / f"{file.stem}.png")
    return media


@pytest.fixture
def run() -> CliRunner:
    return CliRunner()


def ask(run: CliRunner, *arguments: str) -> Result:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # transformers has its own to say of tiny networks
        return run.invoke(command, list(arguments))


def test_a_collection_in_the_starter_and_in_a_checkpoint(
    run: CliRunner, folder: Path, checkpoint: Path, tmp_path: Path
) -> None:
    assert ask(run, "index", str(folder), "-c", "few").exit_code == 0
    spaces = ("--spaces", "starter", str(checkpoint))
    lacking = ask(run, "compare", "-c", "few", *spaces)
    assert lacking.exit_code == 1
    assert "has no vectors of" in str(lacking.exception)

    done = ask(run, "compare", "-c", "few", *spaces, "--text", "a car", "--embed", "--json")

    assert done.exit_code == 0, done.output
    data = json.loads(done.stdout)
    count = len(list(folder.iterdir()))
    assert data["spaces"] == ["starter", str(checkpoint)]
    assert data["agreement"]["items"] == count
    assert data["agreement"]["known_by_name"] == [0, 0]
    assert data["agreement"]["overlap_by_chance"] == 1  # so few that everyone is a neighbour
    ranks = [one for one in data["ranks"] if one["rank_a"] == 1]
    assert "car" in ranks[0]["title"]
    assert {one["rank_b"] for one in data["ranks"]} == set(range(1, count + 1))

    page, table = tmp_path / "c.html", tmp_path / "c.csv"
    for file in (page, table):
        assert ask(run, "compare", "-c", "few", *spaces, "-o", str(file)).exit_code == 0
    assert "data:image/webp;base64," in page.read_text(encoding="utf-8")
    with table.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert len(rows) == count
    assert all(0 <= float(row["neighbours_in_common"]) <= 1 for row in rows)


def test_words_need_no_collection(run: CliRunner, tmp_path: Path) -> None:
    words = tmp_path / "words.txt"
    words.write_text("zebra\nhorse\nstriped horse\nteapot\nZebra\n")

    done = ask(run, "compare", "--spaces", "starter-text", "starter", "--text", "Striped horse",
               "--word-list", str(words), "--json")  # fmt: skip

    assert done.exit_code == 0, done.output
    data = json.loads(done.stdout)
    assert data["counts"] == [3, 3]
    assert {one["word"] for one in data["ranks"]} == {"zebra", "horse", "teapot"}
    assert next(one for one in data["ranks"] if one["word"] == "teapot")["rank_a"] == 3
    assert "agreement" not in data


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--spaces", "starter", "starter-text"), "Give a collection with -c"),
        (("--spaces", "starter", "starter", "-c", "x"), "two different spaces"),
        (("--spaces", "starter", "starter-text", "-c", "x", "-o", "x.pdf"), ".html or .csv"),
    ],
)
def test_wrong_usage_is_said(run: CliRunner, arguments: tuple[str, ...], sentence: str) -> None:
    done = ask(run, "compare", *arguments)

    assert done.exit_code == 2
    assert sentence in done.output


def test_names_that_say_nothing_are_no_captions() -> None:
    assert says_something("red_bird-2")
    assert says_something("Garden in spring.md")
    assert not says_something("IMG_2041")
    assert not says_something("DSC00012.JPG")
    assert not says_something("2041-07-11")
    assert plain_name("red_bird-2.jpg") == "red bird"


def test_a_damaged_state_falls_back() -> None:
    state = CompareState("a", "b", "gap", "words", "x.csv", "whiten", "b")

    assert CompareState.from_dict(state.to_dict()) == state
    assert CompareState.from_dict({"a": 3, "aspect": "no", "method": None}) == CompareState()
    assert np.isfinite(len(state.to_dict()))
