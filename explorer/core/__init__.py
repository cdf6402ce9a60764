"""The words of the app as plain types, and the arithmetic on them. numpy only."""
