"""A job makes progress, can be cancelled, and ends exactly once."""

import threading

import pytest

from explorer.core.errors import CollectionError
from explorer.jobs import JobRunner, JobState
from explorer.jobs.job import sentence


@pytest.fixture
def runner():
    runner = JobRunner()
    yield runner
    runner.close()


def test_a_job_delivers_its_result(runner):
    results = []

    job = runner.submit("Add", lambda control: 1 + 1, done=results.append)

    assert job.wait(5)
    assert (job.state, results) == (JobState.DONE, [2])


def test_a_failure_is_told_as_a_sentence(runner):
    told = []

    def work(control):
        raise CollectionError("The disk is full; free some space and index again.")

    job = runner.submit("Write", work, failed=told.append)

    assert job.wait(5)
    assert job.state is JobState.FAILED
    assert told == ["The disk is full; free some space and index again."]


@pytest.mark.parametrize("error", [RuntimeError("out of memory"), MemoryError(), SystemExit(3)])
def test_whatever_is_raised_ends_the_job(runner, error):
    def work(control):
        raise error

    job = runner.submit("Break", work)

    assert job.wait(5)
    assert (job.state, job.error) == (JobState.FAILED, sentence(error))


def test_cancel_stops_at_the_next_check(runner):
    started, ended = threading.Event(), []

    def work(control):
        started.set()
        while True:
            control.check()

    job = runner.submit("Spin", work, cancelled=lambda: ended.append("cancelled"))
    assert started.wait(5)
    job.cancel()

    assert job.wait(5)
    assert (job.state, ended) == (JobState.CANCELLED, ["cancelled"])


def test_a_job_cancelled_before_its_turn_never_runs(runner):
    release, ran = threading.Event(), []
    first = runner.submit("First", lambda control: release.wait(5), lane="index")
    second = runner.submit("Second", lambda control: ran.append(1), lane="index")
    second.cancel()
    release.set()

    assert first.wait(5)
    assert second.wait(5)
    assert (second.state, ran) == (JobState.CANCELLED, [])


def test_work_that_is_called_off_by_its_key_tells_nothing(runner):
    release, told = threading.Event(), []

    def work(control):
        release.wait(5)
        return "late"

    job = runner.submit(
        "Search", work, key="query", done=told.append, cancelled=lambda: told.append("cancelled")
    )
    runner.cancel("query")
    runner.cancel("nothing of this name")
    release.set()

    assert job.wait(5)
    assert job.cancelling
    assert told == []


def test_newer_work_of_the_same_key_wins(runner):
    release, results = threading.Event(), []

    def slow(control):
        release.wait(5)
        return "old"

    old = runner.submit("Search", slow, key="query", lane="io", done=results.append)
    new = runner.submit("Search", lambda c: "new", key="query", lane="io", done=results.append)
    assert new.wait(5)
    release.set()

    assert old.wait(5)
    assert results == ["new"]


def test_progress_says_how_far_it_is(runner):
    seen = []
    runner_with_eyes = JobRunner(changed=lambda job: seen.append(job.progress))

    def work(control):
        for done in range(1, 5):
            control.progress(done, 4, "pictures")

    job = runner_with_eyes.submit("Count", work)

    assert job.wait(5)
    runner_with_eyes.close()
    assert (job.progress.done, job.progress.total, job.progress.note) == (4, 4, "pictures")
    assert seen[-1].done == 4


def test_closing_cancels_and_leaves_no_thread():
    runner, started = JobRunner(), threading.Event()

    def work(control):
        started.set()
        while True:
            control.check()

    job = runner.submit("Spin", work, lane="compute")
    assert started.wait(5)
    runner.close()

    assert job.state.ended or job.cancelling
    assert not [t for t in threading.enumerate() if t.name.startswith("explorer-compute")]
