"""Keeps patches of all pictures and sounds, so that a hovered word is met in parts of them."""

from __future__ import annotations

from typing import Literal

from explorer.collection.patches import PatchReport
from explorer.core.wording import Wording
from explorer.jobs import Job
from explorer.viewstate import messages as tell
from explorer.viewstate.session import Session


def keep_patches(session: Session) -> Job | None:
    """Start the work for the open collection; search and indexing of others go on meanwhile."""
    collection = session.collection
    if collection is None:
        return None

    def done(report: PatchReport) -> None:
        kind: Literal["info", "problem"] = "problem" if report.failed else "info"
        session.hub.publish(tell.Notice(report.sentence, kind))

    def failed(sentence: str) -> None:
        session.hub.publish(tell.Notice(sentence, "problem"))

    def stopped() -> None:
        session.hub.publish(
            tell.Notice(Wording("Stopped. The patches that were kept stay; start again to go on."))
        )

    return session.jobs.submit(
        Wording("Keep patches for words"),
        lambda control: collection.keep_patches(control),
        lane="index",
        key="keep-patches",
        done=done,
        failed=failed,
        cancelled=stopped,
    )
