"""Which panels a window has, and where they stand at first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from explorer.ui.compare.panel import ComparePanel
from explorer.ui.duplicates.panel import DuplicatesPanel
from explorer.ui.explain.panel import ExplainPanel
from explorer.ui.panel import Desk, Panel
from explorer.ui.spaces.spaces_panel import SpacesPanel
from explorer.ui.tasks.tasks_panel import TasksPanel

Area = Literal["left", "right", "bottom"]


@dataclass(frozen=True, slots=True)
class Place:
    """A panel, the side it stands on, and whether it is seen before anyone asks for it."""

    make: Callable[[Desk], Panel]
    area: Area
    shown: bool = False


PANELS: tuple[Place, ...] = (
    Place(ExplainPanel, "right"),
    Place(SpacesPanel, "right"),
    Place(TasksPanel, "bottom"),
    Place(DuplicatesPanel, "bottom"),
    Place(ComparePanel, "bottom"),
)
