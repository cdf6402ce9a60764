"""Evaluation on the real starter and the sample media equals a plain computation."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner
from PIL import Image

import explorer
from explorer.app import App
from explorer.cli.command import explorer as command
from explorer.core.errors import QueryError
from explorer.core.media import Unit
from explorer.scripting import OpenSpace
from explorer.viewstate.labelled import read_pairs

COUNT = 12


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    app = App(tmp_path_factory.mktemp("home"))
    file = tmp_path_factory.mktemp("warm") / "warm.png"
    Image.new("RGB", (8, 8)).save(file)
    for future in [app.decoder.preview(file, "pictures", "", Unit(), 8) for _ in range(9)]:
        future.result()  # each process takes one while it starts
    yield app
    app.close()


@pytest.fixture(scope="module")
def space(app: App) -> OpenSpace:
    return OpenSpace(app.spaces.load("starter"), app.decoder)


@pytest.fixture
def pairs(samples: Path, tmp_path: Path) -> Path:
    """Real photos with captions; one photo has two captions, one caption two photos."""
    with (samples / "pairs.csv").open(encoding="utf-8", newline="") as stream:
        rows = [(row["a"], row["b"]) for row in csv.DictReader(stream)][:COUNT]
    for name, _ in rows:
        target = tmp_path / name
        target.parent.mkdir(parents=True, exist_ok=True)
        Image.open(samples / name).convert("RGB").resize((96, 96)).save(target)
    rows += [(rows[0][0], "an animal outside"), (rows[1][0], rows[2][1]), rows[3]]
    file = tmp_path / "pairs.csv"
    with file.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([("a", "b"), *rows])
    return file


def test_scores_equal_a_plain_computation(space: OpenSpace, pairs: Path) -> None:
    result = space.evaluate_retrieval(pairs).to_dict()

    with pairs.open(encoding="utf-8", newline="") as stream:
        rows = [(row["a"], row["b"]) for row in csv.DictReader(stream)]
    photos = sorted({a for a, _ in rows})
    captions = sorted({b for _, b in rows})
    image = space.encode("image", [pairs.parent / name for name in photos])
    text = space.encode("text", captions)
    cosines = image @ text.T
    assert result["pairs"] == COUNT + 3
    for key, table, asked, sought, links in (
        ("a_to_b", cosines, photos, captions, rows),
        ("b_to_a", cosines.T, captions, photos, [(b, a) for a, b in rows]),
    ):
        ranks = []
        for place, name in enumerate(asked):
            right = [sought.index(b) for a, b in links if a == name]
            ranks.append(1 + int((table[place] > table[place][right].max()).sum()))
        for cut in (1, 5, 10):
            share = np.mean([rank <= cut for rank in ranks])
            assert result[key][f"R@{cut}"] == pytest.approx(share, abs=1e-6)
        assert result[key]["median_rank"] == pytest.approx(np.median(ranks), abs=1e-6)
        assert set(result[key]) == {"R@1", "R@5", "R@10", "median_rank"}


def test_texts_can_be_paired_with_texts(space: OpenSpace) -> None:
    result = space.evaluate_retrieval([("a cat", "a kitten"), ("a car", "an automobile")])

    assert [scores.recall[1] for scores in result.scores] == [1, 1]


def test_what_is_wrong_with_a_table_is_said(space: OpenSpace, pairs: Path, tmp_path: Path) -> None:
    moved = tmp_path / "elsewhere" / "pairs.csv"
    moved.parent.mkdir()
    moved.write_bytes(pairs.read_bytes())
    with pytest.raises(QueryError, match=r"There is no file pictures/.*, here or in"):
        space.evaluate_retrieval(moved)

    (tmp_path / "short.csv").write_text("a,b\nsomething,\n")
    with pytest.raises(QueryError, match="line 2 lacks a or b"):
        read_pairs(tmp_path / "short.csv")
    (tmp_path / "other.csv").write_text("x,b\n1,2\n")
    with pytest.raises(QueryError, match="has no column 'a'; it needs a, b"):
        read_pairs(tmp_path / "other.csv")


def test_a_report_of_two_spaces_stands_alone(
    pairs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, explorer_home: Path
) -> None:
    words = tmp_path / "words.csv"
    words.write_text("a,b\nstriped horse,zebra\nking of the animals,lion\nsmall cat,kitten\n")
    report = tmp_path / "report.html"

    done = CliRunner().invoke(
        command,
        ["eval", "retrieval", "--pairs", str(words), "--space", "starter", "--space",
         "starter-text", "--report", str(report), "--json"],
    )  # fmt: skip

    assert done.exit_code == 0, done.output
    data = json.loads(done.stdout)
    assert set(data) == {"pairs", "a_to_b", "b_to_a", "spaces"}
    assert data["a_to_b"] == data["spaces"]["starter"]["a_to_b"]
    assert set(data["spaces"]["starter-text"]["gap"]) >= {"distance", "alignment"}
    page = report.read_text(encoding="utf-8")
    assert "Found first by starter alone" in page
    assert not re.search(r"(src|href)=\"(?!data:)", page)


def test_a_report_shows_the_pictures_it_speaks_of(pairs: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.html"

    done = CliRunner().invoke(
        command, ["eval", "retrieval", "--pairs", str(pairs), "--report", str(report)]
    )

    assert done.exit_code == 0, done.output
    page = report.read_text(encoding="utf-8")
    assert page.count("data:image/webp;base64,") > 5
    assert "Not found first, the worst" in page
    assert "an animal outside" in page


def test_axes_of_words_come_from_python_too(space: OpenSpace, tmp_path: Path) -> None:
    table = tmp_path / "words.csv"
    lines = ["category,word,concreteness,common"]
    lines += [f"animal,{word},4.9,1" for word in ("dog", "cat", "horse", "cow", "sheep", "lion")]
    lines += [f"idea,{word},1.5,1" for word in ("truth", "justice", "hope", "reason", "belief")]
    table.write_text("\n".join([*lines, "idea,quiddity,1.1,0"]))

    result = space.evaluate_axes(table).to_dict()

    assert set(result) == {"components", "silhouette"}
    assert set(result["components"][0]) == {"word_r", "category_r", "low", "high"}
    assert result["components"][0]["word_r"] > 0.6
    assert "quiddity" not in result["components"][0]["low"]
    assert hasattr(explorer, "load_space")
