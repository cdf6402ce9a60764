"""The command line as scripts rely on it: JSON, exit codes, sentences."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Eight pictures, a broken one, and a file that nothing opens."""
    folder = tmp_path_factory.mktemp("media")
    samples = Path(__file__).parents[2] / "assets" / "samples" / "pictures"
    for name in ("two-spaniels.jpg", "tabby-cat.jpg", "field-of-tulips.jpg", "venice-square.jpg"):
        shutil.copy(samples / "photos" / name, folder)
    for name in ("blue-car.webp", "lion.webp", "acoustic-guitar.webp", "strawberry.webp"):
        shutil.copy(samples / "drawings" / name, folder)
    (folder / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (folder / "tool.bin").write_bytes(bytes(range(256)))
    return folder


def explorer(home: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "explorer", "--home", str(home), *map(str, arguments)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=False)


def answer(home: Path, *arguments: object) -> dict[str, Any]:
    done = explorer(home, *arguments, "--json")
    assert done.returncode == 0, done.stderr
    data = json.loads(done.stdout)
    assert isinstance(data, dict)
    return data


@pytest.fixture(scope="module")
def indexed(home: Path, folder: Path) -> dict[str, Any]:
    return answer(home, "index", folder, "-c", "holiday")


def test_index_counts_add_up(indexed: dict[str, Any], folder: Path) -> None:
    assert indexed["collection"] == "holiday"
    assert (indexed["found"], indexed["indexed"], indexed["skipped"]) == (10, 8, 1)
    assert [one["path"] for one in indexed["failed"]] == [str(folder / "broken.png")]
    assert indexed["failed"][0]["reason"]
    counted = indexed["indexed"] + indexed["unchanged"] + indexed["skipped"]
    assert indexed["found"] == counted + len(indexed["failed"])
    assert indexed["seconds"] > 0


@pytest.mark.usefixtures("indexed")
def test_again_nothing_is_indexed_and_a_moved_file_keeps_its_id(home: Path, folder: Path) -> None:
    lion, king = folder / "lion.webp", folder / "king.webp"
    before = answer(home, "search", "-c", "holiday", "--image", lion, "-k", "1")["hits"][0]
    lion.rename(king)

    report = answer(home, "index", folder, "-c", "holiday")
    after = answer(home, "search", "-c", "holiday", "--image", king, "-k", "1")["hits"][0]
    king.rename(lion)
    answer(home, "index", folder, "-c", "holiday")

    assert (report["indexed"], report["moved"], report["removed"]) == (0, 1, 0)
    assert after["item"] == before["item"]
    assert after["path"].endswith("king.webp")


@pytest.mark.usefixtures("indexed")
def test_search_gives_the_fixed_fields(home: Path) -> None:
    found = answer(
        home, "search", "-c", "holiday", "--text", "an animal", "--minus-text", "dog", "-k", 3
    )

    assert [hit["rank"] for hit in found["hits"]] == [1, 2, 3]
    hit = found["hits"][0]
    assert set(hit) >= {"rank", "item", "path", "modality", "unit", "score", "percentile"}
    assert 0 <= hit["percentile"] <= 100
    assert [one["term"] for one in hit["contributions"]] == ["an animal", "dog"]
    total = sum(one["value"] for one in hit["contributions"])
    assert total == pytest.approx(hit["score"], abs=1e-3)


@pytest.mark.usefixtures("indexed")
def test_a_picture_finds_itself_first(home: Path, folder: Path) -> None:
    found = answer(home, "search", "-c", "holiday", "--image", folder / "blue-car.webp")

    assert found["hits"][0]["path"].endswith("blue-car.webp")
    assert found["hits"][0]["score"] > 0.99


@pytest.mark.usefixtures("indexed")
def test_a_query_file_and_a_filter(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "query.json"
    file.write_text(json.dumps({"terms": [{"kind": "text", "value": "fruit"}], "mode": "hybrid"}))

    found = answer(
        home, "search", "-c", "holiday", "--query", file, "--where", "title LIKE 'straw%'"
    )

    assert [Path(hit["path"]).name for hit in found["hits"]] == ["strawberry.webp"]


@pytest.mark.usefixtures("indexed")
@pytest.mark.parametrize(
    ("arguments", "code", "named"),
    [
        (("search", "-c", "nowhere", "--text", "a"), 1, "nowhere"),
        (("search", "-c", "holiday"), 2, "term"),
        (("search", "-c", "holiday", "--where", "colour = 1"), 1, "colour"),
        (("search", "-c", "holiday", "--image", "no-such.png"), 1, "no-such.png"),
        (("index", "no-such-folder", "-c", "holiday"), 1, "no-such-folder"),
        (("explain", "no-such.png", "a cat"), 1, "no-such.png"),
        (("frobnicate", "--wrong"), 2, ""),
    ],
)
def test_what_fails_says_so_in_a_sentence(
    home: Path, arguments: tuple[str, ...], code: int, named: str
) -> None:
    done = explorer(home, *arguments)

    assert done.returncode == code
    assert named in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_explain_gives_a_map_per_word(home: Path, folder: Path, tmp_path: Path) -> None:
    drawn = tmp_path / "why.png"

    found = answer(home, "explain", folder / "two-spaniels.jpg", "two dogs", "-o", drawn)

    rows, columns = found["grid"]
    assert [one["word"] for one in found["words"]] == ["two", "dogs"]
    for one in found["words"]:
        assert len(one["map"]) == rows
        assert all(len(line) == columns for line in one["map"])
        assert 0 <= one["peak"][0] <= found["image_size"][0]
    assert set(found["faithfulness"]) >= {"deletion", "insertion"}
    assert drawn.stat().st_size > 1000


def test_retrieval_is_scored_both_ways(home: Path, folder: Path, tmp_path: Path) -> None:
    pairs = tmp_path / "pairs.csv"
    lines = ["a,b", f"{folder / 'blue-car.webp'},a blue car", f"{folder / 'lion.webp'},a lion"]
    pairs.write_text("\n".join(lines))

    found = answer(home, "eval", "retrieval", "--pairs", pairs)

    assert found["pairs"] == 2
    assert set(found["a_to_b"]) == {"R@1", "R@5", "R@10", "median_rank"}
    assert found["b_to_a"]["R@10"] == 1.0


@pytest.mark.usefixtures("indexed")
@pytest.mark.parametrize("suffix", ["parquet", "png", "html"])
def test_the_map_is_written(home: Path, tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"map.{suffix}"

    done = explorer(home, "map", "-c", "holiday", "-o", file)

    assert done.returncode == 0, done.stderr
    assert file.stat().st_size > 500


@pytest.mark.usefixtures("indexed")
def test_lists_and_doctor(home: Path) -> None:
    assert answer(home, "collections")["collections"][0]["name"] == "holiday"
    assert answer(home, "spaces")["spaces"][0]["id"] == "starter"
    states = {one["id"]: one["state"] for one in answer(home, "plugins")["plugins"]}
    assert set(states.values()) == {"loaded"}
    assert all(one["ok"] for one in answer(home, "doctor")["findings"])


def test_the_demo_runs_without_a_screen(tmp_path: Path) -> None:
    picture = tmp_path / "window.png"

    done = explorer(tmp_path / "home", "demo", "--headless", "--screenshot", picture)

    assert done.returncode == 0, done.stderr
    assert picture.stat().st_size > 50_000
