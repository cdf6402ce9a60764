"""Pictures look in Explorer as they look in a viewer, and say what their files say."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageCms, PngImagePlugin
from PIL.TiffImagePlugin import ImageFileDirectory_v2

from explorer.api.host import PluginHost
from explorer.api.modality import Draft, Limits, Modality
from explorer.core.errors import MediaError

Read = Callable[..., tuple[Draft, np.ndarray]]
RED, GREEN, BLUE, WHITE = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)


@pytest.fixture(scope="session")
def pictures(shipped: PluginHost) -> Modality:
    return shipped.modalities["pictures"]


@pytest.fixture
def read(pictures: Modality, tmp_path: Path) -> Read:
    """Saves a Pillow image and reads it: its draft and its pixels."""

    def save_and_read(
        image: Image.Image, name: str = "a.png", limits: Limits | None = None, **how: Any
    ) -> tuple[Draft, np.ndarray]:
        path = tmp_path / name
        image.save(path, **how)
        return read_file(pictures, path, limits)

    return save_and_read


def read_file(
    pictures: Modality, path: Path, limits: Limits | None = None
) -> tuple[Draft, np.ndarray]:
    for draft in pictures.read(path, limits or Limits()):
        (piece,) = draft.pieces
        content = piece.load()
        assert isinstance(content, np.ndarray)
        return draft, content
    raise AssertionError("no item")


def corners(red: tuple[int, int] = (0, 0)) -> Image.Image:
    """White, 40 wide and 20 high, with a red corner at the upper left."""
    image = Image.new("RGB", (40, 20), WHITE)
    image.paste(RED, (*red, 10, 8))
    return image


@pytest.mark.parametrize("turn", range(1, 9))
def test_photos_are_upright(turn: int, read: Read) -> None:
    undo = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    stored = corners().transpose(undo[turn]) if turn in undo else corners()
    exif = Image.Exif()
    exif[0x0112] = turn
    draft, pixels = read(stored, "a.jpg", exif=exif, quality=95, subsampling=0)
    assert pixels.shape == (20, 40, 3)
    assert (draft.meta["width"], draft.meta["height"]) == (40, 20)
    assert close(pixels[3, 4], RED)
    assert close(pixels[16, 36], WHITE)


def test_the_colour_profile_is_applied(read: Read) -> None:
    # A profile whose red and green have changed places: only who applies it sees green.
    swapped = ImageCms.ImageCmsProfile(io.BytesIO(swapped_profile()))
    _, pixels = read(Image.new("RGB", (9, 9), RED), icc_profile=swapped.tobytes())
    assert close(pixels[4, 4], GREEN, 30)


def test_a_broken_profile_does_not_cost_the_picture(read: Read) -> None:
    _, pixels = read(Image.new("RGB", (9, 9), RED), icc_profile=b"no profile at all" * 20)
    assert close(pixels[4, 4], RED)


def test_transparency_is_on_white(read: Read) -> None:
    clear = Image.new("RGBA", (4, 4), (0, 0, 0, 0))
    clear.putpixel((0, 0), (255, 0, 0, 255))
    clear.putpixel((1, 0), (0, 0, 255, 128))
    for image in (clear, clear.quantize(), clear.convert("RGBA")):
        _, pixels = read(image)
        assert close(pixels[0, 0], RED)
        assert close(pixels[0, 1], (127, 127, 255), 3)
        assert close(pixels[3, 3], WHITE)
    _, pixels = read(clear.convert("LA"))
    assert close(pixels[3, 3], WHITE)
    _, pixels = read(Image.new("RGB", (4, 4), RED), transparency=RED)
    assert close(pixels[1, 1], WHITE)


def test_every_mode_becomes_rgb(read: Read) -> None:
    grey = Image.linear_gradient("L")
    for mode, name in [
        ("1", "a.png"),
        ("L", "a.png"),
        ("P", "a.gif"),
        ("CMYK", "a.jpg"),
        ("YCbCr", "a.jpg"),
        ("LAB", "a.tif"),
        ("I;16", "a.tif"),
        ("I", "a.tif"),
        ("F", "a.tif"),
    ]:
        image = grey
        if mode == "LAB":
            image = grey.convert("RGB")
            srgb, lab = ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB")
            image = ImageCms.profileToProfile(image, srgb, lab, outputMode="LAB")
        elif mode == "I;16":
            image = Image.fromarray(np.asarray(grey).astype(np.uint16) * 257)
        else:
            image = grey.convert(mode)
        _, pixels = read(image, name)
        assert pixels.shape == (256, 256, 3), mode
        assert pixels.dtype == np.uint8
        assert pixels[:20].mean() < 40, mode
        assert pixels[-20:].mean() > 215, mode


@pytest.mark.parametrize(
    ("values", "lightest"),
    [
        (np.linspace(0, 1, 10_000, dtype=np.float32), 255),
        (np.linspace(0, 65535, 10_000).astype(np.uint16), 255),
        (np.linspace(0, 4095, 10_000).astype(np.uint16), 255),
        (np.linspace(-500, 8848, 10_000).astype(np.float32), 255),
        (np.linspace(0, 255, 10_000).astype(np.int32), 255),
        (np.linspace(0, 100, 10_000).astype(np.int32), 100),
        (np.full(10_000, np.nan, np.float32), 0),
    ],
    ids=["unit", "16 bit", "12 bit", "heights", "bytes", "dark bytes", "nothing"],
)
def test_more_than_eight_bits_are_scaled_to_be_seen(
    values: np.ndarray, lightest: int, read: Read
) -> None:
    _, pixels = read(Image.fromarray(values.reshape(100, 100)), "a.tif")
    assert abs(int(pixels.max()) - lightest) <= 1
    assert pixels.min() == 0


def test_animations_are_shown_by_their_first_frame(read: Read) -> None:
    frames = [Image.new("RGB", (8, 8), colour) for colour in (RED, BLUE)]
    for name in ("a.gif", "a.webp", "a.png"):
        _, pixels = read(frames[0], name, save_all=True, append_images=frames[1:])
        assert close(pixels[4, 4], RED, 12)


@pytest.mark.parametrize("name", ["a.heic", "a.avif"])
def test_pictures_of_telephones(name: str, pictures: Modality, tmp_path: Path) -> None:
    import pillow_heif

    path = tmp_path / name
    if name == "a.heic":
        pillow_heif.from_pillow(Image.new("RGB", (64, 32), RED)).save(path, quality=90)
    else:
        Image.new("RGB", (64, 32), RED).save(path, quality=90)
    draft, pixels = read_file(pictures, path)
    assert pixels.shape == (32, 64, 3)
    assert close(pixels[16, 32], RED, 12)
    assert draft.meta["format"] == name[2:].upper().replace("HEIC", "HEIF")
    assert pictures.sniff(path.read_bytes()[:64])


@pytest.mark.parametrize(("name", "mode"), [("a.jpg", "RGB"), ("a.png", "RGBA"), ("a.jpg", "L")])
def test_large_pictures_are_decoded_no_larger_than_is_of_use(
    name: str, mode: str, read: Read
) -> None:
    image = Image.linear_gradient("L").resize((2000, 1500)).convert(mode)
    draft, pixels = read(image, name, Limits(useful_side=100))
    assert (draft.meta["width"], draft.meta["height"]) == (2000, 1500)
    assert 200 <= min(pixels.shape[:2]) < 400
    thumbnail = draft.thumbnail()
    assert thumbnail is not None
    assert max(thumbnail.shape[:2]) == 256
    assert thumbnail[-5:].mean() > 240 > 15 > thumbnail[:5].mean()


def test_shrinking_in_strips_leaves_no_seam(read: Read) -> None:
    width, height = 2311, 1999
    across, down = np.meshgrid(np.linspace(0, 255, width), np.linspace(0, 255, height))
    alpha = np.full_like(across, 200)
    image = Image.fromarray(np.stack([across, down, across, alpha], 2).astype(np.uint8))
    _, whole = read(image)
    _, shrunk = read(image, "a.png", Limits(useful_side=150))
    expected = np.asarray(Image.fromarray(whole).reduce(6))
    assert shrunk.shape == expected.shape == (334, 386, 3)
    assert np.abs(shrunk.astype(int) - expected).max() <= 1


def test_strips_keep_their_detail(read: Read) -> None:
    _, pixels = read(Image.new("RGB", (3000, 40)), "a.jpg", Limits(useful_side=100))
    assert pixels.shape == (40, 3000, 3)


def test_the_pixel_limit_is_for_what_is_declared(read: Read) -> None:
    with pytest.raises(MediaError, match="more than 1 million pixels"):
        read(Image.new("L", (2000, 1000)), "a.jpg", Limits(max_pixels=1_000_000, useful_side=10))


def test_a_photo_says_when_where_and_by_what_it_was_taken(read: Read) -> None:
    exif = Image.Exif()
    exif[0x010F], exif[0x0110] = "Canon", "Canon EOS R5"
    exif[0x010E], exif[0x013B] = "A café by the sea".encode(), "Ada"
    exif[0x9C9E] = "sea;café".encode("utf-16-le")
    details = ImageFileDirectory_v2()
    details[0x9003], details[0x9011] = "2024:05:31 18:04:09", "+02:00"
    details[0xA434] = "RF 50mm"
    exif._ifds[0x8769] = dict(details)
    exif._ifds[0x8825] = {1: "S", 2: (33.0, 51.0, 36.0), 3: "E", 4: (151.0, 12.0, 36.0)}
    draft, _ = read(corners(), "a.jpg", exif=exif)
    assert draft.meta == {
        "width": 40,
        "height": 20,
        "taken": "2024-05-31T18:04:09+02:00",
        "camera": "Canon EOS R5",
        "lens": "RF 50mm",
        "author": "Ada",
        "latitude": -33.86,
        "longitude": 151.21,
        "format": "JPEG",
    }
    assert draft.text == "A café by the sea\nsea, café"


XMP = """<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><rdf:Description>
 <dc:title><rdf:Alt><rdf:li xml:lang="x-default">Evening</rdf:li></rdf:Alt></dc:title>
 <dc:description><rdf:Alt><rdf:li>The sun goes down</rdf:li></rdf:Alt></dc:description>
 <dc:subject><rdf:Bag><rdf:li>sun</rdf:li><rdf:li>sea</rdf:li></rdf:Bag></dc:subject>
 </rdf:Description></rdf:RDF></x:xmpmeta>"""


def test_titles_and_keywords_come_from_xmp(read: Read) -> None:
    draft, _ = read(corners(), "a.jpg", xmp=XMP.encode())
    assert draft.title == "Evening"
    assert draft.text == "Evening\nThe sun goes down\nsun, sea"


def test_xml_that_expands_is_not_expanded(read: Read) -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]>' + XMP.replace("Evening", "&a;&a;")
    draft, _ = read(corners(), "a.jpg", xmp=bomb.encode())
    assert draft.title == ""


def test_titles_and_keywords_come_from_iptc(pictures: Modality, tmp_path: Path) -> None:
    def record(number: int, words: str) -> bytes:
        data = words.encode()
        return b"\x1c\x02" + bytes([number]) + len(data).to_bytes(2, "big") + data

    block = record(5, "Harbour") + record(25, "boat") + record(25, "sea") + record(120, "Boats")
    resource = b"8BIM\x04\x04\x00\x00" + len(block).to_bytes(4, "big") + block
    body = b"Photoshop 3.0\x00" + resource + b"\x00" * (len(block) % 2)
    path = tmp_path / "a.jpg"
    corners().save(path)
    data = path.read_bytes()
    marker = b"\xff\xed" + (len(body) + 2).to_bytes(2, "big") + body
    path.write_bytes(data[:2] + marker + data[2:])
    draft, _ = read_file(pictures, path)
    assert (draft.title, draft.text) == ("Harbour", "Harbour\nBoats\nboat, sea")


def test_titles_come_from_the_texts_of_png(read: Read) -> None:
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Title", " Cricket Bat ")
    texts.add_text("Author", "Chris")
    texts.add_itxt("Description", "Für das Spiel")
    draft, _ = read(corners(), pnginfo=texts)
    assert draft.title == "Cricket Bat"
    assert draft.text == "Cricket Bat\nFür das Spiel"
    assert draft.meta["author"] == "Chris"


def test_metadata_that_is_nonsense_does_not_cost_the_picture(
    pictures: Modality, tmp_path: Path
) -> None:
    path = tmp_path / "a.jpg"
    corners().save(path)
    data = path.read_bytes()
    for junk in (
        b"Exif\x00\x00II*\x00\xff\xff\xff\xff",
        b"Exif\x00\x00MM",
        b"Photoshop 3.0\x008BIM",
    ):
        marker = b"\xff\xe1" + (len(junk) + 2).to_bytes(2, "big") + junk
        path.write_bytes(data[:2] + marker + data[2:])
        _, pixels = read_file(pictures, path)
        assert pixels.shape == (20, 40, 3)


def test_suffixes_are_those_of_pillow_less_what_is_no_picture(pictures: Modality) -> None:
    Image.init()
    known = set(Image.registered_extensions())
    left_out = set(
        ".eps .ps .pdf .wmf .emf .mpg .mpeg .bufr .grib .h5 .hdf .iim .palm .im".split()  # noqa: SIM905
    )
    heif = {".heic", ".heics", ".heif", ".heifs", ".hif"}
    assert pictures.suffixes - heif == known - left_out - heif


def close(pixel: Any, colour: tuple[int, int, int], by: int = 8) -> bool:
    return bool(np.abs(np.asarray(pixel, int) - np.asarray(colour)).max() <= by)


def swapped_profile() -> bytes:
    """The sRGB profile with the columns of red and green exchanged."""
    data = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    tags = {bytes(data[at : at + 4]): at for at in range(132, 132 + 12 * data[131], 12)}
    red, green = tags[b"rXYZ"], tags[b"gXYZ"]
    data[red + 4 : red + 12], data[green + 4 : green + 12] = (
        data[green + 4 : green + 12],
        data[red + 4 : red + 12],
    )
    return (
        bytes(data)
        .replace(b"s\x00R\x00G\x00B", b"x\x00R\x00G\x00B")
        .replace(b"\x00s\x00R\x00G\x00B", b"\x00x\x00R\x00G\x00B")
    )
