"""A plugin's manifest, read and checked before any of its code is imported."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any

from packaging.requirements import InvalidRequirement, Requirement

from explorer.api.version import API_VERSION
from explorer.core.errors import PluginError

FILE_NAME = "plugin.toml"
_ID = re.compile(r"[a-z][a-z0-9_-]{0,63}")


@dataclass(frozen=True, slots=True)
class Manifest:
    """What ``plugin.toml`` says.

    ``api`` is the API version it was written for, ``module`` the file beside the manifest that
    has ``register``, ``requires`` packages as in a requirements file.
    """

    id: str
    name: str
    version: str
    api: str
    folder: Path
    module: str = "plugin.py"
    description: str = ""
    requires: tuple[str, ...] = ()

    def check(self) -> None:
        """Refuse another API version and missing packages.

        Raises
        ------
        PluginError
            With what is missing and how to get it.
        """
        ours, theirs = API_VERSION.split("."), self.api.split(".")
        theirs = [*theirs, "0"][:2]
        if theirs[0] != ours[0] or not theirs[1].isdigit() or int(theirs[1]) > int(ours[1]):
            raise PluginError(
                "Plugin '{plugin}' was written for plugin API {api}; this Explorer has "
                "{ours}. Look for a version of the plugin that fits.",
                plugin=self.id,
                api=self.api,
                ours=API_VERSION,
            )
        for line in self.requires:
            self._check_package(line)

    def _check_package(self, line: str) -> None:
        try:
            requirement = Requirement(line)
        except InvalidRequirement as error:
            raise PluginError(f"Plugin '{self.id}' asks for {line!r}: {error}") from error
        if requirement.marker is not None and not requirement.marker.evaluate():
            return
        try:
            version = metadata.version(requirement.name)
        except metadata.PackageNotFoundError:
            version = None
        if version is None or not requirement.specifier.contains(version, prereleases=True):
            have = f"version {version} is installed" if version else "it is not installed"
            raise PluginError(
                "Plugin '{plugin}' needs the package {line}, but {have}. Install it with: "
                'pip install "{line}"',
                plugin=self.id,
                line=line,
                have=have,
            )


def read_manifest(folder: Path) -> Manifest:
    """Read and check the ``plugin.toml`` of a folder; nothing is imported.

    Raises
    ------
    PluginError
        If it is missing, cannot be parsed, or lacks something.
    """
    file = folder / FILE_NAME
    try:
        data: dict[str, Any] = tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise PluginError(
            "{file} cannot be read: {reason}.", file=file, reason=error.strerror
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise PluginError("{file} is not valid TOML: {error}.", file=file, error=error) from error
    for key in ("id", "name", "version", "api"):
        if not isinstance(data.get(key), str) or not data[key]:
            raise PluginError(
                "{file} has no '{key}'; a plugin needs id, name, version and api.",
                file=file,
                key=key,
            )
    if not _ID.fullmatch(data["id"]):
        raise PluginError(f"{file}: the id {data['id']!r} has to be lower-case letters and digits.")
    requires = data.get("requires", [])
    if not isinstance(requires, list) or not all(isinstance(line, str) for line in requires):
        raise PluginError("{file}: 'requires' has to be a list of packages.", file=file)
    module = data.get("module", "plugin.py")
    if not isinstance(module, str) or not (folder / module).is_file():
        raise PluginError(f"{file}: its module {module!r} is not in the folder.")
    return Manifest(
        id=data["id"],
        name=data["name"],
        version=data["version"],
        api=data["api"],
        folder=folder,
        module=module,
        description=str(data.get("description", "")),
        requires=tuple(requires),
    )
