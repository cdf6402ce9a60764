"""The system libraries that Qt loads and pip can't bring: which are missing, how to get them.

The table is what the Linux wheels of PySide6 (QtWidgets, QtMultimedia and the platform plugins
`offscreen` and `xcb`) name in their dynamic sections and don't carry themselves.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from typing import NamedTuple


class Library(NamedTuple):
    """One shared library: its name to the loader and the Debian packages that may hold it."""

    soname: str
    debian: tuple[str, ...]
    needs_screen: bool = False


LIBRARIES = (
    Library("libEGL.so.1", ("libegl1",)),
    Library("libGL.so.1", ("libgl1",)),
    Library("libX11.so.6", ("libx11-6",)),
    Library("libXext.so.6", ("libxext6",)),
    Library("libXrandr.so.2", ("libxrandr2",)),
    Library("libbrotlidec.so.1", ("libbrotli1",)),
    Library("libbz2.so.1", ("libbz2-1.0",)),
    Library("libdbus-1.so.3", ("libdbus-1-3",)),
    Library("libdrm.so.2", ("libdrm2",)),
    Library("libfontconfig.so.1", ("libfontconfig1",)),
    Library("libfreetype.so.6", ("libfreetype6",)),
    Library("libglib-2.0.so.0", ("libglib2.0-0t64", "libglib2.0-0")),
    Library("libgssapi_krb5.so.2", ("libgssapi-krb5-2",)),
    Library("libpulse.so.0", ("libpulse0",)),
    Library("libxkbcommon.so.0", ("libxkbcommon0",)),
    Library("libz.so.1", ("zlib1g",)),
    Library("libzstd.so.1", ("libzstd1",)),
    Library("libX11-xcb.so.1", ("libx11-xcb1",), needs_screen=True),
    Library("libxcb-cursor.so.0", ("libxcb-cursor0",), needs_screen=True),
    Library("libxcb-glx.so.0", ("libxcb-glx0",), needs_screen=True),
    Library("libxcb-icccm.so.4", ("libxcb-icccm4",), needs_screen=True),
    Library("libxcb-image.so.0", ("libxcb-image0",), needs_screen=True),
    Library("libxcb-keysyms.so.1", ("libxcb-keysyms1",), needs_screen=True),
    Library("libxcb-randr.so.0", ("libxcb-randr0",), needs_screen=True),
    Library("libxcb-render-util.so.0", ("libxcb-render-util0",), needs_screen=True),
    Library("libxcb-render.so.0", ("libxcb-render0",), needs_screen=True),
    Library("libxcb-shape.so.0", ("libxcb-shape0",), needs_screen=True),
    Library("libxcb-shm.so.0", ("libxcb-shm0",), needs_screen=True),
    Library("libxcb-sync.so.1", ("libxcb-sync1",), needs_screen=True),
    Library("libxcb-util.so.1", ("libxcb-util1",), needs_screen=True),
    Library("libxcb-xfixes.so.0", ("libxcb-xfixes0",), needs_screen=True),
    Library("libxcb-xkb.so.1", ("libxcb-xkb1",), needs_screen=True),
    Library("libxkbcommon-x11.so.0", ("libxkbcommon-x11-0",), needs_screen=True),
)


def missing_libraries(screen: bool, libraries: tuple[Library, ...] = LIBRARIES) -> list[Library]:
    """Return the libraries that the loader can't load; those for a screen only if `screen`."""
    if not sys.platform.startswith("linux"):
        return []
    return [each for each in libraries if (screen or not each.needs_screen) and not _loads(each)]


def debian_packages(missing: list[Library]) -> list[str]:
    """Return the Debian packages that hold `missing`, each once.

    Where a package has had two names, the one that apt knows is taken.
    """
    return sorted({_known_to_apt(each.debian) for each in missing})


def install_command(missing: list[Library], more: list[str]) -> str:
    """Return the command that a user types, or "" where we don't know one.

    `more` names Debian packages wanted besides those of `missing`.
    """
    if shutil.which("apt-get"):
        names = " ".join([*debian_packages(missing), *more])
        return f"sudo apt-get install -y --no-install-recommends {names}"
    bits = "()(64bit)" if sys.maxsize > 2**32 else "()"
    for program in ("dnf", "zypper"):
        if shutil.which(program):
            return f"sudo {program} install -y " + " ".join(f"'{m.soname}{bits}'" for m in missing)
    return ""


def may_use_apt() -> bool:
    """Tell whether we are root on Debian, Ubuntu or the like."""
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def apt_update() -> None:
    """Fetch the package lists; a failure shows in the install that follows."""
    subprocess.run(["apt-get", "-qq", "update"], stdout=subprocess.DEVNULL)


def apt_install(packages: list[str]) -> bool:
    """Install `packages` without asking; True if apt-get reported success."""
    command = ["apt-get", "-qq", "install", "-y", "--no-install-recommends", *packages]
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(command, env=environment, stdout=subprocess.DEVNULL).returncode == 0


def _loads(library: Library) -> bool:
    try:
        ctypes.CDLL(library.soname)
    except OSError:
        return False
    return True


def _known_to_apt(names: tuple[str, ...]) -> str:
    for name in names if len(names) > 1 else ():
        shown = subprocess.run(["apt-cache", "show", name], capture_output=True)
        if shown.returncode == 0:
            return name
    return names[0]
