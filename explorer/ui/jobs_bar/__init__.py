"""What is being done, what went wrong, and what has just happened."""
