"""Puts the parts together: one home folder, its settings, plugins, spaces and collections."""

from __future__ import annotations

import csv
import os
from collections.abc import Callable
from pathlib import Path

from platformdirs import user_data_path

from explorer.api.host import Plugin, PluginHost
from explorer.bundled import assets_folder, plugins_folder
from explorer.collection.library import Library
from explorer.collection.tools import Tools
from explorer.core.errors import PluginError
from explorer.core.hub import Hub
from explorer.encoders.catalogue import SpaceCatalogue
from explorer.encoders.self_test import SelfTest, self_test
from explorer.jobs import Job, JobRunner
from explorer.media.decoder import Decoder
from explorer.media.preparation import AsIs
from explorer.viewstate.messages import JobChanged
from explorer.viewstate.programs import ChosenPrograms
from explorer.viewstate.session import Session
from explorer.viewstate.settings import Settings

SELF_TEST_PAIRS = 48
"""Sample pictures with captions that a self-test uses."""


def home_folder(home: str | Path | None = None) -> Path:
    """Where collections, settings and models live.

    The argument counts first, then ``EXPLORER_HOME``, then the place this system has for the
    data of programs.
    """
    chosen = home or os.environ.get("EXPLORER_HOME")
    if chosen:
        return Path(chosen).expanduser().absolute()
    return user_data_path("explorer", appauthor=False)


class App:
    """Everything below the window, composed once.

    Parameters
    ----------
    home
        See `home_folder`.
    deliver
        Runs a function on the main thread; by default at once, where the work was done.
    """

    def __init__(
        self,
        home: str | Path | None = None,
        deliver: Callable[[Callable[[], None]], None] = lambda call: call(),
    ) -> None:
        self.home = home_folder(home)
        self.settings = Settings.read(self.home)
        self.host = PluginHost(
            plugins_folder(),
            [self.home / "plugins"],
            disabled=self.settings.plugins_disabled,
            enabled=self.settings.plugins_enabled,
        )
        self.decoder = Decoder(self.host)
        self.spaces = SpaceCatalogue(assets_folder(), self.home)
        self.spaces.budget.set_limit(max(0, self.settings.model_memory))
        self.tools = Tools(self.spaces, self.decoder, self.host)
        self.library = Library(self.home, self.tools, self.settings.default_space)
        self.hub = Hub()
        self.jobs = JobRunner(deliver, self._job_changed)
        self.session = Session(self.library, self.jobs, self.hub)
        self.programs = ChosenPrograms(self.settings, self.home)

    def switch_plugin(self, plugin_id: str, *, on: bool) -> Plugin:
        """Switch a plugin on or off, now and at the next start.

        Raises
        ------
        PluginError
            If there is no such plugin.
        SettingsError
            If the choice cannot be kept.
        """
        plugin = self.host.plugins.get(plugin_id)
        if plugin is None:
            known = ", ".join(self.host.plugins)
            raise PluginError(f"There is no plugin called '{plugin_id}'. There is: {known}.")
        listed = (
            self.settings.plugins_disabled
            if plugin.first_party
            else (self.settings.plugins_enabled)
        )
        wanted = on != plugin.first_party
        if wanted and plugin_id not in listed:
            listed.append(plugin_id)
        elif not wanted and plugin_id in listed:
            listed.remove(plugin_id)
        self.settings.write(self.home)
        if on:
            return self.host.load(plugin_id)
        self.host.unload(plugin_id)
        return plugin

    def set_model_memory(self, limit: int) -> None:
        """Let the weights of all encoders take so many bytes together, 0 for half of the machine's.

        Raises
        ------
        SettingsError
            If the choice cannot be kept.
        """
        self.settings.model_memory = limit
        self.spaces.budget.set_limit(limit)
        self.settings.write(self.home)

    def set_default_space(self, space_id: str) -> None:
        """Let collections that are made from now on have this space.

        Raises
        ------
        SpaceError
            If there is no such space.
        SettingsError
            If the choice cannot be kept.
        """
        self.settings.default_space = self.library.default_space = self.spaces.info(space_id).id
        self.settings.write(self.home)

    def self_test(self, space_id: str) -> SelfTest:
        """Match sample pictures with their captions in a space; see `SelfTest`.

        Raises
        ------
        SpaceError
            If the space cannot be loaded or lacks an encoder.
        """
        folder = assets_folder() / "samples"
        with (folder / "pairs.csv").open(newline="", encoding="utf-8") as stream:
            rows = list(csv.DictReader(stream))[:SELF_TEST_PAIRS]
        pairs = [
            (self.decoder.content(folder / row["a"], "image", AsIs()), row["b"]) for row in rows
        ]
        space = self.spaces.load(space_id)
        space.rest()  # so that the memory it takes is seen
        result = self_test(space, pairs)
        self.spaces.keep_test(space_id, result.to_dict())
        return result

    def _job_changed(self, job: Job) -> None:
        self.hub.publish(JobChanged(job))

    def close(self) -> None:
        """Stop all work and give everything back; safe to call twice."""
        self.jobs.close()
        self.session.close_collection()
        self.decoder.close()
        self.spaces.close()
