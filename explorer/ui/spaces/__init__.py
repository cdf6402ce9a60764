"""The spaces of this machine: what there is, adding to it, and how each runs."""
