"""Settings and session files survive damage and crashes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from explorer.core.errors import SettingsError
from explorer.viewstate.files import read_json, write_json
from explorer.viewstate.settings import Settings


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    file = tmp_path / "new folder" / "settings.json"
    write_json(file, {"name": "Vögel", "numbers": [1, 2.5]})
    assert read_json(file) == {"name": "Vögel", "numbers": [1, 2.5]}


def test_a_missing_file_is_empty(tmp_path: Path) -> None:
    assert read_json(tmp_path / "none.json") == {}


@pytest.mark.parametrize("damage", [b"", b'{"a": 1', b"\xff\xfe\x00", b"not json"])
def test_a_damaged_file_is_set_aside_and_not_lost(tmp_path: Path, damage: bytes) -> None:
    file = tmp_path / "settings.json"
    file.write_bytes(damage)
    assert read_json(file) == {}
    assert not file.exists()
    assert (tmp_path / "settings.json.damaged").read_bytes() == damage


def test_a_list_where_an_object_should_be_is_empty(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text("[1, 2]")
    assert read_json(file) == {}


def test_a_failed_write_leaves_the_old_file_whole_and_nothing_beside_it(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    write_json(file, {"theme": "dark"})
    with pytest.raises(TypeError):
        write_json(file, {"first": 1, "theme": object()})
    assert json.loads(file.read_text()) == {"theme": "dark"}
    assert list(tmp_path.iterdir()) == [file]


def test_where_nothing_can_be_written_a_sentence_says_so(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file where the folder should be")
    with pytest.raises(SettingsError, match=r"settings\.json cannot be written: .+\. Your"):
        write_json(tmp_path / "home" / "settings.json", {})


def test_settings_are_kept(tmp_path: Path) -> None:
    settings = Settings(theme="light", tips=False, plugins_enabled=["fonts"])
    settings.write(tmp_path)
    assert Settings.read(tmp_path) == settings


def test_settings_of_a_wrong_type_or_unknown_fall_back_alone(tmp_path: Path) -> None:
    data = {"theme": "purple", "tips": "yes", "reduce_motion": True, "from_the_future": 1}
    (tmp_path / "settings.json").write_text(json.dumps(data))
    assert Settings.read(tmp_path) == Settings(reduce_motion=True)


def test_damaged_settings_are_the_defaults(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"theme": "dark"')
    assert Settings.read(tmp_path) == Settings()


def test_two_settings_do_not_share_their_lists() -> None:
    Settings().plugins_disabled.append("sound")
    assert Settings().plugins_disabled == []
