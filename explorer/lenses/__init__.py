"""Analyses: pure functions of vectors, tokens and a selection; one module each."""
