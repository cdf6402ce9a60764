"""Which of Pillow's formats are pictures that are safe to open, and how their files look."""

from __future__ import annotations

# Left out: EPS and PDF (run Ghostscript), WMF (Windows' own renderer), MPEG, BUFR, GRIB, HDF5
# and IPTC (Pillow knows their names but decodes none of them), PALM (can only be written), IM (on
# its way out of Pillow).
KNOWN_BY_CONTENT = {
    "JPEG": (".jpg", ".jpeg", ".jpe", ".jfif", ".mpo"),
    "PNG": (".png", ".apng"),
    "WEBP": (".webp",),
    "GIF": (".gif",),
    "TIFF": (".tif", ".tiff"),
    "BMP": (".bmp",),
    "HEIF": (".heic", ".heics", ".heif", ".heifs", ".hif"),
    "AVIF": (".avif", ".avifs"),
    "JPEG2000": (".jp2", ".j2k", ".jpc", ".jpf", ".jpx", ".j2c"),
    "PSD": (".psd",),
    "ICO": (".ico",),
    "ICNS": (".icns",),
    "PPM": (".pbm", ".pgm", ".ppm", ".pnm", ".pfm"),
    "QOI": (".qoi",),
    "DDS": (".dds",),
    "SGI": (".bw", ".rgb", ".rgba", ".sgi"),
    "SUN": (".ras",),
    "XBM": (".xbm",),
    "XPM": (".xpm",),
    "FITS": (".fit", ".fits"),
    "BLP": (".blp",),
    "FTEX": (".ftc", ".ftu"),
    "GBR": (".gbr",),
}

# Their first bytes say so little that noise passes for them: tried only on their own suffix.
KNOWN_BY_SUFFIX = {
    "TGA": (".tga", ".icb", ".vda", ".vst"),
    "PCX": (".pcx",),
    "DCX": (".dcx",),
    "DIB": (".dib",),
    "CUR": (".cur",),
    "FLI": (".fli", ".flc"),
    "MSP": (".msp",),
    "PCD": (".pcd",),
    "PIXAR": (".pxr",),
}

SUFFIXES = frozenset(
    suffix
    for formats in (KNOWN_BY_CONTENT, KNOWN_BY_SUFFIX)
    for suffixes in formats.values()
    for suffix in suffixes
)

_BEGINNINGS = (
    b"\xff\xd8\xff",
    b"\x89PNG\r\n\x1a\n",
    b"GIF87a",
    b"GIF89a",
    b"II*\x00",
    b"MM\x00*",
    b"8BPS\x00\x01",
    b"\x00\x00\x00\x0cjP  \r\n\x87\n",
    b"\xff\x4f\xff\x51",
    b"qoif",
    b"icns",
)
_HEIF_BRANDS = (b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1")
_AVIF_BRANDS = (b"avif", b"avis")


def candidates(suffix: str) -> tuple[str, ...]:
    """Formats to try on a file with this suffix."""
    by_suffix = tuple(name for name, known in KNOWN_BY_SUFFIX.items() if suffix in known)
    return (*by_suffix, *KNOWN_BY_CONTENT)


def is_heif(head: bytes) -> bool:
    """Whether a file that starts like this needs libheif."""
    return head[4:8] == b"ftyp" and head[8:12] in _HEIF_BRANDS


def looks_like_picture(head: bytes) -> bool:
    """Whether a file that starts with these bytes is a picture in a wide-spread format."""
    if head.startswith(_BEGINNINGS) or is_heif(head):
        return True
    if head[:4] == b"RIFF":
        return head[8:12] == b"WEBP"
    if head[:2] == b"BM":
        return head[6:10] == b"\x00\x00\x00\x00"
    return head[4:8] == b"ftyp" and head[8:12] in _AVIF_BRANDS
