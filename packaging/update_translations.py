"""Bring the `.ts` files in assets/translations in step with the texts of the window.

    python packaging/update_translations.py            new texts come in, unfinished; old ones go
    python packaging/update_translations.py --missing  also print what is not translated yet

Qt's own lupdate reads `self.tr("…")`; the texts that modules translate by a function of theirs
are found here by the same rule: the text given to tr, _tr, translate or QT_TRANSLATE_NOOP. Below
the window, where nothing is translated, it is the text of a `Wording` and of an error, what a
method of explanation is called and does, and what the starter and the plugins that came along
say of themselves.
"""

from __future__ import annotations

import argparse
import ast
import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as Xml

from explorer.viewstate.translations import read_translations

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "assets" / "translations"
PLUGINS = ROOT / "plugins"
PLACES = (ROOT / "explorer", PLUGINS)
STARTER = ROOT / "assets" / "starter" / "manifest.json"
ELSEWHERE = (ROOT / "explorer" / "cli", ROOT / "explorer" / "align")
"""What the window never shows."""
ERRORS = (
    *("SpaceError", "CollectionError", "CollectionBusyError", "QueryError", "SettingsError"),
    "PluginError",
)
"""Whose sentences the window shows as they are."""


def texts_of(source: str) -> Iterator[str]:
    """Texts that a module gives to be translated."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        called = node.func
        name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
        if name in ("tr", "_tr"):
            texts = node.args[:1]
        elif name in ("translate", "QT_TRANSLATE_NOOP", "MediaError"):
            texts = node.args[1:2]
        elif name == "Wording" or name in ERRORS:
            texts = node.args[:1]
        elif name == "Method":
            texts = node.args[1:3]
        else:
            continue
        for text in texts:
            if isinstance(text, ast.Constant) and isinstance(text.value, str):
                yield text.value


def texts_of_starter() -> list[str]:
    """What the starter's manifest says of it, what it knows and what it does not."""
    manifest = json.loads(STARTER.read_text(encoding="utf-8"))
    limits = manifest["limits"]
    return [manifest["description"], *limits["knows"], *limits["does not know"]]


def texts_of_window() -> dict[str, str]:
    """Every text that the window shows, with the first module it stands in."""
    found = dict.fromkeys(texts_of_starter(), STARTER.relative_to(ROOT).as_posix())
    for manifest in sorted(PLUGINS.glob("*/plugin.toml")):
        about = tomllib.loads(manifest.read_text(encoding="utf-8"))
        place = manifest.relative_to(ROOT).as_posix()
        found |= {about[key]: place for key in ("name", "description")}
    for file in sorted(one for place in PLACES for one in place.rglob("*.py")):
        if any(file.is_relative_to(place) for place in ELSEWHERE):
            continue
        for text in texts_of(file.read_text(encoding="utf-8")):
            found.setdefault(text, file.relative_to(ROOT).as_posix())
    return found


def update(file: Path, texts: dict[str, str]) -> list[str]:
    """Write a `.ts` file with these texts; what has no translation yet."""
    known = read_translations(file) if file.exists() else {}
    language = file.stem.partition("_")[2]
    root = Xml.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = Xml.SubElement(root, "context")
    Xml.SubElement(context, "name").text = "Explorer"
    missing = []
    for text, place in sorted(texts.items(), key=lambda pair: (pair[1], pair[0])):
        message = Xml.SubElement(context, "message")
        Xml.SubElement(message, "location", filename=place)
        Xml.SubElement(message, "source").text = text
        target = Xml.SubElement(message, "translation")
        if text in known:
            target.text = known[text]
        else:
            target.set("type", "unfinished")
            missing.append(text)
    Xml.indent(root, " ")
    body = Xml.tostring(root, encoding="unicode")
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    file.write_text(f"{head}{body}\n", encoding="utf-8")
    return missing


def main() -> None:
    """Update all files, or those named by their language."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("languages", nargs="*", default=["de", "ar"])
    parser.add_argument("--missing", action="store_true", help="print untranslated texts")
    chosen = parser.parse_args()
    FOLDER.mkdir(parents=True, exist_ok=True)
    texts = texts_of_window()
    for language in chosen.languages:
        missing = update(FOLDER / f"explorer_{language}.ts", texts)
        print(f"{language}: {len(texts)} texts, {len(missing)} to be translated")
        if chosen.missing:
            print("\n".join(repr(text) for text in missing))


if __name__ == "__main__":
    main()
