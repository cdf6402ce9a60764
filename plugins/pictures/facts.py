"""What a picture file says about itself: EXIF, XMP, IPTC and the text chunks of PNG."""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from xml.etree import ElementTree

MAX_WORDS = 20_000
"""Characters of all texts together that are kept."""

_MAX_XMP_BYTES = 4 << 20
_EXIF_IFD, _GPS_IFD = 0x8769, 0x8825
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_DC = "{http://purl.org/dc/elements/1.1/}"
# What cameras write where a person's words should be.
_NO_DESCRIPTION = frozenset(
    {"olympus digital camera", "sony dsc", "konica minolta digital camera", "digital camera"}
    | {"exif_jpeg_picture", "default", "untitled", "created with gimp", "screenshot"}
)


@dataclass
class Facts:
    """What was found; words in the order of how much they are meant as such."""

    titles: list[str] = field(default_factory=list)
    descriptions: list[str] = field(default_factory=list)
    keywords: list[str] = field(default_factory=list)
    meta: dict[str, Any] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """The best title, or nothing."""
        return next(iter(_said(self.titles)), "")[:200]

    @property
    def text(self) -> str:
        """All words, each once, a line per source."""
        keywords = ", ".join(dict.fromkeys(_said(self.keywords)))
        lines = [*_said(self.titles), *_said(self.descriptions), keywords]
        return "\n".join(dict.fromkeys(line for line in lines if line))[:MAX_WORDS]


def read_facts(image: Any) -> Facts:
    """Read all that an open Pillow image says; what is malformed is passed over."""
    facts = Facts()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for source in (_read_xmp, _read_iptc, _read_exif, _read_png):
            try:
                source(image, facts)
            # Metadata is written by thousands of programs, a few of them correct.
            except Exception:
                continue
    if image.format:
        facts.meta["format"] = image.format
    return facts


def _read_xmp(image: Any, facts: Facts) -> None:
    packet = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp")
    if isinstance(packet, str):
        packet = packet.encode("utf-8")
    # Entities are how small XML becomes gigabytes; XMP has no use for them.
    if not packet or len(packet) > _MAX_XMP_BYTES or b"<!" in packet:
        return
    root = ElementTree.fromstring(packet.strip(b"\x00 \r\n\t"))
    for name, words in (("title", facts.titles), ("description", facts.descriptions)):
        words += [entry.text or "" for entry in root.iterfind(f".//{_DC}{name}//{_RDF}li")]
    facts.keywords += [entry.text or "" for entry in root.iterfind(f".//{_DC}subject//{_RDF}li")]


def _read_iptc(image: Any, facts: Facts) -> None:
    from PIL import IptcImagePlugin

    if image.format not in ("JPEG", "MPO", "TIFF"):
        return
    records = IptcImagePlugin.getiptcinfo(image) or {}
    facts.titles += _decoded(records.get((2, 5))) + _decoded(records.get((2, 105)))
    facts.descriptions += _decoded(records.get((2, 120)))
    facts.keywords += _decoded(records.get((2, 25)))


def _read_exif(image: Any, facts: Facts) -> None:
    exif = image.getexif()
    if not exif:
        return
    details = exif.get_ifd(_EXIF_IFD)
    facts.titles += _decoded(exif.get(0x9C9B), "utf-16-le")  # XPTitle
    facts.descriptions += _decoded(exif.get(0x010E)) + _decoded(exif.get(0x9C9C), "utf-16-le")
    for words in _decoded(exif.get(0x9C9E), "utf-16-le"):  # XPKeywords
        facts.keywords += words.split(";")
    moment = details.get(0x9003) or details.get(0x9004)
    if taken := _moment(moment, details.get(0x9011)):
        facts.meta["taken"] = taken
    make, model = "".join(_decoded(exif.get(0x010F))), "".join(_decoded(exif.get(0x0110)))
    if model:
        named = model.lower().startswith(make.lower().split(" ")[0])
        facts.meta["camera"] = model if named else f"{make} {model}"
    for name, tag in (("lens", 0xA434), ("author", 0x013B)):
        if words := _decoded(details.get(tag) or exif.get(tag)):
            facts.meta[name] = words[0]
    facts.meta.update(_exposure(details))
    facts.meta.update(_position(exif.get_ifd(_GPS_IFD)))


def _exposure(details: Any) -> dict[str, float]:
    """Time in seconds, aperture as f-number, sensitivity as ISO, focal length in mm."""
    found = {}
    for name, tag in (
        ("exposure", 0x829A),
        ("aperture", 0x829D),
        ("iso", 0x8827),
        ("focal_length", 0x920A),
    ):
        value = details.get(tag)
        value = value[0] if isinstance(value, tuple) and value else value
        try:
            number = float(value)
        except (TypeError, ValueError, ZeroDivisionError):
            continue
        if 0 < number < 1e7:  # cameras write nought for what they do not know
            found[name] = round(number, 6)
    return found


def _read_png(image: Any, facts: Facts) -> None:
    if image.format != "PNG":
        return
    # Pillow's `text` would decode the picture to reach chunks behind it; info has those before.
    chunks = {key.lower(): value for key, value in image.info.items() if isinstance(value, str)}
    facts.titles += [chunks.get("title", "")]
    facts.descriptions += [chunks.get("description", ""), chunks.get("comment", "")]
    facts.keywords += [chunks.get("keywords", "")]
    if author := chunks.get("author", "").strip():
        facts.meta.setdefault("author", author[:200])


def _position(gps: Any) -> dict[str, float]:
    """Latitude and longitude in degrees, where both are there and possible."""
    if not gps or 2 not in gps or 4 not in gps:
        return {}
    place = {}
    for name, value, side, limit in (
        ("latitude", gps[2], gps.get(1, "N"), 90.0),
        ("longitude", gps[4], gps.get(3, "E"), 180.0),
    ):
        degrees, minutes, seconds = (float(part) for part in value)
        angle = degrees + minutes / 60 + seconds / 3600
        if not 0 <= angle <= limit:
            return {}
        place[name] = round(-angle if str(side).upper()[:1] in ("S", "W") else angle, 7)
    return place


def _moment(value: Any, offset: Any) -> str:
    """EXIF's "2024:05:31 12:00:00" and "+02:00" as ISO 8601."""
    words = "".join(_decoded(value))
    try:
        moment = datetime.strptime(words[:19], "%Y:%m:%d %H:%M:%S")
    except ValueError:
        return ""
    zone = "".join(_decoded(offset))
    try:
        return datetime.fromisoformat(moment.isoformat() + zone).isoformat()
    except ValueError:
        return moment.isoformat()


def _decoded(value: Any, encoding: str = "utf-8") -> list[str]:
    """Texts of a tag, which may be text, bytes, or a list of these."""
    if isinstance(value, list):
        return [words for entry in value for words in _decoded(entry, encoding)]
    if isinstance(value, tuple):
        value = bytes(value)
    if isinstance(value, bytes):
        try:
            value = value.decode(encoding)
        except UnicodeDecodeError:
            value = value.decode("latin-1")
    words = value.replace("\x00", "").strip() if isinstance(value, str) else ""
    try:
        words = words.encode("latin-1").decode("utf-8")  # what Pillow has taken for Latin-1
    except UnicodeError:
        pass
    return [words] if words else []


def _said(words: Iterable[str]) -> list[str]:
    tidy = (entry.strip() for entry in words)
    return [entry for entry in tidy if entry and entry.lower() not in _NO_DESCRIPTION]
