"""The set-up script, run for real with a pip that finds only small packages made here."""

from __future__ import annotations

import base64
import hashlib
import importlib.util
import json
import os
import shutil
import signal
import subprocess
import sys
import zipfile
from pathlib import Path
from types import ModuleType

import pytest

PACKAGING = Path(__file__).parents[2] / "packaging"

pytestmark = pytest.mark.skipif(
    not (PACKAGING / "bootstrap.py").exists() or os.name == "nt",
    reason="needs a checkout, and signals",
)

PYPROJECT = """
[build-system]
requires = []
build-backend = "backend"
backend-path = ["packaging"]
"""

# A build backend of a few lines, so that nothing has to be fetched to install the project.
BACKEND = """
import pathlib, zipfile

def build_editable(folder, config_settings=None, metadata_directory=None):
    name = "semantic_explorer-0.1.0"
    here = pathlib.Path(__file__).resolve().parents[1]
    needs = "".join(f"Requires-Dist: {each}\\n" for each in REQUIRES)
    files = {
        "_explorer.pth": str(here),
        f"{name}.dist-info/METADATA":
            f"Metadata-Version: 2.1\\nName: semantic-explorer\\nVersion: 0.1.0\\n{needs}"
            "Provides-Extra: test\\nRequires-Dist: pytest; extra == 'test'\\n",
        f"{name}.dist-info/WHEEL":
            "Wheel-Version: 1.0\\nGenerator: x\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n",
    }
    with zipfile.ZipFile(f"{folder}/{name}-py3-none-any.whl", "w") as wheel:
        for path, text in files.items():
            wheel.writestr(path, text)
        wheel.writestr(f"{name}.dist-info/RECORD", "".join(f"{p},,\\n" for p in files))
    return f"{name}-py3-none-any.whl"

build_wheel = build_editable
"""


def make_wheel(
    folder: Path, name: str, version: str, files: dict[str, str], requires: str = ""
) -> None:
    """Write a wheel by hand; `requires` is one requirement, or nothing."""
    info = f"{name}-{version}.dist-info"
    content = {
        **files,
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
        + (f"Requires-Dist: {requires}\n" if requires else ""),
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\n"
        "Tag: py3-none-any\n",
    }
    record = ""
    for path, text in content.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).decode()
        record += f"{path},sha256={digest.rstrip('=')},{len(text.encode())}\n"
    content[f"{info}/RECORD"] = record + f"{info}/RECORD,,\n"
    with zipfile.ZipFile(folder / f"{name}-{version}-py3-none-any.whl", "w") as wheel:
        for path, text in content.items():
            wheel.writestr(path, text)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout with the real set-up script and a small project under the same names."""
    root, wheels = tmp_path / "checkout", tmp_path / "wheels"
    for folder in (root / "packaging", root / "explorer", wheels):
        folder.mkdir(parents=True)
    for name in ("bootstrap.py", "qt_libraries.py"):
        shutil.copy(PACKAGING / name, root / "packaging")
    (root / "pyproject.toml").write_text(PYPROJECT)
    requires = ["torch", "PySide6_Essentials", "bulky"]
    (root / "packaging" / "backend.py").write_text(f"REQUIRES = {requires}\n{BACKEND}")
    (root / "packaging" / "constraints.txt").write_text("torch==2.13.0\n")
    (root / "explorer" / "__init__.py").write_text("")
    (root / "explorer" / "__main__.py").write_text("import sys; print('ran', sys.argv[1:])\n")
    version = "__version__ = '2.13.0+cpu'\n"
    make_wheel(wheels, "torch", "2.13.0+cpu", {"torch/__init__.py": version})
    qt = {f"PySide6/{name}.py": "" for name in ("__init__", "QtWidgets", "QtMultimedia")}
    make_wheel(wheels, "PySide6_Essentials", "6.12.0", qt)
    make_wheel(wheels, "hatchling", "1.0", {"hatchling/__init__.py": ""})
    make_wheel(wheels, "bulky", "1.0", {f"bulky/part{i:04}.py": "x = 1\n" for i in range(2000)})
    make_wheel(wheels, "pytest", "1.0", {"pytest.py": "import sys; print('tests', sys.argv[1:])\n"})
    return root


def command(checkout: Path, *arguments: str) -> tuple[list[str], dict[str, str]]:
    """Return the command line and environment of one run of the set-up script, with no network."""
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(checkout.parent),
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_NO_INDEX": "1",
        "PIP_FIND_LINKS": str(checkout.parent / "wheels"),
        "EXPLORER_TORCH": "cpu",
    }
    script = str(checkout / "packaging" / "bootstrap.py")
    # The Python below this environment: a fresh machine has no other.
    python = str(Path(sys.base_prefix) / "bin" / f"python3.{sys.version_info[1]}")
    return [python, script, *arguments], environment


def run(checkout: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    line, environment = command(checkout, *arguments)
    return subprocess.run(line, env={**environment, **more}, capture_output=True, text=True)


def installed(checkout: Path, name: str) -> Path:
    return next((checkout / ".venv" / "lib").glob(f"python3*/site-packages/{name}"))


@pytest.fixture(scope="module")
def bootstrap() -> ModuleType:
    """The script as a module."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(PACKAGING))
        spec = importlib.util.spec_from_file_location("bootstrap", PACKAGING / "bootstrap.py")
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        yield module


def test_demo_installs_then_starts_the_program_and_the_second_run_installs_nothing(
    checkout: Path,
) -> None:
    first = run(checkout, "demo", "--headless", "--screenshot", "F.png")
    assert "ran ['demo', '--headless', '--screenshot', 'F.png']" in first.stdout, first.stderr
    assert "making .venv" in first.stdout
    second = run(checkout, "demo", "--headless")
    assert second.stdout == "ran ['demo', '--headless']\n"
    tests = run(checkout, "test", "-k", "some")
    assert "tests ['-k', 'some']" in tests.stdout
    assert "making .venv" not in tests.stdout
    again = run(checkout, "demo", "--headless")  # what has the tests serves without them, too
    assert again.stdout == "ran ['demo', '--headless']\n"


def test_an_install_that_is_killed_is_repaired_by_running_it_again(checkout: Path) -> None:
    line, environment = command(checkout, "install")
    process = subprocess.Popen(
        line, env=environment, stdout=subprocess.PIPE, start_new_session=True
    )
    with process:
        part = None
        while part is None and process.poll() is None:
            part = next((checkout / ".venv").glob("lib/python3*/site-packages/bulky/*"), None)
        os.killpg(process.pid, signal.SIGKILL)
    assert part is not None
    assert not (checkout / ".venv" / "explorer-install.json").exists()
    assert run(checkout, "install").returncode == 0
    assert len(list(installed(checkout, "bulky").glob("part*.py"))) == 2000


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="finds the pip in /proc")
def test_a_pip_that_outlives_its_killed_parent_is_waited_for(checkout: Path) -> None:
    line, environment = command(checkout, "install")
    with subprocess.Popen(line, env=environment, stdout=subprocess.PIPE) as first:
        part = None
        while part is None and first.poll() is None:
            part = next((checkout / ".venv").glob("lib/python3*/site-packages/bulky/*"), None)
        listing = Path(f"/proc/{first.pid}/task/{first.pid}/children")
        pip = int(listing.read_text().split()[0])
        os.kill(pip, signal.SIGSTOP)
        first.kill()
    with subprocess.Popen(line, env=environment, stdout=subprocess.PIPE, text=True) as second:
        assert second.stdout is not None
        assert "waiting for another set-up" in second.stdout.readline()
        os.kill(pip, signal.SIGCONT)
        second.communicate()
    assert second.returncode == 0
    assert len(list(installed(checkout, "bulky").glob("part*.py"))) == 2000


def test_torn_and_lost_files_of_an_unfinished_install_are_put_right(checkout: Path) -> None:
    assert run(checkout, "install").returncode == 0
    (checkout / ".venv" / "explorer-install.json").unlink()
    torn = installed(checkout, "bulky") / "part0007.py"
    torn.write_text("")
    installed(checkout, "PySide6_Essentials-6.12.0.dist-info").joinpath("RECORD").unlink()
    again = run(checkout, "install")
    assert torn.read_text() == "x = 1\n"
    assert "repairing bulky" in again.stdout
    assert "repairing PySide6_Essentials" in again.stdout
    assert "repairing torch" not in again.stdout


def test_a_changed_constraint_brings_the_environment_up_to_it(checkout: Path) -> None:
    assert run(checkout, "install").returncode == 0
    make_wheel(checkout.parent / "wheels", "bulky", "2.0", {"bulky/__init__.py": ""})
    (checkout / "packaging" / "constraints.txt").write_text("torch==2.13.0\nbulky==2.0\n")
    assert run(checkout, "install").returncode == 0
    assert installed(checkout, "bulky-2.0.dist-info").is_dir()


def test_without_a_cpu_build_in_reach_the_cuda_build_is_taken_and_said(checkout: Path) -> None:
    wheels = checkout.parent / "wheels"
    (wheels / "torch-2.13.0+cpu-py3-none-any.whl").unlink()
    cuda = {"torch/__init__.py": "__version__ = '2.13.0'\n"}
    make_wheel(wheels, "torch", "2.13.0", cuda, requires="nvidia-cublas")
    make_wheel(wheels, "nvidia_cublas", "13.0", {"nvidia/__init__.py": ""})
    done = run(checkout, "install")
    assert done.returncode == 0, done.stderr
    assert "can't be reached: taking the CUDA build" in done.stdout


def test_with_a_card_the_cuda_build_replaces_the_cpu_build(checkout: Path) -> None:
    assert run(checkout, "install").returncode == 0
    wheels = checkout.parent / "wheels"
    cuda = {"torch/__init__.py": "__version__ = '2.13.0'\n", "torch/cuda.py": "is_available = int"}
    make_wheel(wheels, "torch", "2.13.0", cuda, requires="nvidia-cublas")
    make_wheel(wheels, "nvidia_cublas", "13.0", {"nvidia/__init__.py": ""})
    done = run(checkout, "install", EXPLORER_TORCH="cuda")
    assert done.returncode == 0, done.stderr
    assert installed(checkout, "torch-2.13.0.dist-info").is_dir()
    assert "torch does not see the NVIDIA card" in done.stdout


def test_what_can_not_be_fetched_is_said_with_the_reason(checkout: Path) -> None:
    (checkout.parent / "wheels" / "bulky-1.0-py3-none-any.whl").unlink()
    done = run(checkout, "install")
    assert done.returncode == 1
    assert "No matching distribution found for bulky" in done.stderr
    assert "run the same again" in done.stderr
    assert not (checkout / ".venv" / "explorer-install.json").exists()


def test_an_old_python_is_told_what_is_needed() -> None:
    names = [f"python3.{minor}" for minor in (10, 9, 8, 7)]
    pythons = [found for name in names if (found := shutil.which(name))]
    pythons += map(str, Path.home().glob(".pyenv/versions/3.[789]*/bin/python3"))
    pythons = [
        each for each in pythons if not subprocess.call([each, "-c", ""], stderr=subprocess.DEVNULL)
    ]
    if not pythons:
        pytest.skip("no Python older than 3.11 on this machine")
    line = [pythons[0], str(PACKAGING / "bootstrap.py"), "demo"]
    done = subprocess.run(line, capture_output=True)
    assert done.returncode == 1
    assert b"needs Python 3.11 or newer; this is Python 3." in done.stderr


def test_wrong_usage_shows_the_commands(checkout: Path) -> None:
    done = run(checkout, "fly")
    assert done.returncode == 2
    assert "bootstrap.py demo" in done.stdout


def test_missing_system_libraries_are_found_by_loading_them(bootstrap: ModuleType) -> None:
    libraries = bootstrap.qt_libraries
    table = (
        libraries.Library("libc.so.6", ("libc6",)),
        libraries.Library("libnosuchthing.so.7", ("libnosuchthing7",)),
        libraries.Library("libnoscreen.so.1", ("libnoscreen1",), needs_screen=True),
    )
    if not sys.platform.startswith("linux"):
        assert libraries.missing_libraries(True, table) == []
        return
    assert libraries.missing_libraries(False, table) == [table[1]]
    assert libraries.missing_libraries(True, table) == [table[1], table[2]]


@pytest.mark.skipif(shutil.which("apt-get") is None, reason="not a Debian")
def test_the_one_command_names_each_missing_package_once(bootstrap: ModuleType) -> None:
    libraries = bootstrap.qt_libraries
    twice = [libraries.Library(f"libx.so.{i}", ("libx1",)) for i in (1, 2)]
    command_line = libraries.install_command(twice, ["python3.11-venv"])
    assert command_line == ("sudo apt-get install -y --no-install-recommends libx1 python3.11-venv")


def test_traffic_adds_up_what_pip_says(bootstrap: ModuleType, tmp_path: Path) -> None:
    local = tmp_path / "c-1-py3-none-any.whl"
    local.write_bytes(b"0" * 3_000_000)
    traffic = bootstrap.Traffic()
    for line in (
        "Collecting a",
        "  Downloading a-1.0-py3-none-any.whl (12.5 MB)",
        "  Downloading a-1.0-py3-none-any.whl.metadata (500 kB)",
        "Using cached b-1.0-py3-none-any.whl (2.0 MB)",
        f"Processing {local} (from x)",
    ):
        traffic.read(line)
    assert traffic.summary() == (
        "3 packages, 13 MB downloaded, 2 MB from pip's cache, 3 MB from disk"
    )


def test_the_constraints_pin_exact_versions_without_local_labels() -> None:
    lines = (PACKAGING / "constraints.txt").read_text().splitlines()
    pins = [line for line in lines if line and not line.startswith("#")]
    assert len(pins) > 50
    assert [line for line in pins if line.count("==") != 1 or "+" in line] == []


def test_a_stamp_that_was_cut_off_counts_as_none(bootstrap: ModuleType, tmp_path: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bootstrap, "STAMP", tmp_path / "stamp.json")
        patch.setattr(bootstrap, "answers", lambda code: True)
        assert not bootstrap.is_installed("key", "")
        bootstrap.write_stamp("key", "")
        assert bootstrap.is_installed("key", "")
        assert not bootstrap.is_installed("key", "test")
        assert not bootstrap.is_installed("other key", "")
        (tmp_path / "stamp.json").write_text(json.dumps({"key": "key", "extra": ""})[:-4])
        assert not bootstrap.is_installed("key", "")
