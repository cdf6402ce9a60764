"""The spaces of this machine as the person manages them: what there is, and the work on it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

from explorer.collection.several_spaces import HeldSpace
from explorer.core.errors import ExplorerError, SpaceError
from explorer.core.wording import Wording
from explorer.encoders.catalogue import SHIPPED, SpaceCatalogue
from explorer.encoders.devices import Running, available_devices
from explorer.encoders.self_test import SelfTest
from explorer.encoders.space import SpaceInfo
from explorer.jobs import Control, Job
from explorer.viewstate.messages import LibraryChanged, SpacesChanged
from explorer.viewstate.session import Session

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class SpaceLine:
    """A space or matching network as the list shows it.

    Parameters
    ----------
    size
        Of its weights on disk, in bytes.
    running
        How the person wants it to run.
    test
        What came of its last self-test, as `SelfTest.to_dict`; empty before the first.
    searches, matches
        Whether it gives vectors, and whether it can put first hits in order.
    default
        Whether new collections have it.
    held
        What the open collection has of it.
    loaded
        Bytes of it in memory.
    """

    info: SpaceInfo
    size: int
    running: Running = field(default_factory=Running)
    test: Mapping[str, Any] = field(default_factory=dict)
    searches: bool = True
    matches: bool = False
    default: bool = False
    held: HeldSpace | None = None
    loaded: int = 0

    @property
    def id(self) -> str:
        """Its id."""
        return self.info.id

    @property
    def shipped(self) -> bool:
        """Whether it came with Explorer, and so cannot be removed or set up."""
        return self.id in SHIPPED


class SpaceWork:
    """Carries out what a person wants done with spaces; one thing at a time for each.

    Parameters
    ----------
    self_test
        Tests a space by its id.
    default, set_default
        The space of new collections.

    Attributes
    ----------
    lines
        What there is, as of the last reading.
    said, problem
        The last sentence for the person, and whether it tells of a failure.
    jobs
        What is being done, by the name of what it is done to.
    devices
        Of this machine; empty until they are known.
    """

    def __init__(
        self,
        session: Session,
        spaces: SpaceCatalogue,
        self_test: Callable[[str], SelfTest],
        default: Callable[[], str],
        set_default: Callable[[str], None],
    ) -> None:
        self._session, self.spaces = session, spaces
        self._self_test, self._default, self._set_default = self_test, default, set_default
        self.lines: tuple[SpaceLine, ...] = ()
        self.said, self.problem = "", False
        self.jobs: dict[str, Job] = {}
        self.devices: tuple[str, ...] = ()

    # -- reading

    def refresh(self) -> None:
        """Read anew what there is."""
        collection = self._session.collection
        held_by = collection.spaces if collection is not None else list[HeldSpace]

        def work(control: Control) -> tuple[list[SpaceLine], tuple[str, ...]]:
            held = {one.id: one for one in held_by()}
            every = dict.fromkeys((*self.spaces.ids, *self.spaces.matcher_ids))
            return [self._line(one, held) for one in every], available_devices()

        def done(found: tuple[list[SpaceLine], tuple[str, ...]]) -> None:
            self.lines, self.devices = tuple(found[0]), found[1]
            self._changed()

        self._session.jobs.submit(
            "Read the spaces", work, key="spaces", done=done, failed=self._failed, quiet=True
        )

    def _line(self, space_id: str, held: Mapping[str, HeldSpace]) -> SpaceLine:
        spaces = self.spaces
        return SpaceLine(
            spaces.info(space_id),
            spaces.size(space_id),
            spaces.running(space_id),
            spaces.test_of(space_id),
            space_id in spaces.ids,
            space_id in spaces.matcher_ids,
            space_id == self._default(),
            held.get(space_id),
            sum(one.size for one in spaces.budget.held if one.label == space_id),
        )

    def line(self, space_id: str) -> SpaceLine | None:
        """What is known of one."""
        return next((one for one in self.lines if one.id == space_id), None)

    # -- adding

    def add(self, source: str | Path) -> Job:
        """Add the folder of a checkpoint and test it."""
        return self._run(
            str(source),
            Wording("Add {name}", name=Path(source).name),
            lambda control: self._added(str(source)),
        )

    def fetch(self, name: str) -> Job:
        """Fetch a checkpoint from the hub, add it and test it."""

        def work(control: Control) -> str:
            self.spaces.download(name, control)
            control.progress(0, 0, Wording("Testing"))
            return self._added(name)

        return self._run(name, Wording("Fetch {name}", name=name), work)

    def _added(self, source: str) -> str:
        info = self.spaces.add(source)
        if not {"image", "text"} & set(info.contents):
            return Wording("'{space}' is added.", space=info.id)
        try:
            result = self._self_test(info.id)
        except ExplorerError:
            self.spaces.remove(info.id)  # it cannot even encode
            raise
        if not result.passed:
            # It stays: the person may know better, and can remove it.
            raise _Doubtful(
                "'{space}' is added, but: {result}", space=info.id, result=result.sentence
            )
        return Wording("'{space}' is added. {result}", space=info.id, result=result.sentence)

    # -- one space

    def test(self, space_id: str) -> Job:
        """Test a space again on this machine."""

        def work(control: Control) -> str:
            result = self._self_test(space_id)
            if not result.passed:
                raise _Doubtful(result.sentence)
            return result.sentence

        return self._run(space_id, Wording("Test {space}", space=space_id), work)

    def remove(self, space_id: str) -> Job:
        """Take a space off the list; its files stay."""

        def work(control: Control) -> str:
            if space_id == self._default():
                self._set_default(SHIPPED[0])
            self.spaces.remove(space_id)
            return Wording(
                "'{space}' is off the list. Its files are where they were.", space=space_id
            )

        if self._session.rerank == space_id:
            self._session.rerank_by("")
        return self._run(space_id, Wording("Remove {space}", space=space_id), work)

    def set_running(self, space_id: str, running: Running) -> Job:
        """Let a space run in another way from its next use on."""

        def work(control: Control) -> str:
            self.spaces.set_running(space_id, running)
            chosen = running.chosen()
            return Wording(
                "'{space}' runs on {device} in {precision}.",
                space=space_id,
                device=chosen.name,
                precision=chosen.precision,
            )

        self.lines = tuple(
            replace(one, running=running) if one.id == space_id else one for one in self.lines
        )
        return self._run(space_id, Wording("Set up {space}", space=space_id), work)

    def rest(self, space_id: str) -> Job:
        """Give back the memory of a space until it is used again."""

        def work(control: Control) -> str:
            self.spaces.rest(space_id)
            return Wording("'{space}' has given its memory back.", space=space_id)

        return self._run(space_id, Wording("Unload {space}", space=space_id), work)

    def make_default(self, space_id: str) -> Job:
        """Let new collections have this space."""

        def work(control: Control) -> str:
            self._set_default(space_id)
            return Wording("New collections have the space '{space}'.", space=space_id)

        return self._run(space_id, Wording("Give new collections {space}", space=space_id), work)

    # -- the open collection

    def embed(self, space_id: str) -> Job | None:
        """Give everything in the open collection vectors in a space; the one it has serves on."""
        collection = self._session.collection
        if collection is None:
            return None
        title = Wording("Embed {name} in {space}", name=collection.name, space=space_id)
        return self._run(
            space_id,
            title,
            lambda control: collection.embed(space_id, control=control).sentence,
            lane="index",
        )

    def use(self, space_id: str) -> Job | None:
        """Let a space serve in the open collection; query and selection stay."""
        collection = self._session.collection
        if collection is None:
            return None

        def work(control: Control) -> str:
            collection.use_space(space_id)
            return Wording("'{space}' serves in '{name}'.", space=space_id, name=collection.name)

        def then() -> None:
            if self._session.collection is collection:
                self._session.open(str(collection.folder), then=self._session.state())
            self._session.hub.publish(LibraryChanged())

        return self._run(space_id, Wording("Switch to {space}", space=space_id), work, then=then)

    def drop(self, space_id: str) -> Job | None:
        """Forget what the open collection has of a space that does not serve."""
        collection = self._session.collection
        if collection is None:
            return None

        def work(control: Control) -> str:
            collection.drop_space(space_id)
            return Wording(
                "'{name}' has no vectors of '{space}' any more.",
                name=collection.name,
                space=space_id,
            )

        return self._run(space_id, Wording("Forget {space}", space=space_id), work)

    # -- inside

    def _run(
        self,
        name: str,
        title: str,
        work: Callable[[Control], str],
        *,
        lane: Any = "io",
        then: Callable[[], None] = lambda: None,
    ) -> Job:
        def done(sentence: str) -> None:
            self.jobs.pop(name, None)
            self.said, self.problem = sentence, False
            self.refresh()
            then()

        def failed(sentence: str) -> None:
            self.jobs.pop(name, None)
            self._failed(sentence)
            self.refresh()

        def cancelled() -> None:
            self.jobs.pop(name, None)
            self.said = Wording("Stopped. What is there by now is kept.")
            self.problem = False
            self.refresh()

        job = self._session.jobs.submit(
            title, work, lane=lane, key=f"space {name}", done=done, failed=failed,
            cancelled=cancelled,
        )  # fmt: skip
        if not job.state.ended:
            self.jobs[name] = job
        self.said = ""
        self._changed()
        return job

    def _failed(self, sentence: str) -> None:
        self.said, self.problem = sentence, True
        self._changed()

    def _changed(self) -> None:
        self._session.hub.publish(SpacesChanged())


class _Doubtful(SpaceError):
    """It can be used, but the self-test says that something is wrong with it."""
