"""Long work: progress, cancel, and exactly one end."""

from explorer.jobs.job import Control, Job, JobState, Progress
from explorer.jobs.runner import JobRunner, Lane

__all__ = ["Control", "Job", "JobRunner", "JobState", "Lane", "Progress"]
