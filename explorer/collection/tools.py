"""What a collection works with."""

from __future__ import annotations

from dataclasses import dataclass

from explorer.api.host import PluginHost
from explorer.encoders.catalogue import SpaceCatalogue
from explorer.media.decoder import Decoder


@dataclass(frozen=True, slots=True)
class Tools:
    """The spaces that encode, the decoder that opens files, and the plugins it knows."""

    spaces: SpaceCatalogue
    decoder: Decoder
    host: PluginHost
