"""From a fresh checkout to the running program, with nothing but Python 3.11 or newer.

    python3 packaging/bootstrap.py demo [--headless] [--screenshot F.png]
    python3 packaging/bootstrap.py test [PYTEST ARGUMENTS]
    python3 packaging/bootstrap.py install [--test]

Each makes `.venv` with the exact versions of `packaging/constraints.txt`; a later run finds its
stamp there and starts at once. An interrupted install has no stamp: running the same command
again checks every installed file and repairs what is torn. `EXPLORER_TORCH=cpu` or `=cuda`
overrides the choice of torch's build. Everything pip says is kept in `.venv/install.log`.
"""

from __future__ import annotations

import contextlib
import csv
import hashlib
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036
    names = [f"python3.{minor}" for minor in (14, 13, 12, 11)]
    newer = [name for name in names if shutil.which(name)]
    sys.exit(
        f"Explorer needs Python 3.11 or newer; this is Python {platform.python_version()}.\n"
        + (f"Run: {newer[0]} {' '.join(sys.argv)}" if newer else "See https://python.org")
    )

import qt_libraries

ROOT = Path(__file__).resolve().parents[1]
CONSTRAINTS = ROOT / "packaging" / "constraints.txt"
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "explorer-install.json"
LOG = VENV / "install.log"

BUILD_BACKEND = "hatchling"  # pinned like the rest, where an isolated build would take any
CPU_INDEX = "https://download.pytorch.org/whl/cpu"
CUDA_PARTS = ("nvidia-", "cuda-", "triton", "pytorch-triton")
# Two processes at a time; the tests of a file stay together, since they share what is dear to make.
WHOLE_SUITE = ("-n", "2", "--dist", "loadfile", "--max-worker-restart", "0")
VERIFY = "import explorer, torch, PySide6.QtWidgets, PySide6.QtMultimedia; print(torch.__version__)"

STARTED = time.monotonic()


class SetupError(Exception):
    """A sentence that tells the user what happened and what to do."""


def say(text: str) -> None:
    """Print one short line with the seconds since the start."""
    print(f"[{time.monotonic() - STARTED:4.0f} s] {text}", flush=True)


def main(arguments: list[str]) -> int:
    """Run one command; return the exit status."""
    command, rest = (arguments[0], arguments[1:]) if arguments else ("--help", [])
    if command not in ("demo", "test", "install"):
        print(__doc__)
        return 0 if command in ("-h", "--help") else 2
    headless = command != "demo" or "--headless" in rest
    try:
        check_system(screen=not headless)
        install("test" if command == "test" or "--test" in rest else "")
    except SetupError as error:
        print(error, file=sys.stderr)
        return 1
    if command == "demo":
        return run("explorer", "demo", *rest)
    if command == "test":
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        # Tests start the program many times, and compiled anew each time it starts late.
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        if not rest:
            # Two processes with two threads each on two cores wait for one another.
            os.environ |= {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
        return run("pytest", *(rest or WHOLE_SUITE))
    return 0


def run(module: str, *arguments: str) -> int:
    """Run a module of the environment from the repository root, in place of this process."""
    os.chdir(ROOT)
    command = [str(PYTHON), "-m", module, *arguments]
    if os.name == "nt":
        return subprocess.call(command)
    sys.stdout.flush()
    os.execv(command[0], command)


# --- what the system has to bring ---------------------------------------------------------------


def check_system(screen: bool) -> None:
    """Have Qt's libraries and Python's venv there, or raise with the one command for them."""
    libraries, venv = qt_libraries.missing_libraries(screen), missing_venv_package()
    if (libraries or venv) and qt_libraries.may_use_apt():
        say(f"installing {len(libraries) + len(venv)} system packages with apt-get")
        qt_libraries.apt_update()
        qt_libraries.apt_install([*qt_libraries.debian_packages(libraries), *venv])
        libraries, venv = qt_libraries.missing_libraries(screen), missing_venv_package()
    if not libraries and not venv:
        return
    lacks = [f"Qt needs {', '.join(each.soname for each in libraries)}"] if libraries else []
    lacks += ["Python needs its modules venv and ensurepip"] if venv else []
    command = qt_libraries.install_command(libraries, venv)
    raise SetupError(
        f"This machine lacks system packages: {'; '.join(lacks)}.\n"
        + (f"Type this, then run the same again:\n  {command}" if command else "Install them.")
    )


def missing_venv_package() -> list[str]:
    """Return the package in which Debian keeps venv, where it is wanted and not there."""
    if PYTHON.exists():
        return []
    check = [sys.executable, "-c", "import venv, ensurepip"]
    there = subprocess.run(check, capture_output=True).returncode == 0
    return [] if there else [f"python3.{sys.version_info[1]}-venv"]


# --- the environment ----------------------------------------------------------------------------


def install(extra: str) -> None:
    """Make `.venv` hold Explorer with `extra`; return at once where it does already."""
    with only_one_at_a_time() as lock:
        build = wanted_torch_build()
        if is_installed(stamp_key(build), extra):
            return
        STAMP.unlink(missing_ok=True)
        pip = Pip(lock)
        make_environment()
        repair()
        pip.install("pip", BUILD_BACKEND)
        install_torch(pip, build)
        say("installing Explorer and what it needs")
        target = str(ROOT) + (f"[{extra}]" if extra else "")
        pip.install("--no-build-isolation", "--editable", target)
        verify(build)
        write_stamp(stamp_key(build), extra)
        say(f"installed: {pip.traffic.summary()}")


def stamp_key(build: str) -> str:
    """Return a hash of all that decides what `.venv` should hold, but for the extra."""
    parts = [build.encode(), *(p.read_bytes() for p in (ROOT / "pyproject.toml", CONSTRAINTS))]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def is_installed(key: str, extra: str) -> bool:
    """Tell whether a finished install left this stamp; one with the extra serves without, too."""
    try:
        stamp = json.loads(STAMP.read_text())
    except (OSError, ValueError):
        return False
    return stamp["key"] == key and extra in ("", stamp["extra"]) and answers("import pip")


def write_stamp(key: str, extra: str) -> None:
    """Record, last of all, that the install is complete."""
    unfinished = STAMP.with_suffix(".part")
    unfinished.write_text(json.dumps({"key": key, "extra": extra}))
    unfinished.replace(STAMP)


@contextlib.contextmanager
def only_one_at_a_time():
    """Keep a second set-up of this checkout waiting until the first is through.

    Yields the files that a child process has to inherit to go on holding the place: a pip whose
    parent was killed may still be writing.
    """
    with CONSTRAINTS.open() as file:
        try:
            import fcntl
        except ImportError:  # Windows: open files can't be replaced there anyway
            yield ()
            return
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            say("waiting for another set-up of this checkout to finish")
            fcntl.flock(file, fcntl.LOCK_EX)
        yield (file.fileno(),)


def answers(code: str) -> bool:
    """Tell whether the environment's Python runs `code`."""
    try:
        return subprocess.run([PYTHON, "-c", code], capture_output=True).returncode == 0
    except OSError:
        return False


def make_environment() -> None:
    """Create `.venv`, or again from nothing where its Python or pip does not run."""
    if answers("import sys, pip._internal.cli.main; assert sys.version_info >= (3, 11)"):
        return
    say(f"making .venv with Python {platform.python_version()}")
    shutil.rmtree(VENV, ignore_errors=True)
    made = subprocess.run([sys.executable, "-m", "venv", VENV], capture_output=True, text=True)
    if made.returncode:
        raise SetupError(f"Python could not make {VENV}: {(made.stdout + made.stderr).strip()}")


def repair() -> None:
    """Forget every distribution whose files are not all there, so that pip installs it again."""
    for site in (*VENV.glob("lib/python3*/site-packages"), VENV / "Lib" / "site-packages"):
        for leftover in site.glob("~*"):
            shutil.rmtree(leftover, ignore_errors=True)
        for info in site.glob("*.dist-info"):
            if not is_whole(info):
                say(f"repairing {info.name.split('-')[0]}, whose install was interrupted")
                shutil.rmtree(info)


def is_whole(info: Path) -> bool:
    """Tell whether all files that a distribution's RECORD lists are there with their sizes."""
    try:
        with (info / "RECORD").open(newline="", encoding="utf-8") as file:
            rows = [(info.parent / row[0], row[2]) for row in csv.reader(file) if row]
        return bool(rows) and all(int(size) == path.stat().st_size for path, size in rows if size)
    except (OSError, ValueError, IndexError):
        return False


def verify(build: str) -> None:
    """Load what the window needs; say so where the graphics card can't be used after all."""
    done = subprocess.run([PYTHON, "-c", VERIFY], capture_output=True, text=True, cwd=ROOT)
    if done.returncode:
        raise SetupError(f"The install does not load:\n{done.stderr.strip()}")
    if build == "cuda" and not answers("import torch; assert torch.cuda.is_available()"):
        say("torch does not see the NVIDIA card; the processor is used (is the driver recent?)")


# --- torch --------------------------------------------------------------------------------------


def wanted_torch_build() -> str:
    """Return "cuda" where an NVIDIA card is, "cpu" on other Linux machines, else "plain"."""
    asked = os.environ.get("EXPLORER_TORCH")
    if asked in ("cpu", "cuda"):
        return asked
    if not sys.platform.startswith("linux"):
        return "plain"
    return "cuda" if has_nvidia() else "cpu"


def has_nvidia() -> bool:
    """Tell whether the driver shows a card."""
    if any(Path("/dev").glob("nvidia[0-9]*")):
        return True
    try:
        listed = subprocess.run(["nvidia-smi", "-L"], capture_output=True, text=True, timeout=30)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return listed.returncode == 0 and "GPU " in listed.stdout


def install_torch(pip: Pip, build: str) -> None:
    """Install the pinned torch in the build that suits the machine, before all else."""
    version = pinned("torch")
    found = installed_torch_build()
    if found == build or (found and build == "cpu"):  # a CUDA build computes without a card, too
        return
    if answers("import importlib.metadata as m; m.version('torch')"):
        pip.run("uninstall", "--yes", "torch")
    say(f"installing torch {version} ({build} build)")
    pip.install(*torch_arguments(pip, build, version))


def torch_arguments(pip: Pip, build: str, version: str) -> list[str]:
    """Return pip's arguments that fetch this build of torch from where it is to be had."""
    plain = [f"torch=={version}"]
    if build == "plain":
        return plain
    if build == "cuda":
        # Three equal signs leave out the build with a local label, `+cpu`.
        exact = [f"torch==={version}"]
        return exact if is_cuda(pip.would_install(exact)) else plain
    found = pip.would_install(plain)
    if found and not is_cuda(found):
        return plain
    # Without its dependencies, which that index has in other versions than ours.
    official = ["--no-deps", "--index-url", CPU_INDEX, f"torch=={version}+cpu"]
    if pip.would_install([*official, "--timeout", "15", "--retries", "1"]):
        return official
    say(f"{CPU_INDEX} can't be reached: taking the CUDA build, some 3 GB more to download")
    return plain


def is_cuda(names: list[str]) -> bool:
    """Tell whether installing these distributions would bring CUDA."""
    return any(name.lower().replace("_", "-").startswith(CUDA_PARTS) for name in names)


def installed_torch_build() -> str:
    """Return the build of the torch in `.venv`, "" where it is not of the pinned version."""
    code = "import importlib.metadata as m; print(m.version('torch'), *m.requires('torch') or ())"
    done = subprocess.run([PYTHON, "-c", code], capture_output=True, text=True)
    version, _, requirements = done.stdout.partition(" ")
    if version.strip().partition("+")[0] != pinned("torch"):
        return ""
    if not sys.platform.startswith("linux"):
        return "plain"
    return "cuda" if any(part in requirements for part in CUDA_PARTS) else "cpu"


def pinned(name: str) -> str:
    """Return the version of a distribution in `constraints.txt`."""
    found = re.search(rf"^{name}==(\S+)", CONSTRAINTS.read_text(), re.MULTILINE)
    if found is None:
        raise SetupError(f"{CONSTRAINTS} does not pin {name}.")
    return found[1]


# --- pip ----------------------------------------------------------------------------------------


class Traffic:
    """Adds up what pip says it fetched."""

    UNITS = {"bytes": 1, "kB": 1e3, "MB": 1e6, "GB": 1e9}  # noqa: RUF012

    def __init__(self) -> None:
        self.files = 0
        self.bytes = {"downloaded": 0.0, "cached": 0.0, "local": 0.0}

    def read(self, line: str) -> None:
        """Take one line of pip's output into account."""
        said = re.match(r"\s*(Downloading|Using cached) (\S+) \(([\d.]+) (bytes|kB|MB|GB)\)", line)
        if said:
            self._add(
                "downloaded" if said[1] == "Downloading" else "cached",
                said[2],
                float(said[3]) * self.UNITS[said[4]],
            )
        local = re.match(r"\s*Processing (\S+\.whl)", line)
        if local and Path(local[1]).is_file():
            self._add("local", local[1], Path(local[1]).stat().st_size)

    def _add(self, kind: str, name: str, size: float) -> None:
        self.bytes[kind] += size
        self.files += name.endswith(".whl")
        if size > 2e7:
            say(f"  {re.split('[-/]', name.rpartition('/')[2])[0]}, {size / 1e6:.0f} MB")

    def summary(self) -> str:
        """Return one line: how many packages, how much from where."""
        names = {"downloaded": "downloaded", "cached": "from pip's cache", "local": "from disk"}
        parts = [f"{size / 1e6:.0f} MB {names[kind]}" for kind, size in self.bytes.items() if size]
        return f"{self.files} packages, " + (", ".join(parts) or "nothing to download")


class Pip:
    """The environment's pip, its output kept in a log and counted."""

    def __init__(self, lock: tuple[int, ...]) -> None:
        self.lock = lock
        self.traffic = Traffic()
        self.environment = {
            **os.environ,
            "PIP_USER": "0",
            "PIP_PROGRESS_BAR": "off",
            "PIP_DISABLE_PIP_VERSION_CHECK": "1",
            "PYTHONUTF8": "1",
        }

    def install(self, *arguments: str) -> None:
        """Install within the constraints, or raise with the end of what pip said."""
        self.run("install", "--constraint", str(CONSTRAINTS), *arguments)

    def run(self, *arguments: str) -> None:
        """Run one pip command, or raise with the end of what it said."""
        said = []
        process = subprocess.Popen(
            [PYTHON, "-m", "pip", *arguments],
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
            pass_fds=self.lock,
        )
        with process, LOG.open("a", encoding="utf-8") as log:
            for line in process.stdout:
                log.write(line)
                said.append(line)
                self.traffic.read(line)
        if process.returncode:
            raise SetupError(
                "".join(said[-12:]) + f"pip {arguments[0]} failed; all it said is in {LOG}.\n"
                "Without a network nothing can be fetched; otherwise run the same again."
            )

    def would_install(self, arguments: list[str]) -> list[str]:
        """Return the names of all distributions that pip would fetch, [] where it can't."""
        command = ["install", "--dry-run", "--ignore-installed", "--quiet", "--report", "-"]
        done = subprocess.run(
            [PYTHON, "-m", "pip", *command, *arguments],
            env=self.environment,
            capture_output=True,
            text=True,
        )
        if done.returncode:
            return []
        return [each["metadata"]["name"] for each in json.loads(done.stdout)["install"]]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
