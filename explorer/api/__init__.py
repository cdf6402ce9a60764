"""All that a plugin may import.

A plugin is a folder with a ``plugin.toml`` and a module with ``register(registrar)``::

    from explorer import api

    class Subtitles(api.Modality):
        id, name, content = "subtitles", "Subtitles", "text"
        suffixes = frozenset({".srt"})

        def read(self, path, limits):
            words = path.read_text()
            yield api.Draft(title=path.stem, text=words,
                            pieces=[api.Piece(api.Unit(text=words), lambda: words)])

    def register(registrar):
        registrar.modality(Subtitles())
"""

from explorer.api.encoder import (
    Differentiable,
    Encoder,
    ForwardPass,
    HearsWords,
    Matches,
    MatchingPass,
    Preparation,
    Purpose,
    SaidWord,
    SoundCells,
    TellsFrequencies,
    WordTimes,
)
from explorer.api.modality import Draft, Limits, Modality, Piece, Preview
from explorer.api.registry import Registrar
from explorer.api.version import API_VERSION
from explorer.core.errors import MediaError, SpaceError
from explorer.core.media import Content, Pixels, Sound, Unit
from explorer.core.tokens import GridLayout, TimeLayout, Tokens, WordLayout

__all__ = [
    "API_VERSION",
    "Content",
    "Differentiable",
    "Draft",
    "Encoder",
    "ForwardPass",
    "GridLayout",
    "HearsWords",
    "Limits",
    "Matches",
    "MatchingPass",
    "MediaError",
    "Modality",
    "Piece",
    "Pixels",
    "Preparation",
    "Preview",
    "Purpose",
    "Registrar",
    "SaidWord",
    "Sound",
    "SoundCells",
    "SpaceError",
    "TellsFrequencies",
    "TimeLayout",
    "Tokens",
    "Unit",
    "WordLayout",
    "WordTimes",
]
