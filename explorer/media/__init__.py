"""Opening media: in worker processes, within limits, so that a bad file costs itself alone."""
