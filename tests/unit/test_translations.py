"""Every text of the window is translated, and keeps what is put into it."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from explorer.bundled import assets_folder
from explorer.viewstate.translations import read_translations

LANGUAGES = ("de", "ar")
SCRIPT = Path(__file__).resolve().parents[2] / "packaging" / "update_translations.py"


@pytest.fixture(scope="module")
def script() -> ModuleType:
    """The script that collects the texts."""
    spec = importlib.util.spec_from_file_location("update_translations", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_translated(language: str, script: ModuleType) -> None:
    known = read_translations(assets_folder() / "translations" / f"explorer_{language}.ts")

    missing = [text for text in script.texts_of_window() if text not in known]
    assert missing == [], "run packaging/update_translations.py, and translate what is new"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_keeps_what_is_put_in(language: str) -> None:
    known = read_translations(assets_folder() / "translations" / f"explorer_{language}.ts")

    changed = [text for text, said in known.items() if places(text) != places(said)]
    assert changed == []


def places(text: str) -> list[str]:
    """What is put into a text: "{}", "{done}"."""
    return sorted(part.partition("}")[0] for part in text.split("{")[1:])


def test_texts_are_found_wherever_they_are_given(script: ModuleType) -> None:
    source = """
class View:
    def build(self):
        self.tr("one")
        _tr("two").format(3)
        QCoreApplication.translate("Somewhere", "three")
        tr(self.name)
"""

    assert sorted(script.texts_of(source)) == ["one", "three", "two"]


def test_known_translations_survive_an_update(script: ModuleType, tmp_path: Path) -> None:
    file = tmp_path / "explorer_de.ts"
    script.update(file, {"Open": "a.py", "Gone": "a.py"})
    words = file.read_text("utf-8")
    file.write_text(words.replace('type="unfinished" />', ">Öffnen</translation>", 1), "utf-8")

    missing = script.update(file, {"Gone": "b.py", "New": "b.py"})

    assert missing == ["New"]
    assert read_translations(file) == {"Gone": "Öffnen"}
