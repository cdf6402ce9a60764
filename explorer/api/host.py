"""The plugin host: finds plugins, loads them whole or not at all, and takes them back."""

from __future__ import annotations

import importlib.util
import logging
import sys
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Literal

from explorer.api.manifest import FILE_NAME, Manifest, read_manifest
from explorer.api.modality import Modality
from explorer.api.registry import Registrar, Registry
from explorer.core.errors import PluginError
from explorer.core.wording import Wording

_log = logging.getLogger(__name__)

ENTRY_POINTS = "explorer.plugins"
PluginState = Literal["loaded", "disabled", "failed"]


@dataclass(slots=True)
class Plugin:
    """A plugin that was found, and what became of it.

    ``error`` is the sentence the window shows when it failed; ``first_party`` is whether it
    came with Explorer.
    """

    id: str
    folder: Path
    first_party: bool
    manifest: Manifest | None = None
    state: PluginState = "disabled"
    error: str = ""


class PluginHost:
    """Every plugin found, and the registries they fill.

    Plugins are trusted code. Those that came with Explorer are loaded unless switched off;
    those from outside only once the person has switched them on.

    Parameters
    ----------
    bundled
        Folder of the plugins that came with Explorer: one folder each.
    outside
        Folders with plugins from elsewhere.
    disabled, enabled
        Ids the person has switched off (of the bundled) and on (of the others).
    entry_points
        Whether to look at installed packages as well (entry point group `ENTRY_POINTS`, which
        names a package that has a ``plugin.toml``).
    """

    def __init__(
        self,
        bundled: Path,
        outside: Iterable[Path] = (),
        *,
        disabled: Collection[str] = (),
        enabled: Collection[str] = (),
        entry_points: bool = True,
    ) -> None:
        self.modalities: Registry[Modality] = Registry("modality")
        self.plugins: dict[str, Plugin] = {}
        self._disabled, self._enabled = frozenset(disabled), frozenset(enabled)
        self._find(bundled, first_party=True)
        for folder in outside:
            self._find(folder, first_party=False)
        if entry_points:
            self._find_installed()
        for plugin in self.plugins.values():
            if self._wanted(plugin):
                self.load(plugin.id)

    @property
    def folders(self) -> tuple[tuple[str, Path], ...]:
        """(id, folder) of the loaded plugins: what a worker process needs to load the same."""
        loaded = (plugin for plugin in self.plugins.values() if plugin.state == "loaded")
        return tuple((plugin.id, plugin.folder) for plugin in loaded)

    @property
    def failures(self) -> tuple[Plugin, ...]:
        """Plugins that could not be loaded."""
        return tuple(plugin for plugin in self.plugins.values() if plugin.state == "failed")

    def load(self, plugin_id: str) -> Plugin:
        """Load one plugin; what goes wrong is kept in its ``error`` and leaves nothing behind."""
        plugin = self.plugins[plugin_id]
        if plugin.manifest is None or plugin.state == "loaded":
            return plugin
        try:
            plugin.manifest.check()
            registrar = run_register(plugin.manifest)
            for modality in registrar.modalities:
                self.modalities.add(plugin.id, modality.id, modality)
        except (KeyboardInterrupt, GeneratorExit):
            raise
        except BaseException as error:
            self._take_back(plugin, error)
        else:
            plugin.state, plugin.error = "loaded", ""
        return plugin

    def unload(self, plugin_id: str) -> None:
        """Take back everything a plugin registered."""
        plugin = self.plugins[plugin_id]
        self.modalities.remove_owner(plugin_id)
        name = _module_name(plugin_id)
        for module in [one for one in sys.modules if one == name or one.startswith(f"{name}.")]:
            del sys.modules[module]
        plugin.state, plugin.error = "disabled", ""

    def _wanted(self, plugin: Plugin) -> bool:
        if plugin.state == "failed":
            return False
        if plugin.first_party:
            return plugin.id not in self._disabled
        return plugin.id in self._enabled

    def _take_back(self, plugin: Plugin, error: BaseException) -> None:
        self.unload(plugin.id)
        known = isinstance(error, PluginError)
        detail = str(error) or type(error).__name__
        plugin.state = "failed"
        plugin.error = (
            detail
            if known
            else Wording(
                "Plugin '{plugin}' failed while loading ({kind}: {detail}).",
                plugin=plugin.id,
                kind=type(error).__name__,
                detail=detail,
            )
        )
        _log.info("plugin %s failed", plugin.id, exc_info=error)

    def _find(self, folder: Path, *, first_party: bool) -> None:
        if not folder.is_dir():
            return
        for manifest in sorted(folder.glob(f"*/{FILE_NAME}")):
            self._add(manifest.parent, first_party=first_party)

    def _find_installed(self) -> None:
        for entry in metadata.entry_points(group=ENTRY_POINTS):
            try:
                spec = importlib.util.find_spec(entry.value)
            except (ImportError, ValueError):
                spec = None
            if spec is None or not spec.submodule_search_locations:
                message = f"The installed plugin '{entry.name}' has no package {entry.value}."
                folder = Path(entry.value)
                self.plugins[entry.name] = Plugin(
                    entry.name, folder, False, None, "failed", message
                )
                continue
            self._add(Path(spec.submodule_search_locations[0]), first_party=False)

    def _add(self, folder: Path, *, first_party: bool) -> None:
        try:
            manifest = read_manifest(folder)
            if first := self.plugins.get(manifest.id):
                raise PluginError(
                    "{folder} has the same id '{plugin}' as {other}; one has to go.",
                    folder=folder,
                    plugin=manifest.id,
                    other=first.folder,
                )
        except PluginError as error:
            key = str(folder)
            self.plugins[key] = Plugin(key, folder, first_party, None, "failed", error.sentence)
        else:
            self.plugins[manifest.id] = Plugin(manifest.id, folder, first_party, manifest)


def run_register(manifest: Manifest) -> Registrar:
    """Import a plugin's module and let it register.

    Raises
    ------
    PluginError
        If its module has no ``register``; besides, whatever the plugin raises.
    """
    name = _module_name(manifest.id)
    file = manifest.folder / manifest.module
    locations = [str(manifest.folder)]
    spec = importlib.util.spec_from_file_location(name, file, submodule_search_locations=locations)
    if spec is None or spec.loader is None:
        raise PluginError("{file} is not a Python module.", file=file)
    module = importlib.util.module_from_spec(spec)
    # Under its own name, so that its classes pickle and its own files import as `from . import`.
    sys.modules[name] = module
    spec.loader.exec_module(module)
    register = getattr(module, "register", None)
    if not callable(register):
        raise PluginError("{file} has no function 'register(registrar)'.", file=file)
    registrar = Registrar(manifest.id)
    register(registrar)
    return registrar


def _module_name(plugin_id: str) -> str:
    return f"explorer_plugin_{plugin_id.replace('-', '_')}"
