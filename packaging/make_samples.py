"""Make `assets/samples` again: pictures, sounds, their list, and the pairs to measure with.

    python packaging/make_samples.py --work DIR [-o assets/samples]

`samples_chosen.csv` beside this file names every item: where it lies in which package, who made it,
under which licence, and what is to be seen or heard. The packages named in `PACKAGES` are fetched
into DIR at the versions given there (a package already unpacked in `DIR/<name>` is used as it is),
so the same versions give the same bytes. Texts, searches and LICENCES.md are written by hand and
left alone.

Needs Debian's apt-get and dpkg-deb, npm, pip and espeak-ng 1.51, and beside the app's own packages
`pip install resvg-py==0.5.0 OpenEXR==3.5.3`, which the app itself never uses.
"""

from __future__ import annotations

import argparse
import base64
import bz2
import csv
import io
import json
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import soundfile
from numpy.typing import NDArray
from PIL import Image, ImageChops
from scipy.ndimage import maximum_filter

HERE = Path(__file__).resolve().parent
PHOTO_SIDE, DRAWING_SIDE, EMOJI_SIDE = 512, 384, 256
SOUND_SECONDS, FADE_SECONDS = 5.0, 0.4

# name -> (registry, version, folder inside the unpacked package that the chosen paths start from)
PACKAGES = {
    "openclipart-png": ("debian", "1:0.18+dfsg-19", "usr/share/openclipart/png"),
    "gcompris-qt-data": ("debian", "3.1-2", "usr/share/gcompris-qt/rcc"),
    "lomiri-wallpapers-16.04": ("debian", "20.04.0-2", "usr/share/backgrounds"),
    "libjxl-testdata": (
        "debian",
        "0.0~git20230110.d6168ff-1",
        "usr/share/libjxl-testdata",
    ),
    "palapeli-data": ("debian", "4:22.12.3-1", "usr/share/palapeli/collection"),
    "@iconify-json/noto": ("npm", "1.2.9", ""),
    "@pmndrs/assets": ("npm", "1.7.0", "hdri"),
    "supersonic-scsynth-samples": ("npm", "0.84.2", "samples"),
    "scikit-image": ("pypi", "0.26.0", "skimage/data"),
    "scikit-learn": ("pypi", "1.9.1", "sklearn/datasets/images"),
    "scipy": ("pypi", "1.9.3", "scipy/misc"),  # the last series that carries the raccoon
    "matplotlib": ("pypi", "3.11.2", "matplotlib/mpl-data/sample_data"),
}
LISTED = ("path", "title", "description", "keywords", "kind", "source", "author", "licence", "url")


def fetch(name: str, work: Path) -> Path:
    """Unpack a package into ``work/<name>`` unless it is there; return the folder to read from."""
    registry, version, inside = PACKAGES[name]
    target = work / name.replace("/", "+")
    if not target.exists():
        with tempfile.TemporaryDirectory(dir=work) as scratch:
            unpacked = Path(scratch) / "unpacked"
            unpacked.mkdir()
            REGISTRIES[registry](name, version, Path(scratch), unpacked)
            shutil.move(unpacked, target)
    return target / inside


def _from_debian(name: str, version: str, scratch: Path, unpacked: Path) -> None:
    subprocess.run(["apt-get", "download", f"{name}={version}"], cwd=scratch, check=True)
    (archive,) = scratch.glob("*.deb")
    subprocess.run(["dpkg-deb", "-x", archive, unpacked], check=True)


def _from_npm(name: str, version: str, scratch: Path, unpacked: Path) -> None:
    subprocess.run(["npm", "pack", f"{name}@{version}"], cwd=scratch, check=True)
    (archive,) = scratch.glob("*.tgz")
    with tarfile.open(archive) as tar:
        tar.extractall(scratch, filter="data")
    for part in (scratch / "package").iterdir():
        shutil.move(part, unpacked)


def _from_pypi(name: str, version: str, scratch: Path, unpacked: Path) -> None:
    # The old scipy has no wheel for a newer Python; only its data is read, so any wheel will do.
    command = [sys.executable, "-m", "pip", "download", "--no-deps", "--only-binary=:all:"]
    if name == "scipy":
        command += ["--python-version", "3.10"]
    subprocess.run([*command, f"{name}=={version}"], cwd=scratch, check=True)
    (archive,) = scratch.glob("*.whl")
    with zipfile.ZipFile(archive) as wheel:
        wheel.extractall(unpacked)


REGISTRIES: dict[str, Callable[[str, str, Path, Path], None]] = {
    "debian": _from_debian,
    "npm": _from_npm,
    "pypi": _from_pypi,
}


def on_white(image: Image.Image) -> Image.Image:
    """The picture in RGB, what is transparent in white."""
    image = image.convert("RGBA")
    white = Image.new("RGBA", image.size, "white")
    white.alpha_composite(image)
    return white.convert("RGB")


def trimmed(image: Image.Image) -> Image.Image:
    """A drawing without the empty page around it, but with a narrow white border."""
    differs = ImageChops.difference(image, Image.new("RGB", image.size, "white")).convert("L")
    drawn = image.crop(differs.point(lambda value: 255 if value > 12 else 0).getbbox())
    border = max(drawn.size) // 24
    page = Image.new("RGB", (drawn.width + 2 * border, drawn.height + 2 * border), "white")
    page.paste(drawn, (border, border))
    return page


def from_resource(archive: Path, inner: str) -> Image.Image:
    """A picture out of one of GCompris's compiled Qt resources."""
    from PySide6.QtCore import QFile, QIODevice, QResource

    root = f"/{archive.stem}"
    QResource.registerResource(str(archive), root)
    file = QFile(f":{root}/{inner}")
    if not file.open(QIODevice.OpenModeFlag.ReadOnly):
        raise FileNotFoundError(f"{archive} has no {inner}.")
    return Image.open(io.BytesIO(bytes(file.readAll().data())))


def from_environment(script: Path) -> Image.Image:
    """The band around the horizon of a panorama, which is an EXR in base64 in a JavaScript file."""
    import OpenEXR

    found = re.search(r"base64,([A-Za-z0-9+/=]+)", script.read_text("utf-8"))
    if found is None:
        raise ValueError(f"{script} holds no base64 data.")
    with tempfile.NamedTemporaryFile(suffix=".exr") as file:
        file.write(base64.b64decode(found.group(1)))
        file.flush()
        with OpenEXR.File(file.name) as exr:
            channels = exr.channels()
            light = np.asarray(channels.get("RGB", channels.get("RGBA")).pixels)[..., :3]
    height = light.shape[0]
    light = light[round(height * 0.12) : round(height * 0.75)].astype(np.float32)
    light *= 0.35 / max(float(np.median(light.mean(axis=-1))), 1e-4)
    # Around lamps and the sun the compression rings: black and coloured dots in what is all white.
    around = maximum_filter(light.max(axis=-1), size=3)
    glare = (around > 4.0) & (light.min(axis=-1) < 0.02 * around)
    light[glare] = around[glare][:, None]
    light = light.clip(min=0.0)
    # Reinhard's curve, so that the sun does not wash out the land below it.
    shown = np.clip(1.5 * light / (1.0 + light), 0.0, 1.0) ** (1 / 2.2)
    return Image.fromarray((shown * 255).round().astype(np.uint8))


def from_emoji(folder: Path, name: str) -> Image.Image:
    """One of the Noto emoji, drawn from its SVG."""
    import resvg_py

    icons = json.loads((folder / "icons.json").read_text("utf-8"))
    icon = icons["icons"][name]
    box = f"0 0 {icon.get('width', icons['width'])} {icon.get('height', icons['height'])}"
    space = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    svg = f'<svg {space} viewBox="{box}">{icon["body"]}</svg>'
    drawn = resvg_py.svg_to_bytes(svg_string=svg, width=EMOJI_SIDE, height=EMOJI_SIDE)
    return Image.open(io.BytesIO(bytes(drawn)))


def read_picture(package: str, inside: str, work: Path) -> Image.Image:
    folder = fetch(package, work)
    if package == "@iconify-json/noto":
        return from_emoji(folder, inside)
    if package == "@pmndrs/assets":
        return from_environment(folder / f"{inside}.js")
    if package == "scipy":
        raw = bz2.decompress((folder / inside).read_bytes())
        return Image.fromarray(np.frombuffer(raw, np.uint8).reshape(768, 1024, 3))
    archive, _, inner = inside.partition("#")
    return from_resource(folder / archive, inner) if inner else Image.open(folder / inside)


def write_picture(row: dict[str, str], target: Path, work: Path) -> None:
    package, inside = row["input"].split(":", 1)
    image = on_white(read_picture(package, inside, work))
    if package == "openclipart-png" and "/flags/" not in inside:
        image = trimmed(image)
    side = PHOTO_SIDE if target.suffix == ".jpg" else DRAWING_SIDE
    image.thumbnail((side, side), Image.Resampling.LANCZOS)
    if target.suffix == ".jpg":
        image.save(target, quality=86, optimize=True)
    else:
        image.save(target, quality=84, method=6)


def read_sound(package: str, inside: str, work: Path) -> tuple[NDArray[np.float32], int]:
    if package != "espeak-ng":
        return soundfile.read(fetch(package, work) / f"{inside}.flac", dtype="float32")
    voice, _, words = inside.partition("|")
    with tempfile.NamedTemporaryFile(suffix=".wav") as file:
        command = ["espeak-ng", "-v", voice, "-s", "150", "-w", file.name, words]
        subprocess.run(command, check=True)
        return soundfile.read(file.name, dtype="float32")


def write_sound(row: dict[str, str], target: Path, work: Path) -> None:
    """One channel, at most five seconds, faded out where it was cut."""
    package, inside = row["input"].split(":", 1)
    samples, rate = read_sound(package, inside, work)
    if samples.ndim == 2:
        samples = samples.mean(axis=1)
    if len(samples) > SOUND_SECONDS * rate:
        samples = samples[: int(SOUND_SECONDS * rate)].copy()
        fade = int(FADE_SECONDS * rate)
        samples[-fade:] *= np.linspace(1.0, 0.0, fade, dtype=np.float32)
    samples = samples * (0.9 / max(float(np.abs(samples).max()), 1e-6))
    soundfile.write(target, samples, rate, subtype="PCM_16")


def kind_of(row: dict[str, str]) -> str:
    if row["input"].startswith("espeak-ng:"):
        return "speech"
    folder = row["path"].rsplit("/", 1)[0]
    return {"photos": "photo", "drawings": "drawing", "emoji": "emoji", "sounds": "sound"}[
        folder.split("/")[-1]
    ]


def source_of(row: dict[str, str]) -> str:
    package = row["input"].split(":", 1)[0]
    return f"{package} {PACKAGES[package][1]}" if package in PACKAGES else f"{package} 1.51"


def write_tables(rows: list[dict[str, str]], out: Path) -> None:
    with (out / "samples.csv").open("w", encoding="utf-8", newline="") as file:
        listed = csv.DictWriter(file, LISTED, extrasaction="ignore", lineterminator="\n")
        listed.writeheader()
        listed.writerows(row | {"kind": kind_of(row), "source": source_of(row)} for row in rows)
    with (out / "pairs.csv").open("w", encoding="utf-8", newline="") as file:
        pairs = csv.writer(file, lineterminator="\n")
        pairs.writerow(("a", "b"))
        pairs.writerows((row["path"], row["caption"]) for row in rows if row["caption"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--work", type=Path, required=True, help="where packages are unpacked")
    parser.add_argument("-o", "--out", type=Path, default=HERE.parent / "assets" / "samples")
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    with (HERE / "samples_chosen.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for media in ("pictures", "sounds"):
        shutil.rmtree(options.out / media, ignore_errors=True)
    for row in rows:
        target = options.out / row["path"]
        target.parent.mkdir(parents=True, exist_ok=True)
        write = write_sound if target.suffix == ".flac" else write_picture
        write(row, target, options.work)
    write_tables(rows, options.out)
    size = sum(file.stat().st_size for file in options.out.rglob("*") if file.is_file())
    print(f"{len(rows)} items, {size / 1e6:.1f} MB in {options.out}")


if __name__ == "__main__":
    main()
