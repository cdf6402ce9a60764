"""What is refused, before anything is loaded."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import load_file, save_file

from explorer.core.errors import SpaceError
from explorer.encoders.checkpoint import open_checkpoint, read_licence
from explorer.encoders.devices import Device
from explorer.encoders.families import find_space


@pytest.fixture
def folder(checkpoint: Callable[[str], Path], tmp_path: Path) -> Path:
    """A CLIP to spoil."""
    return Path(shutil.copytree(checkpoint("clip"), tmp_path / "clip"))


@pytest.fixture
def sharded(folder: Path) -> Path:
    """The same in two files with an index."""
    tensors = load_file(folder / "model.safetensors")
    (folder / "model.safetensors").unlink()
    names = sorted(tensors)
    weight_map = {}
    for number, part in enumerate((names[::2], names[1::2]), start=1):
        file = f"model-{number:05}-of-00002.safetensors"
        save_file({name: tensors[name] for name in part}, folder / file, {"format": "pt"})
        weight_map.update(dict.fromkeys(part, file))
    index = {"metadata": {"total_size": 1}, "weight_map": weight_map}
    (folder / "model.safetensors.index.json").write_text(json.dumps(index))
    return folder


def change(path: Path, **values: Any) -> None:
    path.write_text(json.dumps({**json.loads(path.read_text()), **values}))


def test_a_whole_folder_is_described(folder: Path) -> None:
    checkpoint = open_checkpoint(folder)

    assert checkpoint.model_type == "clip"
    assert checkpoint.architecture == "CLIPModel"
    assert [one.name for one in checkpoint.weights] == ["model.safetensors"]
    assert checkpoint.size == (folder / "model.safetensors").stat().st_size


def test_shards_that_fit_their_index_are_loaded(sharded: Path) -> None:
    assert len(open_checkpoint(sharded).weights) == 2
    space = find_space(sharded).space("sharded", "r", Device())
    assert space.encode_contents("text", ["a cat"]).shape == (1, space.dimension)


def test_pickled_weights_are_refused(folder: Path) -> None:
    torch.save({}, folder / "pytorch_model.bin")
    (folder / "model.safetensors").unlink()

    with pytest.raises(SpaceError, match=r"pytorch_model\.bin only, a format that can run code"):
        find_space(folder)


def test_pickled_weights_beside_safe_ones_are_not_touched(folder: Path) -> None:
    (folder / "pytorch_model.bin").write_bytes(b"not even a pickle")

    space = find_space(folder).space("clip", "r", Device())

    assert space.encode_contents("text", ["a cat"]).any()


@pytest.mark.parametrize(
    "name", ["config.json", "tokenizer_config.json", "preprocessor_config.json"]
)
def test_remote_code_is_refused(folder: Path, name: str) -> None:
    (folder / "modeling.py").write_text("raise SystemExit('ran')")
    change(folder / name, auto_map={"AutoModel": "modeling.Model"})

    with pytest.raises(SpaceError, match=rf"Python code of its own \(auto_map in {name}\)"):
        find_space(folder)


def test_remote_code_further_in_is_refused(folder: Path) -> None:
    change(folder / "config.json", text_config={"auto_map": {"AutoConfig": "x.Y"}})

    with pytest.raises(SpaceError, match="auto_map"):
        find_space(folder)


def test_a_tensor_that_the_index_does_not_know_is_refused(sharded: Path) -> None:
    shard = sharded / "model-00001-of-00002.safetensors"
    save_file({**load_file(shard), "another": torch.ones(2)}, shard)

    with pytest.raises(SpaceError, match=r"not the file its index describes.*'another'"):
        find_space(sharded)


def test_a_shard_that_is_missing_is_named(sharded: Path) -> None:
    (sharded / "model-00002-of-00002.safetensors").unlink()

    with pytest.raises(SpaceError, match=r"lacks model-00002-of-00002\.safetensors"):
        find_space(sharded)


@pytest.mark.parametrize("name", ["../outside.safetensors", "pytorch_model.bin", "/etc/passwd"])
def test_an_index_that_points_elsewhere_is_refused(sharded: Path, name: str) -> None:
    change(sharded / "model.safetensors.index.json", weight_map={"logit_scale": name})

    with pytest.raises(SpaceError, match=r"no \.safetensors file of this folder"):
        find_space(sharded)


@pytest.mark.parametrize("keep", [4, 100, -50])
def test_weights_that_were_cut_off_are_refused(folder: Path, keep: int) -> None:
    weights = folder / "model.safetensors"
    weights.write_bytes(weights.read_bytes()[:keep])

    with pytest.raises(SpaceError, match=r"model\.safetensors is damaged"):
        find_space(folder)


def test_weights_with_something_behind_them_are_refused(folder: Path) -> None:
    with (folder / "model.safetensors").open("ab") as stream:
        stream.write(b"more")

    with pytest.raises(SpaceError, match="damaged: it has"):
        find_space(folder)


def test_weights_that_are_missing_are_not_made_up(folder: Path) -> None:
    tensors = load_file(folder / "model.safetensors")
    del tensors["visual_projection.weight"]
    save_file(tensors, folder / "model.safetensors", {"format": "pt"})

    with pytest.raises(SpaceError, match=r"lacks 1 of the weights.*visual_projection\.weight"):
        find_space(folder).space("clip", "r", Device()).encode_contents("text", ["a cat"])


def test_weights_of_another_shape_are_refused(folder: Path) -> None:
    change(folder / "config.json", projection_dim=20)

    with pytest.raises(SpaceError, match="cannot be loaded as a CLIPModel"):
        find_space(folder).space("clip", "r", Device()).encode_contents("text", ["a cat"])


def test_a_missing_preprocessor_is_named(folder: Path) -> None:
    (folder / "preprocessor_config.json").unlink()

    with pytest.raises(SpaceError, match=r"no preprocessor_config\.json"):
        find_space(folder).space("clip", "r", Device())


def test_a_missing_tokenizer_is_named(folder: Path) -> None:
    for name in ("tokenizer.json", "tokenizer_config.json"):
        (folder / name).unlink()

    with pytest.raises(SpaceError, match="has no tokenizer for its texts"):
        find_space(folder).space("clip", "r", Device())


def test_a_tokenizer_of_another_checkpoint_is_noticed(
    folder: Path, checkpoint: Callable[[str], Path]
) -> None:
    tensors = load_file(folder / "model.safetensors")
    name = "text_model.embeddings.token_embedding.weight"
    save_file({**tensors, name: tensors[name][:20].clone()}, folder / "model.safetensors")
    config = json.loads((folder / "config.json").read_text())
    config["text_config"] |= {"vocab_size": 20, "eos_token_id": 19, "pad_token_id": 19,
                              "bos_token_id": 18}  # fmt: skip
    change(folder / "config.json", **config)

    with pytest.raises(SpaceError, match=r"network of 'clip' failed.*different checkpoints"):
        find_space(folder).space("clip", "r", Device()).encode_contents("text", ["a cat"])


def test_other_folders_are_refused(tmp_path: Path) -> None:
    with pytest.raises(SpaceError, match="There is no folder"):
        find_space(tmp_path / "nowhere")
    with pytest.raises(SpaceError, match=r"no config\.json"):
        find_space(tmp_path)
    (tmp_path / "config.json").write_text('{"model_type": "clip"')
    with pytest.raises(SpaceError, match=r"config\.json is damaged"):
        find_space(tmp_path)


def test_a_family_that_is_not_known_is_named(folder: Path) -> None:
    change(folder / "config.json", model_type="gpt2")

    with pytest.raises(SpaceError, match=r"family 'gpt2', which Explorer does not know.*clip"):
        find_space(folder)


def test_a_blip_that_writes_captions_has_no_vectors(folder: Path) -> None:
    change(folder / "config.json", model_type="blip",
           architectures=["BlipForConditionalGeneration"])  # fmt: skip

    with pytest.raises(SpaceError, match="BlipForConditionalGeneration, which gives no vectors"):
        find_space(folder)


def test_layers_from_elsewhere_are_refused(
    checkpoint: Callable[[str], Path], tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(checkpoint("sentence"), tmp_path / "st"))
    modules = json.loads((folder / "modules.json").read_text())
    for kind, path in (("evil.Layer", "1_Pooling"),
                       ("sentence_transformers.models.Pooling", "../../etc")):  # fmt: skip
        modules[1] |= {"type": kind, "path": path}
        (folder / "modules.json").write_text(json.dumps(modules))
        with pytest.raises(SpaceError, match="Python code of its own"):
            find_space(folder)


def test_the_licence_is_read_from_the_model_card(folder: Path) -> None:
    assert read_licence(folder) == "not stated"
    (folder / "README.md").write_text("---\nlanguage: en\nlicense: apache-2.0\n---\n# Hello\n")
    assert read_licence(folder) == "apache-2.0"
    assert find_space(folder).space("clip", "r").info.licence == "apache-2.0"
