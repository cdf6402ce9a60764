"""What the comparison says where it has nothing to show yet, and what to do about it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication

from explorer.ui.spoken import spoken
from explorer.ui.welcome.empty_state import Emptiness, Way
from explorer.viewstate.compare_state import Aspect
from explorer.viewstate.comparing import Comparing


def _tr(text: str) -> str:
    return QCoreApplication.translate("Compare", text)


def emptiness_of(one: Comparing, aspect: Aspect) -> Emptiness | None:
    """What stands in place of a page; None where the page has something to show."""
    if one.session.collection is None:
        return Emptiness(
            "scales", _tr("Open a collection"), _tr("Then two spaces can be compared.")
        )
    if not one.ids[1]:
        return Emptiness(
            "scales",
            _tr("There is one space only"),
            _tr("Add another: explorer spaces add FOLDER, then compare the two here."),
        )
    if aspect == "ranks" and one.state.source == "words":
        return _ranks(one)
    if "spaces" in one.busy and not one.held:
        return Emptiness("hourglass", _tr("Looking which spaces there are"), "")
    missing = _missing(one) if aspect != "gap" else None
    if missing is not None:
        return missing
    if aspect == "ranks":
        return _ranks(one)
    if aspect in ("agreement", "pairs"):
        return _agreement(one)
    return None


def _missing(one: Comparing) -> Emptiness | None:
    held = {space.id for space in one.held if space.embedded}
    lacking = [space_id for space_id in one.ids if space_id not in held]
    if not lacking:
        return None
    names = _tr("' and '").join(lacking)
    return Emptiness(
        "cube",
        _tr("No vectors in '{}' yet").format(names),
        _tr("Embedding the collection with it goes on in the background; search works meanwhile."),
        Way(_tr("Embed with '{}'").format(lacking[0]), partial(one.embed, lacking[0])),
    )


def _ranks(one: Comparing) -> Emptiness | None:
    if "ranks" in one.problems:
        return Emptiness(
            "warning",
            _tr("It cannot be ranked"),
            spoken(one.problems["ranks"]),
            Way(_tr("Try again"), one.ask),
            tone="loss",
        )
    if one.ranks is not None:
        return None
    if "ranks" in one.busy:
        return Emptiness("hourglass", _tr("Asking both spaces"), "")
    if one.state.source == "words":
        sentence = _tr("Type words in the query bar: the words nearest to them are ranked here.")
    else:
        sentence = _tr("Type a query, or look at an item: what is like it is ranked in both.")
    return Emptiness("scales", _tr("Nothing asked yet"), sentence)


def _agreement(one: Comparing) -> Emptiness | None:
    if "agreement" in one.problems:
        return Emptiness(
            "warning",
            _tr("They cannot be compared"),
            spoken(one.problems["agreement"]),
            Way(_tr("Try again"), one.measure),
            tone="loss",
        )
    if one.agreement is not None:
        return None
    if "agreement" in one.busy:
        return Emptiness("hourglass", _tr("Comparing every item's neighbours"), "")
    return Emptiness(
        "scales", _tr("Not compared yet"), "", Way(_tr("Compare the two spaces"), one.measure)
    )
