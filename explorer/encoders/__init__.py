"""Spaces and their encoders."""
