"""The state of the session and of each view as plain data. No Qt."""
