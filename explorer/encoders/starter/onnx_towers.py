"""The two towers of the starter on a processor, by ONNX Runtime; torch is not imported."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from explorer.core.errors import SpaceError

Floats = NDArray[np.float32]


class OnnxTower:
    """One graph with the weights it points to.

    Parameters
    ----------
    graph
        The ``.onnx`` file; its weights lie in the ``.safetensors`` file beside it.
    threads
        How many threads work on one batch; 0 lets ONNX Runtime take every core.

    Raises
    ------
    SpaceError
        If the graph or its weights are missing or damaged.
    """

    def __init__(self, graph: Path, threads: int = 0) -> None:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        # Threads that spin between two batches take the core from the workers that decode.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        options.log_severity_level = 3
        try:
            self._session = onnxruntime.InferenceSession(
                str(graph), options, providers=["CPUExecutionProvider"]
            )
        except Exception as error:  # its exceptions share no base class of their own
            raise SpaceError(
                "{graph} cannot be loaded ({error}); install Explorer again to restore it.",
                graph=graph,
                error=error,
            ) from error
        # Without this every output is computed, asked for or not: patches cost a fifth more.
        self._run_options = onnxruntime.RunOptions()
        self._run_options.only_execute_path_to_fetches = True

    def run(self, outputs: list[str], **inputs: NDArray[Any]) -> list[Floats]:
        """Some outputs of the graph for one batch.

        Raises
        ------
        SpaceError
            If it was closed.
        """
        if self._session is None:
            raise SpaceError("The starter space was closed; load it again.")
        results: list[Floats] = self._session.run(outputs, inputs, self._run_options)
        return results

    def close(self) -> None:
        """Give back the graph's memory."""
        self._session = None
