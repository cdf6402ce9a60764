"""What is shown where there is nothing yet: what it is, and the one thing to do."""
