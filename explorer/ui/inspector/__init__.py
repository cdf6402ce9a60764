"""The inspector: everything about the item in focus, and why it is here."""
