"""The decoding process: reads tasks from its standard input and answers on its output.

It imports neither torch nor LanceDB nor Qt, so that it starts in a fraction of a second.
"""

from __future__ import annotations

import ctypes
import os
import queue
import signal
import sys
import threading
import traceback
from pathlib import Path
from typing import BinaryIO

from explorer.api.host import run_register
from explorer.api.manifest import read_manifest
from explorer.api.modality import Modality
from explorer.core.errors import MediaError
from explorer.media.decoded import Preparations, Refusal, Setup, Task
from explorer.media.files import describe
from explorer.media.reading import FileReader
from explorer.media.wire import receive, send

_PR_SET_PDEATHSIG = 1


def main(parent: int) -> None:
    """Serve the process with this id until it closes the pipe or is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for Explorer to handle
    _die_with(parent)
    requests, replies = _take_over_streams()
    setup: Setup = receive(requests)
    modalities = load_modalities(setup.plugins)
    inbox: queue.SimpleQueue[Task | Preparations] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(requests, inbox), daemon=True).start()
    _limit_memory(setup.limits.memory_bytes)
    send(replies, None)
    serve(FileReader(modalities, setup.limits), inbox, replies)


def serve(
    reader: FileReader, inbox: queue.SimpleQueue[Task | Preparations], replies: BinaryIO
) -> None:
    """Answer tasks for ever."""
    unusable: dict[str, str] = {}
    while True:
        message = inbox.get()
        if isinstance(message, Preparations):
            try:
                reader.learn(message)
            except Exception as error:
                unusable[message.key] = describe(error)
            continue
        try:
            key = getattr(message, "key", "")
            if key in unusable:
                raise MediaError(
                    message.path,
                    "the preparation for it cannot be loaded here: {reason}",
                    reason=unusable[key],
                )
            answer = reader.run(message)
        except MediaError as error:
            answer = Refusal(describe(error), _trace(error.__cause__))
        try:
            send(replies, answer)
        except OSError:
            return
        except Exception as error:
            send(replies, Refusal(f"what was read cannot be handed over ({error})"))


def _trace(error: BaseException | None) -> str:
    """Where an exception that no plugin should let through came from."""
    return "" if error is None else "".join(traceback.format_exception(error))


def load_modalities(plugins: tuple[tuple[str, Path], ...]) -> dict[str, Modality]:
    """Load plugins the way the host did; it has checked them and says so if one fails."""
    modalities: dict[str, Modality] = {}
    for _, folder in plugins:
        try:
            registrar = run_register(read_manifest(folder))
        except (Exception, SystemExit) as error:
            print(f"plugin in {folder} failed: {error!r}", file=sys.stderr)
        else:
            modalities |= {modality.id: modality for modality in registrar.modalities}
    return modalities


def _listen(requests: BinaryIO, inbox: queue.SimpleQueue[Task | Preparations]) -> None:
    """Pass on what arrives; when Explorer is gone, end, whatever is being read just now."""
    try:
        while True:
            inbox.put(receive(requests))
    except BaseException:
        os._exit(0)


def _take_over_streams() -> tuple[BinaryIO, BinaryIO]:
    """Keep the pipes for messages; what plugins and codecs print goes to the error stream."""
    requests = os.fdopen(os.dup(0), "rb")
    replies = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    return requests, replies


def _die_with(parent: int) -> None:
    """Have the kernel end this process with its parent, even one that is killed outright."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(0)


def _limit_memory(extra: int) -> None:
    """Bound the address space; should memory run out all the same, this process goes first."""
    if sys.platform == "linux":
        import resource

        pages = int(Path("/proc/self/statm").read_text().split()[0])
        limit = pages * resource.getpagesize() + extra
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        if hard != resource.RLIM_INFINITY:
            limit = min(limit, hard)
        resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        try:
            Path("/proc/self/oom_score_adj").write_text("500")
        except OSError:
            pass  # not allowed in some containers
