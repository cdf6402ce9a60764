"""Whatever a folder holds, each bad file costs itself alone, with a reason."""

from __future__ import annotations

import os
import random
import socket
import stat
import struct
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from explorer.core.errors import MediaError
from explorer.media.decoder import Decoder
from explorer.media.files import check_file

Refused = Callable[[Path], str]


@pytest.fixture
def refused(decoder: Decoder) -> Refused:
    """Reads a file that cannot be read; gives the reason."""

    def reason(path: Path) -> str:
        modality = decoder.modality_for(path)
        assert modality is not None, f"{path} would be skipped"
        with pytest.raises(MediaError) as caught:
            decoder.submit(path, modality, {}).result(timeout=60)
        assert caught.value.path == str(path)
        return caught.value.reason

    return reason


def reads(decoder: Decoder, path: Path) -> str:
    """Read a file that can be read; gives the modality that did."""
    modality = decoder.modality_for(path)
    assert modality is not None
    decoded = decoder.submit(path, modality, {}).result(timeout=60)
    assert len(decoded.items) == 1
    return decoded.modality


def picture(path: Path, size: tuple[int, int] = (64, 48)) -> Path:
    Image.linear_gradient("L").resize(size).convert("RGB").save(path)
    return path


def png(*chunks: tuple[bytes, bytes]) -> bytes:
    """A PNG of these chunks, each with its right checksum."""
    parts = [b"\x89PNG\r\n\x1a\n"]
    for kind, body in chunks:
        checksum = struct.pack(">I", zlib.crc32(kind + body))
        parts.append(struct.pack(">I", len(body)) + kind + body + checksum)
    return b"".join(parts)


def header(width: int, height: int) -> tuple[bytes, bytes]:
    return b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".webp", ".gif", ".tif"])
def test_truncated_pictures(suffix: str, refused: Refused, tmp_path: Path) -> None:
    whole = tmp_path / f"whole{suffix}"
    noise = random.Random(5).randbytes(200 * 200 * 3)
    Image.frombytes("RGB", (200, 200), noise).save(whole)
    data = whole.read_bytes()
    cut = tmp_path / f"cut{suffix}"
    for share in (0.01, 0.5):
        cut.write_bytes(data[: int(share * len(data)) + 1])
        reason = refused(cut)
        assert "damaged" in reason, reason


@pytest.mark.parametrize("suffix", [".png", ".txt", ".csv", ".wav", ".parquet"])
def test_empty_files(suffix: str, refused: Refused, tmp_path: Path) -> None:
    path = tmp_path / f"empty{suffix}"
    path.touch()
    assert refused(path) == "it is empty"


def test_a_picture_with_another_pictures_suffix_is_read(decoder: Decoder, tmp_path: Path) -> None:
    drawing = picture(tmp_path / "drawing.png")
    assert reads(decoder, drawing.rename(tmp_path / "photo.jpg")) == "pictures"


def test_a_picture_called_text_is_read_as_a_picture(decoder: Decoder, tmp_path: Path) -> None:
    drawing = picture(tmp_path / "drawing.png")
    assert reads(decoder, drawing.rename(tmp_path / "notes.txt")) == "pictures"


def test_a_picture_without_suffix_is_read(decoder: Decoder, tmp_path: Path) -> None:
    assert reads(decoder, picture(tmp_path / "a.png").rename(tmp_path / "drawing")) == "pictures"


def test_text_called_picture_is_refused(refused: Refused, tmp_path: Path) -> None:
    path = tmp_path / "notes.png"
    path.write_text("these are words, no picture\n" * 50)
    assert refused(path) == "it is not a picture, or its beginning is damaged"


def test_a_program_called_text_is_refused(refused: Refused, tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(b"\x7fELF" + bytes(range(256)) * 20)
    assert refused(path) == "it is not text"


def test_a_picture_that_declares_more_pixels_than_allowed(refused: Refused, tmp_path: Path) -> None:
    path = tmp_path / "bomb.png"
    rows = zlib.compress(bytes(60_000), 9)
    path.write_bytes(png(header(60_000, 60_000), (b"IDAT", rows), (b"IEND", b"")))
    assert "more than 400 million pixels" in refused(path)


def test_a_picture_that_declares_absurd_sizes(refused: Refused, tmp_path: Path) -> None:
    path = tmp_path / "absurd.png"
    path.write_bytes(png(header(2**31 - 1, 2**31 - 1), (b"IDAT", b""), (b"IEND", b"")))
    assert "more than 400 million pixels" in refused(path)
    path.write_bytes(png(header(0, 0), (b"IDAT", b""), (b"IEND", b"")))
    assert refused(path)


def test_text_in_a_picture_that_unpacks_without_end(refused: Refused, tmp_path: Path) -> None:
    path = tmp_path / "chatty.png"
    packed = zlib.compress(bytes(200_000_000), 9)
    chunk = b"Comment\x00\x01\x00\x00\x00" + packed
    path.write_bytes(png(header(4, 4), (b"iTXt", chunk), (b"IEND", b"")))
    assert "damaged" in refused(path)


def test_what_is_no_file_does_not_hang(refused: Refused, tmp_path: Path) -> None:
    folder = tmp_path / "folder.jpg"
    folder.mkdir()
    assert refused(folder) == "it is a folder, not a file"
    pipe = tmp_path / "pipe.jpg"
    os.mkfifo(pipe)
    assert refused(pipe) == "it is a pipe, not a file"
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "socket.jpg"))
        assert refused(tmp_path / "socket.jpg") == "it is a socket, not a file"
    device = tmp_path / "device.jpg"
    device.symlink_to("/dev/zero")
    assert refused(device) == "it is a device, not a file"


def test_links_that_lead_nowhere(refused: Refused, tmp_path: Path) -> None:
    dangling = tmp_path / "dangling.jpg"
    dangling.symlink_to(tmp_path / "gone")
    assert refused(dangling) == "it is a link to a file that does not exist"
    loop = tmp_path / "loop.jpg"
    loop.symlink_to(loop)
    assert "too many levels" in refused(loop)
    assert refused(tmp_path / "gone.jpg") == "it does not exist any more"


def test_things_without_suffix_that_are_no_files_are_skipped(
    decoder: Decoder, tmp_path: Path
) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    (tmp_path / "dangling").symlink_to(tmp_path / "gone")
    for name in ("pipe", "folder", "dangling", "gone"):
        assert decoder.modality_for(tmp_path / name) is None


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is unreadable to root")
def test_unreadable_files(refused: Refused, tmp_path: Path) -> None:
    path = picture(tmp_path / "secret.png")
    path.chmod(0)
    assert refused(path) == "it may not be read; change its permissions"


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("line\nbreak.png", "line break"),
        ("\N{OWL} and \N{SNOWMAN}.png", "\N{OWL} and \N{SNOWMAN}"),
        ("  .png", "'  .png'"),
        (os.fsdecode(b"caf\xe9.png"), "caf\ufffd"),
        ("-rf $(x) 'q' \"d\".png", "-rf $(x) 'q' \"d\""),
        ("x" * 251 + ".png", "x" * 251),
    ],
    ids=["newline", "emoji", "blank", "not UTF-8", "shell", "long"],
)
def test_odd_names(name: str, title: str, decoder: Decoder, tmp_path: Path) -> None:
    path = picture(tmp_path / "plain.png").rename(tmp_path / name)
    decoded = decoder.submit(path, "pictures", {}).result(timeout=60)
    assert decoded.path == path
    assert decoded.items[0].title == title


def test_names_that_are_too_long(refused: Refused, tmp_path: Path) -> None:
    assert "too long" in refused(tmp_path / ("x" * 300 + ".png"))


def test_files_that_are_only_in_the_cloud_are_left_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = picture(tmp_path / "far.png")
    real = path.stat()

    class Elsewhere:
        st_mode, st_size = stat.S_IFREG | 0o644, real.st_size
        st_file_attributes = 0x400000

    monkeypatch.setattr(Path, "stat", lambda self, **keywords: Elsewhere())
    with pytest.raises(MediaError, match="only in the cloud"):
        check_file(path)


TROUBLES = {
    "abort": r"gave up \(abort\)",
    "segv": "segmentation fault",
    "exit": "SystemExit: 3",
    "hang": "stopped after 4 s",
    "busy": "stopped after 4 s",
    "raise": "ZeroDivisionError: over nothing",
}


def test_a_crash_costs_one_file_each_and_all_others_are_read(
    make_decoder: Callable[..., Decoder], tmp_path: Path
) -> None:
    decoder = make_decoder(timeout=4.0)
    names = [f"{number}.{kind}" for number in range(2) for kind in TROUBLES]
    names += [f"{number}.png" for number in range(30)]
    random.Random(6).shuffle(names)
    futures = {}
    for name in names:
        path = tmp_path / name
        if path.suffix == ".png":
            futures[name] = decoder.submit(picture(path), "pictures", {})
        else:
            path.write_bytes(b"x")
            futures[name] = decoder.submit(path, "trouble", {})
    for name, future in futures.items():
        kind = name.partition(".")[2]
        if kind == "png":
            assert len(future.result(timeout=60).items) == 1
        else:
            with pytest.raises(MediaError, match=TROUBLES[kind]) as caught:
                future.result(timeout=60)
            assert caught.value.path == str(tmp_path / name)


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel of others has no such limit")
def test_a_file_that_takes_memory_without_end(
    make_decoder: Callable[..., Decoder], tmp_path: Path
) -> None:
    decoder = make_decoder(workers=1, memory_bytes=300_000_000)
    path = tmp_path / "a.hungry"
    path.write_bytes(b"x")
    after = decoder.submit(picture(tmp_path / "before.png"), "pictures", {})
    with pytest.raises(MediaError, match="more memory than one file may take"):
        decoder.submit(path, "trouble", {}).result(timeout=60)
    assert len(after.result(timeout=60).items) == 1
    assert reads(decoder, picture(tmp_path / "after.png")) == "pictures"


def test_a_file_that_breaks_off_gives_what_it_had(decoder: Decoder, tmp_path: Path) -> None:
    path = tmp_path / "a.stops"
    path.write_bytes(b"x")
    decoded = decoder.submit(path, "trouble", {}).result(timeout=60)
    assert [item.part for item in decoded.items] == ["row 0", "row 1", "row 2"]
    assert decoded.failures == (("", "it cannot be read (ValueError: the rest is missing)"),)


def test_a_process_killed_from_outside_costs_the_file_it_read(
    make_decoder: Callable[..., Decoder], tmp_path: Path
) -> None:
    decoder = make_decoder(workers=1)
    path = tmp_path / "a.hang"
    path.write_bytes(b"x")
    ready = picture(tmp_path / "a.png")
    decoder.submit(ready, "pictures", {}).result(timeout=60)
    future = decoder.submit(path, "trouble", {})
    begun = tmp_path / "a.hang.begun"
    while not begun.exists() and not future.done():
        pass
    process = decoder._pool._workers[0]._process
    assert process is not None
    process.kill()
    with pytest.raises(MediaError, match="memory ran out"):
        future.result(timeout=60)
    assert len(decoder.submit(ready, "pictures", {}).result(timeout=60).items) == 1


def test_a_process_that_dies_between_two_files_costs_none(
    make_decoder: Callable[..., Decoder], tmp_path: Path
) -> None:
    decoder = make_decoder(workers=1)
    ready = picture(tmp_path / "a.png")
    decoder.submit(ready, "pictures", {}).result(timeout=60)
    for worker in decoder._pool._workers:
        if worker._process is not None:
            worker._process.kill()
            worker._process.wait()
    assert len(decoder.submit(ready, "pictures", {}).result(timeout=60).items) == 1
